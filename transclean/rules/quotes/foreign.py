"""Quotation marks of other languages: `«text»`, `„text“`, `「text」`, `《title》`.

What stays of the source's marks becomes the document's own English pair: double outside and single inside, or as the
style says, straight or curly as the rest of the document. Marks stay where something is said in the source's words: a
quotation in another language keeps its marks, but a name that English leaves as it is gets English ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.language.words import scores
from transclean.rules.prose import in_prose
from transclean.rules.quotes.pairing import SPACES, Mark, Quotation, pair_quotes
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.spacing.prose import line_around
from transclean.text.protect import OPAQUE

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.style import Style
    from transclean.text.segment import Segment

_GUILLEMETS: Final = "«‹"
_LOW_AND_REVERSED: Final = "„‟‚»›"
_CORNERS_AND_BRACKETS: Final = "「『《〈"
_TITLES: Final = "《〈"

# What a line in English may cite of Chinese or Japanese.
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|\([^()]*\)')
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def english_marks(style: Style, depth: int, *, single: bool = False) -> tuple[str, str]:
    """The pair of marks for a quotation inside `depth` others; `single`: the source used its single marks."""
    outer, inner = style.marks[:2], style.marks[2:]
    if single and depth == 0:
        return outer if style.outer_quote == "single" else inner
    return inner if depth % 2 else outer


def opening_hit(text: str, mark: Mark, new: str) -> Hit:
    """Put `new` for an opening mark, without space behind it and with one before it if a word touches it."""
    end = mark.place + 1
    while end < len(text) and text[end] in SPACES:
        end += 1
    touches = mark.place > 0 and text[mark.place - 1].isalnum()
    return Hit(mark.place, end, " " + new if touches else new)


def closing_hit(text: str, mark: Mark, new: str) -> Hit:
    """Put `new` for a closing mark, without space before it and with one behind it if a word touches it."""
    start = mark.place
    while start > 0 and text[start - 1] in SPACES:
        start -= 1
    touches = text[mark.place + 1 : mark.place + 3].isalnum() and len(text) > mark.place + 2
    return Hit(start, mark.place + 1, new + " " if touches else new)


def convert(text: str, quotation: Quotation, style: Style) -> Iterator[Hit]:
    """Give `quotation` English marks."""
    if quotation.opening.glyph in _TITLES and style.titles_of_works == "italic":
        opening = closing = "*"
    else:
        opening, closing = english_marks(style, quotation.depth, single=quotation.single)
    yield opening_hit(text, quotation.opening, opening)
    yield closing_hit(text, quotation.closing, closing)


def _convert_all(glyphs: str, segment: Segment, document: Document) -> Iterator[Hit]:
    """Convert the quotations whose opening mark is one of `glyphs`, and English ones inside them to the inner marks."""
    text = segment.text
    end_of_converted = -1
    for quotation in pair_quotes(text).quotations:
        nested = quotation.opening.place < end_of_converted
        if quotation.opening.glyph in glyphs and (not quotation.mixed or _closes_low(quotation)):
            if not _is_english(text, quotation, document):
                continue
            end_of_converted = max(end_of_converted, quotation.closing.place)
        elif not (nested and quotation.opening.glyph in '"“' and quotation.depth % 2):
            continue
        yield from convert(text, quotation, document.style)


def _closes_low(quotation: Quotation) -> bool:
    """Whether a low mark is closed by a straight one, as keyboards without the high mark have it: „text"."""
    return quotation.opening.glyph in "„‟" and quotation.closing.glyph == '"'


def _is_english(text: str, quotation: Quotation, document: Document) -> bool:
    start, end = quotation.inside
    inside = text[start:end]
    if not any(character.isalnum() or character == OPAQUE for character in inside) or _CJK.search(inside):
        return False
    before = text[quotation.opening.place - 1 : quotation.opening.place]
    if quotation.opening.glyph in "〈‚‹" and before.isalnum():
        return False  # f〈x〉 is notation
    if quotation.opening.glyph == "〈" and ("|" in inside or not re.search(r"[^\W\d_]{2}", inside)):
        return False  # as are 〈x〉 and 〈f|g〉
    if quotation.opening.glyph == "‹" and inside[0].isspace() and not document.mentions("«"):
        return False  # ‹ Back · Contents · Next ›
    if quotation.opening.glyph in "‚" and (inside[0].isspace() or inside[-1].isspace()):
        return False  # a low comma
    return not document.is_foreign(inside) or _is_foreign_name(text, quotation, document)


_LONGEST_NAME: Final = 6  # words
_PUNCTUATION = re.compile(r"[.,;:?!…]")


def _is_foreign_name(text: str, quotation: Quotation, document: Document) -> bool:
    """Whether the quotation holds a name or title that English leaves as it is: the party «La République en Marche».

    What is said in another language ends or pauses like a sentence, and keeps the marks that it has.
    """
    start, end = quotation.inside
    inside = text[start:end].strip()
    if not inside[0].isupper() or len(inside.split()) > _LONGEST_NAME or _PUNCTUATION.search(inside):
        return False
    around = text[: quotation.opening.place] + text[quotation.closing.place + 1 :]
    return scores(around).get(document.target_language, 0) > 1 and not document.is_foreign(around)


_OWN_CONVENTION: Final = 6
"""So many pairs of guillemets, and no English mark, make them the choice of a document that nothing says is translated.
"""


_SPECIAL: Final = 20
"""So many English marks for one guillemet make that one of a special kind: an inscription, a headline."""


def _chosen(document: Document) -> bool:
    """Whether guillemets are the document's own quotation marks, or marks of a special kind in a long one that has
    English marks; and the only thing that speaks for a translation."""
    if document.source != "auto" or not all("uillemet" in found for found in document.guess.evidence):
        return False
    own, english = document.count("«"), document.count('[“"]')
    return (own >= _OWN_CONVENTION and not english) or english > _SPECIAL * own


def _find_guillemets(segment: Segment, document: Document) -> Iterable[Hit]:
    safety = UNSAFE if _chosen(document) else None
    for hit in _convert_all(_GUILLEMETS, segment, document):
        yield hit._replace(safety=safety)


def _find_low_marks(segment: Segment, document: Document) -> Iterable[Hit]:
    return _convert_all(_LOW_AND_REVERSED, segment, document)


def _find_cjk_marks(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for hit in _convert_all(_CORNERS_AND_BRACKETS, segment, document):
        if not _CJK.search(_QUOTED.sub("", text[slice(*line_around(text, hit.start))])):
            yield hit


def _find_lone_guillemet(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    pairing = pair_quotes(text)
    for quotation in pairing.quotations:
        if not quotation.mixed:
            continue
        opening, closing = quotation.opening.glyph, quotation.closing.glyph
        if closing == "»" and opening in '"“„':
            yield closing_hit(text, quotation.closing, '"' if opening == '"' else "”")
        elif opening == "«" and closing in '"”':
            yield opening_hit(text, quotation.opening, '"' if closing == '"' else "“")
    for mark in pairing.unpaired:
        if (mark.glyph == "»" and _sentence_end_before().search(text, max(0, mark.place - 3), mark.place)) or (
            mark.glyph == "«" and _sentence_after().match(text, mark.place)
        ):
            yield Hit(mark.place, mark.place + 1, None, FLAG, "a guillemet without its partner")


@lru_cache(maxsize=1)
def _sentence_end_before() -> re.Pattern[str]:
    return re.compile(rf"\w[.!?…][{SPACES}]?\Z")


@lru_cache(maxsize=1)
def _sentence_after() -> re.Pattern[str]:
    # More than a "back" button: a capital and several words, up to the end of a sentence.
    return re.compile(rf"«[{SPACES}]?[A-ZÀ-Þ][^\n«»]{{10,}}?[.!?…](?:\s|\Z)")


TYP001 = Rule(
    code="TYP001",
    name="guillemets",
    summary="Guillemets in English text",
    why="English quotes with “ ” or \" \". The marks « » and ‹ › stay from French, Italian, Spanish, Russian or "
    "Arabic. Only balanced pairs around English words or a foreign name change; guillemets around what is said in "
    "another language are a quotation from it, and a lone one is an arrow of a menu. A document with nothing else, "
    "and without a sign of a translation, has chosen them: there they change on request only.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=["[«‹]"],
    find=in_prose(_find_guillemets),
    fixes=(
        ("He said «yes».", 'He said "yes".'),
        ("He said « yes » and left.", 'He said "yes" and left.'),
        ("The party «La République en Marche» won the vote.", 'The party "La République en Marche" won the vote.'),
        Example("«\u202fNo\u202f», he said.", '"No", he said.', style="uk-double"),
        ("the ‹Grub› area", "the 'Grub' area"),
        ("He called it «a “big” error».", "He called it \"a 'big' error\"."),
        ("the “return of the «old» rules”", "the “return of the ‘old’ rules”"),
        ("Fans of «Dynamo»’s new coach", 'Fans of "Dynamo"’s new coach'),
        ("« We must act now », the minister said, « or we shall regret it. »",
         '"We must act now", the minister said, "or we shall regret it."'),
    ),
    keeps=(
        "5 << 2",
        "std::cout << x >> y",
        "the signs « and » are called guillemets",
        "The « sign and the » sign are called guillemets.",
        " `«x»`",
        "As the French say, « il ne faut pas vendre la peau de l'ours ».",
        "Home » Products » Chairs",
        "‹ Part one: Beginnings up Part three: Ends ›",
    ),
)  # fmt: skip

TYP002 = Rule(
    code="TYP002",
    name="lone-guillemet",
    summary="Guillemet that has lost its partner",
    why="An engine that translates sentence by sentence gives the first mark of a long quotation an English shape and "
    "leaves the last one French. Where one English mark of the other direction is left over, the two belong together. "
    "Otherwise a guillemet at the end of a sentence is reported; those of menus and links are no quotation marks.",
    safety=UNSAFE,
    stage=Stage.QUOTES,
    trigger=["[«»]"],
    find=in_prose(_find_lone_guillemet),
    fixes=(
        ("Mandela said: “Sport can change the world. »", "Mandela said: “Sport can change the world.”"),
        ("\"It's a possibility to consider. »", '"It\'s a possibility to consider."'),
        ("« I am proud,” she said.", "“I am proud,” she said."),
        Example("I'm proud of myself. »", flag="»"),
        Example("« The road was long. He walked on.", flag="«"),
    ),
    keeps=("menu » File » Open", "next »", "« previous", "He said «yes».", "« Back to the list"),
)

TYP003 = Rule(
    code="TYP003",
    name="low-quotes",
    summary="German or Central European quotation marks in English text",
    why="German and the languages east of it open with „ or ‚, and German books with »; English knows none of these. "
    "Only balanced pairs around English words change.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=["[„‟‚»›]"],
    find=in_prose(_find_low_marks),
    sources=("de", "pl", "ru", "uk", "*"),
    fixes=(
        ("He said „yes“.", 'He said "yes".'),
        ("the „Solidarność” union", 'the "Solidarność" union'),
        ("the ‚old‘ rule", "the 'old' rule"),
        Example("»No«, said the man", '"No", said the man', style="uk-double"),
        ('She writes for the weekly „New Age" in Berlin.', 'She writes for the weekly "New Age" in Berlin.'),
        ("„The ‚new‘ plan“, he said", "\"The 'new' plan\", he said"),
    ),
    keeps=(
        "‚ and ‘ are quotes",
        "quoted German: `„ja“`",
        "the „ sign",
        "The poem begins „Wer reitet so spät durch Nacht und Wind“.",
    ),
)

TYP004 = Rule(
    code="TYP004",
    name="cjk-quotes",
    summary="Chinese or Japanese quotation or title marks in English text",
    why="「 」 and 『 』 quote, 《 》 and 〈 〉 mark titles; English puts titles in quotation marks (AP) or in italics "
    "(style option `titles`). If the words inside or beside them are still Chinese or Japanese, the marks "
    "belong to these.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=["[「『《〈]"],
    find=_find_cjk_marks,
    sources=("zh", "ja", "*"),
    fixes=(
        ("He said 「yes」.", 'He said "yes".'),
        ("『Avatar』 and 『Star Wars』", '"Avatar" and "Star Wars"'),
        ("the novel 《Red Sorghum》", 'the novel "Red Sorghum"'),
        Example("the novel 《Red Sorghum》", "the novel *Red Sorghum*", options="titles=italic"),
        ("the novel《Red Sorghum》is long", 'the novel "Red Sorghum" is long'),
        ("\"It was 『 Avatar 』.\"", "\"It was 'Avatar'.\""),
    ),
    keeps=("the poem 《静夜思》", "「東京」", "f〈x〉", "the product 〈f|g〉"),
)  # fmt: skip

RULES = (TYP001, TYP002, TYP003, TYP004)
