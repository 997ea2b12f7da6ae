"""Capitals that English does not have: on common nouns after German, on offices, inside words, after a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import function_words
from transclean.rules.capitals.proper_adjectives import proper_adjectives
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.english import SPEECH_VERBS as SPEECH_PATTERN
from transclean.rules.names.person import begins_sentence, read_name
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.rules.verbs import SPEECH_VERBS
from transclean.text.segment import Segment

# CAP007. Nouns that German texts have often and that are no names by themselves.
_NOUNS = (
    "Accident|Afternoon|Attack|Authorities|Car|Child|Children|Citizens|Company|Country|Day|Doctor|Doctors|Economy"
    "|Employees|Evening|Factory|Family|Fire|Government|Hospital|Industry|Journalist|Law|Lawyer|Man|Mayor|Men|Minister"
    "|Money|Month|Morning|Night|Nurse|Patient|Patients|People|Police|Policeman|Population|Problem|Prosecutor|Question"
    "|School"
    "|Soldiers|Street"
    "|Student|Students|Teacher|Town|Village|War|Weather|Week|Woman|Women|Worker|Workers|Year|Years"
)
_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ee]very|[Ee]ach) (?P<noun>{_NOUNS})(?![\w'’-])"
)
_PART_OF_A_NAME = re.compile(r"\s(?:[A-Z\u00c0-\u00de(\"“]|(?:of|and|for|in) (?:the )?[A-Z])")

_TITLE_BEFORE = re.compile(r"\b[A-Z][\w-]+ (?:of|and|for|in) $")  # Company of the Year


def _common_nouns(segment: Segment, document: Document) -> Iterator[Hit]:
    if not document.source_is("de"):
        return
    for match in _NOUN.finditer(segment.text):
        if _PART_OF_A_NAME.match(segment.text, match.end()) or _TITLE_BEFORE.search(
            segment.text[max(0, match.start() - 30) : match.start()]
        ):
            continue
        start = match.start("noun")
        yield Hit(start, start + 1, segment.text[start].lower())


CAP007 = Rule(
    code="CAP007",
    name="german-noun-capital",
    summary="Common noun with a capital, as in German",
    why="German capitalises every noun. Only in a text from German, only nouns of a closed list right after an "
    "article, and not where capitals beside make it a name (the White House, a Doctor Who episode, the Company of "
    "Wolves).",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=(rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ee]very|[Ee]ach) (?:{_NOUNS})\b",),
    find=_common_nouns,
    sources=("de",),
    fixes=(
        ("the Police said", "the police said"),
        ("a Doctor came", "a doctor came"),
        ("in the Morning", "in the morning"),
    ),
    keeps=(
        "the Police (band)",
        "the White House",
        "a Doctor Who episode",
        "the Company of Wolves",
        "Bundestag",
        "the Internet",
        Example("in the Morning", source="fr"),
        "the Police Academy",
        "the Company of the Year",
    ),
)

# CAP008

_OFFICES = (
    "president|chancellor|king|queen|prince|princess|pope|senator|general|colonel|emperor|archbishop|cardinal"
    "|ambassador|sheikh"
    "|congressman|congresswoman|premier|prime minister|vice president"
)
_OFFICE = re.compile(rf"(?<![\w-])(?P<office>{_OFFICES}) (?=[A-Z\u00c0-\u017d])")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\s$")
_DESCRIBERS = word_set("the a an its our their his her your my former then late other another no any")


def _opens_a_title(text: str, start: int) -> bool:
    """Whether an office at `start` is a title, and not the noun of a description (`the Czech |president Zeman`)."""
    before = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    if before is None:
        return text[start - 1 : start] != "-"
    word = before["word"]
    return word not in _DESCRIBERS and (word.lower() in function_words("en") or word in SPEECH_VERBS)


_MINISTER = re.compile(
    r"\b(?P<article>[Tt]he )(?P<office>Minister|Secretary|Prime Minister|President of the Republic|Secretary of State)"
    r"(?P<of> of (?:the )?(?:Foreign Affairs|Finance|Defen[cs]e|Interior|Justice|Health|Education|Culture|Labou?r"
    r"|Economy|Transport"
    r"|Environment|Agriculture|Energy))?(?= [a-z]|[,.;])"
)
_NOT_PERSONS = word_set("City Size Bed Bee Prawn Salmon Crab Manager Motors Electric Assembly Election Council Hotel")


def _offices(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _OFFICE.finditer(text):
        name = read_name(text, match.end())
        if name is None or name.words[0] in _NOT_PERSONS or name.words[0].rstrip("s") in (*MONTHS, *WEEKDAYS):
            continue
        if _opens_a_title(text, match.start()):
            yield Hit(match.start(), match.end("office"), match["office"].title())
    if document.style.explicit and document.style.name == "us":
        for match in _MINISTER.finditer(text):
            if match["of"] or match["office"] == "President of the Republic":
                yield Hit(match.start("office"), match.end(), text[match.start("office") : match.end()].lower())


CAP008 = Rule(
    code="CAP008",
    name="office-capital",
    summary="Capital of an office",
    why="An office before a name is a title and takes a capital; alone it takes none in AP style, which is the only "
    "one that lowers it here. After an article or an adjective the word is a description: left alone.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=(
        rf"\b(?:{_OFFICES}) [A-Z\u00c0-\u017d]",
        r"\b[Tt]he (?:Minister|Secretary|Prime Minister) of (?:the )?[A-Z]",
        r"\b[Tt]he President of the Republic\b",
    ),
    find=_offices,
    of_today=True,
    sources=("fr", "es", "it"),
    fixes=(
        ("president Macron said", "President Macron said"),
        ("queen Elizabeth", "Queen Elizabeth"),
        ("the Minister of Finance resigned", "the minister of finance resigned"),
        ("when prime minister Sánchez spoke", "when Prime Minister Sánchez spoke"),
    ),
    keeps=(
        "the president said",
        "former president Barack Obama",
        "general manager Smith",
        "The attorney general Ramsey Quaife said",
        "The Czech prime minister Milos Zeman left",
        "king size bed",
        "in general Mondays are slow",
        Example("the Minister of Finance resigned", style="un"),
    ),
)

# CAP009

_TWO_CAPITALS = re.compile(r"(?<![\w@#/.-])(?P<word>[A-Z]{2}[a-z]{1,})(?![\w@/-])")
_TRAILING_SS = re.compile(r"(?<![\w@#/.-])(?P<word>[A-Z][a-z]*[aeiou]SS)(?![\w@/-])")
_AFTER_MARK = re.compile(
    r"; (?P<word>The|It|This|These|Those|He|She|They|We|But|However|Which|Who|There|When|While|Although|Because|So"
    r"|And|Or)"
    r"(?=,? [a-z])"
)
# After a comma only conjunctions and relatives, with no verb of speech before: that may open a speech without marks.
_SPEECH = re.compile(rf"\b(?:{SPEECH_PATTERN}|say(?:ing)?|saith|ask(?:ing)?|cry(?:ing)?|think(?:ing)?|thought|unto)\b")
_AFTER_COMMA = re.compile(r"[a-z]{2}, (?P<word>But|Which|Who|Although|Because|While)(?= [a-z])")


@lru_cache(maxsize=1)
def _proper_words() -> frozenset[str]:
    """Names of one word whose capitals are known: countries, months, weekdays."""
    from babel import Locale

    countries = (name for name in Locale.parse("en").territories.values() if name.isalpha())
    return frozenset({*countries, *MONTHS, *WEEKDAYS})


def _odd_capitals(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _TWO_CAPITALS.finditer(text):
        word = match["word"].capitalize()
        small = word.lower()
        if word in _proper_words() or small in proper_adjectives() or (len(word) > 2 and small in function_words("en")):
            yield Hit(*match.span(), word)
    for match in _TRAILING_SS.finditer(text):
        # What is left of a sharp s that was capitalised on its own.
        yield Hit(*match.span(), match["word"].capitalize())
    for match in _AFTER_MARK.finditer(text):
        start = match.start("word")
        if not begins_sentence(text, match.start()):
            yield Hit(start, match.end(), match["word"].lower())
    for match in _AFTER_COMMA.finditer(text):
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in '.!?;:\n"“') + 1 : match.start() + 2]
        if len(clause.split()) > 1 and not (_SPEECH.search(clause) or clause.istitle()):
            yield Hit(match.start("word"), match.end(), match["word"].lower())


CAP009 = Rule(
    code="CAP009",
    name="odd-capital",
    summary="Capital inside a word, or after a semicolon",
    why="Only words that are known: function words, names of countries and peoples, months and days with a second "
    "capital, a final ß that became SS, and function words after a semicolon. A comma may open a speech without "
    "quotation marks: after it only conjunctions, where no verb of speech stands before. Brands are left alone.",
    safety=UNSAFE,
    stage=Stage.WORDS,
    trigger=(
        r"[A-Z]{2}[a-z]",
        r"\b[A-Z][a-z]{0,20}[aeiou]SS\b",
        r"; (?:The|It|This|These|Those|He|She|They|We|But|However|Which|Who|There|When|While|Although|Because|So|And"
        r"|Or),? [a-z]",
        r"[a-z], (?:But|Which|Who|Although|Because|While) [a-z]",
    ),
    find=_odd_capitals,
    of_today=True,
    sources=("zh", "ja", "fr", "*"),
    fixes=(
        ('"Wild GraSS"', '"Wild Grass"'),
        ("THe minister", "The minister"),
        ("slopes are steep; The excess falls", "slopes are steep; the excess falls"),
        ("in UKraine", "in Ukraine"),
        ("prices rose; However, wages fell", "prices rose; however, wages fell"),
        ("he came, But she left", "he came, but she left"),
        ("on MOnday; And it rained", "on Monday; and it rained"),
    ),
    keeps=(
        "McDonald",
        "iPhone",
        "NGOs",
        "MPs",
        "PhD",
        "YouTube",
        "eBay; PayPal",
        "DNAse",
        "LaTeX",
        "MoU",
        "the ABCs",
        "in the Times; The Guardian said",
        "And he said unto them, Who is here?",
        "He answered the people, saying, But who is there?",
        "Sorry, But No",
        "And he said unto them, The man is here.",
    ),
)

RULES = (CAP007, CAP008, CAP009)
