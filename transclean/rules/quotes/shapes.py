"""One shape of quotation marks in a document, and one system: straight or curly, double outside and single inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from transclean.rules.quotes.foreign import english_marks
from transclean.rules.quotes.pairing import Quotation, pair_quotes
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.span import Span

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# A shape below this share of a document's double marks is a slip, not a second convention.
_MINORITY: Final = 0.2

_DOUBLE: Final = {'"': False, "“": True, "”": True}
"""English double marks, and whether each is curly."""


def _replace(text: str, quotation: Quotation, opening: str, closing: str) -> Iterator[Hit]:
    for mark, new in ((quotation.opening, opening), (quotation.closing, closing)):
        if text[mark.place] != new:
            yield Hit(mark.place, mark.place + 1, new)


def _find_mixed_shapes(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    straight, curly = text.count('"'), text.count("“") + text.count("”")
    wanted = _wanted_shape(document, straight, curly)
    for quotation in pair_quotes(text).quotations:
        opening, closing = quotation.opening.glyph, quotation.closing.glyph
        if opening not in _DOUBLE or closing not in _DOUBLE:
            continue
        if not text[quotation.opening.place + 1 : quotation.closing.place].strip():
            continue
        shape = wanted
        if _DOUBLE[opening] != _DOUBLE[closing] and shape is None:
            shape = _DOUBLE[opening] if straight == curly else curly > straight
        if shape is not None:
            yield from _replace(text, quotation, *(("“", "”") if shape else ('"', '"')))


def _wanted_shape(document: Document, straight: int, curly: int) -> bool | None:
    """Whether all double marks should be curly, or straight; None if both shapes may stay."""
    shape = document.style.quote_shape
    if shape != "keep":
        return shape == "curly"
    if min(straight, curly) < _MINORITY * (straight + curly):
        return curly > straight
    return None


# Where the shape changes between two neighbouring marks; both patterns stop at the next mark of any shape, so that
# a text in one shape never matches.
_TO_CURLY: Final = r'"(?:[^"“”\n]|\n)*[“”]'
_TO_STRAIGHT: Final = r'[“”](?:[^"“”\n]|\n)*"'

TYP005 = Rule(
    code="TYP005",
    name="mixed-quote-shapes",
    summary="Straight and curly quotation marks mixed",
    why="A pair has one shape, and a document too. A pair opened in one and closed in the other takes the document's; "
    "so does the shape that makes up less than a fifth. More evenly mixed documents are left alone unless "
    "`quotes.shape` says which one is wanted.",
    safety=UNSAFE,
    stage=Stage.QUOTES,
    trigger=[_TO_CURLY, _TO_STRAIGHT],
    find=_find_mixed_shapes,
    whole_document=True,
    fixes=(
        ('"What a great opportunity.”', '"What a great opportunity."'),
        ("“I confirm the news\" he said", "“I confirm the news” he said"),
        Example('He said “yes” and then "no".', "He said “yes” and then “no”.", options="quotes.shape=curly"),
        Example('He said “yes” and then "no".', 'He said "yes" and then "no".', options="quotes.shape=straight"),
        (
            "“One,” “two,” “three,” “four,” “five,” he counted.\n\nThen came \"six\".",
            "“One,” “two,” “three,” “four,” “five,” he counted.\n\nThen came “six”.",
        ),
    ),
    keeps=(
        'a 5" pipe called “the big one”',
        'He said "yes".',
        'x = "“"',
        'He said “yes” and then "no" and “perhaps”.',
    ),
)  # fmt: skip


def _find_nested(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    pairing = pair_quotes(text)
    around: list[Quotation] = []
    for quotation in pairing.quotations:
        del around[quotation.depth :]
        glyph = quotation.opening.glyph
        if around and around[-1].opening.glyph == glyph and glyph in _ALTERNATE and not quotation.mixed:
            lines = Span(segment.line_at(around[0].opening.place).start, segment.line_at(around[0].closing.place).end)
            doubled = '""' in text[quotation.opening.place - 1 : quotation.opening.place + 2]
            if not doubled and not pairing.unpaired_in(*lines):
                yield from _replace(text, quotation, *_ALTERNATE[glyph])
        around.append(quotation)


_ALTERNATE: Final = {'"': ("'", "'"), "“": ("‘", "’"), "'": ('"', '"'), "‘": ("“", "”")}
"""The marks for a quotation directly inside one with these."""

TYP007 = Rule(
    code="TYP007",
    name="nested-same-quotes",
    summary="Quotation inside a quotation with the same marks",
    why="Inside double marks English writes single ones, and the other way round. Straight marks show their nesting "
    "only by the space around them: one that can only open, while another is open.",
    safety=UNSAFE,
    stage=Stage.QUOTES,
    trigger=[
        "“(?:[^“”\n]|\n)*“",
        r'[ (]"[^" \n][^"\n]*[ (]"[^" \n]',
        r'^"[^" \n][^"\n]*[ (]"[^" \n]',
        "‘(?:[^‘’\n]|\n)*‘",
    ],
    find=_find_nested,
    fixes=(
        ("“He is the “king” of jazz.”", "“He is the ‘king’ of jazz.”"),
        ('"the so-called "old rules" are dead"', "\"the so-called 'old rules' are dead\""),
        Example("‘the ‘new’ plan’", "‘the “new” plan’", style="uk"),
        ("“They called it “a mistake”,” he said.", "“They called it ‘a mistake’,” he said."),
    ),
    keeps=(
        '"Yes," he said, "no."',
        "“A” and “B”",
        '"A" "B" "C"',
        "“First paragraph of a speech.\n\n“Second paragraph.”",
        "“He called it ‘a mistake’.”",
    ),
)  # fmt: skip


def _find_other_system(segment: Segment, document: Document) -> Iterator[Hit]:
    text, style = segment.text, document.style
    outer_is_single = style.outer_quote == "single"
    swapped = False
    for quotation in pair_quotes(text).quotations:
        if quotation.mixed or quotation.opening.glyph not in "\"“'‘":
            continue
        if quotation.depth == 0:
            swapped = quotation.single != outer_is_single
        if swapped:
            curly = quotation.opening.glyph in "“‘"
            yield from _replace(text, quotation, *_in_shape(english_marks(style, quotation.depth), curly))


_CURLY: Final = {'"': ("“", "”"), "'": ("‘", "’"), "“": ("“", "”"), "‘": ("‘", "’")}
_STRAIGHT: Final = {'"': ('"', '"'), "'": ("'", "'"), "“": ('"', '"'), "‘": ("'", "'")}


def _in_shape(marks: tuple[str, str], curly: bool) -> tuple[str, str]:
    """The pair `marks` in the shape that the quotation had."""
    return (_CURLY if curly else _STRAIGHT)[marks[0]]


TYP008 = Rule(
    code="TYP008",
    name="national-quotes",
    summary="Quotation marks of the other national style",
    why="American and UN style put double marks outside and single ones inside, British publishers single ones "
    "outside; both are norms, so the rule is silent until a style is set.",
    safety=UNSAFE,
    stage=Stage.QUOTES,
    trigger=[r"^['‘][^ \n'’]", r"[ (\[\u2014\u2013]['‘][^ \n'’]", '"', "“"],
    find=_find_other_system,
    needs_style=True,
    fixes=(
        Example("He said 'yes' twice.", 'He said "yes" twice.', style="us"),
        Example('He said "yes" twice.', "He said 'yes' twice.", style="uk"),
        Example("‘I resign,’ he said.", "“I resign,” he said.", style="un"),
        Example("‘He called it “a mess”,’ she said.", "“He called it ‘a mess’,” she said.", style="us"),
        Example("“I don’t know,” she said.", "‘I don’t know,’ she said.", style="uk"),
    ),
    keeps=(
        "the boys' school",
        "rock 'n' roll",
        "the '90s",
        "5' 10\"",
        "don't and won't",
        "\"He said 'no' to us,\" she recalled.",
        Example("He said 'yes' twice.", style="auto"),
        "'Twas the night before Christmas, and the boys' room was quiet.",
    ),
)

RULES = (TYP005, TYP007, TYP008)
