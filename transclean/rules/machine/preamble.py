"""What a language model says before a translation: `Sure! Here is the translation:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transclean.document import Document
from transclean.rules.machine._frames import FrameWords, all_frame_words, any_of
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_LONGEST = 240  # characters of the line; models do not go on longer before they begin
_MOST_COURTESIES = 4
_MARKUP = re.compile(r"[\s#\ufeff]*[*_]*[¡¿]?")
_AFTER_COURTESY = re.compile(r"[ ]*[!.,;:…—–！。，,、：-]+[*_]*\s*|\s*\n\s*")
# How an announcement ends: with a colon, with a stop at the end of the line, or with the line if it is a heading.
_COLON = re.compile(rf"(?P<said>[^\n:：]{{1,{_LONGEST}}})[:：](?P<marks>[*_]*)[ \t]*(?P<break>\r?\n)?\s*")
_STOP = re.compile(rf"(?P<said>[^\n:：]{{1,{_LONGEST}}}?)[.!。！](?P<marks>[*_]*)[ \t]*(?P<break>\r?\n)\s*")
_LINE = re.compile(rf"(?P<said>[^\n:：]{{1,{_LONGEST}}}?)(?P<marks>[*_]*)[ \t]*(?P<break>\r?\n)\s*")
_RULE_LINE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*\r?\n\s*")
_LAST_RULE_LINE = re.compile(r"\s*\n[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})(?=\s*\Z)")
_SENTENCE = re.compile(r"[^\n]*[.!?…。！？؟][\"”’»」)*_]*\s*(?:\n|\Z)")


class _Preamble(NamedTuple):
    """A preamble from the start of the text to `end`, where the translation begins."""

    end: int
    safety: Safety


def _read_preamble(text: str, words: FrameWords) -> _Preamble | None:
    markup = _MARKUP.match(text)
    if markup is None:
        return None
    position = markup.end()
    courteous = False
    for _ in range(_MOST_COURTESIES):
        match = words.pattern("courtesy").match(text, position)
        after = _AFTER_COURTESY.match(text, match.end()) if match else None
        if after is None:
            break
        courteous = True
        position = after.end()
    for ending in (_COLON, _STOP, _LINE):
        found = ending.match(text, position)
        if found is None or not _is_whole(markup.group(), found):
            continue
        if ending is _LINE and not re.search(r"#|\*\*|__", markup.group()):
            continue
        if ending is not _COLON and courteous is False and not words.pattern("present").match(found["said"]):
            if ending is _STOP:
                continue
            return _Preamble(found.end(), UNSAFE) if _is_heading(found["said"], words) else None
        safety = _judge(found, text, words, courteous=courteous)
        if safety is not None:
            return _Preamble(_after_label(text, found.end(), words), safety)
    return None


def _after_label(text: str, position: int, words: FrameWords) -> int:
    """The place after a line that only names a language (`**English:**`), if one begins at `position`."""
    label = re.compile(r"[#*_ ]*" + _COLON.pattern).match(text, position)
    if label and label["break"] and words.names_language(label["said"]) and words.says_nothing_else(label["said"]):
        return label.end()
    return position


def _is_whole(markup: str, found: re.Match[str]) -> bool:
    """Whether what is said begins with a word, and opens nothing that is closed later: no quotation, bracket, bold."""
    said = found["said"]
    bold = (markup + said + found["marks"]).count("**")
    return said[0].isalnum() and bold % 2 == 0 and said.count("(") == said.count(")") and not re.search('["“”«»]', said)


def _is_heading(said: str, words: FrameWords) -> bool:
    """Whether a heading names the translation as one into a language: "Translation" alone is a chapter's."""
    return words.says_nothing_else(said) and words.names_language(said) and words.announces_translation(said)


def _judge(found: re.Match[str], text: str, words: FrameWords, *, courteous: bool) -> Safety | None:
    said = found["said"]
    body = text[found.end() :]
    if not re.search(r"\w", body):
        return None
    if not words.announces_translation(said):  # "Sure! Here you go:"
        answers = courteous and found["break"] and words.pattern("present").match(said)
        return UNSAFE if answers and words.says_nothing_else(said) else None
    if words.pattern("present").match(said):
        if courteous or words.says_nothing_else(said):
            # Here is the translation: it begins with a prayer.
            return SAFE if courteous or found["break"] or not body[0].islower() else FLAG
        # "Here is the translation of the speech:" may be the newspaper's own.
        return UNSAFE if words.says_nothing_else(said, "works") else FLAG
    if not words.says_nothing_else(said):
        return None
    if not words.pattern("topic").search(said):
        # "English version:" heads a half of a bilingual text; "The English version: a review" is a title.
        return UNSAFE if courteous or found["break"] or _SENTENCE.match(body) else None
    if body.lstrip()[0].islower() and not found["break"]:
        return FLAG  # "Translation: a kind of rewriting"
    # "Translation: Theory and Practice" is a title.
    return SAFE if courteous or found["break"] or _SENTENCE.match(body) else FLAG


def _find_preamble(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.raw
    for words in all_frame_words():
        preamble = _read_preamble(text, words)
        if preamble is None:
            continue
        end = preamble.end
        rule_line = _RULE_LINE.match(text, end)
        if rule_line:
            end = rule_line.end()
        replacement = None if preamble.safety is FLAG else ""
        if any(span.start < end for span in segment.blocked):
            return
        yield Hit(0, end, replacement, preamble.safety)
        last = _LAST_RULE_LINE.search(text, end) if rule_line and replacement is not None else None
        if last:
            yield Hit(last.start(), last.end(), "", preamble.safety)
        return


@lru_cache(maxsize=1)
def _triggers() -> list[str]:
    patterns = [r"(?i)^[a-z' ]{2,20}[!.,] ?here (?:you go|it is|you are)", r"(?i)^[*_]*english version:"]
    for words in all_frame_words():
        patterns.append(rf"(?i){any_of(words, 'topic')}")
        patterns.append(rf"(?i){any_of(words, 'version')}[^\n:：]*[:：]")
    return patterns


MT029 = Rule(
    code="MT029",
    name="model-preamble",
    summary="a language model's words before the translation",
    why='Language models open with a courtesy and an announcement ("Sure! Here is the English translation:"), in '
    "the language of the text or in English. It is removed from the start of the text only, when it speaks of"
    " a translation, and when every word of it belongs to such an announcement or a courtesy goes before. A "
    'text that is nothing else stays, and so do titles ("Translation: Theory and Practice").',
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=_triggers,
    find=_find_preamble,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("Here is the translation:\n\nThe minister resigned.", "The minister resigned."),
        ("Sure! Here's the English version:\nThe minister resigned.", "The minister resigned."),
        ("Translation: The minister resigned.", "The minister resigned."),
        Example("Voici la traduction :\nLe ministre a démissionné.", "Le ministre a démissionné.", target="fr"),
        ("**English translation:**\n\nGood day.", "Good day."),
        (
            "Certainly! Below is the translated text, with the formatting preserved:\n\n---\n\nGood day.\n\n---",
            "Good day.",
        ),
        ("I'd be happy to help you with that!\n\nHere is your translation into English:\n\nGood day.", "Good day."),
        ("The English translation of the provided text is as follows:\nGood day.", "Good day."),
        ("Here is the translation of the text from French to English.\n\nGood day.", "Good day."),
        ("### Translation:\nGood day.", "Good day."),
        ("Alright! Here you go:\n\nGood day.", "Good day."),
        ("Here is the requested translation:\n\n**English:**\nGood day.", "Good day."),
        ("Of course. Here's a natural-sounding translation of the quote you sent me yesterday: Good day.", "Good day."),
        ("Here is the English version of the passage:\n\nGood day.", "Good day."),
        Example("Bien sûr ! Voici la traduction du texte en français :\n\nBonjour.", "Bonjour.", target="fr"),
        Example("¡Claro! Aquí tienes la traducción al español:\n\nBuenos días.", "Buenos días.", target="es"),
        Example("Natürlich! Hier ist die Übersetzung ins Deutsche:\n\nGuten Tag.", "Guten Tag.", target="de"),
        Example("Certo! Ecco la traduzione in italiano:\n\nBuongiorno.", "Buongiorno.", target="it"),
        Example("Claro! Aqui está a tradução do texto para o português:\n\nBom dia.", "Bom dia.", target="pt"),
        Example("Конечно! Вот перевод текста на русский язык:\n\nДобрый день.", "Добрый день.", target="ru"),
        Example("Звичайно! Ось переклад українською мовою:\n\nДобрий день.", "Добрий день.", target="uk"),
        Example("Jasne! Oto tłumaczenie na język polski:\n\nDzień dobry.", "Dzień dobry.", target="pl"),
        Example("Natuurlijk! Hier is de vertaling naar het Nederlands:\n\nGoedendag.", "Goedendag.", target="nl"),
        Example("Tabii! İşte metnin Türkçe çevirisi:\n\nİyi günler.", "İyi günler.", target="tr"),
        Example("بالتأكيد! إليك الترجمة إلى العربية:\n\nصباح الخير.", "صباح الخير.", target="ar"),
        Example("当然！以下是中文翻译：\n\n部长辞职了。", "部长辞职了。", target="zh"),
        Example("译文：部长辞职了。", "部长辞职了。", target="zh"),
        Example("はい、以下が日本語の翻訳です：\n\n大臣は辞任した。", "大臣は辞任した。", target="ja"),
        Example(
            "Here is the French translation:\n\nLe ministre a démissionné.", "Le ministre a démissionné.", target="fr"
        ),
    ),
    keeps=(
        "Here is the news: the minister resigned.",
        "Of course, working late can be dangerous: most men are unemployed.",
        "Lost in translation: a history",
        "Here is the translation: it begins with a prayer.",
        "Sure, he said.",
        "Certainly the best: Pelé.",
        "Here is the translation:",
        "Translation: Theory and Practice",
        "Translation:\n",
        "The translation of poetry: a note\n\nPoetry is hard to translate.",
        '"Here is the translation:" he said, and read it out.',
        "Here is the translation that the court's interpreter gave of the accused man's last words: \"I did it.\"",
        "The minister resigned.\n\nTranslation: Jane Doe.",
        "# Translation\n\nStrings are kept in one file for each language.",
        "This is how translation works: two people sit down.",
        "Dear Anna,\n\nHere is the translation:\n\nGood day.",
        "Translated text files: how to name them",
        "Of course the version that he gave was false: nobody had seen him.",
    ),
)

RULES = (MT029,)
