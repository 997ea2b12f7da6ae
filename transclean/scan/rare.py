"""Which patterns cannot match in ordinary English prose, for want of a character that it does not have.

They are many (other alphabets, mojibake, full-width forms) and dear to search for; text without such a character is
spared them.
"""

from __future__ import annotations

import re
import sys
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as constants
    from re import _parser as parser
else:
    import sre_constants as constants
    import sre_parse as parser

COMMON = "“”‘’–—…éèêàâáíóúñçüöäëïô£€°©®½"
"""Characters beyond ASCII that correct English text may well have."""

RARE_CHARACTER = rf"[^\x00-\x7f{COMMON}]"
"""A trigger for any other."""


def needs_rare_character(pattern: str) -> bool:
    """Whether every match of a trigger has a character that is neither ASCII nor in `COMMON`."""
    if pattern.isascii() and "\\u" not in pattern:
        return False
    return _needs(parser.parse(pattern, re.ASCII | re.MULTILINE))


def _needs(tree: Any) -> bool:
    return any(_item_needs(operation, argument) for operation, argument in tree)


def _item_needs(operation: Any, argument: Any) -> bool:
    if operation is constants.LITERAL:
        return _is_rare(argument, argument)
    if operation is constants.IN:
        return all(
            (kind is constants.LITERAL and _is_rare(value, value)) or (kind is constants.RANGE and _is_rare(*value))
            for kind, value in argument
        )
    if operation is constants.BRANCH:
        return all(_needs(alternative) for alternative in argument[1])
    if operation is constants.SUBPATTERN:
        return _needs(argument[3])
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return argument[0] > 0 and _needs(argument[2])
    return False


def _is_rare(low: int, high: int) -> bool:
    return low > 0x7F and not any(low <= ord(character) <= high for character in COMMON)
