"""Words and signs that stand beside numbers, of all languages: from section `[numbers]` of the locales.

Every table is read once, when a paragraph first asks for it or when the triggers are built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from transclean.locales.locale import Locale, load_locale, source_locales
from transclean.rules.numbers.quantity import SPACE

ENGLISH_SCALES: Final = "million|billion|trillion"

CURRENCY_PREFIX: Final = r"(?:(?:US|AU?|CA?|HK|NZ|S|NT|R|Mex)?\$|[€£¥₹₩₪])"
"""The signs of money that English writes before the figures; `R$` keeps its space, the others have none."""


def is_cyrillic(text: str) -> bool:
    """Whether a letter of `text` is Cyrillic."""
    return any("\u0400" <= character <= "\u04ff" for character in text)


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which are set apart by spaces."""
    return frozenset(text.split())


class Scale(NamedTuple):
    """A scale word. `languages`: if any, it is read only where the text was translated from one of these."""

    power: int
    languages: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def scale_words() -> Mapping[str, Scale]:
    """Full scale words, lower case: `milliarden`, `миллиардов`."""
    return {word.lower(): scale for word, scale in _scales("scales").items()}


@lru_cache(maxsize=1)
def scale_abbreviations() -> Mapping[str, Scale]:
    """Abbreviated scale words, as they are written but without their stop: `Mio`, `mln`, `тыс`."""
    return _scales("scales_short")


@lru_cache(maxsize=1)
def local_scales() -> Mapping[str, Scale]:
    """Scale words that mean something else in another language: `mil`, `bin`."""
    table: dict[str, Scale] = {}
    for word, (power, languages) in _scales("scales_local").items():
        table[word] = Scale(power, languages)
    return table


@lru_cache(maxsize=1)
def signed_scales() -> Mapping[str, Scale]:
    """What multiplies only directly before a currency sign: `10 M€`, `5 Md€`."""
    return {**scale_abbreviations(), **_scales("scales_signed")}


def _scales(key: str) -> dict[str, Scale]:
    local = key == "scales_local"
    table: dict[str, Scale] = {}
    for locale in source_locales():
        for power, words in locale.section("numbers").get(key, {}).items():
            for word in words:
                others = table[word].languages if word in table else ()
                table[word] = Scale(int(power), (*others, locale.code) if local else ())
    return table


@lru_cache(maxsize=1)
def scale_links() -> tuple[str, ...]:
    """Words that tie a scale word to its noun: `3 millones de euros`, `2 milliards d'euros`, `of`."""
    return ("of", *dict.fromkeys(forms(source_locales(), "of")))


def forms(locales: Iterable[Locale], key: str) -> list[str]:
    """The words of list `key` in section `[numbers]` of `locales`."""
    return [word for locale in locales for word in locale.section("numbers").get(key, ())]


def table(key: str, codes: tuple[str, ...] = ()) -> dict[str, str]:
    """Form -> what English writes, from the tables `key.<English> = [forms]` of the locales of `codes`, or of all."""
    return {
        form: english
        for locale in source_locales(*codes)
        for english, found in locale.section("numbers").get(key, {}).items()
        for form in found
    }


@lru_cache(maxsize=1)
def english_numbers() -> Mapping[str, Any]:
    """Section `[numbers]` of English."""
    return load_locale("en").section("numbers")


@lru_cache(maxsize=1)
def currency_forms() -> Mapping[str, str]:
    """Names and signs of currencies left in another language -> the English singular: `рублей` -> `ruble`."""
    return {**table("currencies"), **english_numbers()["currency_word_signs"]}


def currency_name(singular: str, *, plural: bool = True) -> str:
    """How English says more than one (or one) of a currency: `rubles`, `yen`."""
    plurals: Mapping[str, str] = english_numbers()["currency_plurals"]
    return plurals.get(singular, singular) if plural else singular


def alternation(words: Iterable[str]) -> str:
    """A regular expression, for triggers too, that matches one of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


# Continuous measures: a decimal before them is no list of two numbers.
_MEASURES: Final = (
    r"%|‰|°[CFС]?|percent(?:age)?|per cent|pct|p\.p\.|(?:hundred |thousand |hundred thousand )?"
    r"(?:thousand|million|billion|trillion|bn)|thous?\.|ths\.|"
    r"(?:square |cubic |sq\.? )?(?:kilo|centi|milli|deci|micro|nano)?(?:met(?:er|re)s?|grams?|grammes?|lit(?:er|re)s?)|"
    r"kilos?|tons?|tonnes?|hectares?|(?:square |light[- ])?(?:miles?|feet|inch(?:es)?|yards|years away)|acres|"
    r"ounces|barrels|degrees|(?:kilo|mega|giga|tera)?(?:watts?|bytes?|hertz|bits?)(?:-hours?)?|"
    r"km/h|km[²³23]?|[cmd]?m[²³23]|[cmd]m|m|k?g|mg|t|ha|[mc]?[lL]|[kMGT]?W[hp]?|[kMG]?Hz|[kMGT]B|kcal|dB|bar|hPa|mph|ft|lb|oz|sq|magnitude|TL|kr"
)
_COUNTS: Final = r"(?:times|fold|years?|months?|weeks?|days?|hours?|minutes?|seconds?|points?|goals|children|persons)"


@lru_cache(maxsize=1)
def measure_pattern() -> re.Pattern[str]:
    """A unit, percent sign, scale word or currency where figures end; group `count` if it is one that is counted."""
    left_over = alternation(
        [
            *scale_words(),
            *scale_abbreviations(),
            *currency_forms(),
            *table("units"),
            *forms(source_locales(), "percent"),
        ]
    )
    english = alternation([*english_numbers()["currency_plurals"].values(), *english_numbers()["currency_codes"]])
    singular = alternation(english_numbers()["currency_plurals"])
    qualifier = r"(?:US|U\.S\.|Canadian|Australian|Swiss|Hong Kong|New Zealand|Czech|Swedish|Norwegian|Danish) "
    return re.compile(
        rf"(?:{SPACE}|[-\u2011\n])?(?:{CURRENCY_PREFIX}(?!\d)|M[d€]|k€|(?:{_MEASURES}|(?:{qualifier})?(?i:{english}|{singular})"
        rf"|[A-Z]{{3}}(?={SPACE}?(?:[a-z.,;)]|\Z))|{left_over}|(?P<count>{_COUNTS}))(?![^\W_]))"
    )


@lru_cache(maxsize=1)
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{CURRENCY_PREFIX}{SPACE}?|(?<!\w)(?:(?P<code>[A-Z]{{3}})|[Kk]r\.?){SPACE})\Z")


def money_before(text: str, start: int) -> bool:
    """Whether a sign or code of a currency (ISO 4217, from CLDR) stands before character `start`."""
    found = _sign_before().search(text[max(0, start - 7) : start])
    return found is not None and (not found["code"] or is_currency_code(found["code"]))


def is_currency_code(code: str) -> bool:
    return code in _currency_codes()


@lru_cache(maxsize=1)
def _currency_codes() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())
