"""Names of persons: reading them, and the tables of titles."""

from __future__ import annotations

import pytest

from transclean.locales.locale import SOURCE_LANGUAGES, load_locale
from transclean.rules.names.person import capitalised_before, read_name, read_names, stands_alone
from transclean.rules.names.surnames import in_mixed_case
from transclean.rules.names.titles import titles_of
from transclean.rules.registry import all_rules

ENGLISH = {"", "Mr", "Mrs", "Ms", "Miss", "Mses", "Messrs", "Dr", "Prof", "Profs", "Msgr", "H.E. Mr", "H.E. Ms"}
NEEDS = {"source", "sibling", "loan", "known", "grammar", "law", "full"}
CODES = {rule.code for rule in all_rules()}


@pytest.mark.parametrize("language", SOURCE_LANGUAGES)
def test_every_title_belongs_to_a_rule_and_needs_what_exists(language: str) -> None:
    for code in (key for key in load_locale(language).section("titles") if key.startswith("NAME")):
        assert code in CODES
        for title in (*titles_of(code).values(), *titles_of(code, after=True).values()):
            assert title.needs <= NEEDS
            assert all(part in ENGLISH for part in title.english.split("/"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shamdasani said", "Shamdasani"),
        ("de Villepin, who", "de Villepin"),
        ("J.-P. Chevènement left", "J.-P. Chevènement"),
        ("al-Assad's palace", "al-Assad"),
        ("van der Bellen Tuesday", "van der Bellen"),
        ("O'Brien\nand others", "O'Brien"),
        ("Giscard d'Estaing and", "Giscard d'Estaing"),
    ],
)
def test_a_name_goes_on_through_particles_and_stops_at_other_words(text: str, name: str) -> None:
    found = read_name(text, 0)
    assert found is not None
    assert text[found.start : found.end] == name


@pytest.mark.parametrize("text", ["said", "J. M.", "I knew", "de", "", "42"])
def test_what_is_no_name(text: str) -> None:
    assert read_name(text, 0) is None


def test_a_list_of_names_ends_at_its_conjunction() -> None:
    listed = read_names("Dupont, Martin et Durand et Petit", 0)
    assert listed is not None
    assert [name.surname for name in listed[0]] == ["Dupont", "Martin", "Durand"]
    assert listed[1] == "et"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Ken Griffey ", True),
        ("Robert Downey, ", True),
        ("J. ", True),
        ("Prof. ", True),
        ("146 ", True),
        ("The ", False),
        ("In 2012 ", False),
        ("In Madrid, ", False),
        ("the pragmatic ", False),
        ("", False),
    ],
)
def test_what_stands_before_a_suffix_or_an_initial(before: str, expected: bool) -> None:
    assert capitalised_before(before, len(before)) is expected


def test_an_article_belongs_to_a_noun_that_follows() -> None:
    assert stands_alone("Mr. Duncan said", 10)
    assert not stands_alone("Mr. Duncan films", 10)
    assert not stands_alone("Mr. Duncan-like hero", 10)


@pytest.mark.parametrize(
    ("capitals", "mixed"),
    [
        ("SAINT-EXUPÉRY", "Saint-Exupéry"),
        ("McDONALD", "McDonald"),
        ("VAN DAMME", "Van Damme"),
        ("de GAULLE", "de Gaulle"),
        ("İMAMOĞLU", "İmamoğlu"),
        ("YILDIRIM", "Yildirim"),
    ],
)
def test_surnames_in_mixed_case(capitals: str, mixed: str) -> None:
    assert in_mixed_case(capitals) == mixed
