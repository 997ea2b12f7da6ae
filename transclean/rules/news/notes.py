"""Marks that an editor sets into a text: omissions, notes, sic. In English they stand in square brackets.

Square brackets say that the words are not the author's (Chicago 6.99; New Hart's Rules 4.12). French, German, Italian,
Spanish and Polish use round ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import source_locales
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# NEWS004

_DOTS = r"(?:\.\.\.|…|\. \. \.)"
_OMISSION = re.compile(
    rf"(?P<round>\([ \u00a0]?(?P<dots>{_DOTS})[ \u00a0]?\))|(?P<square>\[[ \u00a0](?P<dots2>{_DOTS})[ \u00a0]\])"
)
_BETWEEN_WORDS = re.compile(r"[^\W_][,;.!?:”\"’»]*\s$")
_WORD_AFTER = re.compile(r"[,;.]?\s[\"“‘«]?[^\W_]")
_SHELL = re.compile(r"\b(?:if|elif|while|until|test|then)\s$|[&|;]\s$")


# Gaps to be filled in, and groups of a pattern or a call.
_EXERCISE = r"Complete the|Fill in the|regular expression|printf|macro "

_AT_LINE_END = r"\((?:\.\.\.|…)\)\n"


def _omissions(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _OMISSION.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if match["square"]:
            if _SHELL.search(before):
                continue
        elif segment.quotation_at(*match.span()) is None or before[-1:].isalnum():
            if not (_BETWEEN_WORDS.search(before) and _WORD_AFTER.match(text, match.end())):
                continue
            if document.mentions(_EXERCISE):
                continue
            if re.search(r"[)\w]:\s$|\b(?:ellips[ie]s|include|add|insert|type|write|use|with|by)\s$", before):
                continue  # def f(*args): (...); include (...) after the name
            if text[match.end() : match.end() + 1] == "\n" and document.count(_AT_LINE_END) > 1:
                continue  # the refrain of a song
        dots = match["dots"] or match["dots2"]
        yield Hit(*match.span(), "[…]" if dots == "…" else "[...]")


NEWS004 = Rule(
    code="NEWS004",
    name="omission-mark",
    summary="Omission in round brackets",
    why="English marks what is left out of a quotation with [...]. Only inside a quotation or between words, so calls "
    "in code stay as they are.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=(rf"\([ \u00a0]?{_DOTS}[ \u00a0]?\)", rf"\[[ \u00a0]{_DOTS}[ \u00a0]\]"),
    find=in_prose(_omissions),
    sources=("fr", "es", "it", "pl", "de"),
    fixes=(
        ('"mobilizations (...) to show anger"', '"mobilizations [...] to show anger"'),
        ("reading, (…) the love", "reading, […] the love"),
        ("a crime [ ... ]", "a crime [...]"),
        ("“calls (. . .) for peace”", "“calls [...] for peace”"),
        ('"(...) and then he left"', '"[...] and then he left"'),
    ),
    keeps=(
        "f(...)",
        "def f(*args): (...)",
        "print(...)",
        "[...]",
        "(etc.)",
        "if [ ... ]; then",
        "call f(...) to see",
        "After the name of a button include (...) and a picture.",
        "Complete the sentences: 1. She (...) to school by bus. 2. They (...) never been to Wales.",
        "Catch the mice in their small houses (...)\nThen we chase them through the field (...)\nSing along",
    ),
)

# NEWS005


def _packed(note: str) -> str:
    return re.sub(r"[\s.]", "", note).lower()


@lru_cache(maxsize=1)
def _notes() -> dict[str, str]:
    """A note's abbreviation without spaces and stops, lower case -> who wrote it."""
    table: dict[str, str] = {}
    for locale in source_locales():
        section = locale.section("news")
        table |= {_packed(note): "editor" for note in section.get("editors_note", [])}
        table |= {_packed(note): "translator" for note in section.get("translators_note", [])}
    return table


def _loose(note: str) -> str:
    """A pattern for `note` with or without its stops and spaces."""
    words = re.findall(r"[^\s.]+", note)
    if len(words) == 1 and note.isupper():
        words = list(note)  # NDLR: N.D.L.R.
    return r"[. \u00a0]{0,2}".join("".join(_either_case(c) for c in word) for word in words)


def _either_case(character: str) -> str:
    return f"[{character.upper()}{character.lower()}]" if character.isalpha() else re.escape(character)


@lru_cache(maxsize=1)
def _alternatives() -> str:
    forms = {
        _loose(note)
        for locale in source_locales()
        for key in ("editors_note", "translators_note")
        for note in locale.section("news").get(key, [])
    }
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=1)
def _note() -> re.Pattern[str]:
    form = rf"(?P<form>(?:{_alternatives()})\.?)"
    return re.compile(
        rf"[(\[]\s?{form}\s?(?:[:;,–—-]\s?(?P<text>[^()\[\]\n]{{1,300}}?))?\s?[)\]]"
        rf"|[(\[](?P<text2>[^()\[\]\n]{{1,200}}?)\s?[,;–—-]\s{form.replace('P<form>', 'P<form2>')}\s?[)\]]"
    )


def _editorial_notes(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _note().finditer(segment.text):
        form, text = (match["form"], match["text"]) if match["form"] else (match["form2"], match["text2"])
        # N.D. and NDR, NDT in capitals are also a date left open, a broadcaster and a test.
        if len(_packed(form)) <= 3 and form.isupper() and "." not in form and not (text and match["form"]):
            continue
        if form == "NDR" and len((text or "").split()) < 2 and not document.source_is("it"):
            continue  # NDR: Hamburg
        if len(_packed(form)) <= 2 and "." not in form:
            continue  # (fr, en)
        who = _notes()[_packed(form)]
        note = f"{who}{document.style.apostrophe}s note"
        yield Hit(*match.span(), f"[{note}: {text.strip()}]" if text else f"[{note}]")


NEWS005 = Rule(
    code="NEWS005",
    name="editors-note",
    summary="Translator's or editor's note in another language",
    why="N.d.T., NDLR, Anm. d. Red. and the like say who wrote a remark; a reader of English does not know them. The "
    "list is closed, and they must stand in brackets.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: [
        rf"[(\[] ?(?:{_alternatives()})\.? ?[:;,)\]\u2013\u2014-]",
        rf"[,;\u2013\u2014-] (?:{_alternatives()})\.? ?[)\]]",
    ],
    find=in_prose(_editorial_notes),
    sources=("fr", "de", "es", "it", "ru", "pl"),
    fixes=(
        ("the Castle (N.d.T.: seat of the presidency)", "the Castle [translator's note: seat of the presidency]"),
        ("he (NDLR: the minister) left", "he [editor's note: the minister] left"),
        ("it (Anm. d. Red.: Brexit) failed", "it [editor's note: Brexit] failed"),
        ("we will (note d. Red.: leaving the EU) win", "we will [editor's note: leaving the EU] win"),
        ("it (Brexit, n.d.r.) failed", "it [editor's note: Brexit] failed"),
        ("he (the minister – прим. ред.) left", "he [editor's note: the minister] left"),
        ("a folk dance (n. del t.) of Aragón", "a folk dance [translator's note] of Aragón"),
    ),
    keeps=(
        "(note the time)",
        "(NDA)",
        "Ed. Smith",
        "(n.d.)",
        "(N.D.)",
        "the broadcaster (NDR)",
        Example("the broadcaster (NDR: Hamburg)", source="auto"),
        "a test (NDT) of the hull",
        "pairs of terms (fr, en) and a dash (en-dash)",
    ),
)

# NEWS006

_SIC = re.compile(r"(?P<quoted>[\"”’»'*_]\s?)?(?P<sic>\(\s?(?P<word>sic|Sic|SIC|s\.i\.c)\.?\s?[!?]{0,3}\s?\))")


def _sic(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in _SIC.finditer(segment.text):
        if match["word"] != "SIC" or match["quoted"]:
            # Without a quotation it may be the author's own word, who puts it into the brackets of an aside.
            quoted = match["quoted"] or segment.quotation_at(match.start(), match.end())
            yield Hit(*match.span("sic"), "[sic]", None if quoted else UNSAFE)


NEWS006 = Rule(
    code="NEWS006",
    name="sic-brackets",
    summary="(sic) in round brackets",
    why="sic is the editor's word in the author's text: square brackets, no exclamation mark. In capitals it is also "
    "a television channel: then only after a closing quotation mark.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=(r"\([ \u00a0]?(?:[Ss]ic|SIC|s\.i\.c)\.?[ \u00a0]?[!?]{0,3}[ \u00a0]?\)",),
    find=in_prose(_sic),
    sources=("fr", "es", "de"),
    fixes=(
        ('the "commands" (sic) of', 'the "commands" [sic] of'),
        ('he "beated" (sic!) them', 'he "beated" [sic] them'),
        ('"women" (SIC) can', '"women" [sic] can'),
        ('he said: "we was (sic) late"', 'he said: "we was [sic] late"'),
        ("a hundred (sic) Englishmen", "a hundred [sic] Englishmen"),
    ),
    keeps=("[sic]", "(SIC, a Portuguese channel)", "sic transit", "(sick)", Example("The channel (SIC) said")),
)

RULES = (NEWS004, NEWS005, NEWS006)
