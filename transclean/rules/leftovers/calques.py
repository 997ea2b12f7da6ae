"""Words that exist in English but not so: uncountable nouns in the plural, false friends of institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Uncountables.

_NOUNS = {
    "informations": "information",
    "advices": "advice",
    "furnitures": "furniture",
    "equipments": "equipment",
    "evidences": "evidence",
    "researches": "research",
    "knowledges": "knowledge",
    "luggages": "luggage",
    "homeworks": "homework",
}
# Verbs as well, so that something must show that it is the noun.
_ALSO_VERBS = frozenset({"evidences", "researches"})
_SINGULAR = {
    "were": "was",
    "are": "is",
    "have": "has",
    "these": "this",
    "those": "that",
    "many": "much",
    "few": "little",
}
_BEFORE = r"(?P<before>\b(?:[Tt]hese|[Tt]hose|[Mm]any|[Ff]ew)\s+)?"
_PLURAL = re.compile(
    rf"{_BEFORE}(?<![\w'’-])(?P<lead>(?:the|his|her|their|our|its|some|several|such|all|more|other|new)\s+)?"
    rf"(?P<noun>{'|'.join(_NOUNS)})(?![\w-])(?P<verb>\s+(?:were|are|have)\b)?"
)


def _find_plural(segment: Segment, _document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _PLURAL.finditer(text):
        if match["noun"] in _ALSO_VERBS and not (match["before"] or match["lead"]):
            continue
        # In law, an information is a charge.
        if match["noun"] == "informations" and re.search(
            r"\bcriminal\s+informations\b|\bfiled\b", text[max(0, match.start() - 12) : match.end() + 25]
        ):
            continue
        written = match.group()
        for group in ("before", "verb"):
            if match[group]:
                word = match[group].strip()
                right = _SINGULAR[word.lower()]
                written = written.replace(word, right.capitalize() if word[0].isupper() else right, 1)
        yield Hit(match.start(), match.end(), written.replace(match["noun"], _NOUNS[match["noun"]]))


LEFT014 = Rule(
    code="LEFT014",
    name="uncountable-plural",
    summary="plural of a noun that English does not count",
    why="French, Spanish and Italian count information, advice, furniture, equipment and evidence. English does "
    "not; old, legal and technical texts do at times, so it is not applied unasked, and never to a "
    "capitalised word.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=[rf"\b{noun}\b" for noun in _NOUNS],
    find=_find_plural,
    of_today=True,
    sources=("fr", "es", "it", "pt"),
    fixes=(
        ("the informations were", "the information was"),
        ("useful advices", "useful advice"),
        ("the equipments", "the equipment"),
        ("These informations are new.", "This information is new."),
        ("the evidences have shown", "the evidence has shown"),
    ),
    keeps=(
        "Big Data Informations AG",
        "the Evidences of Christianity",
        "he researches birds",
        "criminal informations were filed",
        "Prosecutors drew up two criminal informations.",
        "which evidences a change",
    ),
)


# Institutions.

_HIGH_COMMISSION = re.compile(r"(?:\b[Tt]he\s+)?(?:\b(?:UN|United\s+Nations)\s+)?\bHigh\s+Commission(?![\w-])")
_FOR = re.compile(r"\s+(?:for|on|of)\s+(?:the\s+)?(Refugees|Human\s+Rights)")
_NATION_BEFORE = re.compile(r"(?<!\w)[A-Z][a-z]\w+\s+\Z")
_PLACE_AFTER = re.compile(r"\s+(?:in|to|of|for)\s+(?:the\s+)?[A-Z]")
_SUBJECT = r"[Hh]uman [Rr]ights|[Rr]efugee|[Aa]sylum|[Rr]apporteur|OHCHR|UNHCR"
_FALSE_FRIENDS = {
    "Superior Council": "High Council",
    "Superior Court of Justice of the European": "Court of Justice of the European",
    "Attorney of the Republic": "public prosecutor",
    "Procurator of the Republic": "public prosecutor",
    "Substitute Prosecutor": "deputy prosecutor",
}
_FALSE_FRIEND = re.compile("|".join(map(re.escape, _FALSE_FRIENDS)))


def _find_false_friend(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _HIGH_COMMISSION.finditer(text):
        subject = _FOR.match(text, match.end())
        if subject:
            office = "UNHCR" if subject[1] == "Refugees" else "OHCHR"
            yield Hit(match.start(), subject.end(), office)
            continue
        embassy = _NATION_BEFORE.search(text[: match.start()][-30:]) or _PLACE_AFTER.match(text, match.end())
        if not embassy and document.mentions(_SUBJECT):
            yield Hit(*match.span(), "OHCHR")
    for match in _FALSE_FRIEND.finditer(text):
        if document.source_may_be("fr", "es", "it", "pt"):
            yield Hit(*match.span(), _FALSE_FRIENDS[match.group()])


LEFT011 = Rule(
    code="LEFT011",
    name="false-friend-institution",
    summary="name of an institution that means another in English",
    why="A High Commission is the embassy of one Commonwealth state in another; the French Haut-Commissariat is "
    "the Office of the UN High Commissioner (OHCHR, UNHCR). Which is meant, the document tells at best: "
    "reported, and replaced only by the glossary, under its conditions.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=[r"\bHigh[ \t\r\n]+Commission\b", *(re.escape(name) for name in _FALSE_FRIENDS)],
    find=_find_false_friend,
    sources=("fr", "es"),
    fixes=(
        Example("the High Commission spokeswoman said", flag="the High Commission", suggest="the OHCHR",
                context="United Nations High Commissioner for Human Rights"),
        Example("the UN High Commission for Refugees", flag="High Commission"),
        Example("the Superior Council of Magistracy", flag="Superior Council"),
    ),
    keeps=(
        "the British High Commission in Nairobi",
        "the High Commissioner for Refugees",
        "the Indian High Commission",
        "the High Commission in London spoke of human rights",
    ),
)  # fmt: skip

RULES = (LEFT011, LEFT014)
