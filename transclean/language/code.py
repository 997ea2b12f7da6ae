"""How much of a text is about programs: changelogs, manuals, READMEs, licences of software.

In such a text spaces, back-quotes, doubled dots and backslashes mean something, and nothing in it says where the code
begins. Its signs (calls, options, paths, identifiers, names of source files) are rare in any other: in a million words
of news, novels and speeches there are a dozen, in manuals one or more in every hundred.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SOURCES: Final = (
    "c|h|cc|cpp|hpp|py|pl|pm|so|in|am|ac|sh|el|texi|conf|xml|json|ya?ml|rst|md|java|js|ts|go|rs|rb|diff|patch|tar"
    "|gz|exe|dll|deb|po"
)

_FEWEST: Final = 3
_WORDS_PER_SIGN: Final = 300
_CHARACTERS_PER_WORD: Final = 6


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    return re.compile(
        r"\w\(\)|(?<![\w/@#{|])(?<!%\()[A-Za-z]\w{0,60}_\w+|(?<=[\s\[(\"])--[a-z][\w-]+"
        r"|\w->\w|\w::\w|[{}][ \r]*$|\);[ \r]*$"
        r"|(?<![\w.])/(?:usr|etc|var|tmp|bin|home|dev|lib|proc)/"
        rf"|(?<![\w./])[\w+-]{{1,60}}\.(?:{_SOURCES})\b"
        r"|<[\w.+-]+@[\w.-]+>|(?<![\w&])#\d{3,}\b|\w==\w|\s[=!<>]=\s|&&|\|\|"
        r"|(?<!\w)\$[A-Za-z{(]|(?<![&\w])[A-Za-z]\w{0,60}=[\w\"']|<[A-Z_]{3,}>|\b0x[0-9a-f]+",
        re.MULTILINE,
    )


# Each sign has one of these, or the name of a source file: to count them is a hundred times as fast.
_NEEDLES: Final = ("_", "()", "--", "->", "::", "{", "}", ");", "/", "<", "#", "=", "&&", "||", "$", "0x")
_NAME_ENDS: Final = re.compile(rf"\.(?:{_SOURCES})\b")


# The wording of a licence of software is its author's, to the space. Any of these phrases is in nothing else.
_LICENCES: Final = (
    "Permission is hereby granted",
    "Permission to use, copy, modify",
    "Redistribution and use in source",
    "WITHOUT WARRANTY OF ANY KIND",
    "WITHOUT WARRANTIES OR CONDITIONS",
    "GNU GENERAL PUBLIC LICENSE",
    "GNU General Public License",
    "GNU Free",
    "Lesser General Public License",
    "the terms of this License",
    "ANY EXPRESS OR",
)

# Where Markdown says what is code, the rest is none.
_MARKED: Final = re.compile(r"^(`{3,}|~{3,}).*?^\1|(`+)[^`\n]+\2|https?://\S+", re.MULTILINE | re.DOTALL)


def is_technical(text: str) -> bool:
    """Whether signs of code stand all through `text`, outside what Markdown marks as code, or it has a licence."""
    if any(phrase in text for phrase in _LICENCES):
        return True
    plain = _MARKED.sub(" ", text)
    enough = max(_FEWEST, len(plain) / (_WORDS_PER_SIGN * _CHARACTERS_PER_WORD))
    if sum(map(plain.count, _NEEDLES)) + len(_NAME_ENDS.findall(plain)) < enough:
        return False
    return sum(1 for _ in _signs().finditer(plain)) >= enough
