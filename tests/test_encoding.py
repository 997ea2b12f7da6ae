"""Damage of encodings made on purpose comes back exactly; text without damage comes back as it was."""

from __future__ import annotations

import pytest

from transclean import fix
from transclean.rules.encoding.codepages import seen_through, to_bytes
from transclean.rules.encoding.intervals import Intervals
from transclean.rules.encoding.letters import CYRILLIC, letter_model

SENTENCES = {
    "fr": "L’élève de l’hôtel a déjà mangé, « sans doute », dit-elle.",
    "de": "Größere Straßen führen über Österreich nach München.",
    "es": "¿Cuándo llegó el señor Núñez a Málaga?",
    "pl": "Źródło tej rzeki leży między Łodzią a Gdańskiem.",
    "tr": "İstanbul’da yağmur yağıyor, çocuklar şaşırdı.",
    "ru": "Министр сообщил, что переговоры продолжатся завтра.",
    "uk": "Цієї ночі п’ять областей залишилися без світла.",
    "el": "Οι κάτοικοι της Αθήνας περιμένουν απάντηση.",
    "ar": "قال الوزير إن المفاوضات ستستمر حتى نهاية الأسبوع.",
    "zh": "外交部发言人表示，谈判将于下周继续进行。",
    "ja": "首相は記者会見で新しい計画を発表しました。",
    "vi": "Người dân Hà Nội đang chờ đợi những thay đổi lớn.",
}
PAGES = ("cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp437", "cp850", "koi8-r", "cp866")


def repaired(text: str) -> str:
    """`text` with the letters mended; spaces and punctuation of the target are other rules' business."""
    return fix(text, select=[f"ENC00{n}" for n in (1, 2, 3, 5, 6, 7, 8, 9)] + ["ENC010"], unsafe_fixes=True).text


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", SENTENCES)
def test_utf8_read_in_a_wrong_page_comes_back(language: str, page: str) -> None:
    sentence = SENTENCES[language]
    assert repaired(seen_through(sentence.encode(), page)) == sentence


@pytest.mark.parametrize("language", SENTENCES)
def test_what_was_read_wrong_twice_comes_back(language: str) -> None:
    sentence = SENTENCES[language]
    once = seen_through(sentence.encode(), "cp1252")
    assert repaired(seen_through(once.encode(), "cp1252")) == sentence


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", SENTENCES)
def test_the_sound_half_of_a_damaged_line_stays(language: str, page: str) -> None:
    sentence = SENTENCES[language]
    assert repaired(f"{seen_through(sentence.encode(), page)} {sentence}") == f"{sentence} {sentence}"


@pytest.mark.parametrize(
    ("language", "true", "wrong"),
    [
        ("ru", "cp1251", "latin-1"),
        ("ru", "koi8-r", "latin-1"),
        ("ru", "koi8-r", "cp1251"),
        ("ru", "cp1251", "koi8-u"),
        ("ru", "cp866", "cp1251"),
        ("uk", "cp1251", "latin-1"),
        ("el", "cp1253", "latin-1"),
        ("ar", "cp1256", "latin-1"),
        ("zh", "gb2312", "latin-1"),
        ("ja", "shift_jis", "latin-1"),
        ("ja", "euc_jp", "latin-1"),
    ],
)
def test_an_old_page_read_as_another_comes_back(language: str, true: str, wrong: str) -> None:
    sentence = SENTENCES[language]
    assert repaired(seen_through(sentence.encode(true), wrong)) == sentence


@pytest.mark.parametrize("language", SENTENCES)
def test_text_without_damage_stays(language: str) -> None:
    sentence = SENTENCES[language]
    assert fix(sentence, select=["ENC"], target=language, unsafe_fixes=True).text == sentence
    assert repaired(sentence) == sentence


def test_every_line_end_of_dos_stays() -> None:
    text = "One\r\ntwo.\r\n\r\nThree\r\n"
    assert fix(text, select=["ENC"], unsafe_fixes=True).text == text


def test_line_breaks_follow_the_document() -> None:
    assert fix("a\r\nb\x0cc\u2028d\r\n", select=["ENC"]).text == "a\r\nb\r\nc\r\nd\r\n"


def test_bytes_of_a_page_and_back() -> None:
    assert to_bytes("â€\x9d", "cp1252") == "”".encode()  # 0x9D is undefined in Windows-1252
    assert to_bytes("日", "cp1252") is None
    assert seen_through("”".encode(), "cp1252") == "â€\x9d"


def test_letters_tell_words_from_what_is_none() -> None:
    model = letter_model(CYRILLIC)
    for word in ("Переговоры", "журналистам", "завтра", "незалежність", "министерство"):
        assert model.bits(word) > 5
        assert model.bits(word.encode("koi8-u").decode("cp1251", "replace")) < 0


def test_intervals_take_only_what_is_free() -> None:
    taken = Intervals([(5, 8)])
    assert not taken.add(7, 9)
    assert taken.add(8, 9)
    assert taken.add(0, 5)
    assert taken.overlaps(4, 6)
    assert not taken.overlaps(9, 12)
