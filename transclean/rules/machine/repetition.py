"""Words that an engine says twice, and loops it falls into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import eq
from typing import NamedTuple

from transclean.document import Document
from transclean.language.words import scores
from transclean.rules.machine._vocabulary import doubled_nouns, doubled_words
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

# Small words that are never said twice on purpose, where no clause can end in one and the next begin with it. Left out
# for that reason: what it was was, the man I spoke to to ask, German "steigt ein ein Mann", "das Kind, dem dem …",
# Dutch "vind je het het beste", French "ce qui est est".
_NEVER_TWICE = {
    "en": frozenset(["the", "a", "an", "of", "and", "or", "but", "their", "our", "its"]),
    "fr": frozenset(
        ["le", "la", "les", "de", "des", "du", "et", "un", "une", "dans", "pour", "par", "sur", "au", "aux"]
    ),
    "es": frozenset(["el", "la", "los", "las", "de", "del", "y", "un", "una", "en", "para", "con", "por", "al"]),
    "de": frozenset(["und", "oder", "eine", "einen", "einem", "einer", "des", "von", "für", "im", "am", "zur", "zum"]),
    "it": frozenset(
        ["il", "la", "gli", "di", "del", "della", "dei", "e", "un", "una", "in", "per", "con", "nel", "nella"]
    ),
    "pt": frozenset(["os", "as", "de", "do", "da", "dos", "das", "e", "um", "uma", "em", "na", "para", "com", "por"]),
    "nl": frozenset(["de", "een", "en", "van"]),
    "pl": frozenset(["i", "w", "z", "do", "od", "oraz"]),
    "ru": frozenset(["и", "в", "с", "к", "из", "для", "от", "или"]),
    "uk": frozenset(["і", "в", "з", "до", "для", "від", "та", "або"]),
}
# English words said twice now and then, and rightly.
_SELDOM_TWICE_TEXT = (
    "to on at by for from with about after before as than into not it they we which who when where this these "
    "those my your if because while through between against"
)
_SELDOM_TWICE = frozenset(_SELDOM_TWICE_TEXT.split())
_SELDOM_TWICE_VERBS = frozenset(["be", "been", "are", "was", "were", "has", "have", "will", "would"])
# Words that people double for emphasis or effect.
_EMPHATIC_TEXT = (
    "very really many long far much more most never ever wait well now there here okay good great nice sorry "
    "please thank thanks bye knock blah yeah yada choo chug tick tock bang boom ding dong hear come help look "
    "again deep high wide little young cold sweet poor dear dark wild pretty quite true truly only just even "
    "still always someone home down back half slow slowly quick quickly soft easy love work mama papa baby hush "
    "murder holy whole older better hello money what words hurry stop heavy aloha chop night fire alone really "
    "hard fast other same bora baden walla pago duran sirhan"
)
_EMPHATIC = frozenset(_EMPHATIC_TEXT.split())
# Before a word said twice: the first one ends a clause (what happened happened, those who came came).
_CLAUSE_BEFORE = re.compile(
    r"\b(?:what|whatever|who|whoever|whom|which|that|where|wherever|when|how|all|everything|anything|nothing|as|one|those|"
    r"can|could|may|must|did|do|does)\b[^.!?;,:\n]{0,40}\Z",
    re.IGNORECASE,
)
# Endings of English common nouns and adjectives: with one, a doubled word in capitals is no name like Pago Pago.
_COMMON_WORD = re.compile(
    r".{2,}(?:ic|tion|sion|ment|ity|ness|ance|ence|ship|ism|ional|ical|ern|ary|ial|ive|ant|ent|ing)s?\Z"
    r"|(?:Minist(?:er|ry)|Office|Commit+ee|Council|Court|Party|Bank|State|Union|Group|Institute|Company|Center|Centre|School|"
    r"Health|Army|Police|Airport|Republic|Council|Secretary|Congress|Press|News|World|Board|Club|League|Service|System|Right|Affair)s?\Z"
)
_NAMED_BEFORE = re.compile(r"\b(?:words?|like|and|or|between|either|say|write)\s+\Z")  # words like and or or
_SONG_BEFORE = re.compile(r"\b(?:o+h|ouh|ah|tra)[\s,!-]+\Z", re.IGNORECASE)
_TWICE = re.compile(r"(?<![\w'’.@#/&-])([^\W\d_]+)(\s+)([^\W\d_]+)(?![\w'’@/~+#-])")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class _Pair(NamedTuple):
    """A word said twice: characters `start` to `end` of the text from the first word to the end of the second."""

    start: int
    end: int
    first: str
    gap: str
    second: str


def _pairs(text: str) -> Iterator[_Pair]:
    position = 0
    while match := _TWICE.search(text, position):
        first, gap, second = match.groups()
        # Words may pair up with the next one: go on from the second.
        position = match.start(3)
        if first.lower() == second.lower() and (first == second or second.islower()):
            yield _Pair(match.start(), match.end(), first, gap, second)


def _find_twice(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    language = document.target_language
    for pair in _pairs(text):
        safety = _judge(pair, text, language)
        if safety is not None:
            end_of_first = pair.start + len(pair.first)
            yield Hit(end_of_first, pair.end, "" if safety is not FLAG else None, safety)


def _judge(pair: _Pair, text: str, language: str) -> Safety | None:
    word = pair.second.lower()
    capitals = pair.second[0].isupper()
    before = text[max(0, pair.start - 60) : pair.start]
    never = word in _NEVER_TWICE.get(language, ())
    if _comes_again(pair, text):  # three are a loop, a song or a cry
        if pair.first[0].isupper() or _stammers(pair, text):
            return None  # And and and, he stammered
        return SAFE if never and word not in ("a", "la") and not capitals else None
    if never:
        # "A a", the band The The, "oh la la".
        alone = len(word) == 1 and (pair.first != pair.second or "\n" in pair.gap or _among_letters(pair, text))
        named = word in ("and", "or", "but") and _NAMED_BEFORE.search(before)
        return None if capitals or alone or named or _SONG_BEFORE.search(before) else SAFE
    if language != "en" or "\n" in pair.gap:
        return None
    if word in _SELDOM_TWICE:
        return None if capitals else UNSAFE
    if len(word) < 4 and word not in _SELDOM_TWICE_VERBS:
        return None
    if word in _EMPHATIC or _CLAUSE_BEFORE.search(before):
        return None
    if word not in _SELDOM_TWICE_VERBS and scores(word).get("en"):  # that that, had had, more more
        return None
    if capitals:
        return UNSAFE if _COMMON_WORD.match(pair.second) and _within_name(pair, text) else FLAG
    return UNSAFE


def _among_letters(pair: _Pair, text: str) -> bool:
    """Whether single letters stand beside, as the names of notes do: f g a a g."""
    return (
        re.search(r"(?<!\w)\w[\s,)(]+\Z", text[max(0, pair.start - 4) : pair.start]) is not None
        or re.match(r"[\s,)(]+\w(?!\w)", text[pair.end : pair.end + 4]) is not None
    )


def _comes_again(pair: _Pair, text: str) -> bool:
    """Whether the word comes a third time, before or after the two."""
    before = re.search(r"([^\W\d_]+)[\s,]*\Z", text[max(0, pair.start - 40) : pair.start])
    after = re.match(r"[\s,]*([^\W\d_]+)", text[pair.end : pair.end + 40])
    return any(match and match[1].lower() == pair.second.lower() for match in (before, after))


def _stammers(pair: _Pair, text: str) -> bool:
    """Whether the first of three begins the sentence, or the last breaks off: that is how people speak."""
    word = re.escape(pair.second)
    before = re.search(rf"\b(?:{word}\s+)+\Z", text[max(0, pair.start - 40) : pair.start], re.IGNORECASE)
    return (before is not None and before[0][0].isupper()) or re.match(
        r"(?:\s[^\W\d_]+)?\s?(?:\.\.|…|[-–—]{1,2}(?:\s|\Z))", text[pair.end : pair.end + 12]
    ) is not None


def _within_name(pair: _Pair, text: str) -> bool:
    """Whether another word in capitals stands beside: Civil Aviation Aviation Authority."""
    before = text[max(0, pair.start - 40) : pair.start].rstrip(" ").rpartition(" ")[2]
    after = text[pair.end : pair.end + 2].lstrip(" ")
    return before[:1].isupper() or after[:1].isupper()


@lru_cache(maxsize=1)
def _twice_triggers() -> list[str]:
    small = {word for words in _NEVER_TWICE.values() for word in words} | _SELDOM_TWICE | _SELDOM_TWICE_VERBS
    patterns = []
    for word in sorted(small):
        bound = r"\b" if word.isascii() else ""
        body = _either_case(word)
        patterns.append(rf"{bound}{body}[ \n]{word}{bound}")
    return patterns + doubled_words()


def _either_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


MT025 = Rule(
    code="MT025",
    name="repeated-word",
    summary="word said twice",
    why="Engines repeat words, mostly small ones and nouns in compounds. Articles, conjunctions and the like are "
    "never doubled on purpose, and are mended; the rest on request. Never: that that, had had, is is, doubled"
    " names (Pago Pago), emphasis (very very), a verb that ends one clause and begins the next (what happened"
    " happened). Edited English text doubles words 1.6 times in 1,000 segments, nearly always so.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=_twice_triggers,
    find=_find_twice,
    targets=("*",),
    fixes=(
        ("the the minister", "the minister"),
        ("how far people go to to turn", "how far people go to turn"),
        ("the Civil Aviation Aviation Authority", "the Civil Aviation Authority"),
        ("to be discovered discovered in", "to be discovered in"),
        Example("le le ministre", "le ministre", target="fr"),
        ("The the minister of of health", "The minister of health"),
        ("The results were published by the\nthe ministry.", "The results were published by the ministry."),
        ("under the quarantine quarantine rules", "under the quarantine rules"),
        Example("der Leiter von von der Schule", "der Leiter von der Schule", target="de"),
        Example("el presidente de de la República", "el presidente de la República", target="es"),
        Example("министр и и депутат", "министр и депутат", target="ru"),
    ),
    keeps=(
        "A slash is no replacement for words like and or or.",
        "Couldn't he fly a bit higher? And and and... tell us, said the boy.",
        "I know that that is true",
        "I believe that that policy carries out our objective.",
        "he had had enough",
        "Pago Pago",
        "Ni Ni and Duran Duran",
        "bye bye",
        "very very good",
        "New New York",
        Example("nous nous levons", target="fr"),
        Example("vous vous trompez", target="fr"),
        Example("Sie sie", target="de"),
        Example("Die, die die Arbeit machen, sind müde.", target="de"),
        "what it is is clear",
        "Sirhan Sirhan",
        "What happened happened.",
        "Those who stayed stayed for good.",
        "The The is a band.",
        "Vitamin A a day",
        "la la la la",
        "the Boutros Boutros-Ghali years",
        "a state-of-the-the-art joke",
        "What the problem was was unclear.",
        "the man I came in in May to see",
        Example("Oh la la, c'est grand.", target="fr"),
        Example("Dann steigt ein ein Mann.", target="de"),
    ),
)


# Loops.

_LONGEST_UNIT = 12  # words
_LOOSE_END = re.compile(r"(?:[\s,;:–—-]+|(?<=[\s,;])(?:and|or|but|et|y|und|e|ou|и|та|і)\b)+\Z", re.IGNORECASE)


class _Loop(NamedTuple):
    """Characters `start` to `end` say the same over and over; the first time ends at `unit_end`."""

    start: int
    unit_end: int
    end: int


def _loops(line: str) -> Iterator[_Loop]:
    places = [match.span() for match in _WORDS.finditer(line)]
    words = [line[start:end].lower() for start, end in places]
    index = 0
    while found := _first_loop(words, index):
        index, length, count = found
        last = index + count - 1
        yield _Loop(places[index][0], places[index + length - 1][1], places[last][1])
        index = last + 1


def _first_loop(words: list[str], since: int) -> tuple[int, int, int] | None:
    """The first loop from word `since` on: where it begins, words in the unit, words in all."""
    best: tuple[int, int, int] | None = None
    for length in range(1, _LONGEST_UNIT + 1):
        # 1 for each word that is the same as the one `length` words on: a loop is a run of these.
        same = bytes(map(eq, words, words[length:]))
        run = b"\x01" * max(3, 2 * length)
        place = same.find(run, since)
        while place != -1:
            end = place + len(run)
            while end < len(same) and same[end]:
                end += 1
            if _is_unit(words[place : place + length], end - place + length):
                if best is None or place < best[0]:
                    best = place, length, end - place + length
                break
            place = same.find(run, end)
    return best


def _is_unit(unit: list[str], count: int) -> bool:
    """Whether `count` words in such units make a loop: no score, no refrain of syllables, no `one by one`."""
    if all(word in _EMPHATIC for word in unit):
        return False
    if any(len(word) >= 4 and word.isalpha() for word in unit):
        return True
    # Small words alone: the end of the end of the end of …
    return len(unit) > 1 and count >= 8 and all(scores(word).get("en") or len(word) == 3 for word in unit)


def _find_loops(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    start = 0
    for line in text.splitlines(keepends=True):
        for loop in _loops(line):
            rest = line[loop.end :].strip()
            if not rest.strip(" ,;:-–—"):
                # The engine stopped at its length limit: nothing but the loop is left of the sentence.
                kept = _LOOSE_END.sub("", line[loop.start : loop.unit_end])
                yield Hit(start + loop.start, start + len(line.rstrip()), kept)
            else:
                yield Hit(start + loop.start, start + loop.end, None, FLAG)
        start += len(line)


# What phrases are made of, two small words side by side: a loop has them three times without the end of a sentence.
# Not the commonest (in the, to a): three of these are nothing unusual, and each would slow the scan.
# English, then the commonest of its sources.
_PAIRS_OF_WORDS = (
    "the same|the number|a lot|I am|I'm|I will|I want|I think|I know|I don't|I can|they want|we can|we want"
    "|it is|you can|you know|you want|what they|going to|want to|do not|because of|according to|a member"
    "|member of|in order"
    "|de la|de los|en la|dans la|in der|von der"
)


@lru_cache(maxsize=1)
def _loop_triggers() -> list[str]:
    between = r"[^\n.!?;:]*"
    patterns = [between.join([f"{pair} "] * 3) for pair in _PAIRS_OF_WORDS.split("|")]
    patterns += [r" of the [A-Za-z]+ of the [A-Za-z]+ of the"]
    patterns += [rf" {word} [A-Za-z]+ {word} [A-Za-z]+ {word}" for word in ("and", "of")]
    return patterns + doubled_nouns()


MT026 = Rule(
    code="MT026",
    name="loop",
    summary="the engine fell into a loop: text is probably lost",
    why="A decoder that loops repeats a phrase until its length limit. A phrase of up to twelve words three times"
    " in a row, or one long word four times, up to the end of the line without a stop, is cut to one; where "
    "the sentence goes on or ends, it may be rhetoric, and is reported. Cries, songs and scores (no, no, no; "
    "la la la; 0-0) are passed over.",
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=_loop_triggers,
    find=_find_loops,
    targets=("*",),
    fixes=(
        (
            "I'm going to have a rabbit, and I'm going to have a rabbit, and I'm going to have a rabbit, "
            "and I'm going to",
            "I'm going to have a rabbit",
        ),
        ("The company, the company, the company, the company, the company", "The company"),
        ("Goro logo logo logo logo logo logo", "Goro logo"),
        ("Istanbul University Astronomy and Astronomy and Astronomy and", "Istanbul University Astronomy"),
        ("The end of the end of the end of the end of the", "The end of"),
        (
            "He was a member of the board, a member of the board, a member of the board, a member of the",
            "He was a member of the board",
        ),
        ("He said it is the best, it is the best, it is the best, it is the best, it is", "He said it is the best"),
        Example(
            "what they want, what they want, what they want, what they want.",
            flag="what they want, what they want, what they want, what they want",
        ),
    ),
    keeps=(
        "no, no, no!",
        "la la la la la",
        "ha ha ha ha",
        "Location, location, location.",
        "0-0 (0-0)",
        "tick tock tick tock",
        "one by one by one",
        "la di da la di da la di da",
        "in and out and in and out",
        "day and night and day and night",
        "government of the people, by the people, for the people",
        "It is late, it is cold, it is dark.",
    ),
)

RULES = (MT025, MT026)
