"""Markdown: CommonMark with what GitHub and the static site generators add to it, and MDX.

pulldown-cmark (pyromark) reads it, the one fast parser that says where in the source each piece stands; this module
follows its events. Prose is what is left when markup, code, link targets and definitions are taken away: rules see a
paragraph as a reader does, `1er June` in `**1er** June`, and one line after another without the `> ` of a quotation.
What CommonMark does not know, such as shortcodes, is masked before (`markdown_extensions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from transclean.formats import Details
from transclean.formats.careful import CarefulView
from transclean.formats.front_matter import FrontMatter
from transclean.formats.markdown_extensions import Mask
from transclean.formats.markdown_writing import makes_markup, takes_break, written
from transclean.formats.prose_flow import Flow
from transclean.formats.view import BREAK, Builder, View
from transclean.text.revision import Replacement

if TYPE_CHECKING:
    import pyromark

_INLINE_MARKS = {"Emphasis": 1, "Strong": 2, "Strikethrough": 2}
"""Markup of so many characters on each side."""

_INVISIBLE = ("CodeBlock", "MetadataBlock")
_LABELS = ("Collapsed", "Shortcut", "Autolink", "Email")
"""Links whose text is also their target, or the name of their definition."""

# `US$5–US$6` and `$5 and 7$` are money. Pandoc's rule that no figure follows the closing $ is not all: words of prose.
_MONEY = re.compile(r"\$\d[^\\^_{}=]*?(?:\$\d|(?<![\\\w])[^\W\d_]{2})|\$\d[\d.,\s]*\$\d")


@lru_cache(maxsize=1)
def _parser() -> pyromark.Markdown:
    from pyromark import Markdown, Options

    return Markdown(
        options=Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_MATH
        | Options.ENABLE_GFM
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_WIKILINKS
    )


def _kinds(text: str) -> list[str]:
    """The inline markup in `text`."""
    kinds = []
    events: Iterable[Any] = _parser().events(text)
    for event in events:
        if isinstance(event, dict):
            ((kind, what),) = event.items()
            if kind == "Start":
                kinds.append(what if isinstance(what, str) else next(iter(what)))
            elif kind not in ("End", "Text"):
                kinds.append(kind)
    return kinds


class _Page:
    """A page on its way into a view."""

    def __init__(self, source: str, details: Details, *, mdx: bool) -> None:
        self._source = source
        self._front = FrontMatter(source, details)
        self._mask = Mask(source, self._front.end, mdx=mdx)
        self._builder = Builder(source, self._written)
        self._flow = Flow(source, self._builder, self._mask.islands)
        self._block_end = len(source)
        self._links: list[tuple[int, int]] = []  # those that are open, each with the place of its `[`

    def read(self) -> View:
        self._front.add_to(self._builder)
        self._follow()
        view = self._builder.view()
        return CarefulView(**vars(view), kinds=_kinds, refuses=self._refuses)

    def _refuses(self, edits: list[Replacement]) -> bool:
        """Whether a block would begin, a line break that readers see go away, or a value become another."""
        if edits[0].start < self._front.end:
            return not all(self._front.allows(edit.start, edit.end, edit.text) for edit in edits)
        return any(makes_markup(self._source, edit) or takes_break(self._source, edit) for edit in edits)

    def _written(self, text: str, place: int) -> str:
        if place < self._front.end:
            return self._front.written(text, place)
        return written(self._source, text, place)

    def _follow(self) -> None:
        """Follow the events. Text that touches is added as one, and so are paragraphs with one blank line between: the
        fewer calls for a page, the better.
        """
        source, flow = self._source, self._flow
        start = end = -1  # of the text not yet added
        code: list[tuple[int, int]] = []  # in it
        skip = 0  # where the code block, or the like, ends that we are in
        events: Iterable[tuple[Any, Any]] = _parser().events_with_range(self._mask.text)
        for event, place in events:
            here = place["start"]
            if here < skip:
                if "Html" in event and place["end"] > skip:
                    skip = flow.html(skip, place["end"])
                continue
            there = place["end"]
            what: Any = None
            if event.__class__ is str:
                kind = event
                if here == end and kind == "SoftBreak":
                    end = there
                    continue
            else:
                kind, what = event.popitem()
                if here == end:
                    if kind == "Text" and len(what) == there - here:
                        end = there
                        continue
                    if kind == "Code":
                        code.append((here, there))
                        end = there
                        continue
                if what == "Paragraph":
                    if kind == "End":
                        continue  # what follows is a block, and pauses
                    if start < end == here - 2 and source.startswith(BREAK, end):
                        end = here
                        continue
            if start < end:
                flow.add(start, end, code)
                code.clear()
            start = end = -1
            if kind == "Text":
                start, end = here, there
                if len(what) != there - here:
                    flow.reference(here, there)
                    start = there
                elif source[here - 1 : here] == "\\" and flow.end < here:
                    flow.decode(here - 1, here + 1, source[here])
                    start = here + 1
            elif kind == "Start":
                skip = self._open(what, here, there)
            elif kind == "End":
                self._close(what, there)
            elif kind == "Code":
                start, end = here, there
                code.append((here, there))
            elif kind == "Html":
                skip = flow.html(here, there)
            elif kind == "InlineHtml":
                skip = flow.tag(here, self._block_end)
            elif kind in ("SoftBreak", "HardBreak"):
                flow.line_break(here)
            elif kind == "Rule":
                flow.pause()
            elif kind == "InlineMath" and _MONEY.match(source, here, there + 1):
                start, end = here, there
            elif kind != "TaskListMarker":
                flow.protect(here, there)
        if start < end:
            flow.add(start, end, code)

    def _open(self, tag: Any, start: int, end: int) -> int:
        """The beginning of a block or of inline markup. Returns where that ends, if nothing in it is to be seen."""
        flow = self._flow
        name = tag if tag.__class__ is str else next(iter(tag))
        width = _INLINE_MARKS.get(name)
        if width:
            if name == "Strikethrough" and self._source[start + 1] != "~":
                width = 1
            flow.markup((start, start + width), (end - width, end))
        elif name == "Link":
            link = tag["Link"]["link_type"]
            if link in _LABELS or (isinstance(link, dict) and not link["WikiLink"]["has_pothole"]):
                flow.protect(start, end)
                return end
            flow.meet(start)
            self._links.append((start, start + 1))
        elif name == "Image":
            flow.meet(start)
            self._links.append((start, start + 2))
        else:
            flow.pause()
            self._block_end = end
            if name in _INVISIBLE:
                return end
        return 0

    def _close(self, tag: Any, end: int) -> None:
        name = tag if tag.__class__ is str else next(iter(tag))
        if name in _INLINE_MARKS:
            self._flow.end = end
        elif name in ("Link", "Image"):
            opening = self._links.pop()
            self._flow.markup(opening, (max(self._flow.end, opening[1]), end), needless=False)
            self._flow.end = end
        else:
            self._flow.pause()


def read_page(source: str, details: Details, *, mdx: bool = False) -> View:
    """The view of a page. `details` may have `markdown.front-matter`."""
    return _Page(source, details, mdx=mdx).read()
