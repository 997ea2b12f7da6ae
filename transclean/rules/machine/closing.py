"""What a language model says after a translation: notes on its choices, hopes, offers of more help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.machine._frames import FrameWords, all_frame_words, any_of
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_LONGEST = 4000  # characters of a closing, notes and all
_LONGEST_SENTENCE = 300
_MARKUP = re.compile(r"[\s*_#>()\[\]+~¡¿\U0001f300-\U0001faff-]*")
_LABEL_END = re.compile(r"[*_]*[ ]*(?:[:：.。—–-]|(?=[*_]*\s)|\Z)[*_]*[ ]*[:：]?\s*")
_LEADING_WORDS = re.compile(
    r"(?:please|also|and|but|so|just|bitte|por favor|per favore|proszę|пожалуйста|будь ласка|lütfen|请|請|يرجى)[\s,]+",
    re.IGNORECASE,
)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?؟])[*_\"”)]*\s+|(?<=[。！？])\s*|\n\s*")
_RULE_LINE = re.compile(r"\n[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*\Z")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ ]")
_BRACKETED = re.compile(r"(?<=[.!?…。！？\"”»])[ ]*[(\[（][^()\[\]（）\n]{8,600}[)\]）]\s*\Z")
_QUOTED = re.compile("[\"“”«»„‘「『]|'[^']{2,40}'")
_FIRST_PERSON = re.compile(r"\b(?:I|j'ai|J'ai|ich|Ich|he|ho|eu|я|Я)\b|我")
_MODEL = re.compile(r"\b(?:me|I)\b|\bfeel free\b|\bhappy to\b|\bjust ask\b", re.IGNORECASE)
# What people write at the end of a translation: disclaimers, credits, prefaces.
_HUMAN = re.compile(
    r"\b(?:unofficial|official|prevails?|authentic|authoritative|discrepan\w*|binding|courtesy translation|certified"
    r"|sworn|copyright|©|all rights|translated (?:\w+ ){0,4}by|officielle?|fait foi|oficial|maßgeblich|verbindlich"
    r"|ufficiale)\b",
    re.IGNORECASE,
)
# A manual, a web page: an offer or a note at its end is its author's.
_MANUAL = re.compile(r"```|\bpull requests?\b|\bREADME\b|\bGitHub (?:repo\w*|issues?|page)\b|\bissues? on GitHub\b")
# A text that speaks to its reader, of its writer or of work that is done may itself go on to offer changes.
_PERSONAL = re.compile(
    r"\b(?:I|me|my|we|our|us|you|your|please|attached|hi|hello|dear|ready|done|finished|drafts?|documents?|files?|slides?"
    r"|versions?|designs?|proposals?|invoices?|layouts?|logos?|schedules?|lists?)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(?:changes|adjustments|edits|revisions|modifications|corrections)[.!]\s*\Z")
_QUOTATION = re.compile(r"[\"“«„][^\"“”«»„\n]*[\"”»“]")
_WHOLE_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`~]*\1\s*\Z")  # a model's wrapper, see MT032
_HEADING = re.compile(r"^#{1,4} ", re.MULTILINE)


def _note(text: str, words: FrameWords) -> Safety | None:
    """Whether `text` is a note of the model: a label, then what it did in translating."""
    start = _MARKUP.match(text)
    label = words.pattern("note").match(text, start.end()) if start else None
    if label is None:
        return None
    after = _LABEL_END.match(text, label.end())
    marked = after is not None and after.group().strip() != ""
    said = text[after.end() if after else label.end() :]
    if not marked and not re.match(r"\s*(?:that|,|que|dass|，|,)?\s*", said):
        return None
    about_translation = bool(words.pattern("topic").search(label.group()))
    choice = words.pattern("choice").search(said)
    if choice is None:
        return UNSAFE if about_translation and words.pattern("topic").search(said) else None
    if re.search(r"translator", label.group(), re.IGNORECASE):
        return UNSAFE  # people sign so, too
    return SAFE if _FIRST_PERSON.search(said) or _QUOTED.search(said) or about_translation else UNSAFE


def _sentence(text: str, words: FrameWords) -> Safety | str | None:
    """A sentence of the model to the user: how sure, or "aside" if it is one only in the company of others."""
    start = _MARKUP.match(text)
    said = text[start.end() :] if start else text
    while lead := _LEADING_WORDS.match(said):
        said = said[lead.end() :]
    if not said.strip() or len(said) > _LONGEST_SENTENCE:
        return None if said.strip() else "aside"
    offer = words.pattern("offer").match(said)
    if offer:
        rest = said[offer.end() :]
        cues = sum(bool(words.pattern(key).search(rest)) for key in ("topic", "subject", "change"))
        # "If you would like a copy in Braille, please ask at the desk": only the model offers itself.
        if cues and not (offer.group().lower().startswith(("if", "should you")) and not _MODEL.search(rest)):
            return SAFE if cues > 1 else UNSAFE
    aside = words.pattern("aside").search(said)
    return "aside" if aside and len(said) < 100 and (aside.start() == 0 or words.pattern("offer").match(said)) else None


def _judge(text: str) -> Safety | None:
    """How sure it is that `text`, a paragraph or a line at the end, is the model's; None if it is not."""
    if not text.strip() or len(text) > _LONGEST or _HUMAN.search(text):
        return None
    for words in all_frame_words():
        note = _note(text, words)
        if note is not None:
            return note
        grades = [_sentence(sentence, words) for sentence in _SENTENCE_BREAK.split(text.strip()) if sentence]
        if not grades or None in grades:
            continue
        sure = [grade for grade in grades if isinstance(grade, Safety)]
        if sure:
            return SAFE if SAFE in sure else UNSAFE
    return None


def _blocks_from_end(text: str, end: int) -> Iterator[int]:
    """Where the last paragraphs of `text[:end]` begin, from the end, as far as a closing reaches."""
    position = end
    while position > 0 and end - position < _LONGEST:
        breaks = list(re.finditer(r"\n[ \t\r]*\n\s*", text[max(0, position - _LONGEST) : position].rstrip()))
        if not breaks:
            return
        position = max(0, position - _LONGEST) + breaks[-1].end()
        yield position
        position -= len(breaks[-1].group())


def _last_block(text: str, end: int) -> tuple[int, Safety] | None:
    """The closing at the end of `text[:end]`: one paragraph, or a label with the list that follows it."""
    for number, start in enumerate(_blocks_from_end(text, end)):
        block = text[start:end]
        first = block.lstrip().partition("\n")[0]
        if number and not any(_labels(first, words) for words in all_frame_words()):
            if _LIST_ITEM.match(first):
                continue
            return None
        safety = _judge(block)
        if safety is not None:
            return start, safety
        if number or not _LIST_ITEM.match(first):
            return None
    return None


def _labels(line: str, words: FrameWords) -> bool:
    """Whether `line` is nothing but a note's label."""
    bare = line.strip("*_#> :：")
    return bool(words.pattern("note").fullmatch(bare))


def _last_line(text: str, end: int) -> tuple[int, Safety] | None:
    """A note or an offer in the last lines of a paragraph, or a note in brackets after its last sentence."""
    start = text.rfind("\n", 0, end)
    while start != -1 and end - start < _LONGEST and text[start + 1 : end].strip():
        safety = _judge(text[start:end])
        if safety is not None:
            return start, safety
        before = text.rfind("\n", 0, start)
        if before == -1 or not text[before + 1 : start].strip() or not _LIST_ITEM.match(text, start + 1):
            break
        start = before
    bracketed = _BRACKETED.search(text, max(0, end - 700), end)
    if bracketed:
        safety = _judge(bracketed.group().strip())
        if safety is not None:
            return bracketed.start(), safety
    return None


def _last_sentence(text: str, end: int) -> tuple[int, Safety] | None:
    """An offer in the last sentence of a line: only one that is surely the model's."""
    line = text.rfind("\n", 0, end) + 1
    breaks = list(re.finditer(r"(?<=[.!?])[ ]+|(?<=[。！？])[ ]*", text[line:end].rstrip()))
    if not breaks:
        return None
    start = line + breaks[-1].start()
    safety = _judge(text[start:end])
    return (start, SAFE) if safety is SAFE else None


def _find_closing(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.raw
    end = cut = len(text.rstrip())
    worst = SAFE
    while True:
        found = _last_block(text, cut) or _last_line(text, cut) or _last_sentence(text, cut)
        if found is None or not re.search(r"\w", text[: found[0]]):
            break
        start, safety = found
        worst = UNSAFE if UNSAFE in (worst, safety) else SAFE
        cut = len(text[:start].rstrip())
        rule_line = _RULE_LINE.search(text, max(0, cut - 80), cut)
        if rule_line and text[: rule_line.start()].strip():
            cut = len(text[: rule_line.start()].rstrip())
    if cut == end or any(span.end > cut for span in segment.blocked):
        return
    if _judge(text[:cut]) is not None:  # the model says this, too: nothing would be left
        return
    if _may_be_the_authors(text[:cut]):
        yield Hit(cut, end, None, FLAG)
    elif worst is UNSAFE and _offers_changes_to_nobody(text[:cut], text[cut:end]):
        yield Hit(cut, end, "", SAFE)
    else:
        yield Hit(cut, end, "", worst)


def _offers_changes_to_nobody(body: str, closing: str) -> bool:
    """Whether `closing` is a paragraph that offers changes, after sentences in which nobody speaks to anybody."""
    if not closing.startswith("\n\n") or not re.search(r"[.!?…。！？][\"”»')\]]*\Z", body):
        return False
    if _PERSONAL.search(_QUOTATION.sub("", body)):
        return False
    return _CHANGES.search(closing) is not None


def _may_be_the_authors(body: str) -> bool:
    """Whether a note or an offer after `body` can be part of it: of a letter that has no end yet, of a manual."""
    if (_MANUAL.search(body) and not _WHOLE_FENCE.match(body)) or len(_HEADING.findall(body)) > 1:
        return True
    opening = body.lstrip().partition("\n")[0].rstrip()
    last_lines = body[-200:]
    return opening.endswith((",", ":", "!", "，", "：", "،", "、")) and any(
        words.pattern("salutation").match(opening)
        and not re.search(rf"\n\s*{words.pattern('farewell').pattern}", last_lines, re.IGNORECASE)
        for words in all_frame_words()
    )


@lru_cache(maxsize=1)
def _triggers() -> list[str]:
    patterns = []
    for words in all_frame_words():
        patterns.append(rf"(?i)(?:^|[(\[（])[*_#> \t(\[-]*{any_of(words, 'note')}[*_ ]*[:：]")
        patterns.append(rf"(?i){any_of(words, 'topic', 'cue' if 'cue' in words.phrases else 'offer')}")
    return patterns


MT030 = Rule(
    code="MT030",
    name="model-closing",
    summary="a language model's words after the translation",
    why='Language models close with notes on their choices ("Note: I kept the names"), hopes and offers ("Let me '
    'know if you need any changes"). They are removed from the end of the text when two things in them speak '
    "of a translation and its wording, when a note says in the first person or with quoted words how "
    "something was translated, or when changes are offered after a text that speaks to nobody; on request with "
    "one such sign. Disclaimers and credits of translations, offers"
    " at the end of a letter or a manual, and other notes are the author's, and stay.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=_triggers,
    find=_find_closing,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("The minister resigned.\n\nNote: I kept the original names.", "The minister resigned."),
        ("The minister resigned.\n\nLet me know if you need any changes!", "The minister resigned."),
        ('The minister resigned.\n\n(Note: "maire" was translated as "mayor".)', "The minister resigned."),
        ("Good day.\n\nI hope this translation helps!", "Good day."),
        ("Good day.\n\nLet me know if you need any changes to the translation!\n", "Good day.\n"),
        ('Good day.\n\n---\n\n**Note:** I\'ve left "Bürgermeister" untranslated.', "Good day."),
        ('Good day. (Note: "jour" is translated here as "day".)', "Good day."),
        (
            'Good day.\n\n**Translation notes:**\n\n- I kept the French names.\n- "jour" was rendered as "day".\n\n'
            "Would you like me to make the translation more formal?",
            "Good day.",
        ),
        ("Good day.\nNote: I have kept the formatting of the original text.", "Good day."),
        ("Good day.\n\nI hope this helps! Feel free to reach out with any questions.", "Good day."),
        ("Good day. Let me know if you would like a more formal translation.", "Good day."),
        (
            "Dear Anna,\n\nGood day.\n\nSincerely,\nJohn\n\nI hope this translation meets your needs!",
            "Dear Anna,\n\nGood day.\n\nSincerely,\nJohn",
        ),
        ("The minister resigned.\n\n(Note: The source text has a typo in the name.)", "The minister resigned."),
        ("The minister resigned.\n\nI've kept the original formatting.", "The minister resigned."),
        ("Good day.\n\nWenn Sie weitere Übersetzungen wünschen, lassen Sie es mich wissen.", "Good day."),
        Example("Bonjour.\n\nNote : j'ai conservé les noms propres.", "Bonjour.", target="fr"),
        Example(
            "Bonjour.\n\nN'hésitez pas si vous souhaitez des modifications de la traduction !", "Bonjour.", target="fr"
        ),
        Example("Buenos días.\n\nEspero que esta traducción te sea útil.", "Buenos días.", target="es"),
        Example(
            "Guten Tag.\n\nLassen Sie mich wissen, wenn Sie Änderungen an der Übersetzung wünschen.",
            "Guten Tag.",
            target="de",
        ),
        Example("Добрый день.\n\nПримечание: я сохранил имена собственные.", "Добрый день.", target="ru"),
        Example("部长辞职了。\n\n如果您需要修改译文，请随时告诉我。", "部长辞职了。", target="zh"),
        Example("大臣は辞任した。\n\n他に翻訳の修正が必要でしたらお知らせください。", "大臣は辞任した。", target="ja"),
    ),
    keeps=(
        "Note: GB/T 13000 provides a unified encoding.",
        "Note: figures are rounded.",
        "(Note that this is strictly a cleaner.)",
        "Let me know when you arrive, he wrote.",
        "The minister resigned.\n\nNote: figures are rounded.",
        "The minister resigned.\n\nNote: This is an unofficial translation. Only the French text is authentic.",
        "The minister resigned.\n\nNote: I kept the original receipts.",
        "The minister resigned.\n\nTranslated from the French by Jane Doe.",
        "Hi Anna,\n\nThe agenda is attached.\n\nLet me know if you need any changes!",
        "The meeting is on Monday.\n\nLet me know if you have any questions.",
        "# Guide\n\nRun it.\n\n# Help\n\nSee the list.\n\nLet me know if you want to change the translation.",
        '"Stay," she said.\n\nI hope that he will come back before winter.',
        "Mix the flour and the water.\n\nNote: the dough can also be left overnight.",
        "Note: I kept the original names.",
        "He closed the book.\n\nWould you like to hear another story?",
    ),
)

RULES = (MT030,)
