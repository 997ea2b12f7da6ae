"""One name spelled in several ways in one document: `Zelensky` and `Zelenskyy`, `Türk` and `Turk`.

Two spellings are of one name when they fold together: without accents, and with the usual transliterations of one
ending or letter made alike. Near is not enough (Jansen and Janssen, Anna and Anne are different names).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.names.given_names import is_given_name, unaccented
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_][\w’'-]*[^\W\d_]")
_SKY = re.compile(r"(?<=[a-z]{2}[sc]k)(?:yy|iy|yi|ii|ij|y|i)$")
_GADDAFI = re.compile(r"^(?:[gqk]|kh|gh)ad{1,2}h?af+[iy]$")
_KEEP_CASE = re.compile(r"['’]s$")


def _folded(word: str) -> str:
    plain = _SKY.sub("y", unaccented(word).lower())
    return _GADDAFI.sub("gaddafi", plain)


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.target_language != "en":
        return  # accents tell words apart in German or Spanish
    text = segment.text
    places: dict[str, list[tuple[int, str]]] = {}
    for match in _WORD.finditer(text):
        word = _KEEP_CASE.sub("", match.group())
        if len(word) >= 4 and word[0].isupper() and not word[1:].isupper():
            places.setdefault(_folded(word), []).append((match.start(), word))
    for found in places.values():
        counts = Counter(word for _, word in found)
        if len(counts) < 2 or any(word.lower() != word and is_given_name(word) for word in counts):
            continue
        if any(re.search(rf"(?<!\w){word.lower()}(?!\w)", text) for word in counts):
            continue  # a word, not a name: Hôtel and Hotel
        first = {word: index for index, (_, word) in reversed(list(enumerate(found)))}
        best = min(counts, key=lambda word: (-counts[word], first[word]))
        for start, word in found:
            if word != best and not _other_person(text, start, best):
                yield Hit(start, start + len(word), best)


def _other_person(text: str, start: int, best: str) -> bool:
    """Whether the name at `start` has a given name before it that never stands before `best`; or an article: a Turk."""
    before = re.search(r"([^\W\d_][\w'’-]*\.?)\s$", text[max(0, start - 30) : start])
    if before is None:
        return False
    word = before[1]
    if word.lower() in ("a", "an"):
        return True  # a Turk
    if not is_given_name(word):
        return False
    others = re.findall(rf"([^\W\d_][\w'’-]*) {re.escape(best)}(?!\w)", text)
    given = [other for other in others if is_given_name(other)]
    return bool(given) and word not in given


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
        r"\b(?:Q|K|Kh|Gh|G)add?h?af+[iy]\b",
        r"\b[A-Z][a-z]*[ığşçöüéèáíóúñćčšžřłńśýãõ][a-zığşçöüéèáíóúñćčšžřłńśýãõ]*",
    ),
    find=_find,
    sources=("ru", "uk", "ar", "zh"),
    fixes=(
        Example("Zelensky met Scholz. Zelenskyy then left.", flag="Zelenskyy", suggest="Zelensky"),
        Example("Volker Türk spoke. Mr. Turk added", flag="Turk", suggest="Türk"),
        Example("Erdoğan said. Erdogan then", flag="Erdogan", suggest="Erdoğan"),
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
