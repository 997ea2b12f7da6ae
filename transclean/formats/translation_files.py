"""What in data files is a translation: which files of a folder, which texts of a file, which strings.

JSON, YAML, CSV and .properties files hold anything; those of a project's settings must be left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from transclean.formats.language import primary

FOLDERS = r"(?:_?locales?|i18n|intl|l10n|lang(?:uage)?s?|messages|nls|translations?)"
"""What folders of translations are called."""

_FOLDER = rf"(?is:(?:.*/)?{FOLDERS}/.*)"
_CODES = (
    "af ar az bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id it ja ka kk km ko lb lt lv mk"
    " mn ms mt nb ne nl nn no pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
)
# By their first letter, as patterns with many alternatives take long to compile; `re` keeps what it compiled.
_BY_LETTER = groupby(_CODES.split(), itemgetter(0))
_CODE = "|".join(f"{first}[{''.join(code[1] for code in codes)}]" for first, codes in _BY_LETTER)
LANGUAGE = rf"(?:{_CODE})(?:[-_](?:[A-Z][a-z]{{3}}|[A-Za-z]{{2}}|\d{{3}})){{0,2}}"
"""A language that files are translated into, with script and region: `fr`, `pt-BR`, `zh_Hans_CN`."""
# `en.json`, `pt-BR.yml`, `devise.fr.yml`, `messages_fr_CA.properties`, `app_en.arb`; `messages.json`.
_NAME = rf"(?:(?:.+[._-])?{LANGUAGE}|(?:messages|strings|translations?)(?:[._-].*)?)\.[a-z]+"
_BLANK = r"[\s\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]|(?<!\\)\\[nt]"
# Not `camelCase`, `snake_case`, `kebab-case`, `#fff`, `img/a.png`.
_WORD = r"(?!\d+\Z)[^\w\s#@./\\-]*(?:\d+[.,])*(?:[^\W_a-z]?[^\W_A-Z]*|[A-Z]*)(?:['’][^\W_]+)?[^\w\s/\\]*"
_SETTINGS = r"package(?:-lock)?\.json|[tj]sconfig.*|composer\.(?:json|lock)|\..+|.*[.-]config\.\w+"


def holds_translations(path: str) -> bool:
    """Whether the file at `path`, which has `/` between folders, plainly holds translations."""
    name = path.rpartition("/")[2]
    if re.fullmatch(_SETTINGS, name):
        return False
    return re.fullmatch(_FOLDER, path) is not None or re.fullmatch(_NAME, name) is not None


def is_language(key: str) -> bool:
    """Whether a key at the root of a file names a language."""
    return re.fullmatch(LANGUAGE, key) is not None


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
    return re.search(_BLANK, text) is not None or re.fullmatch(_WORD, text) is not None
