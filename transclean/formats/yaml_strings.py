"""YAML: the scalar values of translation files.

PyYAML's events (from libyaml) say where a scalar begins and ends, and cost no recursion; what is inside one is read
here, as YAML 1.1 says in "Scalar Styles". Indentation is markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from transclean.errors import FormatError
from transclean.formats import Details, Format
from transclean.formats.escapes import CONTINUATION, Escapes
from transclean.formats.language import primary
from transclean.formats.message import Messages
from transclean.formats.places import Places, guarded, mended
from transclean.formats.problem import problem
from transclean.formats.translation_files import holds_translations, is_language, is_prose, one_language
from transclean.formats.view import Builder, View
from transclean.text.revision import Replacement
from transclean.text.span import Span

if TYPE_CHECKING:
    import yaml

_BLOCK = re.compile(r"[|>][-+]?[ \t]*(?:#[^\n]*)?\n(?:[ \t]*\n)*( +)(?=\S)")
_STRING = "tag:yaml.org,2002:str"

_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # anchors and tags
_EVENTS_OF_A_LIST = 7  # with one scalar: stream, document and list begin and end

# A line break in a plain or quoted scalar is a space, an empty line a line break.
_FOLD = r"(?<![ \t])[ \t]*\n[ \t\n]*"
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _meaning(escape: str) -> str | None:
    if escape == "''":
        return "'"
    before, backslash, after = escape.partition("\\")
    if not backslash:
        return "\n" * (escape.count("\n") - 1) or " "
    if after[:1] in ("\n", ""):  # the line goes on
        return before
    if len(after) == 1:
        return _LETTERS.get(after, after)
    number = int(after[1:], 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else None


_HEX = "[0-9a-fA-F]"
_PLAIN = Escapes(_FOLD, _meaning)
_SINGLE = Escapes(rf"{_FOLD}|''", _meaning)
_DOUBLE = Escapes(
    rf"{_FOLD}|{CONTINUATION}|\\x{_HEX}{{2}}|\\u{_HEX}{{4}}|\\U{_HEX}{{8}}|\\.",
    _meaning,
)


@lru_cache(maxsize=64)
def _block(indentation: int) -> Escapes:
    return Escapes(rf"\n[ ]{{0,{indentation}}}", lambda escape: "\n")


class _Scalar(NamedTuple):
    """A scalar value: the span of its text, without quotes or indicators. `style` as in YAML, `""` for plain.

    `root`: the key at the root that it is under; `indentation` of a block; `flow`: whether it is in brackets.
    """

    span: Span
    style: str
    root: str
    indentation: int = 0
    flow: bool = False


def _scalars(source: str) -> Iterator[_Scalar]:
    import yaml

    states: list[str] = []  # of the open collections: a mapping waits for a "key" or a "value"; a list for an "item"
    flows: list[bool] = []  # whether they are in brackets
    root = ""
    try:
        for event in yaml.parse(source, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionEndEvent):
                states.pop()
                flows.pop()
            if not isinstance(event, yaml.NodeEvent):
                continue
            is_key = states[-1:] == ["key"]
            if states and states[-1] != "item":
                states[-1] = "value" if is_key else "key"
            if isinstance(event, yaml.CollectionStartEvent):
                states.append("key" if isinstance(event, yaml.MappingStartEvent) else "item")
                flows.append(event.flow_style)
            elif isinstance(event, yaml.ScalarEvent):
                if is_key and len(states) == 1:
                    root = event.value
                if not is_key and event.tag in (None, "!", _STRING) and is_prose(event.value):
                    scalar = _scalar(source, event, root if len(states) > 1 else "", flow=flows[-1:] == [True])
                    if scalar is not None:
                        yield scalar
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FormatError(f"line {line}: not YAML: {error.problem}") from None
    except yaml.reader.ReaderError as error:
        raise problem(source, error.position, f"not YAML: {error.reason}") from None


def _scalar(source: str, event: yaml.ScalarEvent, root: str, *, flow: bool) -> _Scalar | None:
    """The scalar of `event`; None for a block that says how far it is indented."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor or event.tag:
        properties = _PROPERTIES.match(source, start)
        start = properties.end() if properties else start
    if event.style in ("|", ">"):
        block = _BLOCK.match(source, start)
        return _Scalar(Span(block.end(), end), event.style, root, len(block[1])) if block else None
    if event.style in ("'", '"'):
        return _Scalar(Span(start + 1, end - 1), event.style, root)
    return _Scalar(Span(start, end), "", root, flow=flow)


def _escapes(scalar: _Scalar) -> Escapes:
    if scalar.indentation:
        return _block(scalar.indentation)
    return {"": _PLAIN, "'": _SINGLE, '"': _DOUBLE}[scalar.style]


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether `text` can stand as a plain scalar, and is a string then."""
    import yaml

    try:
        events = list(yaml.parse(f"[{text}]" if flow else f"- {text}", yaml.SafeLoader))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    if len(events) != _EVENTS_OF_A_LIST or len(scalars) != 1 or scalars[0].anchor or scalars[0].tag:
        return False
    value = scalars[0].value
    if value != re.sub(_FOLD, lambda fold: _meaning(fold.group()) or "", text):
        return False
    return bool(yaml.resolver.Resolver().resolve(yaml.ScalarNode, value, (True, False)) == _STRING)


def _read(text: str, details: Details) -> View:
    found = list(_scalars(text))
    # With Rails, the language is the key of all that is in the file.
    roots = [scalar.root for scalar in found]
    by_language = all(map(is_language, roots))
    chosen = one_language(roots, details.get("yaml.language", "")) if by_language else None
    scalars: Places[_Scalar] = Places()

    def written(new: str, place: int) -> str:
        at = scalars.at(place)
        if at is None:
            return new
        scalar = at[1]
        if scalar.style == '"':
            return json.dumps(new, ensure_ascii=False)[1:-1]
        return new.replace("'", "''") if scalar.style == "'" else new.replace("\n", "\n" + " " * scalar.indentation)

    def allowed(edits: list[Replacement]) -> bool:
        """Whether a plain scalar stays one."""
        at = scalars.at(edits[0].start)
        scalar = mended(text, at[0], edits) if at is not None else None
        if at is None or scalar is None:
            return False
        if at[1].indentation:
            return not scalar[:1].isspace()
        if at[1].style:
            return not any("\n" in edit.text for edit in edits)
        # One quotation mark of a pair may be at the beginning, where it means something else: then neither is made.
        more_quotes = any(scalar.count(mark) > text.count(mark, *at[0]) for mark in "'\"")
        return not more_quotes and _is_plain(scalar, flow=at[1].flow)

    builder = Builder(text, written)
    messages = Messages(builder, text, signs="\\'\n")
    for scalar in found:
        if not by_language or scalar.root == chosen:
            scalars.add(scalar.span, scalar)
            messages.add(scalar.span, escapes=_escapes(scalar))
    return guarded(builder.view(language=primary(chosen)), allowed)


FORMAT = Format("yaml", (".yml", ".yaml"), _read, details=("yaml.language",), wanted=holds_translations)
