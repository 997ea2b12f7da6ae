"""One name spelled in several ways in one document: `Zelensky` and `Zelenskyy`, `Türk` and `Turk`.

Two spellings are of one name when they fold together: without accents, and with the usual transliterations of one
ending or letter made alike. Near is not enough (Jansen and Janssen, Anna and Anne are different names).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from transclean.document import Document
from transclean.rules.names.given_names import is_given_name, unaccented
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_][\w’'-]*[^\W\d_]")
_SKY = re.compile(r"(?<=[a-z]{2}[sc]k)(?:yy|iy|yi|ii|ij|y|i)$")
_GADDAFI = re.compile(r"^(?:[gqk]|kh|gh)ad{1,2}h?af+[iy]$")
_UMLAUT = re.compile(r"(?<=[^aeiou])([aou])e(?=[^aeiou])")  # Schroeder
_OVICH = re.compile(r"(?<=v)[iy]ch$")
_KEEP_CASE = re.compile(r"['’]s$")
_SMALL_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*\.?)\s$")


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    plain = _OVICH.sub("ich", _SKY.sub("y", _UMLAUT.sub(r"\1", unaccented(word).lower())))
    return _GADDAFI.sub("gaddafi", plain)


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.target_language != "en":
        return  # accents tell words apart in German or Spanish
    text = segment.text
    names: dict[str, Counter[str]] = {}  # what a name comes to without accents and habits of spelling -> its forms
    for written, count in Counter(_WORD.findall(text)).items():
        word = _KEEP_CASE.sub("", written)
        if len(word) >= 4 and word[0].isupper() and not word[1:].isupper():
            names.setdefault(_folded(word), Counter())[word] += count
    small: set[str] | None = None
    for counts in names.values():
        if len(counts) < 2 or any(word.lower() != word and is_given_name(word) for word in counts):
            continue
        if small is None:
            small = set(_SMALL_WORD.findall(text))
        if any(small.issuperset(_SMALL_WORD.findall(word.lower())) and word.lower() in text for word in counts):
            continue  # a word, not a name: Hôtel and Hotel
        best = max(counts, key=counts.__getitem__)  # the first of those that are as frequent
        places = [(m.start(), m.group()) for m in _any_of(counts).finditer(text)]
        given = {name for start, word in places if word == best if is_given_name(name := _word_before(text, start))}
        for start, word in places:
            if word != best and not _other_person(_word_before(text, start), given):
                yield Hit(start, start + len(word), best)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for `words` as `_WORD` finds them, with or without an `'s`."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w'’-])(?:{'|'.join(map(re.escape, longest_first))})(?=(?:['’]s)?(?![\w'’-]*[^\W\d_]))")


def _word_before(text: str, start: int) -> str:
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return before[1] if before else ""


def _other_person(before: str, given: Set[str]) -> bool:
    """Whether the word before a name is an article, or a given name that is not among those before its best form."""
    if before.lower() in ("a", "an"):
        return True  # a Turk
    return is_given_name(before) and bool(given) and before not in given


NAME021 = Rule(
    code="NAME021",
    name="name-spelled-in-ways",
    summary="A name spelled in another way elsewhere in the document",
    why="One document, one spelling: the suggestion is the form of the majority, or the first. Only spellings that "
    "differ in accents or in the transliteration of one name count; another given name before it makes it another "
    "person.",
    safety=FLAG,
    stage=Stage.NAMES,
    trigger=(
        r"\b[A-Z][a-z]+[sc]k(?:yy|iy|yi|ii|ij)\b",
        r"\b[A-Z][a-z]+vych\b",
        r"\b(?:Q|K|Kh|Gh|G)add?h?af+[iy]\b",
        r"\b[A-Z][a-z]*[ığşçöüéèáíóúñćčšžřłńśýãõ][a-zığşçöüéèáíóúñćčšžřłńśýãõ]*",
    ),
    find=_find,
    of_today=True,
    sources=("ru", "uk", "ar", "zh"),
    fixes=(
        Example("Zelensky met Scholz. Zelenskyy then left.", flag="Zelenskyy", suggest="Zelensky"),
        Example("Volker Türk spoke. Mr. Turk added", flag="Turk", suggest="Türk"),
        Example("Erdoğan said. Erdogan then", flag="Erdogan", suggest="Erdoğan"),
        Example("Gerhard Schröder left. Schroeder then returned.", flag="Schroeder", suggest="Schröder"),
        Example("Yanukovych fled. Mr. Yanukovich denied it.", flag="Yanukovich", suggest="Yanukovych"),
        Example("Gaddafi fell. The Qaddafi family left.", flag="Qaddafi", suggest="Gaddafi"),
    ),
    keeps=(
        "Marie and Maria Curie",
        "Jansen and Janssen (both)",
        "Anna and Anne",
        "Chang and Zhang",
        "Volker Türk spoke. He saw a Turk there.",
        "Thomas Müller and Peter Muller",
    ),
    whole_document=True,
)

RULES = (NAME021,)
