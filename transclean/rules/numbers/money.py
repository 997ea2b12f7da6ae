"""Money: where the sign stands (`20 €`, `$ 135 billion`), currencies named twice, codes, and the names of currencies.

English writes the sign before the figures and closed up (AP; UN Editorial Manual; CLDR `¤#,##0.00`), the name after
them in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers.context import function_word, is_year, range_start, word_after, word_before
from transclean.rules.numbers.quantity import FIGURE, NUMBER, SPACE, read_english
from transclean.rules.numbers.vocabulary import (
    CURRENCY_PREFIX,
    alternation,
    currency_name,
    english_numbers,
    is_currency_code,
    money_before,
    table,
)
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_SCALE = r"(?:\s(?:thousand|million|billion|trillion)(?!\w))?"
_SPACES = "[ \u00a0\u2007\u2009\u202f]"


# Signs after the figures.


@lru_cache(maxsize=1)
def _sign_after() -> re.Pattern[str]:
    words = alternation(english_numbers()["currency_word_signs"])
    return re.compile(
        rf"(?P<number>{NUMBER})(?P<scale>{_SCALE}){SPACE}?(?:(?P<sign>(?<!\w)(?:US|A|C|HK)\$|[€$£¥₹₩₪])|(?P<word>{words}))"
        rf"(?![\w$€£])(?!{SPACE}?\d)"
    )


_TEX = re.compile(r"\$[^\s\d$][^$\n]{0,80}\Z")  # the `$` that closes inline mathematics: `$x = 5$`


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
        if sign == "$" and _TEX.search(text[max(0, start - 90) : start]):
            continue
        amount = f"{sign}{match['number']}{match['scale']}"
        first = range_start(text, start)
        if first and not money_before(text, first.start("first")):
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
        rf"(?P<glued>(?<=[a-z]))?(?<![A-Z\d])(?<!\d{SPACE})(?P<sign>{CURRENCY_PREFIX})(?P<space>{SPACE}+)(?P<number>{FIGURE})(?P<scale>{_SCALE})"
    )


def _spaced_signs(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _sign_before().finditer(text):
        sign = match["sign"]
        if sign == "R$":
            continue  # Brazilian usage, kept in English-language finance
        if is_year(match["number"]) and not match["scale"] and word_before(text, match.start()) == "in":
            continue  # `in $ 2019`, in dollars of that year
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
        rf"(?P<sign>{CURRENCY_PREFIX}|\b[A-Z]{{3}}(?={SPACE}))(?P<space>{SPACE}?)(?P<amount>{FIGURE}{_SCALE})\s"
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


# Codes.


@lru_cache(maxsize=1)
def _coded() -> re.Pattern[str]:
    amount = rf"{FIGURE}{_SCALE}"
    return re.compile(
        rf"(?<![\w/:-])(?P<code>[A-Z]{{3}}){SPACE}?(?P<amount>{amount})(?![\w/])(?!{SPACE}\d)"
        rf"|(?P<sum>{NUMBER}{_SCALE}){SPACE}?(?P<after>[A-Z]{{3}})(?![\w/])(?!{SPACE}\d)"
        rf"|(?<!\w)(?P<sign>[€£])(?P<signed>{amount})(?![\w/])"
    )


def _codes(segment: Segment, document: Document) -> Iterator[Hit]:
    signs = english_numbers()["currency_codes"]
    by_sign = {sign: code for code, sign in signs.items()}
    text = segment.text
    wants_sign = document.style.currency == "sign"
    for match in _coded().finditer(text):
        code = match["code"] or match["after"]
        amount = match["amount"] or match["sum"] or match["signed"]
        if code and (is_year(amount) or not is_currency_code(code)):
            continue
        if text[: match.start()].rstrip().endswith(":"):
            continue  # a label and its entry: a form or a table, where codes are at home
        if wants_sign and code in signs:
            yield Hit(match.start(), match.end(), signs[code] + amount)
        elif not wants_sign and not match["code"]:
            yield Hit(match.start(), match.end(), f"{code or by_sign[match['sign']]} {amount}")


# Names.

# Currencies whose singular after a number is a slip and not another word (5 pound, 100 won, 3 crown).
_PLAIN_NAMES = ("euro", "dollar", "ruble", "rouble", "zloty", "hryvnia", "franc", "peso", "rupee", "shekel", "forint")


@lru_cache(maxsize=1)
def _latin_names() -> dict[str, str]:
    """Forms to put right -> English singular."""
    names = {form: name for form, name in table("currencies").items() if form.isascii() or form[0] < "\u0250"}
    for name in _PLAIN_NAMES:
        plural = currency_name(name)
        names |= {name: name, name.capitalize(): name, plural.capitalize(): name}
    for name, plural in english_numbers()["currency_plurals"].items():
        names |= {plural.capitalize(): name}
    return names


@lru_cache(maxsize=1)
def _amount_in_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{NUMBER})(?P<scale>{_SCALE})\s(?:(?:US|U\.S\.|American|Canadian|Australian|Swiss|Hong Kong)\s)?"
        rf"(?P<name>{alternation(_latin_names())})(?![\w-]|\s\d)"
    )


def _names(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _amount_in_words().finditer(text):
        following = word_after(text, match.end() + (text[match.end() : match.end() + 1] == ")"))
        if following and not function_word(following):
            continue  # `a 5 euro note`, `(1.2 euro) fee`, or a headline in capitals
        if match["name"] in _PLAIN_NAMES and word_before(text, match.start()).lower() in (
            "a",
            "an",
            "the",
            "this",
            "that",
        ):
            continue  # `the 15,000 rupee (180 euro) fee`
        number = read_english(match["number"])
        one = number is not None and number.value == 1 and not match["scale"]
        yield Hit(*match.span("name"), currency_name(_latin_names()[match["name"]], plural=not one))


def _name_triggers() -> list[str]:
    # \b is ASCII in triggers: it ends the plain names (`dollars` is right), and would lose `złotych`.
    plain = alternation(name for name in _latin_names() if name.isascii())
    other = alternation(name for name in _latin_names() if not name.isascii())
    amount = r"\d(?:[ ](?:thousand|[mbtr]{1,2}illion))?[ ](?:[A-Z][A-Za-z.]+[ ]){0,2}"
    return [rf"{amount}(?:{plain})\b", rf"{amount}(?:{other})"]


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
    trigger=(rf"[€$£¥₹₩₪]{_SPACES}+\d",),
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
    trigger=lambda: (
        rf"(?:[$€£¥₹₩₪]|[A-Z]{{3}}[ ])[ \u00a0]?\d[\d,.]*(?:[ ](?:thousand|[mbtr]{{1,2}}illion))?[ ]"
        rf"(?:[A-Z][A-Za-z.]+[ ]){{0,2}}(?:{alternation(english_numbers()['currency_plurals'].values())})\b",
        rf"(?:{alternation(english_numbers()['currency_plurals'].values())})[ ](?:{alternation(english_numbers()['code_names'])})\b",
        rf"\b(?:{alternation(english_numbers()['code_names'])})[ ](?:{alternation(english_numbers()['currency_plurals'].values())})\b",
    ),
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

NUM021 = Rule(
    code="NUM021",
    name="currency-code",
    summary="Currency code where the style has the sign, or the sign where it has the code",
    why=(
        "News writes €650 million; EU and bank texts EUR 650 million (EU Interinstitutional Style Guide 7.3.3): "
        "both are norms, so this waits for a style. Only codes whose sign names one currency are replaced; years, "
        "rates (`EUR/USD`) and entries after a label stay."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=(
        r"\b[A-Z]{3}[ \u00a0\u202f]?\d",
        r"(?:\d|illion)[ \u00a0\u202f]?[A-Z]{3}\b",
        r"[€£]\d",
    ),
    find=_codes,
    sources=("fr", "de", "it", "pl"),
    needs_style=True,
    fixes=(
        ("EUR 650 million is invested", "€650 million is invested"),
        ("falls to USD 96 per barrel", "falls to $96 per barrel"),
        ("500 EUR", "€500"),
        Example("500 EUR", "EUR 500", options="currency=code"),
        Example("a fine of €3.5 million", "a fine of EUR 3.5 million", options="currency=code"),
        Example("300 CHF", "CHF 300", options="currency=code"),
    ),
    keeps=(
        "EUR/USD 1.08",
        "AUD 1,700 million",
        "the EUR 2024 cup",
        "in EUR",
        "CHF 5",
        "price: 5 EUR (VAT incl.)",
    ),
)

NUM022 = Rule(
    code="NUM022",
    name="currency-name",
    summary="Currency name in the singular, capitalised or in another language after a number",
    why=(
        "English names of currencies are common nouns: lower case, and plural after a number except yen, yuan, "
        "baht and the like. `a 5 euro note` is a compound, so what follows must not be a noun."
    ),
    safety=UNSAFE,
    stage=Stage.NUMBERS,
    trigger=_name_triggers,
    find=_names,
    sources=("fr", "de", "es", "it", "ru"),
    fixes=(
        ("10 Euros", "10 euros"),
        ("5 euro", "5 euros"),
        ("100 US Dollars", "100 US dollars"),
        Example("300 Ruble", "300 rubles", source="de"),
        ("paid 3 million Euro for it", "paid 3 million euros for it"),
        Example("200 złotych", "200 zlotys", source="pl"),
        Example("500 dólares", "500 dollars", source="es"),
    ),
    keeps=(
        "a 5-euro note",
        "the Euro 2024",
        "1 euro",
        "100 yuan",
        "500 baht",
        "10 yen",
        "5 rand",
        "a 5 euro note",
        "all 51 Euro 2024 matches",
    ),
)

RULES = (NUM018, NUM019, NUM020, NUM021, NUM022)
