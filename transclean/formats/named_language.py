"""The language that a file's path says its text is in, by the conventions of those who make such files.

A wrong guess would have English rules at work in a French file, or none in an English one: so each convention has its
kinds of files, and only names that can hardly mean anything else count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transclean.formats.language import primary
from transclean.formats.translation_files import FOLDERS, LANGUAGE

_STRINGS = r"\.(?:arb|csv|jsonl?|po|properties|strings|stringsdict|tsv?|xcstrings|xliff|xlf|xml|ya?ml)"
_SUBTITLES = r"\.(?:ass|srt|ssa|vtt)"
# Languages by the three letters that makers of films write (ISO 639-2, both of its forms).
_THREE_LETTERS = {
    "ara": "ar", "chi": "zh", "deu": "de", "dut": "nl", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de", "ita": "it",
    "jpn": "ja", "nld": "nl", "pol": "pl", "por": "pt", "rus": "ru", "spa": "es", "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip


@lru_cache(maxsize=1)
def _conventions() -> tuple[re.Pattern[str], ...]:
    """In each the group is the language. The first that matches counts."""
    code, known = "([A-Za-z]{2,3})", f"({LANGUAGE.pattern})"
    return tuple(
        map(
            re.compile,
            (
                # Android: values-fr/strings.xml, values-pt-rBR, values-b+sr+Latn; `car` is a kind of device.
                rf"(?:^|/)values-(?:mcc\d+-)?(?:mnc\d+-)?(?:b\+)?(?!car\b){code}(?:[-+][^/]*)?/[^/]+\.xml$",
                # Apple: fr.lproj/Localizable.strings, pt-BR.lproj
                rf"(?:^|/){code}(?:[-_][\w-]+)?\.lproj/[^/]+$",
                # gettext: locale/fr/LC_MESSAGES/x.po, sr@latin
                rf"(?:^|/){code}(?:[_@.][^/]*)?/LC_MESSAGES/",
                # Subtitles: film.fr.srt, film.en.hi.srt (for the hard of hearing), film.eng.forced.srt
                rf"[./]({LANGUAGE.pattern}|{'|'.join(_THREE_LETTERS)})(?:\.(?:cc|default|forced|hi|sdh))+{_SUBTITLES}$",
                rf"(?:\.|/|^)({LANGUAGE.pattern}|{'|'.join(_THREE_LETTERS)}){_SUBTITLES}$",
                # Strings of programs: fr.json, messages_pt_BR.properties, app-en.arb, devise.fr.yml
                rf"(?:^|[/._-]){known}{_STRINGS}$",
                # Pages: README.fr.md, index.pt-BR.html; with a region also README_zh-CN.md
                rf"(?:\.{known}|(?<=[^/])[_-]([a-z]{{2}}[-_][A-Z]{{2}}))\.[a-z]+$",
                # A folder for each language: locales/fr/common.json, i18n/fr/docs/page.md, src/lang/en/auth.php
                rf"(?:^|/)(?i:{FOLDERS})/{known}/",
            ),
        )
    )


def language_named(path: str) -> str | None:
    """The language that `path`, with `/` between folders, names; None if it names none."""
    for convention in _conventions():
        found = convention.search(path)
        if found:
            name = next(group for group in found.groups() if group)
            return _THREE_LETTERS.get(name.lower()) or primary(name)
    return None
