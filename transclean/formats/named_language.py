"""The language that a file's path says its text is in, by the conventions of those who make such files.

A wrong guess would have English rules at work in a French file, or none in an English one: so each convention has its
kinds of files, and only names that can hardly mean anything else count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.formats.language import primary
from transclean.formats.translation_files import FOLDERS, LANGUAGE

_STRINGS = frozenset((
    "arb", "csv", "json", "jsonl", "po", "properties", "strings", "stringsdict", "ts", "tsv", "xcstrings", "xliff",
    "xlf", "xml", "yaml", "yml",
))  # fmt: skip
_SUBTITLES = frozenset(("ass", "srt", "ssa", "vtt"))
# Languages by the three letters that makers of films write (ISO 639-2, both of its forms).
_THREE_LETTERS = {
    "ara": "ar", "chi": "zh", "deu": "de", "dut": "nl", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de", "ita": "it",
    "jpn": "ja", "nld": "nl", "pol": "pl", "por": "pt", "rus": "ru", "spa": "es", "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip


_CODE = "([A-Za-z]{2,3})"
_KNOWN = f"({LANGUAGE})"
_OF_FILMS = f"({LANGUAGE}|{'|'.join(_THREE_LETTERS)})"


def _conventions(suffix: str) -> Iterator[str]:
    """Patterns for the path of a file with that suffix; in each the group is the language. The first that matches
    counts."""
    if suffix == "xml":
        # Android: values-fr/strings.xml, values-pt-rBR, values-b+sr+Latn; `car` is a kind of device.
        yield rf"(?:^|/)values-(?:mcc\d+-)?(?:mnc\d+-)?(?:b\+)?(?!car\b){_CODE}(?:[-+][^/]*)?/[^/]+\.xml$"
    # Apple: fr.lproj/Localizable.strings, pt-BR.lproj
    yield rf"(?:^|/){_CODE}(?:[-_][\w-]+)?\.lproj/[^/]+$"
    # gettext: locale/fr/LC_MESSAGES/x.po, sr@latin
    yield rf"(?:^|/){_CODE}(?:[_@.][^/]*)?/LC_MESSAGES/"
    if suffix in _SUBTITLES:
        # film.fr.srt, film.en.hi.srt (for the hard of hearing), film.eng.forced.srt
        yield rf"[./]{_OF_FILMS}(?:\.(?:cc|default|forced|hi|sdh))+\.\w+$"
        yield rf"(?:\.|/|^){_OF_FILMS}\.\w+$"
    if suffix in _STRINGS:
        # Strings of programs: fr.json, messages_pt_BR.properties, app-en.arb, devise.fr.yml
        yield rf"(?:^|[/._-]){_KNOWN}\.\w+$"
    # Pages: README.fr.md, index.pt-BR.html; with a region also README_zh-CN.md
    yield rf"(?:\.{_KNOWN}|(?<=[^/])[_-]([a-z]{{2}}[-_][A-Z]{{2}}))\.[a-z]+$"
    # A folder for each language: locales/fr/common.json, i18n/fr/docs/page.md, src/lang/en/auth.php
    yield rf"(?:^|/)(?i:{FOLDERS})/{_KNOWN}/"


def language_named(path: str) -> str | None:
    """The language that `path`, with `/` between folders, names; None if it names none."""
    for convention in _conventions(path.rpartition(".")[2]):
        found = re.search(convention, path)
        if found:
            name = next(group for group in found.groups() if group)
            return _THREE_LETTERS.get(name.lower()) or primary(name)
    return None
