"""The small grammar that replacements need: a and an, and where a noun phrase ends."""

from __future__ import annotations

import pytest

from transclean.rules.english import PLURAL_BEFORE, ends_noun_phrase, indefinite_article


@pytest.mark.parametrize(
    "phrase",
    [
        "a UN",
        "a UNHCR",
        "a NATO",
        "an OHCHR",
        "an IMF",
        "an NGO",
        "a Uyghur",
        "an EU",
        "a European",
        "an hour",
        "a university",
        "a U.S.",
        "an F-16",
        "an X-ray",
        "a US",
        "an ECB",
        "a WHO",
        "an HIV",
        "an MEP",
        "a UNESCO",
        "an OSCE",
        "an IAEA",
        "an ICRC",
        "a MONUSCO",
        "an HDMI",
        "a UEFA",
        "a unanimous",
        "an unimportant",
        "an unidentified",
        "a Ukrainian",
        "a Ugandan",
        "an Uzbek",
        "a one-off",
        "an urban",
        "a uranium",
        "an 80",
        "an 11",
        "a 110",
        "an 18,000",
        "a useful",
        "an usher",
        "a GDP",
        "an OECD",
        "an ASEAN",
        "an African",
        "an honest",
        "a historic",
        "an LGBTQ",
        "a USAID",
    ],
)
def test_the_article_goes_by_sound(phrase: str) -> None:
    article, word = phrase.split(" ", 1)
    assert indefinite_article(word) == article


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("NATO said", True),
        ("NATO", True),
        ("NATO, which", True),
        ("NATO announced it", True),
        ("NATO's summit", True),
        ("NATO Tuesday", True),
        ("NATO summit", False),
        ("NATO Secretary General", False),
        ("NATO need", False),
        ("NATO\nand the EU", True),
    ],
)
def test_a_noun_phrase_ends_where_no_noun_can_follow(text: str, ends: bool) -> None:
    assert ends_noun_phrase(text, len("NATO")) is ends


@pytest.mark.parametrize("before", ["two ", "several ", "these ", "12 ", "dozens of ", "many international "])
def test_plural_determiners(before: str) -> None:
    assert PLURAL_BEFORE.search(before)


@pytest.mark.parametrize("before", ["one ", "an ", "the ", "1 ", "this "])
def test_singular_determiners(before: str) -> None:
    assert not PLURAL_BEFORE.search(before)
