"""Quotation marks made of other characters, or doubled, or with nothing in them.

Engines trained on tokenised or typeset text print ``text'' (TeX and the Penn Treebank); people without the right keys
type ,,text'' and ''text''; CSV escapes leave ""text"". Each becomes the document's own pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from transclean.rules.prose import in_prose
from transclean.rules.quotes.foreign import english_marks
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage

if TYPE_CHECKING:
    from transclean.document import Document
    from transclean.text.segment import Segment

# A quotation that runs longer is two stray marks, not one quotation. In characters.
_LONGEST = 2000

_TEX = r"\\(?:documentclass|begin|end|emph|text(?:bf|it|tt|sc)|(?:sub)*section|cite\w*|usepackage|item)\b"
_WIKI = r"'''|\[\[|^=="


@lru_cache(maxsize=1)
def _tex_quotation() -> re.Pattern[str]:
    return re.compile(rf"``(?<![\w`]..)(?=[^\s`])[^`]{{0,{_LONGEST}}}?(?<=[^\s'`])(?:''|\")(?![\w'])")


_SINGLE_TEX: Final = r"`(?<![\w`'].)(?=\w)(?:[^`'\n]|'(?=\w))*(?<!\s)'(?![\w'])"


@lru_cache(maxsize=1)
def _single_tex_quotation() -> re.Pattern[str]:
    return re.compile(_SINGLE_TEX)


def _find_tex(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.mentions(_TEX) or document.mentions(r"TeX\b"):
        return
    text, style = segment.text, document.style
    for match in _tex_quotation().finditer(text):
        start, end = match.span()
        if "\n\n" in match.group():
            continue
        opening, closing = english_marks(style, 0)
        yield Hit(start, start + 2, opening)
        yield Hit(end - (1 if text[end - 1] == '"' else 2), end, closing)
    if _is_gnu_convention(document):
        return
    for match in _single_tex_quotation().finditer(text):
        opening, closing = english_marks(style, 0, single=True)
        yield Hit(match.start(), match.start() + 1, opening)
        yield Hit(match.end() - 1, match.end(), closing)


def _is_gnu_convention(document: Document) -> bool:
    """Whether the document quotes words like `this' throughout, as manuals of the eighties and nineties do."""
    return not document.style.explicit and document.count(_SINGLE_TEX) > 2


MT015 = Rule(
    code="MT015",
    name="tex-quotes",
    summary="TeX-style quotation marks ``…''",
    why="Two backquotes and two apostrophes are how TeX and the Penn Treebank write quotation marks; engines "
    "trained on such text print them, Japanese and German ones most. Silent in TeX, in code spans, and where a "
    "document quotes `so' throughout.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=[r"``[^ \n`]", r"`[^`'\n]*'"],
    find=in_prose(_find_tex),
    fixes=(
        ("said, ``Operations will continue.''", 'said, "Operations will continue."'),
        ("``forgetfulness''", '"forgetfulness"'),
        ("`Car bee' that avoids collisions", "'Car bee' that avoids collisions"),
        ("``It's over,'' he said. ``We're done.''", '"It\'s over," he said. "We\'re done."'),
        ('He called it ``a scandal".', 'He called it "a scandal".'),
    ),
    keeps=(
        "```python",
        "use `ls` or `cp`",
        "\\emph{``a''}",
        "two `` in a row",
        "\\section{Quotes} He wrote ``quotes'' in TeX.",
        Example("Type `ls' or `cp', then press `q' to leave.", style="auto"),
    ),
)


@lru_cache(maxsize=1)
def _typed_quotation() -> re.Pattern[str]:
    return re.compile(
        rf",,(?<![\w,]..)(?=\w)[^\"“”'\n]{{0,{_LONGEST}}}?(?:'\w[^\"“”'\n]{{0,200}})?(?:''|[”“\"])(?![\w'])"
        r"|''(?<![\w'=]..)(?=[^\s'])(?:[^'\n]|'(?=\w))*(?<=[^\s'])''(?![\w'])"
    )


def _find_typed(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.mentions(_WIKI):
        return
    opening, closing = english_marks(document.style, 0)
    for match in _typed_quotation().finditer(segment.text):
        start, end = match.span()
        yield Hit(start, start + 2, opening)
        yield Hit(end - (2 if match.group().endswith("''") else 1), end, closing)


TYP013 = Rule(
    code="TYP013",
    name="comma-quotes",
    summary="Commas or apostrophes in pairs used as quotation marks",
    why="Two commas stand for the low mark of Polish, German or Dutch, two apostrophes for the high one. In wiki text, "
    "where apostrophes in pairs mark italics, the rule is silent.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=[r",,[^ \n,]", r"''[^ \n'.,;:!?)]"],
    find=in_prose(_find_typed),
    sources=("pl", "de", "nl", "*"),
    fixes=(
        Example(",,Yes'', he said", '"Yes", he said', style="uk-double"),
        ("''Never''", '"Never"'),
        ('the ,,Solidarity" union', 'the "Solidarity" union'),
        ("He said ''it's over'' and left.", 'He said "it\'s over" and left.'),
        ("The ,,Tygodnik Powszechny” weekly reported", "The “Tygodnik Powszechny” weekly reported"),
    ),
    keeps=("'''bold''' and ''italic'' in wiki text", "x = ''", "'' is an empty string", "a,,b", "f(,,x)"),
)


@lru_cache(maxsize=1)
def _doubled() -> re.Pattern[str]:
    return re.compile(r"\"\"(?<![\w\"=,;\[{]..)(?<!\w\(..)(?=[^\s\"])([^\"\n]*[^\s\"])\"\"(?![\w\"])|““([^“”\n]+)””")


_CSV_CELL = re.compile(r'(?:^|[,;\t])"(?!")')


def _find_doubled(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _doubled().finditer(text):
        line = segment.line_at(match.start())
        if match.group()[0] == '"' and _CSV_CELL.search(text[line.start : match.start()]):
            continue
        yield Hit(match.start(), match.start() + 2, text[match.start()])
        yield Hit(match.end() - 2, match.end(), text[match.end() - 1])


MT038 = Rule(
    code="MT038",
    name="doubled-quotes",
    summary="Doubled quotation marks",
    why="CSV writes a quotation mark inside a cell twice; read as plain text it stays double, and engines learn it."
    " Only a doubled pair around words changes, never inside a CSV cell.",
    safety=SAFE,
    stage=Stage.QUOTES,
    trigger=[r'""[^ \n"]', "““"],
    find=in_prose(_find_doubled),
    fixes=(
        ('the December issue of ""anan"".', 'the December issue of "anan".'),
        ("““Yes””", "“Yes”"),
        ('Bento ""Seasonal fish""', 'Bento "Seasonal fish"'),
        ('He said ""yes"", then ""no"".', 'He said "yes", then "no".'),
        ('the film (""Avatar"")', 'the film ("Avatar")'),
    ),
    keeps=(
        '1,"He said ""no""",3',
        'x = ""',
        "“He said ‘no’”",
        'a 5"" pipe',
        '"He said ""no"" to me",3',
        '"""Docstring."""',
    ),
)  # fmt: skip


_EMPTY = re.compile(r"(?:\" ?\"|“ ?”)(?=[\s.,;:!?]|\Z)|\"\"(?=\w)")
_NAMES_EMPTINESS = re.compile(
    r"(?:strings?|empty|blank|null|nothing|values?|marks?|quotes?|characters?|fields?|type|returns?|prints?|equals?"
    r"|enter|with|between|of|or|and|to|is|[=(,:+])\s*\Z",
    re.IGNORECASE,
)


def _find_empty(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _EMPTY.finditer(text):
        start, end = match.span()
        if text[start - 1 : start].strip():
            continue
        line = segment.line_at(start)
        before = text[line.start : start]
        if before.count('"') % 2:
            continue  # the end of one quotation and the beginning of the next
        if text[end : end + 1].isalnum():
            if text.count('"', line.start, line.end) % 2:
                yield Hit(start, end, '"', FLAG, "one quotation mark too many")
            continue
        if _NAMES_EMPTINESS.search(before[-16:]):
            continue
        if before.endswith(" "):
            yield Hit(start - 1, end, "")
        elif text[end : end + 1] == " ":
            yield Hit(start, end + 1, "")


MT039 = Rule(
    code="MT039",
    name="empty-quotes",
    summary="Quotation marks with nothing between them",
    why="What is left where an engine doubled a mark or lost the words inside. Texts about programs speak of empty "
    "strings, so words that name emptiness keep them.",
    safety=UNSAFE,
    stage=Stage.QUOTES,
    trigger=[r'""[ \n.,;:!?A-Za-z0-9]', r'"" ?\Z', ' " "', r'^" "', "“ ?”"],
    find=in_prose(_find_empty),
    fixes=(
        ('He said "" that it was over.', "He said that it was over."),
        ("the “” report", "the report"),
        ('the minister " " resigned', "the minister resigned"),
        Example('Roe v. Wade ""applicable law" is', flag='""', suggest='Roe v. Wade "applicable law" is'),
        ('"Yes," he said "" and left.', '"Yes," he said and left.'),
    ),
    keeps=(
        'an empty string ""',
        'a,"",b',
        '("A" "B")',
        '"Yes." "No."',
        'print("")',
        'if the value is equal to "", stop',
        '"I know. " "So do I."',
    ),
)

RULES = (MT015, TYP013, MT038, MT039)
