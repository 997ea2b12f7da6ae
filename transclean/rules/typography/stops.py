"""Commas and full stops at a closing quotation mark: on which side, and never on both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.abbreviations import ends_abbreviation
from transclean.rules.english import SPEECH_VERBS
from transclean.rules.prose import in_prose
from transclean.rules.quotes.foreign import convert
from transclean.rules.quotes.pairing import Quotation, pair_quotes
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.protect import OPAQUE

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

_ENDS: Final = ".,?!;:…—–-"


@lru_cache(maxsize=1)
def _literal_before() -> re.Pattern[str]:
    """What comes before quoted text that must be typed or read exactly."""
    return re.compile(
        r"\b(?:types?|enter|press|click(?: on)?|select|run|execute|choose|commands?|passwords?|keys?|buttons?|menus?"
        r"|options?|files?|folders?|values?|strings?|fields?|codes?|urls?|variables?|functions?|commas?|stops?"
        r"|marks?) \Z",
        re.IGNORECASE,
    )


def _find_side(segment: Segment, document: Document) -> Iterator[Hit]:
    side = document.style.quote_punctuation
    if side == "keep":
        return
    text = segment.text
    previous: Quotation | None = None
    for quotation in pair_quotes(text).quotations:
        if not quotation.mixed and quotation.opening.glyph in "\"“'‘":
            hit = _moved_in(text, quotation) if side == "inside" else _moved_out(text, quotation, previous)
            if hit is not None:
                yield hit
        previous = quotation


def _moved_in(text: str, quotation: Quotation) -> Hit | None:
    """`"a shame".` -> `"a shame."`, unless what is quoted is not prose."""
    place = quotation.closing.place
    inside = text[quotation.inside.start : quotation.inside.end]
    stop = text[place + 1 : place + 2]
    if stop not in (",", ".") or not inside or inside[-1] in _ENDS or inside[-1].isspace() or OPAQUE in inside:
        return None
    following = text[place + 2 : place + 3]
    if following and not (following.isspace() or following in ")]\"”’'"):
        return None
    if _literal_before().search(text[max(0, quotation.opening.place - 16) : quotation.opening.place]):
        return None
    return Hit(place, place + 2, stop + text[place])


def _moved_out(text: str, quotation: Quotation, previous: Quotation | None) -> Hit | None:
    """`"a shame."` -> `"a shame".`, if the words are a fragment and so the stop is the sentence's own."""
    place = quotation.closing.place
    inside = text[quotation.inside.start : quotation.inside.end]
    if len(inside) < 2 or inside[-1] not in ",." or inside[-2] in _ENDS or not inside[0].islower():
        return None
    if inside[-1] == "." and ends_abbreviation(text, place - 1):
        return None
    if any(end in inside[:-1] for end in (". ", "? ", "! ")):
        return None  # whole sentences are quoted too
    if previous is not None and _goes_on(text[previous.closing.place - 1 : quotation.opening.place]):
        return None
    if text[place + 1 : place + 2] in (",", "."):
        return None
    return Hit(place - 1, place + 1, text[place] + inside[-1])


def _goes_on(between: str) -> bool:
    """Whether a quotation goes on after a said-clause: `," he said, "`."""
    return len(between) < 80 and between.rstrip().endswith(",") and "." not in between


TYP009 = Rule(
    code="TYP009",
    name="stop-at-quote",
    summary="Comma or full stop on the wrong side of the closing quotation mark",
    why="American style puts commas and full stops inside; British and UN style only where they belong to the quoted "
    "words. Both are norms, so the rule is silent until a style is set. Commands, file names and keys keep their "
    "stops outside in any style; ; : ? and ! never move.",
    safety=UNSAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=["[^ \\n.,?!;:…][\"”’'][.,]", "[^ \\n][.,][\"”’']"],
    find=_find_side,
    needs_style=True,
    fixes=(
        Example('He called it "a shame".', 'He called it "a shame."', style="us"),
        Example('"Yes", he said.', '"Yes," he said.', style="us"),
        Example('He called it "a shame."', 'He called it "a shame".', style="un"),
        Example("It was ‘a mess,’ he added.", "It was ‘a mess’, he added.", style="uk"),
        Example("“He said ‘no’”, she noted.", "“He said ‘no,’” she noted.", style="us"),
    ),
    keeps=(
        'Type "ls", then Enter.',
        '"I resign."',
        "\"Did he say 'no'?\"",
        'the file "a.txt".',
        '"Who?" he asked.',
        Example('"We left," he said, "because it was late."', style="un"),
        Example('He spoke of "apples, pears, etc."', style="un"),
        Example('"Yes", he said.', style="auto"),
    ),
)

_TWICE = re.compile(r"(?<=[.?!])([\"”’»])\.(?=\s|\Z)")


_SPEAKS = rf"(?:(?:he|she|they|it|I|we) )?(?:{SPEECH_VERBS})"
_COMMA_TOO = re.compile(rf"(?<=[?!])[\"”](,) (?={_SPEAKS}\b)")


def _find_both_sides(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _COMMA_TOO.finditer(text):
        # A title may end in such a mark; what is said takes no comma behind it.
        yield Hit(*match.span(1), "", UNSAFE, "Comma after a question or exclamation mark and its quotation mark")
    for match in _TWICE.finditer(text):
        place = match.start()
        if match.group(1) == "’" and text[place - 1] in "?!":
            continue  # British papers end the sentence behind ‘Who?’.
        if text[place - 1] == "." and text[place - 2 : place - 1] != "." and ends_abbreviation(text, place - 1):
            continue
        if match.group(1) != "»":
            yield Hit(place + 1, place + 2, "")
            continue
        for quotation in pair_quotes(text).quotations:
            if quotation.closing.place == place:
                opening, closing = convert(text, quotation, document.style)
                yield opening
                yield closing._replace(end=place + 2)


TYP010 = Rule(
    code="TYP010",
    name="stop-on-both-sides",
    summary="Full stop on both sides of the closing quotation mark",
    why="Russian and Italian put the sentence's stop after the mark whatever stands before it; no style of English has "
    "both. After an abbreviation the inner stop belongs to the word. A comma after a question or exclamation mark goes "
    "on request, where it is told who speaks.",
    safety=SAFE,
    stage=Stage.TYPOGRAPHY,
    trigger=['[.?!]["”’»]\\.', f'[?!]["”], {_SPEAKS}'],
    find=in_prose(_find_both_sides),
    fixes=(
        ('"It is over.".', '"It is over."'),
        ('"Who?".', '"Who?"'),
        ('"It\'s an injustice!", said a deputy.', '"It\'s an injustice!" said a deputy.'),
        ("“Never!”.", "“Never!”"),
        ("«It is over.».", '"It is over."'),
        ('He said: "Not now...". She left.', 'He said: "Not now..." She left.'),
    ),
    keeps=(
        'He saw "What Now?", a play by Smith.',
        'the U.S.". is odd',
        'He wrote "etc.".',
        '"p.m.".',
        '"Inc.".',
        'He used the "Dr.".',
    ),
)

RULES = (TYP009, TYP010)
