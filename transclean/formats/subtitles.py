"""Subtitles: the text of the cues of SubRip, WebVTT and (Advanced) SubStation Alpha.

A sentence that runs over cues is one text, but nothing moves from one cue into another: each is read while it is on
the screen. pysubs2 and webvtt-py keep no positions, so the files are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from transclean.formats import Details, Format
from transclean.formats.escapes import Escapes
from transclean.formats.message import Message
from transclean.formats.places import Places, guarded, mended
from transclean.formats.problem import problem
from transclean.formats.view import Builder, View, as_it_is
from transclean.text.revision import Replacement
from transclean.text.span import Span

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[,.]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*(?:\n|\Z)", re.MULTILINE)
_ARROW = re.compile(r"^[^\n]*-->", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n|\Z)")

_EVENT = re.compile(r"^(?:Format:(?P<fields>.*)|Dialogue:(?P<values>.*)|(?P<section>\[.*\]))", re.MULTILINE)
_FIELDS = 10  # of an event, where there is no line that says so
_TIMES = 3  # the fields before the style: layer, start, end

_TAG = r"<[/\w][^<>\n]*>|\{[^{}\n]*\}"
_ITALICS = re.compile(r"(<[biu]>)[^<>]*(</[biu]>)")
# Between the times of a song's syllables nothing may move.
_SYLLABLE = re.compile(r"<\d|\\[kK]")
_DRAWING = re.compile(r"\\p(\d)")
# A change of speaker.
_DASH = re.compile(rf"(?:\A|\n|\\N)(?:[ \t]|{_TAG})*(?P<dash>(?:[-‐–—]+|>>)[ \t]*)(?=\S)")
_TAGS = re.compile(_TAG)
_GAPS = re.compile(r"(\s+)")
_CLOSING = "\"'”’»)]"
_SENTENCE_END = ".!?…:;♪♫。！？"

_VTT_ESCAPES = Escapes("(?!)", lambda escape: None)  # entities alone
_VTT_WRITTEN = str.maketrans({"&": "&amp;", "<": "&lt;"})
_ASS_ESCAPES = Escapes(r"\\[Nnh]", lambda escape: "\u00a0" if escape == r"\h" else "\n")


class _Cue(NamedTuple):
    """The place of a cue's text. A sentence runs on only between cues of the same `style`."""

    span: Span
    style: str = ""


def _subrip(source: str) -> Iterator[_Cue]:
    timings = _timings(source)
    if not timings and source.strip():
        raise problem(source, 0, "no cue with its times")
    for start, following in timings:
        text = source[start:following].rstrip()
        if following < len(source):
            lines, _, last = text.rpartition("\n")
            text = lines.rstrip() if last.strip().isdecimal() else text  # the number of the next cue
        yield _Cue(Span(start, start + len(text)))


def _webvtt(source: str) -> Iterator[_Cue]:
    if re.match(r"WEBVTT(?=\s|\Z)", source) is None:
        raise problem(source, 0, "no WEBVTT at the beginning")
    for start, following in _timings(source):
        # After a blank line come notes, styles, the name of the next cue.
        blank = _BLANK_LINE.search(source, start - 1, following)
        yield _Cue(Span(start, max(blank.start(), start) if blank else following))


def _timings(source: str) -> list[tuple[int, int]]:
    """For each line of times, where it ends and where the next one, or the end of the file, is."""
    timings = [Span(*match.span()) for match in _TIMING.finditer(source)]
    starts = {start for start, _ in timings}
    for arrow in _ARROW.finditer(source):
        if arrow.start() not in starts:
            raise problem(source, arrow.start(), "not the times of a cue")
    followings = [*(start for start, _ in timings[1:]), len(source)]
    return [(timing.end, following) for timing, following in zip(timings, followings, strict=False)]


def _substation(source: str) -> Iterator[_Cue]:
    section = ""
    fields = _FIELDS
    for event in _EVENT.finditer(source):
        if event["section"]:
            section = event["section"].lower()
        elif section != "[events]":
            continue
        elif event["fields"]:
            fields = event["fields"].count(",") + 1
        elif event["values"]:
            *values, text = event["values"].split(",", fields - 1)
            if len(values) < fields - 1:
                raise problem(source, event.start(), f"a dialogue of {len(values) + 1} fields instead of {fields}")
            yield _Cue(Span(event.end() - len(text), event.end()), ",".join(values[_TIMES:]))
    if not section and source.strip():
        raise problem(source, 0, "no sections")


def _parts(source: str, cue: _Cue) -> list[tuple[Span, bool]]:
    """What each speaker says, and whether a dash before it says so."""
    dashes = [Span(*match.span("dash")) for match in _DASH.finditer(source[slice(*cue.span)])]
    starts = [cue.span.start, *(cue.span.start + dash.end for dash in dashes)]
    ends = [*(cue.span.start + dash.start for dash in dashes), cue.span.end]
    return [(Span(start, end), start > cue.span.start) for start, end in zip(starts, ends, strict=True)]


class _Reader:
    """Adds cues to a builder, one after the other."""

    def __init__(self, source: str, escapes: Escapes | None, write: Callable[[str, int], str]) -> None:
        self._source = source
        self._escapes = escapes
        self._builder = Builder(source, write)
        self._cues: Places[_Cue] = Places()
        self._unfinished: _Cue | None = None  # the cue before, if its sentence goes on

    def read(self, cues: Iterator[_Cue]) -> View:
        for cue in cues:
            self._cues.add(cue.span, cue)
            for span, speaks in _parts(self._source, cue):
                self._add(span, cue, speaks=speaks)
        return guarded(self._builder.view(), self._allowed, _with_its_breaks)

    def _add(self, span: Span, cue: _Cue, *, speaks: bool) -> None:
        message = Message(self._source, [span], self._escapes)
        text = _TAGS.sub("", message.text).rstrip()
        if not text.strip():
            return
        before = self._unfinished
        if before is not None and not speaks and before.style == cue.style:
            self._builder.decode(before.span.end, cue.span.start, "\n")
        else:
            self._builder.pause()
        self._leave_out_tags(message)
        for italics in _ITALICS.finditer(message.text):
            self._builder.around(message.to_source(*italics.span(1)), message.to_source(*italics.span(2)))
        message.add_to(self._builder)
        self._unfinished = None if text.rstrip(_CLOSING)[-1:] in _SENTENCE_END else cue

    def _leave_out_tags(self, message: Message) -> None:
        drawing: int | None = None  # where it begins
        for match in _TAGS.finditer(message.text):
            tag = match.group()
            mode = _DRAWING.search(tag)
            if drawing is not None:
                if mode and mode[1] == "0":
                    message.opaque.append(Span(drawing, match.end()))
                    drawing = None
            elif mode and mode[1] != "0":
                drawing = match.start()
            else:
                (message.opaque if _SYLLABLE.search(tag) else message.silent).append(Span(*match.span()))
        if drawing is not None:
            message.opaque.append(Span(drawing, len(message.text.rstrip())))

    def _allowed(self, edits: list[Replacement]) -> bool:
        """Whether the edits are of one cue, and leave it one."""
        found = self._cues.at(edits[0].start)
        text = mended(self._source, found[0], edits) if found is not None else None
        return text is not None and "-->" not in text and text.strip() != "" and _BLANK_LINE.search(text) is None


def _with_its_breaks(old: str, new: str) -> str:
    """`new` with the line breaks that `old` has, if it has as many words."""
    before, after = _GAPS.split(old), _GAPS.split(new)
    if "\n" not in old or len(before) != len(after):
        return new
    after[1::2] = [its if "\n" in its else gap for its, gap in zip(before[1::2], after[1::2], strict=True)]
    return "".join(after)


def _read_subrip(text: str, details: Details) -> View:
    return _Reader(text, None, as_it_is).read(_subrip(text))


def _read_webvtt(text: str, details: Details) -> View:
    return _Reader(text, _VTT_ESCAPES, lambda new, place: new.translate(_VTT_WRITTEN)).read(_webvtt(text))


def _read_substation(text: str, details: Details) -> View:
    return _Reader(text, _ASS_ESCAPES, lambda new, place: new.replace("\n", r"\N")).read(_substation(text))


FORMATS = (
    Format("srt", (".srt",), _read_subrip),
    Format("vtt", (".vtt",), _read_webvtt),
    Format("ass", (".ass", ".ssa"), _read_substation),
)
