"""DOCX: the paragraphs of a Word document, its headers, footers and notes (ECMA-376, part 1).

The runs of a paragraph are one text; what replaces text of several runs stands in the first, with its format. Deleted
and moved text, hidden text, comments and the results of fields that Word computes are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.errors import FormatError
from transclean.formats.names import names
from transclean.formats.office_text import Paragraphs, is_code
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Kind, Token, Writing, attributes, root_of, skip, tokens
from transclean.formats.zip_parts import Archive, joined, packed, parts_of

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PROSE_PART = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\."
    r"(?:(?:document|template)(?:\.macroEnabled)?(?:Template)?\.main|template\.macroEnabledTemplate\.main"
    r"|header|footer|footnotes|endnotes)\+xml"
)
# In a run beside text: each stands where it is, and no edit reaches over it.
_THINGS = names("br cr drawing noBreakHyphen object pict ptab softHyphen sym tab")
_PASSED_OVER = names("del moveFrom pPrChange rPrChange rt")
# Fields whose result was written by somebody; others are computed.
_WRITTEN_FIELDS = frozenset(("HYPERLINK", "TOC"))
_TEXT = re.compile(r"<(?P<tag>(?:\w+:)?t)(?P<attributes>(?:\s[^>]*)?)>(?P<text>[^<]*)</(?P=tag)>")
_ON = frozenset(("", "1", "true", "on"))


def unpack(data: bytes) -> str:
    """See `Container`."""
    archive = Archive(data)
    types = archive.text("[Content_Types].xml")
    names = []
    for token in tokens(types, root_of(types).start):
        given = attributes(types, token) if token.local == "Override" else {}
        if _PROSE_PART.fullmatch(given.get("ContentType", "")):
            names.append(given.get("PartName", "").lstrip("/"))
    if not names:
        raise FormatError("is not a Word document")
    return joined(archive, [name for name in names if name in archive])


def pack(data: bytes, text: str) -> bytes:
    """See `Container`."""
    return packed(data, text, _with_spaces)


def read(text: str) -> View:
    """The view of the joined parts of a document."""
    writing = Writing(text)
    builder = Builder(text, writing.written)
    for name, start, end in parts_of(text):
        try:
            root = root_of(text, start, end)
        except FormatError as error:
            raise FormatError(f"{name}: {error}") from None
        _PartReader(text, builder, attributes(text, root)).read(tokens(text, root.start, end))
    return builder.view()


def _with_spaces(old: str, new: str) -> str:
    """`new` with the attribute that keeps spaces at the edge of a text where an edit has brought one there."""
    before = _TEXT.finditer(old)

    def settled(match: re.Match[str]) -> str:
        text = match["text"]
        was = next(before, None)
        if was is None or was["text"] == text or text == text.strip(" ") or "xml:space" in match["attributes"]:
            return match.group()
        return f'<{match["tag"]}{match["attributes"]} xml:space="preserve">{text}</{match["tag"]}>'

    return _TEXT.sub(settled, new)


class _Field:
    """A field: what it computes, and whether its result has begun."""

    def __init__(self, instruction: str = "", *, in_result: bool = False) -> None:
        self.instruction = instruction
        self.in_result = in_result

    @property
    def is_written(self) -> bool:
        return self.in_result and self.instruction.split()[:1] in ([name] for name in _WRITTEN_FIELDS)


class _PartReader:
    """Reads the paragraphs of one part."""

    def __init__(self, source: str, builder: Builder, namespaces: dict[str, str]) -> None:
        self._source = source
        self._paragraphs = Paragraphs(source, builder)
        self._prefix = next((name[6:] + ":" for name, uri in namespaces.items() if uri in _NAMESPACES), "w:").lstrip(
            ":"
        )
        self._fields: list[_Field] = []
        self._runs: list[bool] = []  # the open runs, one within a text box of another: whether it is left out
        self._code: list[bool] = []  # the open paragraphs: whether it is code
        self._text_start = 0

    def read(self, rest: Iterator[Token]) -> None:
        for token in rest:
            if token.name.startswith(self._prefix):
                name = token.name[len(self._prefix) :]
                if token.kind is Kind.CLOSE:
                    self._close(name, token)
                elif name in _PASSED_OVER:
                    if token.kind is Kind.OPEN:
                        skip(rest)
                else:
                    self._open(name, token, rest)
            elif token.local in ("oMath", "oMathPara") and token.kind is Kind.OPEN:
                self._paragraphs.thing(token.start)
                skip(rest)

    def _open(self, name: str, token: Token, rest: Iterator[Token]) -> None:
        if name == "t":
            self._text_start = token.end
        elif name == "r" and token.kind is Kind.OPEN:
            self._runs.append(False)
        elif name == "p" and token.kind is Kind.OPEN:
            self._paragraphs.begin()
            self._code.append(False)
        elif name in _THINGS:
            if self._runs:
                self._paragraphs.thing(token.start)
        elif name == "vanish":
            if self._runs and self._value(token) in _ON:
                self._runs[-1] = True
        elif name == "rStyle":
            if self._runs and is_code(self._value(token)):
                self._paragraphs.thing(token.start)
                self._runs[-1] = True
        elif name == "pStyle":
            if self._code:
                self._code[-1] = is_code(self._value(token))
        elif name == "instrText" and token.kind is Kind.OPEN:
            end = next(rest).start
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].instruction += self._source[token.end : end]
        elif name == "fldSimple" and token.kind is Kind.OPEN:
            self._fields.append(_Field(self._value(token, "instr"), in_result=True))
        elif name == "fldChar":
            self._field_mark(self._value(token, "fldCharType"))

    def _close(self, name: str, token: Token) -> None:
        if name == "t":
            if self._runs and self._runs[-1]:
                return
            if all(field.is_written for field in self._fields):
                self._paragraphs.text(self._text_start, token.start)
            else:
                self._paragraphs.thing(token.start)
        elif name == "r":
            self._runs.pop()
        elif name == "p":
            self._paragraphs.end(dropped=self._code.pop())
        elif name == "fldSimple" and self._fields:
            self._fields.pop()

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields:
            if kind == "separate":
                self._fields[-1].in_result = True
            elif kind == "end":
                self._fields.pop()

    def _value(self, token: Token, name: str = "val") -> str:
        return attributes(self._source, token).get(self._prefix + name, "")
