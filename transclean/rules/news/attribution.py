"""How a news text says who said it: on which day, in which order, with which verb, and how sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.english import WEEKDAYS
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_DAYS = "|".join(WEEKDAYS)

# NEWS002

_SAID_DAY = re.compile(
    rf"\b(?:said|announced|reported|confirmed|told [A-Z]\w+) (?P<day>{_DAYS})(?= (?:it|he|she|they|that|there|the|a)\b)"
)


def _days(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.style.name not in ("un", "uk", "uk-double"):
        return
    for match in _SAID_DAY.finditer(segment.text):
        yield Hit(match.start("day"), match.start("day"), "on ")


NEWS002 = Rule(
    code="NEWS002",
    name="said-on-day",
    summary="said Tuesday, without on",
    why="American wire English leaves on out; British and UN English have it. Only with a style that is not us, and "
    "only where a clause follows: said Friday was is a person of that name.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=(
        rf"\b(?:said|announced|reported|confirmed|told [A-Z][A-Za-z]+) (?:{_DAYS}) (?:it|he|she|they|that|there|the"
        rf"|a)\b",
    ),
    find=_days,
    fixes=(
        Example("A group said Thursday that", "A group said on Thursday that", style="uk"),
        Example("The Fed said Tuesday it would", "The Fed said on Tuesday it would", style="un"),
        Example("Pelosi said Sunday that there are", "Pelosi said on Sunday that there are", style="uk"),
    ),
    keeps=(
        Example("Robinson Crusoe said Friday was", style="uk"),
        Example("said Wednesday Addams", style="uk"),
        Example("said on Tuesday it", style="uk"),
        "A group said Thursday that",
    ),
    needs_style=True,
)

# NEWS003

_SPEAKERS = (
    "spokes[a-z]+|source|sources|official|officials|officer|minister|president|witness|witnesses|diplomat|lawyer"
    "|leader|member|expert"
    "|resident|head|director|chairman|mayor|activist|doctor|analyst|adviser|representative|secretary|ambassador"
    "|professor"
)
_TOLD = re.compile(
    rf"(?<=, )told (?P<whom>[A-Z]\w*(?: [A-Z]\w*){{0,2}}) (?P<who>(?:an?"
    rf"|the) (?:[a-z-]+ ){{0,2}}(?:{_SPEAKERS})\b)(?P<rest>[^,.;:!?\n\"”]{{0,80}})"
)
_PARTICIPLES = (
    "declared|said|indicated|stated|announced|affirmed|explained|underlined|stressed|added|recalled|confirmed|noted"
)
_HAS_SAID = re.compile(
    rf"(?:(?<=[\"”’»] )|(?<=, )|(?P<as>\bas ))(?:has"
    rf"|have) (?:{_PARTICIPLES}) (?P<who>the (?:[a-z-]+ )?[a-z]+(?: of [A-Z]?\w+)?)(?=[.,;!]|$)"
)


def _inverted(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _TOLD.finditer(segment.text):
        yield Hit(*match.span(), f"{match['who']}{match['rest']} told {match['whom']}")
    for match in _HAS_SAID.finditer(segment.text):
        yield Hit(*match.span(), f"{match['as'] or ''}{match['who']} said")


NEWS003 = Rule(
    code="NEWS003",
    name="inverted-attribution",
    summary="Verb of speech before its subject",
    why="said the minister is English; told AFP a spokesman and has declared the minister are not: they keep the "
    "order of French or Spanish. A report: the sentence wants a new order.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=(
        r", told [A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,2} (?:an?|the) ",
        rf"(?:[\"”’»,]|\bas) (?:has|have) (?:{_PARTICIPLES}) the ",
    ),
    find=_inverted,
    sources=("fr", "es"),
    fixes=(
        Example(
            "the most expensive, told AFP a spokesman for Sotheby's.",
            flag="told AFP a spokesman",
            suggest="a spokesman for Sotheby's told AFP",
        ),
        Example(
            '"We are ready", has declared the minister.',
            flag="has declared the minister",
            suggest="the minister said",
        ),
        Example(
            "as has indicated the president", flag="as has indicated the president", suggest="as the president said"
        ),
    ),
    keeps=(
        '"Yes," said the minister.',
        "John told AFP a lie.",
        '"No," said Mr. Rongen.',
        "She left, told him the truth.",
    ),
)

# NEWS008

_WOULD = re.compile(
    r"\bwould (?:have (?P<participle>[a-z]{2,}(?:ed|en)|left|been|lost|made|put|fled|sent|sold|paid|met|led|held|hit"
    r"|shot|got|gone|begun"
    r"|done|found|fought|told|won|cut)|(?P<be>be)(?= (?:behind|responsible|involved|linked|dead|hiding|hidden"
    r"|preparing|planning|held|detained|missing|\d"
    r"|at least|about (?:\d|two|three|ten)|two|three|four|five|ten|dozens|hundreds)\b))\b"
)
_ATTRIBUTED = re.compile(
    r"\b(?:[Aa]ccording to (?!him|her|them|me|us|you|this|that)|(?:a|several|some|the|police|media|security|local"
    r"|military) sources?\b|sources (?:said|say)|media reports"
    r"|local media|the (?:press|media|newspaper)|police said|reports say|rumou?rs)"
)
_CONDITION = re.compile(
    r"\b(?:if|unless|had|otherwise|without|were it|but for|should|wish|could|instead|in which case|would rather"
    r"|whether|if only"
    r"|said (?:he|she|they|it|that))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")


def _conditionals(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    for sentence in _SENTENCE.finditer(text):
        if "would" not in sentence.group():
            continue
        if not _ATTRIBUTED.search(sentence.group()) or _CONDITION.search(sentence.group()):
            continue
        for match in _WOULD.finditer(text, *sentence.span()):
            participle = match["participle"] or match.group().rsplit(" ", 1)[1]
            yield Hit(*match.span(), "is reportedly" if match["be"] else f"reportedly {participle}")


_SOURCE_NEAR = r"(?:ccording to|source|media|press|police said|reports say)"

NEWS008 = Rule(
    code="NEWS008",
    name="reported-conditional",
    summary="would for what is only reported",
    why="French, Italian and Spanish put unconfirmed news in the conditional; in English would have left says that it "
    "did not happen. Reported where the sentence names a source and no condition: it changes what the text "
    "asserts, so a person decides.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=(
        rf"\bwould have [a-z][^\n]*{_SOURCE_NEAR}",
        rf"{_SOURCE_NEAR}[^\n]*\bwould have [a-z]",
        rf"\bwould be [^\n]*{_SOURCE_NEAR}",
        rf"{_SOURCE_NEAR}[^\n]*\bwould be (?:behind|responsible|involved|linked|dead|held|detained|missing)",
    ),
    find=_conditionals,
    sources=("fr", "it", "es"),
    fixes=(
        Example(
            "The attack would have left 12 dead, according to the police.",
            flag="would have left",
            suggest="reportedly left",
        ),
        Example(
            "According to Le Monde, the minister would have resigned.",
            flag="would have resigned",
            suggest="reportedly resigned",
        ),
        Example("The group would be behind the attack, a source said.", flag="would be", suggest="is reportedly"),
        Example("According to a source, he would be held in the north.", flag="would be", suggest="is reportedly"),
    ),
    keeps=(
        "He would have won if it had rained.",
        "He said he would have called.",
        "That would have been enough.",
        "The bill would ban smoking.",
        "According to him, they would have earned more support.",
    ),
)

# NEWS009

_AGENCY = (
    r"(?:AFP|AP|Reuters|dpa|EFE|ANSA|Lusa|TASS|RIA|Interfax|Xinhua|Kyodo|Bloomberg|CNN|Al Jazeera|the BBC"
    r"|reporters|journalists|the press|the media)"
)
# Verbs of lives, which the narrative future tells; budgets and plans of past years say will of their own year.
_PAST_OF = {
    "become": "became", "die": "died", "divorce": "divorced", "emigrate": "emigrated", "graduate": "graduated",
    "join": "joined", "leave": "left", "lose": "lost", "marry": "married", "move": "moved", "publish": "published",
    "receive": "received", "return": "returned", "win": "won", "write": "wrote",
}  # fmt: skip
_CALQUES = re.compile(
    rf"\b(?P<precised>precised)\b|\b(?P<told>declared to)(?= {_AGENCY})|\b(?P<stressed>underlined)(?= that\b)"
    rf"|\b(?P<confided>confided to)(?= (?:AFP|Reuters|AP)\b)"
    rf"|\b(?P<future>will (?P<verb>{'|'.join(_PAST_OF)}))(?= (?:[a-z]+ ){{0,3}}in 1[0-9]\d\d\b)"
)


def _calques(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _CALQUES.finditer(segment.text):
        if match["future"]:
            yield Hit(*match.span("future"), _PAST_OF[match["verb"]])
            continue
        kind = next(key for key in ("precised", "told", "stressed", "confided") if match[key])
        yield Hit(
            *match.span(), {"precised": "specified", "told": "told", "stressed": "stressed", "confided": "told"}[kind]
        )


NEWS009 = Rule(
    code="NEWS009",
    name="calqued-verb",
    summary="Verb taken over from the source language",
    why="precised is no English word, one declares war and tells AFP, underlines a line and stresses a point; and "
    "what happened in 1945 did not happen in the future. Reported: the right verb depends on the sentence.",
    safety=FLAG,
    stage=Stage.WORDS,
    trigger=(
        r"\bprecised\b",
        rf"\b(?:declared|confided) to {_AGENCY}",
        r"\bunderlined that\b",
        rf"\bwill (?:{'|'.join(_PAST_OF)}) (?:[a-z]+ ){{0,3}}in 1[0-9][0-9][0-9]\b",
    ),
    find=_calques,
    sources=("fr", "es", "it", "ru", "uk", "pl"),
    fixes=(
        Example("he precised that", flag="precised", suggest="specified"),
        Example("declared to AFP", flag="declared to", suggest="told"),
        Example("He will die in 1945.", flag="will die", suggest="died"),
        Example("he underlined that", flag="underlined", suggest="stressed"),
    ),
    keeps=("war was declared to the world", "the line he underlined", "He will die.", "in 2045 he will die"),
)

RULES = (NEWS002, NEWS003, NEWS008, NEWS009)
