"""Space before punctuation, where English has none, and the space that is missing after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.language.words import function_words
from transclean.rules.abbreviations import ends_abbreviation
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Hit, Rule, Stage
from transclean.rules.spacing.prose import NAMES_WITH_MARK, ends_entity, is_code, is_named, line_around
from transclean.rules.verbs import SPEECH_VERBS

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment
    from transclean.text.span import Span

_SPACE: Final = " \u00a0\u202f\u2009"
_SPACED = re.compile(f"[{_SPACE}]+([,.;:]|[!?]{{1,4}})(?=[\\s\"”’»')\\]]|\\Z)")
# A closing mark or bracket, or a protected span (an address, a tag).
_CLOSING: Final = ')]}"”’»%°…\ufffc'


def _find_spaced(marks: str, segment: Segment) -> Iterator[Hit]:
    """Spaces before one of `marks` that end a word."""
    text = segment.text
    for match in _SPACED.finditer(text):
        mark = match.group(1)
        start = match.start()
        if mark[0] not in marks or not (_ends_word(text, start) or _ends_abbreviation_before(text, start, mark)):
            continue
        width = match.end() - start - len(mark)
        if width > 2 or (width == 2 and mark == ":"):
            continue  # a column
        if not _is_misplaced(text, start, match.end(), mark):
            continue
        if is_code(text, start) or (mark in ":;" and _is_catalogue_entry(text, start)):
            continue
        yield Hit(start, start + width, "")


def _ends_word(text: str, end: int) -> bool:
    """Whether a word ends at `end`, with its closing marks and, in Markdown, its asterisks."""
    before = text[end - 1 : end]
    if before == "*":
        return text[end - 2 : end - 1] == "*" or text[end - 2 : end - 1].isalnum()
    return before.isalnum() or (before != "" and before in _CLOSING) or before == "_"


def _ends_abbreviation_before(text: str, end: int, mark: str) -> bool:
    """Whether an abbreviation with its stop ends at `end`, before a mark that can follow it."""
    return mark in ",;:" and text[end - 1 : end] == "." and ends_abbreviation(text, end - 1)


_EMOTICON_MOUTH = re.compile(r"[()\[\]]|[DPpOo/\\|](?:\s|\Z)")
_WORD_BEFORE = re.compile(r"\w+\Z")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d\Z")
_GROUP = re.compile(r"\d{3}(?!\d)")
_WORD_AFTER = re.compile(r"\s*(\w*)")


def _is_misplaced(text: str, start: int, end: int, mark: str) -> bool:
    """Whether the mark that ends at `end`, after the space at `start`, belongs to the word before."""
    before = text[start - 1]
    if before in '"”’»' and (start < 2 or text[start - 2].isspace()):
        return False  # an opening mark
    following = _WORD_AFTER.match(text, end)
    after = following.group(1) if following else ""
    if before.isdigit() and after[:1].isdigit() and mark in ",.:":
        # A number, a ratio, a score; not a year, where no group of digits follows.
        ends_year = _YEAR_BEFORE.search(text, max(0, start - 5), start) is not None
        return mark == "," and ends_year and text[end].isspace() and not _GROUP.match(after)
    word = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    left = word.group() if word else ""
    if len(left) == 1 and left.islower() and len(after) == 1 and after != "a":
        return False  # x , y
    if is_named(text, start):
        return False
    rest = text[end : end + 60].lstrip(_SPACE)
    if mark == ".":
        return not (after[:1].islower() or rest.startswith("."))
    if mark in ":;":
        return _EMOTICON_MOUTH.match(rest) is None
    if mark[0] in "!?":
        if left in NAMES_WITH_MARK and mark == "!":
            return False
        goes_on = after[:1].islower() and after not in SPEECH_VERBS and after not in ("he", "she", "they")
        return not goes_on and not re.match(r"\S+ :", rest)
    return True


def _is_catalogue_entry(text: str, place: int) -> bool:
    """Whether the line is a library's description of a book: spaced colons and slashes (ISBD)."""
    start, end = line_around(text, place)
    return any(text.find(sign, start, end) != -1 for sign in (" / ", ". — ", ". - "))


def _find_low(segment: Segment, document: Document) -> Iterator[Hit]:
    return _find_spaced(",.;:", segment)


def _find_high(segment: Segment, document: Document) -> Iterator[Hit]:
    return _find_spaced("!?;:", segment)


_REST: Final = "[ \\t\\n\\r\\u00a0\"”’»')\\]]"


def _trigger(marks: str) -> list[str]:
    # Coarse on purpose: what stands before would cost the scan more than it spares.
    return [f"[{_SPACE}][{marks}]{_REST}", f"[{_SPACE}][{marks}]\\Z"]


MT011 = Rule(
    code="MT011",
    name="space-before-comma",
    summary="Space before a comma, full stop, semicolon or colon",
    why="No convention of English, Spanish, German or Russian has it: tokenised text has. The mark must end a word and "
    "be followed by a space, a closing mark or the end, so that `.NET`, `.5`, emoticons and code do not count; spaced "
    "dots are an ellipsis, spaced colons between figures a ratio.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=_trigger(",.;:"),
    find=in_prose(_find_low),
    targets=("en", "es", "de", "ru"),
    fixes=(
        ("In the rain .", "In the rain."),
        ("violence , because its effects", "violence, because its effects"),
        ("under the table ; it broke", "under the table; it broke"),
        ("he underlined : gold", "he underlined: gold"),
        ('glasses ."', 'glasses."'),
        ("He left . She stayed .", "He left. She stayed."),
        (
            "He said that the crossing would reopen ;\nno date was set.",
            "He said that the crossing would reopen;\nno date was set.",
        ),
        ("in 2019 , 12 people died", "in 2019, 12 people died"),
        ("see https://example.org , then go", "see https://example.org, then go"),
        ('"The situation is alarming" , he said', '"The situation is alarming", he said'),
        ("Main St. , Boston , U.S. ; at 5 p.m. , sharp", "Main St., Boston, U.S.; at 5 p.m., sharp"),
    ),
    keeps=(
        "the .NET framework",
        "a .txt file",
        ":-)",
        "a : b :: c : d",
        "use `x , y`",
        "from . import core",
        "|  .  |",
        "the end . . . was near",
        "Thanks : )",
        "Great : D",
        "He waited. , he thought",
        "a scale of 1 : 25",
        "cp notes.txt .",
        "Name    : John",
        "Put a , between the names.",
        "Paris : Gallimard, 1942 / Albert Camus",
        "x , y = 1, 2",
    ),
)

TYP021 = Rule(
    code="TYP021",
    name="french-spacing",
    summary="Space before ; : ! or ?",
    why="French sets a thin space before the high marks, English none. Silent where the mark is a sign of its own "
    "(code, a ratio, a key that is named) or part of a name (Yahoo!).",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[*_trigger("!?;:"), f"[^ \\n\\t|][{_SPACE}][!?]{{2,4}}{_REST}", f"[^ \\n\\t|][{_SPACE}][!?]{{2,4}}\\Z"],
    find=in_prose(_find_high),
    sources=("fr", "*"),
    fixes=(
        ("Good evening !", "Good evening!"),
        ("What does it mean ?", "What does it mean?"),
        ('He said\u00a0: "Yes."', 'He said: "Yes."'),
        ("Sorry\u202f!", "Sorry!"),
        ("NR : The oldest.", "NR: The oldest."),
        ("Really ?! He left.", "Really?! He left."),
        ("Is it still possible ? asked the deputy.", "Is it still possible? asked the deputy."),
        ("This is unacceptable ! »", "This is unacceptable! »"),
    ),
    keeps=(
        "x != y",
        "a ? b : c",
        "Why ?x",
        "10 : 3 odds",
        "<b> !important",
        "Yahoo ! Japan",
        "Press the ? key for help.",
        "open ? yes : no",
    ),
)

# Words that begin sentences: where one of them follows a full stop without a space, two sentences have met.
_SENTENCE_OPENERS: Final = (
    "The|This|That|These|Those|There|Then|They|He|She|It|We|You|In|On|At|But|And|However|After|Before|When|While|If|As|"
    "For|From|His|Her|Their|Its|Our|My|No|Not|Now|One|Some|Such|What|Who|Why|How|With|Because|According|Although"
)


_MARK_BEFORE_LETTER = re.compile(r"[,;!?.](?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_NEW_SENTENCE = re.compile(r"[A-ZÀ-Þ]['’a-zß-ÿ]|I ['’a-z]")


_QUOTE_CLOSED = re.compile(r"[a-zß-ÿ.!?][\"”]")
_WORD_AND_SPACE = re.compile(r"[a-z]{2,} ")


@lru_cache(maxsize=1)
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{_SENTENCE_OPENERS})\b[ ,'’]")


def _is_missing(text: str, place: int) -> bool:
    """Whether words, or sentences, meet at the mark at `place` without a space."""
    mark = text[place]
    before, after = text[max(0, place - 2) : place], place + 1
    if mark in ",;":
        if before.isdigit():  # which began in 2014,was over
            word = _LETTERS.match(text, after)
            return word is not None and len(word.group()) > 1 and word.group() in function_words("en")
        if before[-1:] == " ":
            before = text[max(0, place - 3) : place - 1]
        if _QUOTE_CLOSED.fullmatch(before):  # "it is worth it",said Li
            return _WORD_AND_SPACE.match(text, after) is not None
        return _TWO_LETTERS.fullmatch(before) is not None and _TWO_LETTERS.match(text, after) is not None
    if _TWO_LETTERS.fullmatch(before) is None or not before[-2].islower():
        return False
    return (_opener() if mark == "." else _NEW_SENTENCE).match(text, after) is not None


def _find_missing(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _MARK_BEFORE_LETTER.finditer(text):
        start, end = match.span()
        if not _is_missing(text, start):
            continue
        mark = match.group()
        if text[start - 1] == " ":
            start -= 1
        line = line_around(text, start)
        if is_code(text, start) or not _is_prose(text, match, line):
            continue
        token_start, token_end = _token_around(text, start, end, *line)
        token = text[token_start:token_end]
        if _is_list_of_keys(token) or "&" in text[max(token_start, start - 8) : start]:
            continue
        if mark == ";" and ends_entity(text, start):
            continue
        word = _WORD_BEFORE.search(text[token_start:start])
        if mark == "!" and word and word.group() in NAMES_WITH_MARK:
            continue
        if mark == "." and not (word and word.group().islower()):
            continue  # System.In
        yield Hit(start, end, mark + " ", UNSAFE if mark == "." else None)


def _is_prose(text: str, mark: re.Match[str], line: Span) -> bool:
    """Whether the line is more than a key or two: it has spaces, or a small word of English at the mark."""
    spaces = text.count(" ", *line)
    if spaces > 1 or (spaces and mark.group() in "!?"):
        return True
    after = _LETTERS.match(text, mark.end())
    return spaces > 0 and after is not None and after.group() in function_words("en")


def _token_around(text: str, start: int, end: int, line_start: int, line_end: int) -> tuple[int, int]:
    left = max(text.rfind(" ", line_start, start), text.rfind("\t", line_start, start), line_start - 1) + 1
    rights = [place for place in (text.find(" ", end, line_end), text.find("\t", end, line_end)) if place != -1]
    return left, min(rights, default=line_end)


def _is_list_of_keys(token: str) -> bool:
    """Whether `token` is data: red,green,blue; (lat,lon); "name,value"; a;b=c."""
    if token.count(",") + token.count(";") > 1 or any(sign in token for sign in "=<>\\/@#$%^*+|~_"):
        return True
    return token[0] in "([{\"'“" and token.rstrip(".,;:")[-1:] in ")]}\"'”"


TYP022 = Rule(
    code="TYP022",
    name="space-after-comma",
    summary="No space after a comma, semicolon, question or exclamation mark",
    why="Chinese and Japanese marks bring their own space, and an engine forgets to add it. Both neighbours must be"
    " words in a line of prose: numbers, formulas, lists of keys, addresses and names with a mark in them keep "
    "their shape. A full stop is less sure and needs a word that begins sentences after it.",
    safety=SAFE,
    stage=Stage.SPACING,
    trigger=[
        "[,;][A-Za-z\\u00c0-\\u024f][A-Za-z\\u00c0-\\u024f]",
        "[!?](?:[A-Z\\u00c0-\\u00de]['’a-z]|I )",
        rf"[a-z][a-z]\.(?:{_SENTENCE_OPENERS})[ ,'’]",
    ],
    find=in_prose(_find_missing),
    sources=("zh", "uk", "ja", "*"),
    fixes=(
        ('"It is worth the money",said Mr. Li.', '"It is worth the money", said Mr. Li.'),
        ("greedy,the more they wanted", "greedy, the more they wanted"),
        ("in Yiviv,she saw me", "in Yiviv, she saw me"),
        ("Why?Because I can.", "Why? Because I can."),
        ("the styles,one is calm;the other is loud", "the styles, one is calm; the other is loud"),
        ("it's good for Thursday ,if you can", "it's good for Thursday, if you can"),
        ("He came,saw it all,and left.", "He came, saw it all, and left."),
        ("However,it rained.", "However, it rained."),
        ("The war,which began in 2014,was over.", "The war, which began in 2014, was over."),
        ("That was the end.The minister resigned.", "That was the end. The minister resigned."),
    ),
    keeps=(
        "example.com",
        "Yahoo!News",
        "e.g.,this",
        "a,b,c",
        "f(x,y)",
        "10,000",
        "U.S.A.",
        "Node.js",
        "?id=3",
        'he said:"no"',
        "the columns id,name,value of the file",
        "pass the pair (lat,lon) to it",
        "columns name,value",
        "See AT&amp;the rest of it",
        "It runs on ASP.NET and System.In is closed",
    ),
)

RULES = (MT011, TYP021, TYP022)
