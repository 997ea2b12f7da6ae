"""What language a text is in, what is left over in another, and what it was translated from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.detection import detect_text, identify
from transclean.document import Document
from transclean.language.source import _count, _scanner, _table, guess_source
from transclean.scan.fallback import RegexScanner


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The members of the council met on Monday.", "en"),
        ("La casa es grande y los niños juegan en el parque.", "es"),
        ("Die Sitzung wurde auf den nächsten Tag verschoben.", "de"),
        ("Bonjour tout le monde", "fr"),
        ("Il governo non ha ancora deciso che cosa fare della legge.", "it"),
        ("Merhaba dünya, bu bir deneme metnidir.", "tr"),
        ("Это предложение на русском языке.", "ru"),
        ("Це речення українською мовою, і воно коротке.", "uk"),
        ("これは日本語です。", "ja"),
        ("这是中文。", "zh"),
        ("هذا نص عربي", "ar"),
        ('The president said: "La situation est très grave et nous devons agir." He left.', "en"),
        ("He lives in Santiago de los Caballeros de la Vega now.", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    found, probability = identify(text)
    assert found == language
    assert 0.5 < probability <= 1


@pytest.mark.parametrize("text", ["", "12345", "OK", "lorem ipsum dolor sit amet", "\ud800", "… — «»"])
def test_what_cannot_be_told_is_undetermined(text: str) -> None:
    assert identify(text) == ("und", 0.0)


def _fragments(text: str) -> list[tuple[str, str]]:
    return [(text[f.span.start : f.span.end], f.language) for f in detect_text(text).fragments]


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (
            "The council met. Die Sitzung wurde auf den nächsten Tag verschoben. They left it.",
            [("Die Sitzung wurde auf den nächsten Tag verschoben.", "de")],
        ),
        (
            'The president said: "La situation est très grave et nous devons agir." He left.',
            [("La situation est très grave et nous devons agir.", "fr")],
        ),
        ("In the city 北京 he met 王毅 and the others.", [("北京", "zh"), ("王毅", "zh")]),
        ("The word привет is Russian for hello.", [("привет", "ru")]),
        (
            "They said that we must wait, dass wir nicht mehr auf die Antwort warten, and left the room at once.",
            [("dass wir nicht mehr auf die Antwort", "de")],
        ),
    ],
)
def test_left_over_fragments(text: str, fragments: list[tuple[str, str]]) -> None:
    assert _fragments(text) == fragments


@pytest.mark.parametrize(
    "text",
    [
        "He worked at the Universidad de la República and the Banco de la Nación for years.",
        "He went to the café with a joie de vivre and a coup de grâce.",
        "The film of the year was by Leonardo da Vinci and Ludwig van Beethoven.",
        "It is in the file `les données de la base que nous avons` of the program.",
    ],
)
def test_names_loan_words_and_code_are_no_fragments(text: str) -> None:
    assert _fragments(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mme Shamdasani said so.", "fr"),
        ("from May 26 to 1er June", "fr"),
        ("the meeting at 14h30", "fr"),
        ("in the XIXe century", "fr"),
        ("Herr Weber came.", "de"),
        ("at 14.30 Uhr it began", "de"),
        ("on the 14. October", "de"),
        ("The Sra. García left.", "es"),
        ("¿Why now? Nobody knows.", "es"),
        ("Van Persie'den is a star.", "tr"),
        ("in 2019 г. he left", "ru"),
        ("in the Києва region", "uk"),
    ],
)
def test_one_sure_mark_tells_the_source(text: str, language: str) -> None:
    guess = guess_source(text)
    assert guess.language == guess.leader == language
    assert guess.evidence
    assert guess.probability > 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Mr. Jones.\n" * 20,
        "He left -- and came back.\n" * 20,
        "Poland – will it hold? — said nobody.\n" * 20,
        "On 29 October he carried out the so-called plan.\n" * 20,
        "a film by M. Night Shyamalan",
        "Look'ye, the budget of thousand million dollars at Xi'an and Sa'da",
        "Erdoğan met Wałęsa.\n" * 5,
        "Martin Luther King Sr. Day",
        "Ortega y Gasset and Castilla y León",
    ],
)
def test_what_native_english_has_too_never_decides(text: str) -> None:
    assert guess_source(text).language is None


def test_a_tie_inside_a_group_leaves_all_its_languages_possible() -> None:
    document = Document("the ONU said")
    assert document.guess.language is None
    assert document.source_may_be("fr")
    assert document.source_may_be("es")
    assert not document.source_may_be("de")


SAMPLE = "M. Türk said « yes », 1er June.\nMr. A. met Mme B. — and Sra. García at 14.30 Uhr, 14h30.\nin 2019 г. ¿Why?\n"


@given(st.text(alphabet=sorted(set(SAMPLE)), max_size=200))
def test_both_scanners_count_the_same_lines(text: str) -> None:
    slow = RegexScanner([feature.patterns for feature in _table().features])
    for sample in (text + "\n", SAMPLE + text + "\n"):
        counted = [{i: f.lines for i, f in _count(sample, scanner).items()} for scanner in (_scanner(), slow)]
        assert counted[0] == counted[1]


@given(st.text())
def test_detection_never_raises(text: str) -> None:
    detection = detect_text(text)
    assert 0 <= detection.probability <= 1
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in detection.fragments)


def test_detect_is_still_a_function_after_a_repair() -> None:
    import transclean

    transclean.fix_text("Mme Dupont left on 1er June.")
    assert transclean.detect("Mme Dupont left on 1er June.").source.language == "fr"
