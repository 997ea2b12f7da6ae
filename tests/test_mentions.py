"""Sentences that speak of a form are left alone; those that use it are not."""

from __future__ import annotations

import pytest

import transclean


@pytest.mark.parametrize(
    "text",
    [
        "In German newspapers 5 Mio. stands for five million and 5 Mrd. for five billion.",
        "In French, the price is written 3,50 €, and the discount becomes 2,5 %.",
        "A German invoice for 1.234,56 € means one thousand two hundred and thirty-four euros.",
        "He typed 4$ instead of $4, and the form refused it.",
        "The entity &eacute; gives an e with an accent.",
        "The Penn Treebank writes -LRB- for a left bracket.",
        "The French set a space inside the marks, « comme ceci », while the Swiss write «comme cela».",
        "OTAN is Nato, ONU is the UN, and UE is the EU.",
        "The back label of the German bottle says “0,75 l” and the other “12,5 %”.",
        "Months follow the user.\n\n| de-DE | 1.234,56 | 14:30 Uhr |",
        'The German for "on May 3" is *am 3. Mai* (say: *am dritten Mai*).',
        "On the vest were the letters СССР, and on the cup РСФСР.",
    ],
)
def test_a_form_that_is_only_mentioned_stays(text: str) -> None:
    assert transclean.fix_text(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "German newspapers wrote that 5 Mio. Euros were lost.",
            "German newspapers wrote that 5 million Euros were lost.",
        ),
        ("In France the price rose by 3,5 %. It means little.", "In France the price rose by 3.5%. It means little."),
        ("He read the word « liberté » aloud.", 'He read the word "liberté" aloud.'),
        ('From "yes" 3,5 % "no" is far.', 'From "yes" 3.5% "no" is far.'),
        ("The letter said: « Come home ».", 'The letter said: "Come home".'),
    ],
)
def test_a_form_that_is_used_is_mended(text: str, wanted: str) -> None:
    assert transclean.fix_text(text) == wanted
