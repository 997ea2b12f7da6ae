"""Left-over words that a table turns into English: abbreviations of running text, labels of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales import source_locales
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment


@lru_cache(maxsize=4)
def _table(key: str) -> dict[str, dict[str, str]]:
    """A table of the `words` sections: form -> English -> the languages in which it means that, joined by spaces."""
    table: dict[str, dict[str, str]] = {}
    for locale in source_locales():
        for form, english in locale.section("words").get(key, {}).items():
            meanings = table.setdefault(form, {})
            meanings[english] = f"{meanings.get(english, '')} {locale.code}".strip()
    return table


# Abbreviations.

# Short enough to be something else: np. and tj. are syllables, u. a. two initials.
_NEEDS_SOURCE = re.compile(r"[a-z]{2,3}\.|[a-z]\. ?[a-z]\.")
_CERTAIN = frozenset({"z. B.", "d. h.", "p. ex.", "p. ej.", "usw.", "d.w.z.", "bijv."})


@lru_cache(maxsize=1)
def _abbreviations() -> re.Pattern[str]:
    forms = sorted(_table("abbreviations"), key=lambda form: (-len(form), form))
    return re.compile(
        rf"(?P<comma>,?)(?P<space>\s+|^|(?<=[(\[—–]))(?P<form>{'|'.join(map(_spaced, forms))})(?P<after>,?)(?![\w-])"
    )


def _spaced(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"[ \u00a0\u202f]?")


def _canonical(found: str) -> str:
    """The form in the table that `found` is, whatever the spaces in it."""
    bare = re.sub(r"\s", "", found)
    return next(form for form in _table("abbreviations") if re.sub(r"\s", "", form) == bare)


_INITIALS = re.compile(r"[a-z]\. ?[A-Za-z]\.")
_CAPITAL_AFTER = re.compile(r"\s+[A-ZÀ-Þ]")


def _find_abbreviations(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _abbreviations().finditer(text):
        form = _canonical(match["form"])
        for english, languages in _table("abbreviations")[form].items():
            if _needs_source(form) and not document.source_is(*languages.split()):
                continue
            initials = _INITIALS.fullmatch(form) and not document.source_is(*languages.split())
            if initials and _CAPITAL_AFTER.match(text, match.end()) and not match["after"]:
                continue  # initials of a name: z. B. Müller
            start = match.start("form")
            if english in {"etc.", "and others"}:
                yield Hit(match.start(), match.end("form"), f", {english}" if match["space"] else english)
            else:
                yield Hit(start, match.end("form"), english)
            break


def _needs_source(form: str) -> bool:
    return form not in _CERTAIN and form.isascii() and _NEEDS_SOURCE.fullmatch(form) is not None


def _abbreviation_triggers() -> list[str]:
    return [(r"\b" if form[0].isascii() else "") + _spaced(form) for form in _table("abbreviations")]


LEFT012 = Rule(
    code="LEFT012",
    name="foreign-abbreviation",
    summary="abbreviation of the source language in running text",
    why="The closed list of what each language abbreviates in running text, with the English equivalent (e.g., "
    "i.e., etc.). A capital after two letters means initials (z. B. Müller) unless the text is from that "
    "language; the shortest ones need the source language.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_abbreviation_triggers,
    find=_find_abbreviations,
    sources=("fr", "de", "es", "nl", "pl", "ru", "it"),
    fixes=(
        ("fruit, p. ex. apples", "fruit, e.g. apples"),
        ("c.-à-d. three", "i.e. three"),
        Example("cars, z. B. vans", "cars, e.g. vans", source="de"),
        Example("pens, paper usw.", "pens, paper, etc.", source="de"),
        Example("p. ej., Spain", "e.g., Spain", source="es"),
        Example("three, т. е. all", "three, i.e. all", source="ru"),
        Example("fruit (p.ex. apples)", "fruit (e.g. apples)", source="auto"),
        Example("several cities, z. B. Berlin", "several cities, e.g. Berlin", source="de"),
        ("on two days, c.-à-d. Monday and Tuesday", "on two days, i.e. Monday and Tuesday"),
        Example("its neighbours, bijv. Belgium", "its neighbours, e.g. Belgium", source="nl"),
        Example("roads, bridges и т. д.", "roads, bridges, etc.", source="ru"),
        Example("pens, paper, itd.", "pens, paper, etc.", source="pl"),
    ),
    keeps=(
        "p. ex-wife",
        "e.g.",
        "z. B. Müller",
        "NP. hard",
        "d. H. Lawrence",
        "C.A.D. software",
        Example("see tj. below", source="auto"),
        Example("he met u. a. nobody", source="auto"),
    ),
)


# Labels of the page.


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    forms = sorted(_table("boilerplate"), key=lambda form: (-len(form), form))
    return re.compile(
        rf"^(?P<lead>[ \t]*)(?P<form>{'|'.join(map(re.escape, forms))})[ \u00a0\u202f]?:(?=[ \t\u00a0])", re.MULTILINE
    )


def _find_labels(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _labels().finditer(segment.text):
        # The rest of the line must be English or a name: a whole foreign line is left for retranslation.
        line = segment.line_at(match.start("form"))
        if document.is_foreign(segment.text[match.end() : line.end]):
            continue
        english = next(iter(_table("boilerplate")[match["form"]]))
        yield Hit(match.start("form"), match.end(), f"{english}:")


def _label_triggers() -> list[str]:
    return [re.escape(form) + gap + ":" for form in _table("boilerplate") for gap in ("", " ", "\u00a0", "\u202f")]


LEFT015 = Rule(
    code="LEFT015",
    name="foreign-label",
    summary="label of the source page",
    why="Captions and links of the page (Foto:, Lire aussi:) are often left out of the translation. Only from a "
    "closed list, at the start of a line, before a colon, and when the rest of the line is not in the source "
    "language as well.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=_label_triggers,
    find=_find_labels,
    sources=("fr", "de", "es", "ru", "uk"),
    fixes=(
        ("Foto: dpa", "Photo: dpa"),
        ("Crédit photo : AFP", "Photo credit: AFP"),
        ("Lire aussi : The reform", "Read also: The reform"),
        ("Lea también: The vote", "Read also: The vote"),
        Example(
            "Читайте также: How the members of the council voted",
            "Read also: How the members of the council voted",
            source="ru",
        ),
    ),
    keeps=(
        '"Foto" is a museum',
        "Photo: AFP",
        "Read also",
        "Lire aussi : La réforme de l'État et les syndicats",
        "He wrote Foto: a history",
    ),
)

RULES = (LEFT012, LEFT015)
