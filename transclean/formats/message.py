"""The strings of translation files: placeholders and layout protected, inline tags looked through."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from transclean.formats.escapes import Escapes
from transclean.formats.layout import layout_in, layout_of
from transclean.formats.names import names
from transclean.formats.placeholders import SIGNS, accelerator_in, placeholders
from transclean.formats.view import Builder
from transclean.text.protect import joined
from transclean.text.span import Span

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*|\d+)((?:\s[^<>]*?)?)(/?)>")
# Elements inside a sentence, which rules may look through; one with a number for its name is React's.
_INLINE = names("a b big em font i mark s small span strong u")
_CODE = names("code kbd pre samp script style tt var")


class _Run(NamedTuple):
    """A stretch of the source and the `text` it stands for, at `at` of the string. `exact`: as it is."""

    at: int
    start: int
    end: int
    text: str
    exact: bool


class Message:
    """One string of a file, which need not be in one piece there: its `text`, and the way to the source."""

    def __init__(self, source: str, spans: Iterable[Span], escapes: Escapes | None) -> None:
        self._runs: list[_Run] = []
        self._source = source
        self._length = 0
        self.opaque: list[Span] = []  # placeholders and code
        self.silent: list[Span] = []  # markup
        for start, end in spans:
            position = start
            for match in escapes.pattern.finditer(source, start, end) if escapes else ():
                self._add(position, match.start(), source[position : match.start()], exact=True)
                meaning = escapes.read(match.group()) if escapes else None
                if meaning is None:
                    self.opaque.append(Span(self._length, self._length + len(match.group())))
                    self._add(*match.span(), match.group(), exact=True)
                else:
                    self._add(*match.span(), meaning, exact=False)
                position = match.end()
            self._add(position, end, source[position:end], exact=True)
        self._starts = [run.at for run in self._runs]
        self.text = "".join(run.text for run in self._runs)

    def _add(self, start: int, end: int, text: str, *, exact: bool) -> None:
        if text:
            self._runs.append(_Run(self._length, start, end, text, exact))
            self._length += len(text)

    def to_source(self, start: int, end: int) -> Span:
        """Where in the source characters `start` to `end` are, which are not none."""
        first = self._runs[self._index(start)]
        last = self._runs[self._index(end - 1)]
        return Span(
            first.start + start - first.at if first.exact else first.start,
            last.start + end - last.at if last.exact else last.end,
        )

    def _index(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def add_to(self, builder: Builder) -> None:
        """Give the text to `builder`."""
        if not self.text.strip():
            return
        if not self.opaque and not self.silent:
            self._add_runs(builder, self._runs)
            return
        position = 0
        marks = [*((span, True) for span in joined(self.opaque)), *((span, False) for span in self.silent)]
        for (start, end), opaque in sorted(marks):
            start = max(start, position)
            if start < end:
                self._add_part(builder, position, start)
                if opaque:
                    builder.protect(*self.to_source(start, end))
                position = end
        self._add_part(builder, position, len(self.text))

    def _add_part(self, builder: Builder, start: int, end: int) -> None:
        if start == end:
            return
        runs = self._runs[self._index(start) : self._index(end - 1) + 1]
        first, last = runs[0], runs[-1]
        if last.exact:
            runs[-1] = last._replace(end=last.start + end - last.at)
        if first.exact:
            runs[0] = runs[0]._replace(start=first.start + start - first.at)
        self._add_runs(builder, runs)

    @staticmethod
    def _add_runs(builder: Builder, runs: Iterable[_Run]) -> None:
        for run in runs:
            if run.exact:
                builder.keep(run.start, run.end)
            else:
                builder.decode(run.start, run.end, run.text)


class Messages:
    """Adds strings of `source` to `builder`, each a block of its own.

    `signs`: the characters that begin an escape.
    """

    def __init__(self, builder: Builder, source: str, escapes: Escapes | None = None, signs: str = "\\") -> None:
        self._builder = builder
        self._source = source
        self._escapes = escapes
        self._escaping = re.compile(f"[{re.escape(signs)}&<]")
        self._special = re.compile(f"[{re.escape(SIGNS)}]|   ")

    def add(self, *spans: Span, escapes: Escapes | None = None, translated: str = "") -> None:
        """Add the string that is in `spans`.

        `escapes`: those of this string, if it has others; `translated`: the text that it translates, if that is known.
        """
        layout = layout_of(translated)
        accelerator = accelerator_in(translated)
        if len(spans) == 1 and not layout and not accelerator:
            start, end = spans[0]
            text = self._source[start:end]
            if not self._escaping.search(text):
                opaque = joined(placeholders(text)) if self._special.search(text) else ()
                if not _is_comment(text):
                    self._builder.keep(start, end, [Span(start + a, start + b) for a, b in opaque])
                    self._builder.pause()
                return
        message = Message(self._source, spans, escapes or self._escapes)
        if accelerator == accelerator_in(message.text) != "":
            self._look_through_accelerator(message, accelerator)
        if layout:
            message.opaque += layout_in(message.text, layout)
        if _is_comment(message.text):
            return
        if self._special.search(message.text):
            message.opaque += placeholders(message.text)
        if "<" in message.text:
            self._look_through_tags(message)
        message.add_to(self._builder)
        self._builder.pause()

    def _look_through_accelerator(self, message: Message, sign: str) -> None:
        place = message.text.find(sign)
        letter = message.to_source(place + 1, place + 2)
        message.silent.append(Span(place, place + 1))
        # Not to be left without the letter of its key.
        self._builder.around(message.to_source(place, place + 1), Span(letter.end, letter.end), needless=False)

    def _look_through_tags(self, message: Message) -> None:
        opened: list[re.Match[str]] = []
        for tag in _TAG.finditer(message.text):
            closes, name, _, alone = tag.groups()
            if alone:
                continue
            if not closes:
                opened.append(tag)
                continue
            while opened and opened[-1][2] != name:
                opened.pop()
            if not opened:
                continue
            opening = opened.pop()
            if name.lower() in _CODE:
                message.opaque.append(Span(opening.start(), tag.end()))
            elif name.lower() in _INLINE or name.isdigit():
                message.silent += Span(*opening.span()), Span(*tag.span())
                self._builder.around(
                    message.to_source(*opening.span()),
                    message.to_source(*tag.span()),
                    needless=not (opening[3] or name.isdigit()),
                )


def _is_comment(text: str) -> bool:
    """Whether a string suppresses findings, in a format without comments."""
    return "transclean:" in text
