"""HTML and XHTML: text between tags, and the attributes that are prose.

Rules see through inline elements (`<b>1er</b> June`); any other tag ends a block. Code, elements in another language
and those that say they are not to be translated are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from transclean.formats.html_tags import (
    FORMATTING,
    INLINE,
    OPAQUE_BLOCK,
    OPAQUE_INLINE,
    OPAQUE_VOID,
    PROSE,
    RAW,
    Tag,
    comment_end,
    element_end,
    tag_at,
    tokens,
)
from transclean.formats.language import primary
from transclean.formats.references import (
    add_reference,
    add_text,
    decoded,
    escaped,
    html_attribute_meaning,
    html_meaning,
)
from transclean.formats.view import Builder, View

_WITHOUT_PROSE = OPAQUE_INLINE | OPAQUE_BLOCK | RAW | {"plaintext"}
_HTML = re.compile(r"<html[ \t\n\f\r]", re.IGNORECASE)
_XHTML = re.compile(r"\s*<\?xml\b|.{0,4000}?xmlns=[\"']http://www\.w3\.org/1999/xhtml[\"']", re.DOTALL)
_HEAD = 4000  # characters in which a page says what it is
_CHARSET = re.compile(r"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BEYOND_ASCII = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|nbsp|#39|#34|#38|#60|#62|#160);)#?\w+;")
_DESCRIPTIONS = frozenset(("description", "og:description", "og:title", "twitter:description", "twitter:title"))


class Writing:
    """How new text is written.

    Characters beyond ASCII become references in a file that says it is in another encoding than UTF-8, which need not
    have them; and in one with nothing beyond ASCII, unless it says that it is UTF-8 and has no references either.
    `xml`: names other than those of XML itself may be unknown to its reader.
    """

    def __init__(self, source: str, *, xml: bool) -> None:
        charset = _CHARSET.search(source, 0, _HEAD)
        is_utf8 = charset[1].lower() in ("utf-8", "utf8") if charset else xml
        is_legacy = charset is not None and not is_utf8
        keeps_to_ascii = source.isascii() and not (is_utf8 and _BEYOND_ASCII.search(source) is None)
        self._ascii_only = is_legacy or keeps_to_ascii
        self._spaces = not xml and "&nbsp;" in source
        self._named = not xml
        self._source = source
        self._starts: list[int] = []
        self._ends: list[int] = []

    def attribute(self, start: int, end: int) -> None:
        """There is prose between quotation marks at characters `start` to `end`."""
        self._starts.append(start)
        self._ends.append(end)

    def written(self, text: str, place: int) -> str:
        """See `View.written`."""
        index = bisect_right(self._starts, place) - 1
        quote = self._source[self._starts[index] - 1] if index >= 0 and place <= self._ends[index] else ""
        text = escaped(text, quote=quote, ascii_only=self._ascii_only, named=self._named)
        return text.replace("\u00a0", "&nbsp;") if self._spaces else text


def document_language(source: str, start: int, end: int) -> str | None:
    """The language that the `html` element says the text is in."""
    opening = _HTML.search(source, start, end)
    tag = tag_at(source, opening.start(), end) if opening else None
    return _language(source, tag) if tag else None


def is_xhtml(source: str) -> bool:
    """Whether it is to be read as XML: `<p/>` is an empty paragraph, CDATA sections are."""
    return _XHTML.match(source) is not None


class Reader:
    """Reads a page, or a part of the source that is one, into a view."""

    def __init__(self, source: str, builder: Builder, writing: Writing, *, language: str | None, xml: bool) -> None:
        self._source = source
        self._builder = builder
        self._writing = writing
        self._language = language
        self._xml = xml
        self._open: list[tuple[str, int, int]] = []  # inline elements: name, and where the start tag is
        self._later: list[tuple[int, int]] = []  # attributes of tags within a sentence, to come after it

    def read(self, start: int, end: int) -> None:
        """Add what is prose in characters `start` to `end`."""
        source, builder, opened, later = self._source, self._builder, self._open, self._later
        find = tokens().finditer
        position = start
        double = trailing = -1  # where the next spaces are that are not seen
        skipped: int | None = start
        while skipped is not None:
            position, skipped = skipped, None
            for match in find(source, position, end):
                at, stop = match.span()
                kind = match.lastgroup
                if at > position:
                    # Nearly all text is plain, and needs no closer look.
                    if double < position:
                        double = self._place_of("  ", position, end)
                    if trailing < position:
                        trailing = self._place_of(" \n", position, end)
                    if double >= at and trailing >= at:
                        builder.keep(position, at)
                    else:
                        self._text(position, at)
                if kind == "block":
                    builder.pause()
                    if opened or later:
                        self._end_block()
                elif kind == "opens":
                    if not (self._xml and source[stop - 2] == "/"):
                        opened.append((match["opens"], at, stop))
                elif kind == "closes":
                    self._close(match["closes"], at, stop)
                elif kind == "code":
                    builder.protect(at, at + 1)
                elif kind == "layout":
                    builder.decode(at, stop, "\n")
                elif kind is None:
                    add_reference(builder, source, at, stop, html_meaning(match.group()))
                else:
                    position = skipped = self._special(at, end)
                    break
                position = stop
        self._text(position, end)
        self._pause()

    def _place_of(self, characters: str, start: int, end: int) -> int:
        """Where `characters` next stand from `start` on; `end` if nowhere before it."""
        place = self._source.find(characters, start, end)
        return end if place == -1 else place

    def _text(self, start: int, end: int) -> None:
        """Keep text without references; space before a line break, or after another space, is not seen."""
        source = self._source
        while (place := source.find(" \n", start, end + 1)) != -1:
            self._line(start, start + len(source[start:place].rstrip(" \t")))
            start = place + 1
        self._line(start, end)

    def _line(self, start: int, end: int) -> None:
        while (place := self._source.find("  ", start, end)) != -1:
            self._builder.keep(start, place + 1)
            start = place + 1
            while start < end and self._source[start] == " ":
                start += 1
        self._builder.keep(start, end)

    def _pause(self) -> None:
        self._builder.pause()
        self._end_block()

    def _end_block(self) -> None:
        self._open.clear()
        for start, end in self._later:
            add_text(self._builder, self._source, start, end, html_attribute_meaning)
            self._builder.pause()
        self._later.clear()

    def _close(self, name: str, start: int, end: int) -> None:
        """The end tag of an inline element. What was opened within it, and is not closed, ends there too."""
        opened = self._open
        for index in range(len(opened) - 1, -1, -1):
            if opened[index][0] == name:
                _, *place = opened[index]
                del opened[index:]
                self._builder.around((place[0], place[1]), (start, end), needless=name in FORMATTING)
                return

    def _special(self, start: int, end: int) -> int:
        """Read what begins at `start` with `<`: a comment, or a tag that is not plain. Gives where to go on."""
        tag = tag_at(self._source, start, end)
        if tag is None:
            after = comment_end(self._source, start, end, xml=self._xml)
            if after is None:
                self._builder.keep(start, start + 1)
            return after or start + 1
        if tag.closing:
            return self._closing(tag)
        if tag.name in _WITHOUT_PROSE or self._is_kept_out(tag):
            return self._without_prose(tag, end)
        if tag.name in OPAQUE_VOID:
            self._builder.protect(start, start + 1)
            self._later += self._prose_of(tag)
        elif tag.name in INLINE:
            prose = self._prose_of(tag)
            if prose:
                # The place must stay, so that no edit reaches over the tag into its attribute.
                self._builder.protect(start, start + 1)
                self._later += prose
            if not (self._xml and tag.closed):
                self._open.append((tag.name, start, tag.end))
        else:
            self._pause()
            self._later += self._prose_of(tag)
            self._pause()
            if tag.name == "title":
                return self._title(tag, end)
            return tag.end
        return tag.end

    def _closing(self, tag: Tag) -> int:
        if tag.name in INLINE:
            self._close(tag.name, tag.start, tag.end)
        elif tag.name not in RAW | OPAQUE_INLINE | OPAQUE_VOID:
            self._pause()
            return tag.end
        return tag.end

    def _without_prose(self, tag: Tag, end: int) -> int:
        """Pass over an element; within a sentence it stays as something that is there."""
        after = tag.end if self._xml and tag.closed else element_end(self._source, tag, end)
        if tag.name in ("script", "style"):
            return after
        if tag.name in INLINE or tag.name in OPAQUE_INLINE:
            self._builder.protect(tag.start, tag.start + 1)
            return after
        self._pause()
        self._later += self._prose_of(tag) if tag.name == "textarea" else []
        self._pause()
        return after

    def _title(self, tag: Tag, end: int) -> int:
        """The title of the page: text in which there are no tags."""
        after = tag.end if self._xml and tag.closed else element_end(self._source, tag, end)
        stop = max(self._source.rfind("<", tag.end, after), tag.end)
        add_text(self._builder, self._source, tag.end, stop, html_meaning)
        self._pause()
        return after

    # Attributes.

    def _is_kept_out(self, tag: Tag) -> bool:
        """Whether the element is not to be touched: it says so, or is in another language than the page."""
        if tag.name in ("html", "body"):
            return False
        if self._value(tag, "translate").lower() == "no" or "notranslate" in self._value(tag, "class").split():
            return True
        language = _language(self._source, tag)
        return language is not None and language != (self._language or "en")

    def _prose_of(self, tag: Tag) -> list[tuple[int, int]]:
        """Where the attributes of `tag` that are prose stand; those without quotation marks are left alone."""
        if tag.name in OPAQUE_VOID and self._is_kept_out(tag):
            return []
        names = PROSE
        if tag.name == "meta":
            kind = self._value(tag, "name") or self._value(tag, "property")
            names = frozenset(("content",)) if kind.lower() in _DESCRIPTIONS else frozenset()
        places = [(v.start, v.end) for name, v in tag.attributes.items() if name in names and v.quoted]
        for place in places:
            self._writing.attribute(*place)
        return places

    def _value(self, tag: Tag, name: str) -> str:
        value = tag.attributes.get(name)
        return decoded(self._source[value.start : value.end], html_attribute_meaning).strip() if value else ""


def _language(source: str, tag: Tag) -> str | None:
    value = tag.attributes.get("lang") or tag.attributes.get("xml:lang")
    return primary(source[value.start : value.end]) if value else None


def read_page(text: str) -> View:
    """The view of a whole page."""
    xml = is_xhtml(text)
    writing = Writing(text, xml=xml)
    builder = Builder(text, writing.written)
    language = document_language(text, 0, len(text))
    Reader(text, builder, writing, language=language, xml=xml).read(0, len(text))
    return builder.view(language=language)
