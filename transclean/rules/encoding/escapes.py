"""ENC030: escapes of programming languages, of quoted-printable mail and of URLs, left in prose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from transclean.document import Document
from transclean.rules.elisions import is_elided
from transclean.rules.encoding.mentions import mentions_escapes
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.text.protect import OPAQUE
from transclean.text.segment import Segment

# A byte of UTF-8 in each notation, and the shortest sequences of them that are no ASCII.
_TWO_OR_MORE = "(?:{lead}(?:{more}){{1,3}})+"
_PRINTABLE = _TWO_OR_MORE.format(lead="=[C-F][0-9A-F]", more="=[89AB][0-9A-F]")
_PERCENT = _TWO_OR_MORE.format(lead="%[C-Fc-f][0-9A-Fa-f]", more="%[89ABab][0-9A-Fa-f]")
_HEXADECIMAL = _TWO_OR_MORE.format(lead=r"\\x[c-fC-F][0-9a-fA-F]", more=r"\\x[89abAB][0-9a-fA-F]")

_ESCAPE = re.compile(
    r"(?P<unicode>(?:\\u[0-9a-fA-F]{4})+)"
    rf"|(?P<bytes>{_PRINTABLE}|{_PERCENT}|{_HEXADECIMAL})"
    r"|(?P<latin>\\x[89a-fA-F][0-9a-fA-F])"
    r"|\\(?P<double>\")(?:(?=[^\W_])|(?<=[\w.,;:!?)…’]..)|(?<=[\w.,;:!?)…’]\\\"))"
    r"|(?<=\w)\\(?P<single>')(?=\w)"
    r"|(?P<control>(?:\\[nt])+)"
)
_ASCII_ESCAPED = "\"'&<>"  # what programs escape although it is ASCII
_IN_JSON = re.compile(r"[{\[]\\\"|\\\"[}\]:]")
_ADDRESS = re.compile(r"[/=?@]|\w\.\w")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    if mentions_escapes(segment):
        return
    text = segment.text
    for match in _ESCAPE.finditer(text):
        start, end = match.span()
        if match["control"]:
            yield from _line_break(text, match, document)
        elif match["double"] or match["single"]:
            if not _is_tex_accent(text, start, end) and not _IN_JSON.search(text, *segment.line_at(start)):
                yield Hit(start, end, match["double"] or match["single"])
        else:
            plain = _decoded(match)
            if plain is not None and not _is_part_of_address(text, start, end):
                yield Hit(start, end, plain)


_AFTER_ACCENT = frozenset(f"{{aeiouyn{OPAQUE}")  # a masked `{i}` too
_BEFORE = re.compile(r"[^\W\d_]+\Z")


def _is_tex_accent(text: str, start: int, end: int) -> bool:
    r"""Whether the escape is TeX's for a letter with an accent: `H\"older`, `na\"{\i}ve`, `R\'enyi`."""
    word, after = _BEFORE.search(text[max(0, start - 16) : start]), text[end : end + 1]
    if word is None or after not in _AFTER_ACCENT:
        return False
    return text[end - 1] == '"' or not is_elided(word.group())


def _decoded(match: re.Match[str]) -> str | None:
    """What an escape of a character says, if it is a letter or a mark that prose has; else None."""
    if match["unicode"]:
        units = [int(unit, 16) for unit in match["unicode"].split("\\u")[1:]]
        data = b"".join(unit.to_bytes(2, "big") for unit in units)
        encoding = "utf-16-be"
    elif match["latin"]:
        data, encoding = bytes([int(match["latin"][2:], 16)]), "latin-1"
    else:
        data, encoding = unquote_to_bytes(re.sub(r"=|\\x", "%", match["bytes"])), "utf-8"
    try:
        plain = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return plain if all(map(_is_prose, plain)) else None


def _is_prose(character: str) -> bool:
    if character.isascii():
        return character in _ASCII_ESCAPED
    return character == "\u200d" or unicodedata.category(character)[0] in "LMPSNZ"


def _is_part_of_address(text: str, start: int, end: int) -> bool:
    """Whether the word around has the marks of an address, a query or an assignment."""
    before = re.search(r"\S*$", text[max(0, start - 60) : start])
    after = re.match(r"\S*", text[end : end + 60])
    rest = (before.group() if before else "") + " " + (after.group() if after else "")
    rest = re.sub(f"{_PRINTABLE}|{_PERCENT}", "", rest)
    return bool(_ADDRESS.search(rest))


_SENTENCE_END = re.compile(r"[.!?:\"”»)] ?$")
_SENTENCE_START = re.compile(r" ?[\"“«(]?[^\W\d_a-z]")


def _line_break(text: str, match: re.Match[str], document: Document) -> Iterator[Hit]:
    """A literal \\n or \\t: mended between sentences of a text that has no line break of its own, else reported."""
    start, end = match.span()
    plain = match["control"].replace("\\n", "\n").replace("\\t", "\t")
    before = text[max(0, start - 2) : start]
    if (not before or _SENTENCE_END.search(before)) and _SENTENCE_START.match(text, end):
        yield Hit(start, end, plain, None if "\n" not in document.text else FLAG)
    elif not before[-1:].isalnum():
        yield Hit(start, end, plain, FLAG)


ENC030 = Rule(
    code="ENC030",
    name="escapes-in-prose",
    summary="Escape of a programming language in prose",
    why=r"""JSON, quoted-printable mail and URLs write é as \u00e9, =C3=A9 and %C3%A9; quotes get a backslash. They are
    decoded where they say a letter or a mark of prose, outside code, paths and addresses, and not in a text that speaks
    of escapes. A literal \n is mended only between sentences of a text that has no other line break; else reported.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=(
        r"\\u[0-9a-fA-F]{4}",
        r"\\x[89a-fA-F][0-9a-fA-F]",
        "=[C-F][0-9A-F]=[89AB][0-9A-F]",
        "%[C-Fc-f][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]",
        r"\\[\"']",
        r"\\[nt]",
    ),
    find=in_prose(_find),
    fixes=(
        ("caf\\u00e9", "café"),
        ('He said \\"no\\".', 'He said "no".'),
        ("caf=C3=A9", "café"),
        ("It\\'s over", "It's over"),
        ("Erdo\\u011fan said \\u201cno\\u201d \\ud83d\\ude00", "Erdoğan said “no” 😀"),
        ("caf%C3%A9 and caf\\xc3\\xa9", "café and café"),
        ("First sentence.\\nSecond sentence.", "First sentence.\nSecond sentence."),
        Example("One line.\nFirst sentence.\\nSecond sentence.", flag="\\n"),
    ),
    keeps=(
        "C:\\new\\users",
        "`\\n` is a line break",
        "https://example.org/caf%C3%A9",
        "regex \\d+\\w",
        "a=C3=b",
        'na\\"{i}ve Bayes, H\\"older classes and R\\\'enyi entropy',
        "The escape \\u00e9 stands for é in JavaScript.",
        "example.org/wiki/Caf%C3%A9 and q=caf%C3%A9",
    ),
)

RULES = (ENC030,)
