"""What the examples of the rules for machine debris cannot say: that the phrase tables are sound, and speed."""

from __future__ import annotations

import re
import time

import pytest

from transclean.document import LANGUAGES
from transclean.pipeline import Settings, engine_for
from transclean.rules.machine._frames import FrameWords, all_frame_words, any_of

KEYS = {
    "courtesy", "present", "topic", "version", "plain", "note", "choice", "offer", "subject", "change", "aside", "ai",
    "refusal", "request", "salutation", "farewell",
}  # fmt: skip
FRAMES = Settings(select=("MT029", "MT030", "MT031", "MT032", "MT033", "MT034", "MT035"), unsafe_fixes=True)


@pytest.mark.parametrize("words", all_frame_words(), ids=lambda words: words.code)
def test_every_language_has_every_phrase(words: FrameWords) -> None:
    assert set(words.phrases) >= KEYS
    for key in words.phrases:
        assert not words.pattern(key).fullmatch("")
        assert not re.fullmatch(any_of(words, key), "")


def test_languages_are_those_of_the_documents() -> None:
    assert tuple(words.code for words in all_frame_words()) == LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        "Here is the translation:",
        "Sure! Here is the translation:\n\n",
        "Note: I kept the original names.",
        "Let me know if you need any changes to the translation!",
        "I hope this translation helps!\n\nLet me know if you need any changes!",
        "```\n```",
        "<think>The user wants English.</think>",
        "Translate the following text from French to English:\n",
    ],
)
def test_text_that_is_nothing_but_a_frame_stays(text: str) -> None:
    assert engine_for(FRAMES).run(text).text == text


def test_frames_nest() -> None:
    text = (
        "<think>French.</think>\nSure! Here is the translation:\n\n```text\nThe minister resigned.\n```\n\n---\n\n"
        "Note: I kept the original names.\n\nLet me know if you need any changes to the translation!\n"
    )
    assert engine_for(FRAMES).run(text).text == "The minister resigned.\n"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 20_000,
        "the end of the " * 8_000,
        "< b " * 20_000,
        "** a" * 20_000,
        "http: //a. " * 8_000,
        "Note: translation. " * 5_000,
        "<think>" * 10_000,
        "▁" * 50_000 + "a",
        "(" * 50_000 + "Note: I translated",
    ],
    ids=["words", "loop", "tags", "bold", "urls", "notes", "reasoning", "marks", "brackets"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    engine_for(Settings(select=("MT",), unsafe_fixes=True)).run(text)
    assert time.process_time() - start < 8  # seconds; a rule that is not linear takes minutes
