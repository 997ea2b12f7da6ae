"""The trap of the long scale: billón, Billion, bilhão are a million millions, milliard a thousand.

Which of the two an engine meant shows only where the text gives the same sum twice, in two currencies of like value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers.quantity import FIGURE, SPACE, read_english
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_POWERS = {"million": 6, "billion": 9, "trillion": 12}

# Currencies of which one is worth between a third and three of any other (2000 to 2025).
_SIGN = r"(?:US|U\.S\.|A|C|AU|CA)?[$€£]"
_NAME = (
    r"(?:(?:US|U\.S\.|Canadian|Australian|Swiss)\s)?(?:euros?|dollars?|pounds?(?:\ssterling)?|francs?|EUR|USD|GBP|CHF)"
)
_RATIO = 100
"""So many times apart, no exchange rate explains the two: one has the wrong scale."""


@lru_cache(maxsize=1)
def _twice() -> re.Pattern[str]:
    def amount(n: int) -> str:
        number = rf"(?P<number{n}>{FIGURE}){SPACE}(?P<scale{n}>{'|'.join(_POWERS)})"
        return rf"(?:{_SIGN}{SPACE}?{number}|{number.replace(f'{n}>', f'{n}_>')}{SPACE}{_NAME})"

    between = rf"{SPACE}?[(,]{SPACE}?(?:(?:about|around|approximately|nearly|some|or|over|i\.e\.|=|≈|~){SPACE}?){{0,2}}"
    return re.compile(rf"(?<![\w.,]){amount(1)}{between}{amount(2)}(?!\w)")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _twice().finditer(segment.text):
        first, second = (_value(match, n) for n in (1, 2))
        if first and second and max(first, second) >= _RATIO * min(first, second):
            number = "number1" if match["number1"] else "number1_"
            scale = "scale1" if match["scale1"] else "scale1_"
            yield Hit(match.start(number), match.end(scale), None)


def _value(match: re.Match[str], n: int) -> Decimal | None:
    figures, scale = match[f"number{n}"] or match[f"number{n}_"], match[f"scale{n}"] or match[f"scale{n}_"]
    reading = read_english(figures)
    return reading.value.scaleb(_POWERS[scale]) if reading else None


NUM011 = Rule(
    code="NUM011",
    name="long-scale",
    summary="A sum and its conversion are a thousandfold apart",
    why=(
        "billón, Billion and bilione are 10^12, and milliard is 10^9: engines take the one for the other. A text alone "
        "betrays it where it gives a sum in two currencies of like value (dollars, euros, pounds, Swiss francs). Which "
        "of the two is wrong only the source says: reported."
    ),
    safety=FLAG,
    stage=Stage.NUMBERS,
    trigger=(
        r"(?:million|billion|trillion)[A-Za-z .]*[(,][ \u00a0a-z.=≈~]*[A-Z.]*[$€£]",
        r"(?:million|billion|trillion)[A-Za-z .]*[(,][ \u00a0a-z.=≈~]*\d[\d.,]* [mbtr]+illion",
    ),
    find=_find,
    sources=("es", "de", "fr", "it", "pt", "nl", "pl"),
    fixes=(
        Example("a plan of 2 billion euros ($2.2 trillion)", flag="2 billion"),
        Example("a debt of €3 trillion, about 3.3 billion dollars,", flag="3 trillion"),
        Example("5 million pounds (€5.8 billion)", flag="5 million"),
    ),
    keeps=(
        "2 billion euros",
        "3 billion people",
        "a trillion dollars",
        "a plan of 2 billion euros ($2.2 billion)",
        "900 million euros ($1 billion)",
        "2 billion euros, 3 million people",
        "3 billion rubles ($35 million)",
    ),
)

RULES = (NUM011,)
