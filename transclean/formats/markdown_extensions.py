"""What people write in Markdown that CommonMark does not know: shortcodes, templates, admonitions, JSX.

The parser is given a text of the same length in which these are masked, so that it reads the rest rightly: letters
stand for what is part of a sentence, blanks for what has lines of its own, a list item for an admonition with an
indented body. The mask also makes all characters ASCII, so that the bytes that the parser counts are characters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from transclean.formats.plain import fenced_code
from transclean.text.protect import joined
from transclean.text.span import Span

# What opens a template or shortcode, and what closes it.
_TEMPLATES = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("<%", "%>"))
# Shortcodes and tags whose content is no prose, of Hugo and of Jekyll.
_VERBATIM = re.compile(r"\{[{%][<%]?[ ]*-?[ ]*(highlight|mermaid|katex|math|raw|comment|codetabs|code|rawhtml)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

# Text that speaks of a reference; decoded, it would read as one.
_ESCAPED_REFERENCE = re.compile(r"&amp;#?\w{1,40};")
# Not `:---:`, a column of a table that is centred.
_EMOJI = re.compile(r":(?:[a-z][a-z0-9_+-]{0,40}|[+-]1):(?![\w:])")
_WORD_BEFORE = re.compile(r"[\w:]")
# Attribute lists of kramdown and Pandoc: {: .class}, {#id}, {.class key=value}
_ATTRIBUTES = re.compile(r"\{(?::|[#.][A-Za-z])[^{}\n]{0,200}\}")
# Python-Markdown and its kin: the title in quotation marks, the body indented by four. Marker, kind and title.
_ADMONITION = re.compile(
    r"(!!!|\?\?\?\+?|===[+!]?)[ \t]+((?:[a-z][\w-]*[ \t]*){0,4})(?:(\")[^\"\n]*(\"))?[ \t]*$", re.MULTILINE
)
# Docusaurus, VitePress, Pandoc: a container between two lines of colons. Marker with the kind, title, what closes it.
_COLONS = re.compile(":(?=::)")  # found in half the time that ":::" takes
_CONTAINER = re.compile(
    r"(:{3,}[ \t]*[\w-]*(?:\{[^}\n]*\})?\[?[ \t]*)([^\n\[\]{}]*)(\]?[ \t]*(?:\{[^}\n]*\})?[ \t]*)$", re.MULTILINE
)

_HANDLER = "transclean.markdown"
_EMPHASIS = "*_~"


class Mask:
    """`text`: the source from `start` on as the parser is to see it; `islands`: what in its prose nothing may touch."""

    def __init__(self, source: str, start: int, *, mdx: bool) -> None:
        self._source = source
        self._covers: list[tuple[Span, str]] = []  # what stands in place of what
        self._islands: list[Span] = []
        self.blank(0, start)
        if mdx:
            self._find_jsx()
        self._find_extensions()
        self.islands = joined(self._islands)
        self.text = _in_ascii(self._covered())

    def blank(self, start: int, end: int) -> None:
        """The parser is to see nothing but line ends there."""
        if start == end:
            return
        self._covers.append((Span(start, end), re.sub(r"[^\n]", " ", self._source[start:end])))

    def _find_extensions(self) -> None:
        source = self._source
        # One character is found ten times as fast as two or three.
        if ("{" in source and ("{{" in source or "{%" in source)) or (
            "<" in source and "%" in source and "<%" in source
        ):
            verbatim = list(self._verbatim())
            for span in verbatim:
                self.blank(*span)
            for opening, closing in _TEMPLATES:
                for span in _between(source, opening, closing):
                    self._hide(span)
        if "&" in source and "&amp;" in source:
            for match in _ESCAPED_REFERENCE.finditer(source):
                self._hide(Span(*match.span()))
        if "{" in source:
            for match in _ATTRIBUTES.finditer(source):
                if source[source.rfind("\n", 0, match.start()) + 1] != "#":  # a heading's: the parser knows them
                    self._hide(Span(*match.span()))
        if ":" in source:
            for match in _EMOJI.finditer(source):
                if not _WORD_BEFORE.match(source, match.start() - 1):
                    self._hide(Span(*match.span()))
        if any(mark in source and mark * 3 in source for mark in "!?="):
            for match in _ADMONITION.finditer(source):
                if self._begins_line(match.start()):
                    self._open_admonition(match)
        if ":" in source and _COLONS.search(source):
            for match in _CONTAINER.finditer(source):
                if self._begins_line(match.start()):
                    self._open_container(match)

    def _begins_line(self, place: int) -> bool:
        return not self._source[self._source.rfind("\n", 0, place) + 1 : place].strip()

    def _hide(self, span: Span) -> None:
        """Hide a template: with its line if it stands alone, else as a word of the sentence."""
        start, end = self._source.rfind("\n", 0, span.start) + 1, self._source.find("\n", span.end)
        end = len(self._source) if end == -1 else end
        if not (self._source[start : span.start].strip() or self._source[span.end : end].strip()):
            self.blank(*span)
        else:
            self._islands.append(span)
            self._covers.append((span, "x" * (span.end - span.start)))

    def _verbatim(self) -> Iterator[Span]:
        """Shortcodes with the code between them."""
        position = 0
        unclosed: set[str] = set()
        while opening := _VERBATIM.search(self._source, position):
            position = opening.end()
            if opening[1] in unclosed:
                continue
            closing = re.compile(rf"\{{[{{%][<%]?[ ]*-?[ ]*(?:/[ ]*|end){opening[1]}\b").search(self._source, position)
            if closing is None:
                unclosed.add(opening[1])
            else:
                position = closing.start()
                yield Span(opening.start(), position)

    def _open_admonition(self, match: re.Match[str]) -> None:
        """What follows `!!! ` belongs to a list item, as far as it is indented by four."""
        start, end = match.start(), match.end(2)
        self._covers.append((Span(start, end), "1)  ".ljust(end - start, "x")))
        self._islands.append(Span(start, end))
        if match[3]:
            self._islands += [Span(*match.span(3)), Span(*match.span(4))]

    def _open_container(self, match: re.Match[str]) -> None:
        """The title is a heading, so that it is a paragraph of its own."""
        if match[2].strip():
            self._covers.append((Span(*match.span(1)), "#".ljust(len(match[1]))))
            self.blank(*match.span(3))
        else:
            self.blank(*match.span())

    def _find_jsx(self) -> None:
        """Imports, exports, expressions, fragments, names with stops: what makes a tag no HTML tag."""
        source = self._source
        code = fenced_code(source)
        for match in re.finditer(r"^(?:import|export)\b.*(?:\n.+)*", source, re.MULTILINE):
            if not _within(code, match.start()):
                self.blank(*match.span())
        for span in _expressions(source):
            if not _within(code, span.start):
                self._hide(span)
        for match in re.finditer(r"</?>|</?[A-Z]\w*(?:\.\w+)+", source):
            if not _within(code, match.start()):
                cover = match[0].replace(".", "x") if match[0][-1] != ">" else " " * len(match[0])
                self._covers.append((Span(*match.span()), cover))

    def _covered(self) -> str:
        if not self._covers:
            return self._source
        parts: list[str] = []
        position = 0
        for (start, end), cover in sorted(self._covers):
            if start < position:
                start, cover = position, cover[position - start :]
            if start < end:
                parts += (self._source[position:start], cover)
                position = end
        parts.append(self._source[position:])
        return "".join(parts)


def _within(spans: list[Span], place: int) -> bool:
    """Whether one of `spans`, which are in order, holds `place`."""
    index = bisect_right(spans, place, key=_start) - 1
    return index >= 0 and place < spans[index].end


def _start(span: Span) -> int:
    return span.start


def _between(text: str, opening: str, closing: str) -> Iterator[Span]:
    """What stands between the two, with no blank line inside."""
    start = text.find(opening)
    while start != -1:
        blank = _BLANK_LINE.search(text, start)
        stop = blank.start() if blank else len(text)
        while start != -1 and start < stop:
            end = text.find(closing, start + len(opening), stop)
            if end == -1:
                break
            yield Span(start, end + len(closing))
            start = text.find(opening, end + len(closing), stop)
        start = text.find(opening, stop)


def _expressions(text: str) -> Iterator[Span]:
    """What stands in braces, with those in it, and no blank line inside."""
    depth = opened = 0
    for match in re.finditer(r"[{}]|\n[ \t]*\n", text):
        mark = match[0]
        if mark == "{":
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif mark == "}":
            if depth == 1:
                yield Span(opened, match.end())
            depth = max(depth - 1, 0)
        else:
            depth = 0


_COMMON_MARKS = "“”’—"
_AT_ONCE = 50_000  # characters


def _in_ascii(text: str) -> str:
    """`text` with each character that is not ASCII made one that means the same to the parser."""
    if text.isascii():
        return text
    parts = []
    start = 0
    while start < len(text):  # some lines at a time, which are in the processor's cache from one step to the next
        end = text.find("\n", start + _AT_ONCE) + 1 or len(text)
        part = text[start:end]
        for mark in _COMMON_MARKS:  # first, and faster than one by one
            part = part.replace(mark, ",")
        parts.append(part.encode("ascii", _HANDLER).decode("ascii"))
        start = end
    return "".join(parts)


def _ascii_run(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins for a run of characters that are not ASCII. Called from within C, as the handler of an encoder: no
    pattern finds the runs as fast.
    """
    assert isinstance(error, UnicodeEncodeError)
    text, start, end = error.object, error.start, error.end
    run = text[start:end]
    if run.isalnum():
        return "x" * len(run), end
    # Next to emphasis marks it matters what is a space; elsewhere a space would be markup that a no-break space is not.
    by_emphasis = text[start - 1 : start] in _EMPHASIS or text[end : end + 1] in _EMPHASIS
    return "".join("\f" if by_emphasis and c.isspace() else _ascii(c) for c in run), end


@lru_cache(maxsize=1024)
def _ascii(character: str) -> str:
    """A letter, or the punctuation mark that means least."""
    return "," if unicodedata.category(character)[0] in "PS" else "x"


codecs.register_error(_HANDLER, _ascii_run)
