"""ENC026, ENC029: spaces that English does not write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.encoding.claims import is_debris
from transclean.rules.encoding.neighbours import is_latin_place
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")

# Words and signs that belong to the figure after them (SI brochure 5.4.3; Chicago 6.121 for references).
_LABEL = re.compile(
    r"(?:\b(?i:figures?|figs?\.?|tables?|nos?\.|sections?|sect?\.|chapters?|chaps?\.|articles?|arts?\.|equations?|eqs?\.|annex"
    r"|appendix|volumes?|vols?\.|pages?|pp?\.|paragraphs?|paras?\.|parts?|steps?|items?|rules?|notes?)|[§№¶#])$"
)
_FIGURE_BEFORE = re.compile(r"\d$")
_GROUP_AFTER = re.compile(r"\d{3}(?!\d)")


@lru_cache(maxsize=1)
def _unit_after() -> re.Pattern[str]:
    """A symbol of the SI, of the units used with it (SI brochure, tables 2 to 8), of information, or imperial."""
    base = "m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|Wh|C|V|F|Ω|S|T|H|lm|lx|Bq|Gy|Sv|L|l|t|ha|eV|bar|B|b|bit|bps|cal|dB|Da"
    whole = "min|h|d|au|°[CF]?|[′″]|px|pt|dpi|rpm|mph|kph|ft|in|yd|mi|lb|lbs|oz|gal|hp|psi|mmHg|CFA"
    one = rf"(?:[YZEPTGMkhcdmµμnpf]?(?:{base})|{whole})[²³23]?"
    return re.compile(rf"{one}(?:[/·⋅]{one})*(?![\w'’])")


def _is_wanted(text: str, start: int, end: int) -> bool:
    """Whether the no-break space from `start` to `end` stands where English typography asks for one."""
    before, after = text[max(0, start - 16) : start], text[end : end + 16]
    if _FIGURE_BEFORE.search(before):
        return bool(_GROUP_AFTER.match(after) or _unit_after().match(after))
    return after[:1].isdigit() and bool(_LABEL.search(before))


# What typesetters tie: a title or an initial to the name, a number to what it counts or heads.
_BEFORE_TIE = r"(?:[.\d]|\b[A-Z]\w{0,30})"
_AFTER_TIE = r"[A-Za-z\d&\[]"
_TIE = rf"{_BEFORE_TIE}\u00a0(?={_AFTER_TIE})"
_TIED_TITLE = r"\b(?:St|Mrs?|Ms|Messrs|Dr)\.?\u00a0[A-Z]"
# Where the French put theirs, and where no one does.
_NO_TIE = r"[\u00a0\u202f][:;!?»%]|«[\u00a0\u202f]|\d\u202f|[a-z,]\u00a0(?![ap]\.m\b)[a-z]"

_NEIGHBOURHOOD = 20_000  # characters on either side: a long document may be a collection of texts
_FEWEST_TIES = 3
_TIES_PER_OTHER = 10


def _is_house_style(segment: Segment, start: int, end: int, document: Document) -> bool:
    """Whether the space ties what typesetters tie, as the text around does, which has hardly any other."""
    text = segment.text
    is_tie = re.search(rf"{_BEFORE_TIE}\Z", text[max(0, start - 32) : start]) is not None and (
        re.match(_AFTER_TIE, text[end : end + 1]) is not None
    )
    # Who ties titles to names all through has tied the rest on purpose too.
    if document.count(_TIED_TITLE) > max(_FEWEST_TIES, _TIES_PER_OTHER * document.count(_NO_TIE)):
        return is_tie or not re.search(_NO_TIE, text[max(0, start - 1) : end + 4])
    if not is_tie:
        return False
    ties, others = (document.count_near(pattern, segment.start + start, _NEIGHBOURHOOD) for pattern in (_TIE, _NO_TIE))
    return ties >= _FEWEST_TIES and ties > _TIES_PER_OTHER * others


# Where typesetters put thin spaces: round dashes, between nested quotation marks, after initials.
_THIN = "\u2009\u200a"
_QUOTES = "“”‘’\"'"
_TIED = "—–…\u2060"
_INITIAL_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]\.?\Z")


def _is_typeset(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or text[start:end] not in _THIN:
        return False
    if before.isdigit() and after.isdigit():
        return True  # groups of figures: those that are not English the rules of numbers take
    if after.isupper() and _INITIAL_BEFORE.search(text[max(0, start - 3) : start]):
        return True
    return before in _TIED or after in _TIED or (before in _QUOTES and after in _QUOTES)


def _find_no_break(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    plain = document.style.no_break_spaces == "plain"
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if not plain and (
            _is_wanted(text, start, end)
            or _is_typeset(text, start, end)
            or _is_house_style(segment, start, end, document)
        ):
            continue
        if not is_debris(text, start):  # asked last: it costs most
            yield Hit(start, end, " ")


_WIDE = re.compile("\u3000+")


def _find_wide(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _WIDE.finditer(text):
        start, end = match.span()
        if not is_latin_place(text, start, end):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        needless = before in ("", "\n", " ") or after in ("\n", " ")
        yield Hit(start, end, "" if needless else " ")


ENC026 = Rule(
    code="ENC026",
    name="no-break-space",
    summary="No-break or typographic space that English does not write here",
    why="""French and other sources put no-break and thin spaces before ; : ! ? and %, inside guillemets and after
    titles. They become plain spaces, nothing else: whether a space belongs there is for the rules of spacing. Kept are
    those that English typography asks for: between a figure and the symbol of a unit, between Figure or No. and the
    figure, between groups of three digits (the rules of numbers read these), thin ones round dashes and nested quotes,
    and those that tie titles to names and the like in a text that does so throughout and has none of the French ones.
    The option `spaces.nbsp = plain` changes those too.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    trigger=("[\u00a0\u2000-\u200a\u202f\u205f]",),
    find=in_prose(_find_no_break),
    fixes=(
        ("Good evening\u00a0: he left.", "Good evening : he left."),
        ("5\u202fmillion people", "5 million people"),
        ("the end of the report.\u00a0", "the end of the report. "),
        ("Mr.\u00a0Smith", "Mr. Smith"),
        ("12.5\u202f% of those\u00a0!", "12.5 % of those !"),
        ("\u2003The minister\u2002said", " The minister said"),
        Example("10\u00a0kg in Figure\u00a03", "10 kg in Figure 3", options="spaces.nbsp=plain"),
    ),
    keeps=(
        "10\u00a0kg",
        "Mr.\u00a0Bly met Dr.\u00a0Orme, Mrs.\u00a0Ash and Mr.\u00a0\u2e3a. "
        "\u201c\u2026\u00a0not so,\u201d said Mr.\u00a0Bly at 2\u00a0p.m.",
        "Figure\u00a03",
        "at 20\u00a0°C and 5\u00a0km/h, No.\u00a05, §\u00a012",
        "some 10\u00a0000 people",
        "the plan\u200a—\u200aif it is one",
        "the writer A\u2009N Wilson and J.\u2009R.\u2009R. Tolkien",
        "Mr.\u00a0Smith met Dr.\u00a0J.\u00a0Jones and Mrs.\u00a0Hill.",
        "voilÃ\u00a0 in a text about encodings",
    ),
)

ENC029 = Rule(
    code="ENC029",
    name="ideographic-space",
    summary="Ideographic space in Latin text",
    why="""U+3000 is as wide as a Chinese character. Between Latin words it becomes a plain space; at the start of
    a line, where Chinese and Japanese paragraphs are indented by it, nothing. Beside Chinese or Japanese letters it
    stays.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("zh", "ja"),
    targets=("en", "fr", "es", "de", "ru"),
    trigger=("\u3000",),
    find=_find_wide,
    in_foreign_quotes=True,
    fixes=(
        ("Tokyo\u3000Osaka", "Tokyo Osaka"),
        ("\u3000The minister", "The minister"),
        ("price\u3000100 yen", "price 100 yen"),
        ("Tokyo \u3000Osaka", "Tokyo Osaka"),
    ),
    keeps=("\u3000\u3000他说", "山田\u3000太郎"),
)

RULES = (ENC026, ENC029)
