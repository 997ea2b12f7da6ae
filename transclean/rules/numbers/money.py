"""Money: where the sign stands (`20 €`, `$ 135 billion`), currencies named twice, codes, and the names of currencies.

English writes the sign before the figures and closed up (AP; UN Editorial Manual; CLDR `¤#,##0.00`), the name after
them in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers import evidence
from transclean.rules.numbers.context import is_year, range_start, word_after, word_before
from transclean.rules.numbers.quantity import FIGURE, NUMBER, SPACE
from transclean.rules.numbers.vocabulary import (
    CURRENCY_PREFIX,
    alternation,
    currency_name,
    english_numbers,
    money_before,
)
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

SCALE = r"(?:\s(?:thousand|million|billion|trillion)(?!\w))?"


# Signs after the figures.


@lru_cache(maxsize=1)
def _sign_after() -> re.Pattern[str]:
    words = alternation(english_numbers()["currency_word_signs"])
    return re.compile(
        rf"(?P<number>{NUMBER})(?P<scale>{SCALE}){SPACE}?(?:(?P<sign>(?<!\w)(?:US|A|C|HK)\$|[€$£¥₹₩₪])|(?P<word>{words}))"
        rf"(?![\w$€£])(?!{SPACE}?\d)"
    )


_TEX = re.compile(r"\$[^\s\d$][^$\n]{0,80}\Z")  # the `$` that closes inline mathematics: `$x = 5$`


def _is_formula(text: str, start: int, end: int) -> bool:
    """Whether the number from `start` and the `$` that ends at `end` are TeX's, or code: `$10^8$`, `60$\\times$`."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(sign in "^_{}\\#=<>" for sign in beside) or _TEX.search(text[max(0, start - 90) : start]) is not None


def _falls(first: str, second: str, document: Document) -> bool:
    """Whether the first number is not the smaller one, and so no range with the second: 18 h 42 – 3,50 $."""
    one, other = evidence.read(first, document), evidence.read(second, document)
    return one is not None and other is not None and one.value >= other.value


def _signs_after(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _sign_after().finditer(text):
        start, end = match.span()
        if money_before(text, start):
            continue
        if match["word"]:
            name = english_numbers()["currency_word_signs"][match["word"]]
            money = currency_name(name, plural=match["number"] != "1" or bool(match["scale"]))
            yield Hit(start, end, f"{match['number']}{match['scale']} {money}")
            continue
        sign = match["sign"]
        if sign == "$" and (_is_formula(text, start, end) or document.is_technical):
            continue  # a formula, or a prompt of a shell
        amount = f"{sign}{match['number']}{match['scale']}"
        first = range_start(text, start)
        if (
            first
            and not money_before(text, first.start("first"))
            and not _falls(first["first"], match["number"], document)
        ):
            joint = text[first.end("first") : start]
            # A hyphen keeps the two together under one sign; words do not: `between €10 and €20`.
            amount = (
                f"{sign}{first['first']}{joint}{amount if any(c.isalpha() for c in joint) else amount[len(sign) :]}"
            )
            start = first.start("first")
        elif re.search(r"(?:\A|[\s(])[-−]\Z", text[max(0, start - 2) : start]):
            amount = text[start - 1] + amount
            start -= 1
        elif text[max(0, start - 1) : start] in ("-", "–", "/", "+"):
            continue
        yield Hit(start, end, amount)


# A space after the sign.


@lru_cache(maxsize=1)
def _sign_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<glued>(?<=[a-z]))?(?<![A-Z\d])(?<!\d{SPACE})(?P<sign>{CURRENCY_PREFIX})(?P<space>{SPACE}+)(?P<number>{FIGURE})(?P<scale>{SCALE})"
    )


_PROGRAM = re.compile(r"(?!(?:[kKmMbB]|[mb]n|tn)\b)[a-z]")


def _spaced_signs(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _sign_before().finditer(text):
        sign = match["sign"]
        if sign == "R$":
            continue  # Brazilian usage, kept in English-language finance
        if is_year(match["number"]) and not match["scale"] and word_before(text, match.start()) == "in":
            continue  # `in $ 2019`, in dollars of that year
        if sign == "$" and _PROGRAM.match(text, match.end()) and text[match.start() - 1 : match.start()] in ("", "\n"):
            continue  # the prompt of a shell: `$ 2to3 script.py`
        span = re.match(r"-(\d+)(?![\d,.])", text[match.end("number") : match.end("number") + 8])
        if span and match["number"].isdigit() and int(span.group(1)) < int(match["number"]):
            continue  # no range, so a number of another kind
        if match["glued"] is not None:
            yield Hit(match.start(), match.start("number"), f" {sign}")
        else:
            yield Hit(*match.span("space"), "")


# Named twice.

_ADJECTIVES = {
    "US": "US|U.S.|American", "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian",
    "HK": "Hong Kong", "NZ": "New Zealand", "S": "Singapore", "NT": "New Taiwan|Taiwan|Taiwanese",
}  # fmt: skip


@lru_cache(maxsize=1)
def _twice() -> re.Pattern[str]:
    names = alternation(english_numbers()["currency_plurals"].values())
    adjectives = alternation(word for words in _ADJECTIVES.values() for word in words.split("|"))
    return re.compile(
        rf"(?P<sign>{CURRENCY_PREFIX}|\b[A-Z]{{3}}(?={SPACE}))(?P<space>{SPACE}?)(?P<amount>{FIGURE}{SCALE})\s"
        rf"(?P<adjective>(?:{adjectives})\s)?(?P<name>{names})(?:\ssterling)?(?![\w-])"
    )


@lru_cache(maxsize=1)
def _name_and_code() -> re.Pattern[str]:
    codes = alternation(english_numbers()["code_names"])
    names = alternation(english_numbers()["currency_plurals"].values())
    return re.compile(
        rf"(?<=\d|n)\s(?:(?P<name>{names})(?P<code_after>\s(?:{codes}))|(?P<code_before>(?:{codes})\s)(?P<noun>{names}))(?![\w-])"
    )


def _named_twice(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    english = english_numbers()
    plurals = english["currency_plurals"]
    for match in _twice().finditer(text):
        sign = match["sign"]
        prefix = sign[:-1] if sign.endswith("$") else ""
        named = english["code_names"].get(sign) or english["currency_signs"].get(sign[-1])
        if plurals.get(named) != match["name"]:
            continue
        adjective = (match["adjective"] or "").strip()
        if adjective and adjective not in _ADJECTIVES.get(prefix or "US", "").split("|"):
            continue
        if match["name"] == "pounds" and word_after(text, match.end()) == "of":
            continue  # a weight
        space = match["space"] if sign.isalpha() or sign == "R$" else ""
        yield Hit(match.start(), match.end(), f"{sign}{space}{match['amount']}")
    for match in _name_and_code().finditer(text):
        name = match["name"] or match["noun"]
        part = "code_after" if match["name"] else "code_before"
        if plurals[english["code_names"][match[part].strip()]] == name:
            yield Hit(*match.span(part), "")


def _twice_triggers() -> list[str]:
    names = alternation(english_numbers()["currency_plurals"].values())
    codes = alternation(english_numbers()["code_names"])
    return [
        r"(?:[$€£¥₹₩₪]|[A-Z]{3}[ ])[ \u00a0]?\d[\d,.]*(?:[ ](?:thousand|[mbtr]{1,2}illion))?[ ]"
        rf"(?:[A-Z][A-Za-z.]+[ ]){{0,2}}(?:{names})\b",
        rf"(?:{names})[ ](?:{codes})\b",
        rf"\b(?:{codes})[ ](?:{names})\b",
    ]


NUM018 = Rule(
    code="NUM018",
    name="currency-sign-after",
    summary="Currency sign after the figures",
    why=(
        "English writes the sign first (CLDR; AP): €20. A scale word moves along. Signs that English-language "
        "news does not use (₽, ₺, ₴, zł) become words. A digit or letter after the sign (`1$8`, `$x`), and a sign "
        "before the number, show another use."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=lambda: (
        r"\d[ \u00a0\u2007\u2009\u202f]?(?:(?:US|A|C|HK)?\$|[€£¥₹₩₪])",
        r"illion[ \u00a0\u202f]?(?:(?:US|A|C|HK)?\$|[€£¥₹₩₪])",
        rf"(?:\d|illion)[ \u00a0\u2007\u2009\u202f]?(?:{alternation(english_numbers()['currency_word_signs'])})",
    ),
    find=_signs_after,
    sources=("fr", "de", "es", "it", "pt", "tr", "ru", "uk", "nl"),
    fixes=(
        ("the 20 € do not help", "the €20 do not help"),
        ("it costs 179€", "it costs €179"),
        ("600$ fine", "$600 fine"),
        ("3.5 million €", "€3.5 million"),
        ("the 12,000 € fine", "the €12,000 fine"),
        ("1,234.56 €", "€1,234.56"),
        ("between 10 and 20 €", "between €10 and €20"),
        ("a 10-20 € ticket", "a €10-20 ticket"),
        ("a balance of -50 €", "a balance of -€50"),
        ("500 ₽ and 300 zł", "500 rubles and 300 zlotys"),
        ("5 million US$", "US$5 million"),
    ),
    keeps=(
        "$5",
        "bash$ ls",
        "1$8",
        "100 $x",
        "€20 each",
        "costs 5 $USD",
        "where $x = 5$ holds",
        "of the order of $10^8$ parameters, or $60$\\times$ as many",
        "It carries log_{2$}(3) bits.",
        "sold for $20 $ each",
    ),
)

NUM019 = Rule(
    code="NUM019",
    name="currency-sign-space",
    summary="Space between currency sign and figures",
    why=(
        "English closes the sign up to the figures; `R$` and `kr` keep their space by convention. `in $ 2019` "
        "names the dollars of a year."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=(rf"[€$£¥₹₩₪]{SPACE}+\d",),
    find=_spaced_signs,
    sources=("ru", "es", "pt", "zh", "ja", "*"),
    fixes=(
        ("a record $ 135 billion", "a record $135 billion"),
        ("about € 200 million", "about €200 million"),
        ("US$ 5 million", "US$5 million"),
        ("I have$ 50 in my pocket", "I have $50 in my pocket"),
        ("from £ 10-20", "from £10-20"),
    ),
    keeps=(
        "R$ 12,000",
        "cost in $ 2019",
        "$ echo 5",
        "$ 2to3 script.py",
        "$ ls 5",
        "kr 100",
        "$ 182-44",
    ),
)

NUM020 = Rule(
    code="NUM020",
    name="currency-twice",
    summary="Currency named twice",
    why=(
        "The sign already says it. Another country's currency (`$5 Canadian dollars`) is information and stays, "
        "as does the singular of a compound (`a $100 dollar bill`)."
    ),
    safety=SAFE,
    stage=Stage.NUMBERS,
    trigger=_twice_triggers,
    find=_named_twice,
    sources=("tr", "es", "ru", "zh"),
    fixes=(
        ("$10.75 million dollars", "$10.75 million"),
        ("€5 euros", "€5"),
        ("£3 pounds", "£3"),
        ("US$ 4 million US dollars", "US$4 million"),
        ("100 yuan RMB", "100 yuan"),
        ("C$20 Canadian dollars", "C$20"),
        ("$10,75 million dollars", "$10,75 million"),
        ("EUR 30 million euros", "EUR 30 million"),
    ),
    keeps=(
        "$5 Canadian dollars",
        "a $100 dollar bill",
        "€5 and 3 dollars",
        "$1 million dollar baby",
    ),
)

RULES = (NUM018, NUM019, NUM020)
