"""What in data files is a translation: which files of a folder, which texts of a file, which strings.

JSON, YAML, CSV and .properties files hold anything; those of a project's settings must be left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from transclean.formats.language import primary

_FOLDER = re.compile(
    r"(?:.*/)?(?:_?locales?|i18n|intl|l10n|lang(?:uage)?s?|messages|nls|translations?)/.*", re.IGNORECASE | re.DOTALL
)
_LANGUAGE = re.compile(
    "(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ka|ko|lt|lv|ms|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sq|sr"
    "|sv|th|tr|uk|ur|vi|zh)"
    r"(?:[-_](?:[A-Z][a-z]{3}|[A-Za-z]{2}|\d{3})){0,2}"
)
# `en.json`, `pt-BR.yml`, `devise.fr.yml`, `messages_fr_CA.properties`, `app_en.arb`; `messages.json`.
_NAME = re.compile(rf"(?:(?:.+[._-])?{_LANGUAGE.pattern}|(?:messages|strings|translations?)(?:[._-].*)?)\.[a-z]+")
_BLANK = re.compile(r"[\s\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]|(?<!\\)\\[nt]")
# Not `camelCase`, `snake_case`, `kebab-case`, `#fff`, `img/a.png`.
_WORD = re.compile(r"(?!\d+\Z)[^\w\s#@./\\-]*(?:\d+[.,])*(?:[^\W_a-z]?[^\W_A-Z]*|[A-Z]*)(?:['’][^\W_]+)?[^\w\s/\\]*")
_SETTINGS = re.compile(r"package(?:-lock)?\.json|[tj]sconfig.*|composer\.(?:json|lock)|\..+|.*[.-]config\.\w+")


def holds_translations(path: str) -> bool:
    """Whether the file at `path`, which has `/` between folders, plainly holds translations."""
    name = path.rpartition("/")[2]
    if _SETTINGS.fullmatch(name):
        return False
    return _FOLDER.fullmatch(path) is not None or _NAME.fullmatch(name) is not None


def is_language(key: str) -> bool:
    """Whether a key at the root of a file names a language."""
    return _LANGUAGE.fullmatch(key) is not None


def one_language(keys: Iterable[str], wanted: str = "") -> str | None:
    """Which language to read of a file that has texts in several: the one `wanted`, else the only one, else English.

    `keys`: for each text the key that names its language. None if there is none to choose.
    """
    languages = dict.fromkeys(keys)
    if wanted:
        return wanted if wanted in languages else None
    if len(languages) == 1:
        return next(iter(languages))
    return next((key for key in languages if primary(key) == "en"), None)


def is_prose(text: str) -> bool:
    """Whether a value of a data file is no identifier, address, date, colour or path."""
    return _BLANK.search(text) is not None or _WORD.fullmatch(text) is not None
