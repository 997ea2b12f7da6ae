"""What an engine left in the source language: words in another script, whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import function_words, scores, script_language
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment
from transclean.text.span import Span

# Letters of the scripts whose words are left over. Greek is not among them: its letters are signs of science.
_LETTERS = (
    "\u0400-\u052f\u0590-\u05ea\u0620-\u064a\u066e-\u06d3"  # Cyrillic, Hebrew, Arabic
    "\u0900-\u097f\u0e01-\u0e4e"  # Devanagari, Thai
    "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"  # kana, Han, Hangul
)
_FOREIGN_WORD = re.compile(
    rf"[^\W\d_]*[{_LETTERS}][{_LETTERS}][^\W\d_]*|[^\W\d_]+[{_LETTERS}][^\W\d_]*|[{_LETTERS}][^\W\d_]+"
)
_RUN = re.compile(rf"(?:{_FOREIGN_WORD.pattern})(?:[ ](?:{_FOREIGN_WORD.pattern}))*")
# Cyrillic letters that look like Latin ones: beside Latin ones alone they are slips of the keyboard, for ENC022.
_LOOK_ALIKE = re.compile(
    "[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415"
    "\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u0406]"
)
_LATIN = re.compile("[A-Za-z]")
# A word of a language is spoken of after these: the word 実施, called 実施.
_SPOKEN_OF = re.compile(
    r"(?:\b(?:words?|terms?|characters?|letters?|names?|signs?|phrases?|called"
    r"|(?:written|spelled|spelt)(?: in)?|means?|meaning|read|reads"
    r"|Russian|Ukrainian|Chinese|Japanese|Arabic|Hebrew|Korean|Kanji|kanji)|:|=|→)[ ]?[*_]*\Z"
)


def _find_foreign_words(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        word = match.group()
        if _LATIN.search(word) and _LOOK_ALIKE.sub("", word).isascii():
            continue
        if (
            segment.quotation_at(start, end)
            or _in_brackets(text, start, end)
            or _SPOKEN_OF.search(text[max(0, start - 30) : start])
        ):
            continue
        line = segment.line_at(start)
        if not re.search(r"[A-Za-z]{2}", text[line.start : start] + text[end : line.end]):
            continue  # a name in a list, or a line that is not translated at all: MT028
        yield Hit(start, end, None)


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether brackets stand around: Leviathan (Левиафан) gives the original beside the translation."""
    opening = max(text.rfind(mark, max(0, start - 80), start) for mark in "([（")
    if opening == -1 or any(mark in text[opening:start] for mark in ")]）"):
        return False
    return any(mark in text[end : end + 80] for mark in ")]）")


MT027 = Rule(
    code="MT027",
    name="foreign-script-word",
    summary="word left in the script of the source",
    why="Engines copy what they cannot translate: mostly names, from Japanese and Chinese above all. What it "
    "should be only a glossary or a reader can say. Words in quotation marks or brackets, hashtags and "
    "addresses, words that are spoken of and single letters are there on purpose.",
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=(
        rf"[{_LETTERS}][ ,;:.'’-]{{0,2}}[A-Za-z]",
        rf"[{_LETTERS}][{_LETTERS}][.,;:!?)\n]",
    ),
    find=_find_foreign_words,
    sources=("ru", "uk", "ar", "zh", "ja"),
    targets=("en", "fr", "es", "de"),
    fixes=(
        Example("Mathieu Ullрик plays the villain.", flag="Ullрик", source="ru"),
        Example("the pitcher 実施 today", flag="実施", source="ja"),
        Example("The agreement of the ОКСШ was", flag="ОКСШ", source="uk"),
        Example("He signed with the ОКСШ.", flag="ОКСШ", source="uk"),
        Example("大兴 Airport opened", flag="大兴", source="zh"),
        Example("He spent a year in ベトナム as a soldier.", flag="ベトナム", source="ja"),
        Example("According to УНІАН, two people died.", flag="УНІАН", source="uk"),
    ),
    keeps=(
        "the film Leviathan (Левиафан)",
        'the slogan "Слава Україні"',
        "#حياة_ذوي_البشرة_السوداء_مهمة",
        "запрошення@example.org",
        "the letter ы",
        "the word 実施 is written so",
    ),
)


# Small words that are no words of English, nor parts of its names: where two languages meet, a sentence was left.
_SMALL_WORDS = (
    "une est dans les sur avec qui que pas vous nous cette été sont aux elle leur mais una está las también fue "
    "ser según sus der und ist nicht mit eine einen auf für sich wird dem zum zur auch sind als bei nach aus "
    "werden che della sono nel alla gli degli anche più uma não dos das pelo pela também foi são het een niet "
    "zijn voor wordt werd naar ook nie się jest że oraz przez dla roku bir ve için olarak ile olan daha och att "
    "det som är av este sunt pentru și ont du plusieurs im zu"
)
_LONG_ENOUGH = 30  # letters, for a language to be told by its small words
_DENSE_ENOUGH = 0.2  # small words among all: half of what running text has
_CYRILLIC = re.compile("[\u0400-\u04ff]{4}")
_SENTENCE = re.compile(
    r"[^\s.!?。！？][^.!?。！？\n]*[.!?。！？]+[\"”’»)]*(?=\s|\Z)|[^\s.!?。！？][^.!?。！？\n]*(?=\n|\Z)"
)
_REFERENCE = re.compile(
    r"\b(?:ISBN|ISSN|doi|pp?\.|vol\.|éd\.|ed\.|eds\.|Hrsg\.)|\((?:\d{4}|[^()]*, \d{4})\)|\bhttps?:|https?://"
)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _find_untranslated(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    target = document.target_language
    if target == "und" or _REFERENCE.search(text):
        return
    whole = _trimmed(text, 0, len(text))
    if _is_untranslated(text, whole, segment, document):
        yield Hit(*whole, None)
        return
    for match in _SENTENCE.finditer(text):
        sentence = _trimmed(text, *match.span())
        # In company a sentence must be surer than a paragraph: it may be a title or a motto.
        if _is_untranslated(text, sentence, segment, document) and _is_sentence(text[slice(*sentence)], target):
            yield Hit(*sentence, None)


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip()))


def _is_untranslated(text: str, place: Span, segment: Segment, document: Document) -> bool:
    said = text[slice(*place)]
    dense = script_language(said) in ("zh", "ja", "ko")
    if _letters(said) < (_LONG_ENOUGH // 3 if dense else _LONG_ENOUGH):
        return False
    if segment.quotation_at(*place) or said[0] in '"“”«»„‘「『':
        return False
    if _is_english(said, document.target_language) or _is_spelled_abroad(said):
        return True
    if not document.is_foreign(said):
        return False
    # A list of names has de and van, but few of them.
    return bool(script_language(said)) or _CYRILLIC.search(said) is not None or _density(said) >= _DENSE_ENOUGH


def _is_english(said: str, target: str) -> bool:
    """Whether `said` is English in a text that is to be in `target`: it has `the` and no small word of `target`'s own.

    Half of its words must be in small letters: titles of works and newspapers begin with The.
    """
    words = said.split()
    if target == "en" or len(words) < 5 or not re.search(r"\b[Tt]he\b", said):
        return False
    own = function_words(target) - function_words("en")
    plain = [word for word in words if word[0].islower()]
    return 2 * len(plain) >= len(words) and own.isdisjoint(word.strip(",.;:").lower() for word in words)


# Letters that English has in names only.
_FOREIGN_LETTERS = re.compile("[à-öø-ÿăąćčďđęěğıłńňőřśşšťůűźżžțș]")


def _is_spelled_abroad(said: str) -> bool:
    """Whether a sentence without any small word, as Polish and Turkish have them, is foreign by its letters alone."""
    plain = [word for word in said.split() if word[0].islower()]
    marked = [word for word in plain if _FOREIGN_LETTERS.search(word)]
    return said[-1] in ".!?" and len(marked) >= 3 and 2 * len(marked) >= len(plain) and not scores(said).get("en")


def _density(said: str) -> float:
    """The share of the words that are small words of one language."""
    return max(scores(said).values(), default=0) / max(1, len(said.split()))


def _is_sentence(said: str, target: str) -> bool:
    if script_language(said):
        return said.endswith(("。", ".", "!", "！", "?", "？", "؟"))
    counts = scores(said)
    own = counts.pop(target, 0)
    return (
        max(counts.values(), default=0) >= 3 * max(own, 1) and len(said.split()) >= 5 and said.endswith((".", "!", "?"))
    )


@lru_cache(maxsize=1)
def _untranslated_triggers() -> list[str]:
    cjk = "[\u3041-\u30ff\u4e00-\u9fff]"
    return [
        f" (?:{'|'.join(dict.fromkeys(_SMALL_WORDS.split()))}) ",
        "^(?:Il|La|Le|El|Les|Los|Las|Der|Das|Die|Gli|Os|Une?|Una|Eine?|Het|Lo|Ils|Elle|Elles) [a-zà-ž]",
        "[a-z](?:[ęąłśźżć]|[şğı])[a-zà-ž]* [a-zà-ž]*(?:[ęąłśźżć]|[şğı])",
        " (?:и|в|на|не|что|с|по|та|і|у|з|для|до|за|это|как|о|об|во|про) ",
        " (?:في|من|على|أن|إلى|عن|التي|الذي) ",
        rf"{cjk}{cjk}[。，、！？]",
    ]


MT028 = Rule(
    code="MT028",
    name="untranslated-segment",
    summary="sentence in another language than the text",
    why="Engines give some segments back as they were. A paragraph or a sentence of thirty letters or more whose "
    "small words are those of another language is reported, unless it is quoted or stands in a list of "
    "references: mottos, titles and lines of songs are left on purpose.",
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=_untranslated_triggers,
    trigger_abroad=(r"\b[Tt]he [a-z]",),
    find=_find_untranslated,
    targets=("*",),
    fixes=(
        Example(
            "Le ministre a annoncé une réforme des retraites.", flag="Le ministre a annoncé une réforme des retraites."
        ),
        Example(
            "Der Minister kündigte am Dienstag eine Reform an.",
            flag="Der Minister kündigte am Dienstag eine Reform an.",
        ),
        Example(
            "The minister announced a reform on Tuesday.",
            flag="The minister announced a reform on Tuesday.",
            target="fr",
        ),
        Example(
            "La police a arrêté trois personnes mardi soir à Lyon.",
            flag="La police a arrêté trois personnes mardi soir à Lyon.",
        ),
        Example("Rząd zapowiedział podwyżkę podatków.", flag="Rząd zapowiedział podwyżkę podatków."),
        Example("Bakan salı günü istifa ettiğini açıkladı.", flag="Bakan salı günü istifa ettiğini açıkladı."),
        Example(
            "Министр объявил о реформе и не ответил на вопросы.",
            flag="Министр объявил о реформе и не ответил на вопросы.",
        ),
        Example(
            "部长周二宣布了养老金改革，没有回答记者的问题。", flag="部长周二宣布了养老金改革，没有回答记者的问题。"
        ),
        Example(
            "The minister spoke. Il a annoncé une réforme des retraites pour les salariés. Nobody was surprised.",
            flag="Il a annoncé une réforme des retraites pour les salariés.",
        ),
    ),
    keeps=(
        '"Liberté, égalité, fraternité"',
        Example("Il a lu le New York Times et The Economist hier soir.", target="fr"),
        Example("The Lord of the Rings: The Return of the King", target="fr"),
        "Oh là là, c'est la vie.",
        "Gesellschaft für Leproskunde",
        "Sony, Toyota, Nikon",
        "ISBN 978-2-07-036822-8",
        "Mark Adler, John Bush, Jean de la Tour, Karl van den Berg, Hunter Goatley, Ed Gordon, Ian Gorman, Jo Herborth",
        "Dupont, J. (2010). Le ministre et la réforme dans les retraites des cadres. Paris: Seuil.",
    ),
)

RULES = (MT027, MT028)
