"""reStructuredText: its paragraphs, titles, lists, and the directives that hold prose.

A scanner of our own: docutils, the one full parser, gives line numbers of blocks and no place at all of what is in
them, and reads 0.2 MB/s. Blocks are told by their indentation and first line, as docutils does; tables are left alone,
because the width of every cell counts. A directive that is not known to hold prose holds none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from transclean.formats.careful import CarefulView
from transclean.formats.prose_flow import Flow, is_enumerator
from transclean.formats.view import Builder, View
from transclean.text.revision import Replacement
from transclean.text.span import Span

# Directives with prose in their body, and with prose as their argument too (a title, or the first words of the body).
_BODY = frozenset(
    (
        "figure",
        "class",
        "container",
        "compound",
        "table",
        "list-table",
        "only",
        "tab-set",
        "tabs",
        "rst-class",
        "glossary",
        "hlist",
        "function",
        "method",
        "classmethod",
        "staticmethod",
        "attribute",
        "property",
        "data",
        "exception",
        "module",
        "currentmodule",
        "envvar",
        "option",
        "describe",
        "object",
        "confval",
        "cmdoption",
        "program",
        "directive",
        "role",
        "decorator",
        "type",
        "macro",
        "member",
        "struct",
        "enum",
        "enumerator",
        "command",
        "variable",
        "tab-item-card",
        "grid",
        "grid-item",
        "card",
    )
)
_ARGUMENT = frozenset(
    (
        "attention",
        "caution",
        "danger",
        "error",
        "hint",
        "important",
        "note",
        "tip",
        "warning",
        "admonition",
        "seealso",
        "topic",
        "sidebar",
        "rubric",
        "epigraph",
        "highlights",
        "pull-quote",
        "centered",
        "todo",
        "deprecated-note",
        "tab",
        "tab-item",
        "dropdown",
        "details",
        "collapse",
        "versionadded",
        "versionchanged",
        "versionremoved",
        "deprecated",
        "title",
        "caption",
    )
)
_VERSIONED = frozenset(("versionadded", "versionchanged", "versionremoved", "deprecated"))

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*[ \t]*")
_SIMPLE_TABLE = re.compile(r"={2,}(?: +={2,})+[ \t]*")
_GRID_TABLE = re.compile(r"\+[-=]{2,}[-=+]*\+[ \t]*")
_BULLET = re.compile(r"[-+*\u2022\u2023\u2043](?:[ \t]+|$)")
_NUMBER = r"(?:\d{1,9}|#|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)"
_ENUMERATOR = re.compile(rf"(?:\(?{_NUMBER}\)|{_NUMBER}\.)(?:[ \t]+|$)")
_FIELD = re.compile(r":(?![:\s])(?:[^:\n\\]|\\.|:(?![ \n`]|$))+:(?:[ \t]+|$)")
_FLAG = r"(?:-\w|--[\w-]+|/\w)(?:[ =]?(?:[A-Z][\w.-]*|<[^>\n]*>))?"
_OPTION = re.compile(rf"{_FLAG}(?:, {_FLAG})*(?:[ ]{{2,}}|[ \t]*$)")
_EXPLICIT = re.compile(r"(?:\.\.|__)(?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"([A-Za-z][\w.+:-]*?)[ ]?::(?:[ \t]+|$)")
_FOOTNOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[\w.-]+)\][ \t]+")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
_QUOTED_LITERAL = re.compile(r"[!-/:-@\[-`{-~]")
_VERSION = re.compile(r"\S+[ \t]*")

_INLINE_MAX = 600
"""Characters that inline markup may be long: so that what is never closed costs little."""


@lru_cache(maxsize=1)
def _inline() -> re.Pattern[str]:
    """Inline markup. An opening mark stands after a blank or an opening character, and before no blank."""
    before = r"(?<![^\s'\"(\[{<\-/:\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014\u00a0])"
    after = r"(?![^\s'\")\]}>\-/:.,;!?\\\u2018\u2019\u201c\u201d\u00ab\u00bb\u2013\u2014\u2026\u00a0])"
    name = r":[A-Za-z][\w:.+-]{0,60}:"
    phrase = rf"`(?![\s`])[^`]{{1,{_INLINE_MAX}}}`"
    return re.compile(
        r"\\(?P<escaped>\s|.)"
        rf"|{before}(?:(?P<literal>``(?!\s).{{1,{_INLINE_MAX}}}?``(?!`))"
        rf"|(?P<role>{name}{phrase}|{phrase}{name}|_{phrase})"
        rf"|(?P<link>`(?![\s`])(?P<text>[^`<]{{1,{_INLINE_MAX}}}?)\s+<[^`<>]+>`__?)"
        rf"|(?P<phrase>{phrase}_{{0,2}})"
        rf"|(?P<strong>\*\*(?![\s*])(?:[^*]{{1,{_INLINE_MAX}}}?)(?<!\s)\*\*{after})"
        rf"|(?P<emphasis>\*(?![\s*])(?:[^*]{{1,{_INLINE_MAX}}}?)(?<!\s)\*{after})"
        r"|(?P<substitution>\|(?!\s)[^|\n]{1,200}\|_{0,2})"
        r"|(?P<note>\[[\w#*.-]{1,60}\]_))"
        r"|(?P<reference>(?<=[A-Za-z0-9])__?(?![\w]))",
        re.DOTALL,
    )


_REFERENCE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+:-]*\Z")
_SPECIAL = re.compile(r"[*`|](?=\S)|(?<=\S)[*`|]|(?<=\w)_(?!\w)|\\")


def _kinds(text: str) -> list[str]:
    """The inline markup in `text`."""
    return [match.lastgroup or "" for match in _inline().finditer(text) if match.lastgroup != "escaped"]


def _makes_markup(source: str, edit: Replacement) -> bool:
    """Whether a line would begin as a list, a directive or the like does, which did not before."""
    start = source.rfind("\n", 0, edit.start) + 1
    if source[start : edit.start].strip() and "\n" not in edit.text:
        return False
    after = edit.text + source[edit.end : edit.end + 12]
    return _is_structure(after) and not _is_structure(source[edit.start : edit.start + 12])


def _is_structure(line: str) -> bool:
    patterns = (_BULLET, _ENUMERATOR, _FIELD, _EXPLICIT, _LINE_BLOCK, _OPTION)
    return line[:1] in " \t" or line.startswith(">>> ") or any(pattern.match(line) for pattern in patterns)


class _Line:
    """A line: its place, its indentation in columns, where its text begins and ends."""

    __slots__ = ("begin", "end", "indent", "start")

    def __init__(self, source: str, begin: int, end: int) -> None:
        self.start = begin
        while self.start < end and source[self.start] in " \t":
            self.start += 1
        self.begin, self.end = begin, end
        self.indent = self.start - begin

    @property
    def blank(self) -> bool:
        return self.start == self.end


class _Text:
    """A text on its way into a view."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = Builder(source, self._written)
        self._flow = Flow(source, self._builder, [])
        self._lines = list(_lines(source))
        self._titles: list[tuple[int, int, int]] = []  # start and end of each, and the length of the line under it

    def read(self) -> View:
        index = 0
        while index < len(self._lines):
            index = self._block(index)
        view = self._builder.view()
        return CarefulView(**vars(view), kinds=_kinds, refuses=self._refuses)

    def _refuses(self, edits: list[Replacement]) -> bool:
        """Whether a block would begin, or a title be longer than the line under it."""
        if any(_makes_markup(self._source, edit) for edit in edits):
            return True
        index = bisect_right(self._titles, edits[0].start, key=_first) - 1
        if index < 0 or edits[0].start > self._titles[index][1]:
            return False
        start, end, room = self._titles[index]
        return end - start + sum(len(edit.text) - (edit.end - edit.start) for edit in edits) > room

    def _written(self, text: str, place: int) -> str:
        text = _SPECIAL.sub(r"\\\g<0>", text)
        if "\n" in text:
            start = self._source.rfind("\n", 0, place) + 1
            indent = re.compile(r"[ \t]*(?:[-+*][ \t]+)?").match(self._source, start, place)
            text = text.replace("\n", "\n" + (" " * len(indent[0]) if indent else ""))
        return text

    def _block(self, index: int) -> int:
        """Read the block that begins at line `index`; where the next one begins."""
        self._flow.pause()
        source, line = self._source, self._lines[index]
        if line.blank:
            return index + 1
        start, text = line.start, source[line.start : line.end]
        if _SIMPLE_TABLE.fullmatch(text):
            return self._simple_table(index)
        if _GRID_TABLE.fullmatch(text) or text.startswith(">>> "):
            return self._to_blank(index)
        if _ADORNMENT.fullmatch(text) and len(text) > 1 and not text.startswith("::"):
            return index + 1
        marked = False
        while marker := self._marker(start, index):
            start, marked = marker, True
        column = start - line.begin
        if start == line.end:
            return index + 1
        explicit = _EXPLICIT.match(source, start, line.end)
        if explicit:
            begins = self._explicit(index, start, explicit.end())
            if begins is None:
                return self._past(index, column)
            if begins == line.end:
                return self._past_options(index + 1)
            return self._paragraph(index, begins, column, marked=True)
        if _LINE_BLOCK.match(source, start, line.end):
            return self._line_block(index)
        return self._paragraph(index, start, column, marked=marked)

    def _marker(self, start: int, index: int) -> int | None:
        """Where the text after a list marker, a field's name or options at `start` begins; None if there is none."""
        end = self._lines[index].end
        for pattern in (_BULLET, _ENUMERATOR, _FIELD, _OPTION):
            match = pattern.match(self._source, start, end)
            if match and (pattern is not _ENUMERATOR or is_enumerator(self._source, match[0])):
                return match.end() if match.end() > start else None
        return None

    def _explicit(self, index: int, start: int, after: int) -> int | None:
        """Where prose begins after `.. `, the end of the line if in the lines that follow; None: nowhere."""
        source, line = self._source, self._lines[index]
        note = _FOOTNOTE.match(source, after, line.end)
        if note:
            return note.end()
        directive = _DIRECTIVE.match(source, after, line.end)
        if directive is None or source.startswith("__", start):
            return None
        name = directive[1].rpartition(":")[2]
        if name in _VERSIONED:
            version = _VERSION.match(source, directive.end(), line.end)
            return version.end() if version else line.end
        if name in _ARGUMENT:
            return directive.end()
        return line.end if name in _BODY or ":" in directive[1] else None

    def _past_options(self, index: int) -> int:
        """The line after the options of a directive."""
        while index < len(self._lines) and not (line := self._lines[index]).blank:
            if not _FIELD.match(self._source, line.start, line.end):
                break
            index += 1
        return index

    def _past(self, index: int, column: int) -> int:
        """The first line after `index` that is indented no more than `column`."""
        index += 1
        while index < len(self._lines) and (self._lines[index].blank or self._lines[index].indent > column):
            index += 1
        return index

    def _to_blank(self, index: int) -> int:
        while index < len(self._lines) and not self._lines[index].blank:
            index += 1
        return index

    def _simple_table(self, index: int) -> int:
        """The line after a table, which ends with a border before a blank line."""
        last = index + 1
        while last < len(self._lines):
            line = self._lines[last]
            if self._source[line.start : line.start + 2] == "==" and (
                last + 1 == len(self._lines) or self._lines[last + 1].blank
            ):
                return last + 1
            last += 1
        return self._to_blank(index)

    def _line_block(self, index: int) -> int:
        while index < len(self._lines) and not (line := self._lines[index]).blank:
            mark = _LINE_BLOCK.match(self._source, line.start, line.end)
            self._inline_prose(mark.end() if mark else line.start, line.end)
            self._flow.line_break(line.end)
            index += 1
        return index

    def _paragraph(self, index: int, start: int, column: int, *, marked: bool) -> int:
        """Prose from `start` on. Its further lines stand at `column`, or after a marker where the second one does."""
        source, first = self._source, self._lines[index]
        last = index
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if following is not None and not following.blank:
            if not marked and self._is_title(first, following):
                self._titles.append((first.start, first.end, following.end - following.start))
                self._inline_prose(start, first.end)
                return index + 2
            aligned = following.indent == column or (marked and following.indent > first.indent)
            if aligned:
                last = self._last_line(index + 1, following.indent)
        end = self._lines[last].end
        literal = source.endswith("::", start, end)
        if literal:  # `so::` reads `so:`, and `so ::` reads `so`
            end -= 1
            if end - 2 < start or source[end - 2] in " \t\n:":
                end = max(start, start + len(source[start : end - 1].rstrip()))
        self._inline_prose(start, end)
        if not literal:
            return last + 1
        return self._past_literal(last + 1, min(column, self._lines[last].indent) if last > index else column)

    def _last_line(self, index: int, indent: int) -> int:
        """The last line of a paragraph whose second one is `index`."""
        while index + 1 < len(self._lines):
            line = self._lines[index + 1]
            if line.blank or line.indent != indent:
                break
            index += 1
        return index

    def _is_title(self, line: _Line, following: _Line) -> bool:
        text = self._source[following.start : following.end].rstrip()
        if not _ADORNMENT.fullmatch(text) or following.indent:
            return False
        return len(text) >= 4 or len(text) >= line.end - line.start

    def _past_literal(self, index: int, column: int) -> int:
        """The line after the literal block that begins at `index`, or after a blank line."""
        while index < len(self._lines) and self._lines[index].blank:
            index += 1
        if index == len(self._lines) or self._lines[index].indent > column:
            return self._past(index - 1, column)
        if _QUOTED_LITERAL.match(self._source, self._lines[index].start):
            mark = self._source[self._lines[index].start]
            while index < len(self._lines) and self._source.startswith(mark, self._lines[index].start):
                index += 1
        return index

    def _inline_prose(self, start: int, end: int) -> None:
        """Add prose with inline markup."""
        flow, source = self._flow, self._source
        for match in _inline().finditer(source, start, end):
            kind = match.lastgroup if match.lastgroup != "text" else "link"
            here, there = match.span()
            if kind == "reference":
                name = _REFERENCE_NAME.search(source, max(start, here - 100), here)
                here = name.start() if name else here
            if here < start:
                continue
            flow.add_lines(start, here)
            start = there
            if kind == "escaped":
                if not match["escaped"].isspace():
                    flow.decode(here, there, match["escaped"])
            elif kind == "link":
                inside = match.span("text")
                flow.markup(Span(here, inside[0]), Span(inside[1], there), needless=False)
                flow.add_lines(*inside)
                flow.end = there
            elif kind in ("strong", "emphasis"):
                width = 2 if kind == "strong" else 1
                flow.markup(Span(here, here + width), Span(there - width, there))
                flow.add_lines(here + width, there - width)
                flow.end = there
            else:
                flow.protect(here, there)
        flow.add_lines(start, end)


def _first(title: tuple[int, int, int]) -> int:
    return title[0]


def _lines(source: str) -> Iterator[_Line]:
    start = 0
    while start < len(source):
        end = source.find("\n", start)
        end = len(source) if end == -1 else end
        yield _Line(source, start, end)
        start = end + 1


def read_text(source: str) -> View:
    """The view of a text."""
    return _Text(source).read()
