"""Codes and names of currencies: `EUR 650 million`, `500 EUR`, `10 Euros`, `300 Ruble`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.numbers.context import function_word, is_year, mark_before, word_after, word_before
from transclean.rules.numbers.money import SCALE
from transclean.rules.numbers.quantity import FIGURE, NUMBER, SPACE, read_english
from transclean.rules.numbers.vocabulary import alternation, currency_name, english_numbers, is_currency_code, table
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment


@lru_cache(maxsize=1)
def _coded() -> re.Pattern[str]:
    amount = rf"{FIGURE}{SCALE}"
    return re.compile(
        rf"(?<![\w/:-])(?P<code>[A-Z]{{3}}){SPACE}?(?P<amount>{amount})(?![\w/])(?!{SPACE}\d)"
        rf"|(?P<sum>{NUMBER}{SCALE}){SPACE}?(?P<after>[A-Z]{{3}})(?![\w/])(?!{SPACE}\d)"
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
        if mark_before(text, match.start()) == ":":
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
        rf"(?P<number>{NUMBER})(?P<scale>{SCALE})\s(?:(?:US|U\.S\.|American|Canadian|Australian|Swiss|Hong Kong)\s)?"
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

RULES = (NUM021, NUM022)
