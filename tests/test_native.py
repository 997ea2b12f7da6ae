"""What native text of another kind or time is spared: older English, accounts, guillemets by choice, short strings."""

from __future__ import annotations

import pytest

import transclean
from transclean.document import Document
from transclean.language.period import is_older, tells_of_the_past

_SCRIPTURE = (
    "And he said unto them, Whither goest thou? And they answered, We go over the Red sea, for thy servant hath need "
    "of us. Verily, thou shalt see it.\n\n"
)
_HISTORY = (
    "Mlle Dupont was born in 1723, came to Paris in 1743, left it in 1766, came back in 1773 and died in 1803.\n\n"
)
_NEWS = "The minister said on Monday that he had met the delegation in 2019 and again in 2021 and 2022.\n\n"


@pytest.mark.parametrize(("text", "older"), [(_SCRIPTURE, True), (_HISTORY, False), (_NEWS, False), ("", False)])
def test_older_english_is_told_by_its_words(text: str, older: bool) -> None:
    assert is_older(text) is older


@pytest.mark.parametrize(("text", "past"), [(_HISTORY, True), (_NEWS, False), ("", False)])
def test_the_past_is_told_by_its_years(text: str, past: bool) -> None:
    assert tells_of_the_past(text) is past


def test_people_of_the_past_keep_their_titles() -> None:
    assert "Mlle Dupont" in transclean.fix(_HISTORY).text
    assert "Mlle" not in transclean.fix("Mlle Dupont resigned.\n\n" + _NEWS).text


@pytest.mark.parametrize(
    "sentence",
    [
        "They crossed the Black sea.",
        "Mlle Dupont wrote to Mlle Petit.",
        '"Lower away!"--cried the mate.',
        "The sum was 308 millions of livres.",
    ],
)
def test_conventions_of_today_are_not_asked_of_older_texts(sentence: str) -> None:
    assert transclean.fix(sentence + "\n\n" + _SCRIPTURE).text == sentence + "\n\n" + _SCRIPTURE
    assert transclean.fix(sentence + "\n\n" + _NEWS).text != sentence + "\n\n" + _NEWS


def test_accounts_may_stay_in_millions() -> None:
    accounts = "Revenue rose to £2,400 million in the year, and the cost of it was £350 million."
    assert transclean.fix(accounts).text == accounts
    one = "The damage was put at £2,400 million in the year after the storm."
    assert "£2.4 billion" in transclean.fix(one).text


def test_guillemets_throughout_are_a_choice() -> None:
    line = "She looked at him. «We were there,» she said, and he nodded.\n\n"
    assert transclean.fix(line * 8).text == line * 8
    assert "«" not in transclean.fix(line).text


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("¿Qué pasa?", "und"),
        ("Quien supo esperar, llega a triunfar.", "es"),
        ("«Ho lavorato coi laboratori Battelle di Bellingham, Washington.»", "it"),
        ("Zuletzt geändert durch Art. 3", "und"),
        ("Charles de Gaulle resigned.", "en"),
        ("It costs 20 €.", "en"),
        ("Rain expected", "en"),
    ],
)
def test_a_short_text_is_english_unless_something_speaks_for_another(text: str, target: str) -> None:
    assert Document(text).target_language == target


def test_what_is_left_of_the_source_is_no_language_of_the_text() -> None:
    assert Document("on le 3 février", source="fr").target_language == "en"
