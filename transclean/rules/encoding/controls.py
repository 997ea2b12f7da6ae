"""ENC004, ENC017, ENC018, ENC032: control characters, byte order marks and line ends from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.encoding.claims import is_debris
from transclean.rules.encoding.codepages import WESTERN, seen_through
from transclean.rules.encoding.damage import PAGES, windows_controls
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_NEXT_LINE = "\x85"
_WINDOWS_PUNCTUATION = re.compile("[\x80-\x9f]")


def line_break(document: Document) -> str:
    """The line end that the document uses: CR LF where most are, else LF."""
    return "\r\n" if 2 * document.count("\r\n") > document.count("\n") else "\n"


def _ends_lines(document: Document) -> bool:
    """Whether U+0085 is the line end of this document, as on IBM machines, and not an ellipsis of Windows-1252."""
    count = document.count
    return not count("\n") and 1 < count(_NEXT_LINE) == count(_WINDOWS_PUNCTUATION.pattern)


def _find_windows_punctuation(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _WINDOWS_PUNCTUATION.finditer(segment.text):
        meant = windows_controls(match.group())
        if meant == match.group() or is_debris(segment.text, match.start()):
            continue
        if meant == "…" and _ends_lines(document):
            continue
        yield Hit(match.start(), match.end(), meant)


_CONTROL = re.compile("\x1b\\[[0-9;]*[A-Za-z]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = "\x0b\x0c"  # vertical tab, form feed
_SUBSTITUTE = "\x1a"


def _find_controls(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _CONTROL.finditer(text):
        start, end = match.span()
        if match.group() in _BREAKS:
            stands_alone = text[end : end + 1] in ("\n", "\r") or text[start - 1 : start] == "\n"
            yield Hit(start, end, "" if stands_alone else line_break(document))
        elif match.group() == _SUBSTITUTE and text[start - 1 : start].isalpha() and text[end : end + 1].isalpha():
            yield Hit(start, end, None, FLAG, "a letter was lost here (U+001A stands for it)")
        else:
            yield Hit(start, end, "")


_BOM = "\ufeff"
_MARKS = sorted({_BOM, *(seen_through(_BOM.encode(), page) for page in PAGES)})
_MARKS.append(seen_through(seen_through(_BOM.encode(), WESTERN).encode(), WESTERN))
_ANY_MARK = re.compile("|".join(map(re.escape, _MARKS)))


def _find_marks(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _ANY_MARK.finditer(segment.text):
        yield Hit(match.start(), match.end(), "")


_EXOTIC_BREAK = re.compile("[\u2028\u2029\x85]|\r+(?!\n)|\r+(?=\r\n)")


def _find_breaks(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _EXOTIC_BREAK.finditer(text):
        start, end = match.span()
        if match.group()[-1] == "\r" and end == len(text) and "\r\n" in document.text:
            end -= 1  # a paragraph ends before the LF of its last line: this CR is part of the line end
        if start == end:
            continue
        if text[end : end + 1] == "\r":  # CR CR LF: a line end translated twice
            yield Hit(start, end, "")
        elif match.group() == _NEXT_LINE:
            if _ends_lines(document):
                yield Hit(start, end, line_break(document))
        elif not is_debris(text, start):
            yield Hit(start, end, line_break(document) * (end - start))


ENC004 = Rule(
    code="ENC004",
    name="windows-punctuation-as-controls",
    summary="Invisible control character that is a quote or dash of Windows-1252",
    why="""Bytes 0x80 to 0x9F of Windows-1252 taken for Latin-1 become control characters that no screen shows: the dash
    or the quotes vanish. Unicode gives them no use in text, and the WHATWG Encoding standard reads Latin-1 as
    Windows-1252 for this reason. Those in debris of other code pages are left to the rules that know these; U+0085
    is a line end where the whole document uses it as one.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]",),
    find=_find_windows_punctuation,
    fixes=(
        ("our works \x96 based on the palette", "our works – based on the palette"),
        ("\x93Yes\x94, he said", "“Yes”, he said"),
        ("It\x92s late", "It’s late"),
        ("wait\x85", "wait…"),
        ("It costs \x8020, \x8aibenik\x97Split", "It costs €20, Šibenik—Split"),
    ),
    keeps=("café", "10\u00a0000", "line one\nline two", "one\x85two\x85three", "undefined \x81 and \x8d", "cafÃ\x83Â©"),
)

ENC017 = Rule(
    code="ENC017",
    name="control-characters",
    summary="Control character in prose",
    why="""Bells, escapes, NULs and the like are debris of terminals, databases and PDF extraction; vertical tabs and
    form feeds broke lines and pages. Tab, LF and CR are all that prose uses. A substitute character (U+001A) inside
    a word stands for a lost letter, and is reported instead of hiding the loss.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]",),
    find=in_prose(_find_controls),
    fixes=(
        ("The\x07 minister", "The minister"),
        ("page one\x0cpage two", "page one\npage two"),
        ("line\x0bbreak", "line\nbreak"),
        ("zero\x00", "zero"),
        ("a \x1b[1;31mred\x1b[0m word", "a red word"),
        ("one\r\n\x0cpage two", "one\r\npage two"),
    ),
    keeps=("tab\tseparated", "line\nline", "line\r\nline"),
)

ENC018 = Rule(
    code="ENC018",
    name="byte-order-mark",
    summary="Byte order mark in the text",
    why="""U+FEFF at the start of a stream tells its byte order; inside a text, where files were joined, it is an
    invisible character that breaks words. It also shows as ï»¿ and the like, through the pages that UTF-8 is read
    as.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=lambda: list(_MARKS),
    find=_find_marks,
    fixes=(
        ("\ufeffThe text", "The text"),
        ("part one\ufeffpart two", "part onepart two"),
        ("ï»¿The text", "The text"),
        ("п»їТекст", "Текст"),
        ("Ã¯Â»Â¿The text", "The text"),
    ),
    keeps=("The text", "BOM means byte order mark", "ï is a letter", "« naï »", "¿Qué?"),
)

ENC032 = Rule(
    code="ENC032",
    name="exotic-line-breaks",
    summary="Line break that is not LF or CR LF",
    why="""U+2028 and U+2029 come from word processors and JavaScript, a lone CR from old Macintosh files, U+0085 from
    IBM machines; most programs do not break the line there. They become the line end that the rest of the document
    uses. CR LF is never touched.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("[\u2028\u2029\u0085]", "\\r[^\\r\\n]", "\\r\\r"),
    find=_find_breaks,
    fixes=(
        ("one\u2028two", "one\ntwo"),
        ("para\u2029para", "para\npara"),
        ("old mac\rline", "old mac\nline"),
        ("dos\r\nline\u2028line", "dos\r\nline\r\nline"),
        ("one\x85two\x85three", "one\ntwo\nthree"),
        ("one\r\r\ntwo", "one\r\ntwo"),
    ),
    keeps=("one\ntwo", "one\r\ntwo", "wait\x85", "one\r\n\r\ntwo\r\n"),
)

RULES = (ENC004, ENC017, ENC018, ENC032)
