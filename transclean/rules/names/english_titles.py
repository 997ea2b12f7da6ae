"""English titles before names: doubled, stacked, with an article, with or without their stop."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import load_locale
from transclean.rules.names.person import GAP, Name, capitalised_before, is_thing, read_name, stands_alone
from transclean.rules.names.titles import Title, form_alternatives, spoken, titles_of
from transclean.rules.rule import SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

_GAP_TRIGGER = r"[ \t\u00a0\u202f\r\n]{1,3}"
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u017d\u0400-\u042f]"

# What a title and a name are part of, when it ends the run of capitals: the Dr. King Holiday.
_PART_OF_A_THING = word_set(
    "Academy Avenue Award Awards Bridge Center Centre Club College Day Fund Hall Holiday House Institute "
    "Lecture Library Man Memorial Park Prize Project School Show Street Trophy University"
)


def _known() -> Sequence[str]:
    known: Sequence[str] = load_locale("en").section("titles").get("known", [])
    return known


# NAME017


@lru_cache(maxsize=1)
def _equivalents() -> dict[str, Title]:
    """Foreign titles that say no more than Mr., Ms. or Dr. before them."""
    return {
        form: title
        for number in range(1, 16)
        for form, title in titles_of(f"NAME{number:03}").items()
        if title.english in _SAME_AS and not title.each
    }


_SAME_AS = {"Mr": ("Mr",), "Ms": ("Ms", "Mrs", "Miss"), "Miss": ("Ms", "Mrs", "Miss"), "Dr": ("Dr",)}


@lru_cache(maxsize=1)
def _doubled() -> re.Pattern[str]:
    foreign = form_alternatives(list(_equivalents()))
    return re.compile(
        rf"\b(?P<first>Mr|Mrs|Ms|Miss|Dr)\.?{GAP}"
        rf"(?P<drop>(?:(?P<same>(?P=first)\.?)|(?P<foreign>{foreign})){GAP})(?={_CAPITAL})"
    )


_ARTICLE = re.compile(rf"\b(?<!\bboth )(?<!\ball )(?P<drop>[Tt]he{GAP})(?:Mr|Mrs|Ms|Dr)\b\.?{GAP}")


def _doubled_or_articled(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _doubled().finditer(text):
        title = _equivalents().get(match["foreign"] or "")
        if title is not None and match["first"] not in _SAME_AS[title.english]:
            continue
        if title is not None and title.needs & {"known", "grammar", "law"} and not _is_doubled(title, document):
            continue  # Mr. M. Dupont may be Michel
        yield Hit(*match.span("drop"), "")
    for match in _ARTICLE.finditer(text):
        name = read_name(text, match.end())
        if name and _is_person(segment, match.start(), name) and stands_alone(text, name.end):
            yield Hit(*match.span("drop"), "")


_INITIALED = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.? [A-LN-Z]\. ?[A-Z]"


def _is_doubled(title: Title, document: Document) -> bool:
    """Whether `M.` behind `Mr.` is a title, and not an initial, as others of the document have."""
    return document.source != "auto" and spoken(title, document) and not document.mentions(_INITIALED)


def _is_person(segment: Segment, start: int, name: Name) -> bool:
    if is_thing(segment, start, name, "", _known()):
        return False
    return len(name.words) <= 3 and name.surname not in _PART_OF_A_THING and name.words[0][-1] != "s"


def _doubled_triggers() -> list[str]:
    foreign = form_alternatives(list(_equivalents()))
    return [
        *(f"he{gap}{title}" for title in ("Mr", "Ms", "Dr") for gap in (" ", "\n", "\u00a0")),
        rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?{_GAP_TRIGGER}(?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.?|{foreign}){_GAP_TRIGGER}{_CAPITAL}",
    ]


NAME017 = Rule(
    code="NAME017",
    name="doubled-title",
    summary="A title doubled, or with an article",
    why="English titles take no article before a name: it comes from el señor, le docteur, il signor. The article "
    "stays where a noun follows of which the name is an attribute (the Mr. Bean films), or a relative (the Mr. "
    "Smith I knew).",
    safety=SAFE,
    stage=Stage.NAMES,
    trigger=_doubled_triggers,
    find=_doubled_or_articled,
    sources=("es", "fr", "it", "ru"),
    fixes=(
        ("Last night the Mr. Duncan said", "Last night Mr. Duncan said"),
        ("The Mr. Duncan replied that he agreed.", "Mr. Duncan replied that he agreed."),
        ("Mr. Mr. Smith", "Mr. Smith"),
        Example("Mr. M. Dupont", "Mr. Dupont", source="fr"),
        ("the Ms. García", "Ms. García"),
        ("the Dr. Weber", "Dr. Weber"),
        ("Mr. Sr. López left", "Mr. López left"),
        ("Ms. Mme Dupont left", "Ms. Dupont left"),
    ),
    keeps=(
        "the Mr. Olympia contest",
        "the Dr. Seuss books",
        "the Mr. Bean films",
        "the MR sounding rocket",
        "the Ms. magazine",
        "the Mr. Smith I knew",
        "the Mr. Mauger to whom it happened",
        "The Mr. Fenn mentioned several times was a captain.",
        "the Mr. Smith of the second volume",
        "the Dr. King Holiday",
        "the Mr. Darcy-like hero",
        "He was called the Mr. Clean of politics.",
        Example("Mr. M. Smith", source="auto"),
        "all the Mr. Smiths of this world",
        "To the tavern, where both the Mr. Pinkney's were, and Harrison.",
    ),
)

# NAME011

_FACULTY = r"(?:[ -]?(?:h\.\s?c|med|phil|jur|iur|oec|sc|techn|theol|vet|habil|hab|rer\.\s?(?:nat|pol)|Ing|mult)\b\.?)"
_STACKED = re.compile(
    rf"(?P<prof>\bProf\b\.?)(?:{GAP}Dr\b\.?{_FACULTY}{{0,4}}){{1,3}}(?P<gap1>{GAP})"
    rf"|(?P<doctor>\bDr\b\.?)(?:{GAP}Dr\b\.?{_FACULTY}{{0,4}}|{_FACULTY}){{1,4}}(?P<gap2>{GAP})"
    rf"|\b(?P<courtesy>(?:Mr|Mrs|Ms|Madam)\b\.?{GAP})(?=(?:Dr|Prof|Professor)\b\.?{GAP})"
    rf"|\b(?P<courtesy2>(?:Mr|Mrs|Ms|Madam)\b\.?{GAP})(?=(?P<office>President|Chairman|Chairwoman|Chair|Minister"
    rf"|Chancellor"
    rf"|Ambassador|Governor|Senator|Director|Secretary|General|Colonel|Professor){GAP})"
)
_NO_NAME = frozenset({"Pro", "Elect", "General", "Designate", "Emeritus"})


def _stacked(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _STACKED.finditer(text):
        after = match.end()
        if match["office"]:
            after = match.end("office") + 1
        name = read_name(text, after)
        if name is None or name.words[0] in _NO_NAME:
            continue
        higher = "prof" if match["prof"] else "doctor" if match["doctor"] else ""
        if higher:
            yield Hit(match.end(higher), match.start("gap1" if match["prof"] else "gap2"), "")
        else:
            yield Hit(*match.span("courtesy" if match["courtesy"] else "courtesy2"), "")


NAME011 = Rule(
    code="NAME011",
    name="stacked-titles",
    summary="Two titles before a name",
    why="English writes the highest title only: Prof. Weber for Prof. Dr. Weber. An office in the vocative (Mr. "
    "President,) has no name after it, Rev. Dr. and Mr. Justice are English.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=(
        rf"\bProf\.?{_GAP_TRIGGER}Dr\b",
        rf"\bDr\.?{_GAP_TRIGGER}(?:Dr\b|h\. ?c|med|phil|jur|iur|oec|sc\b|techn|theol|vet|habil|hab|rer|Ing|mult)",
        r"\bDr\.?-Ing",
        rf"\b(?:Mr|Mrs|Ms|Madam)\.?{_GAP_TRIGGER}(?:Dr|Prof)",
        rf"\b(?:Mr|Mrs|Ms|Madam)\.?{_GAP_TRIGGER}(?:President|Chair|Minister|Chancellor|Ambassador|Governor|Senator"
        rf"|Director"
        rf"|Secretary|General|Colonel)[a-z]*{_GAP_TRIGGER}{_CAPITAL}",
    ),
    find=_stacked,
    sources=("de", "it", "tr", "zh"),
    fixes=(
        ("Prof. Dr. Weber said", "Prof. Weber said"),
        ("Mr. Dr. Weber", "Dr. Weber"),
        ("Dr. Dr. h.c. Huber", "Dr. Huber"),
        ("Mr. President Macron", "President Macron"),
        ("Prof. Dr. med. Anna Huber", "Prof. Anna Huber"),
        ("Assoc. Prof. Dr. Ahmet Yılmaz said", "Assoc. Prof. Ahmet Yılmaz said"),
        ("Dr. med. Karl Huber", "Dr. Karl Huber"),
    ),
    keeps=(
        "Mr. President, thank you.",
        "Rev. Dr. Martin Luther King Jr.",
        "Lt. Col. Smith",
        "Assoc. Prof. Lee",
        "Hon. Mr. Justice Brown",
        "Mr. Secretary General, thank you.",
        "Madam President Pro Tempore",
    ),
)

# NAME018

_TITLED = re.compile(rf"(?<![\w.'’-])(?P<title>Mr|Mrs|Ms|Dr|Messrs|Mses)(?P<stop>\.?)(?P<gap>{GAP})(?=[^\W\d_])")


def _stop_by_style(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _TITLED.finditer(text):
        word = match["title"]
        wanted = document.style.title(word)
        if wanted == word + match["stop"]:
            continue
        name = read_name(text, match.end())
        if name is None or is_thing(segment, match.start(), name, word, _known()):
            continue
        if word == "Dr" and capitalised_before(text, match.start()):
            continue  # 12 Elm Dr. Springfield
        if text[name.end : name.end + 2].strip(" ").isdigit():
            continue  # Ms Harley 2253, a manuscript
        yield Hit(match.start(), match.end("stop"), wanted)


NAME018 = Rule(
    code="NAME018",
    name="title-stop",
    summary="Mr. or Mr, by style",
    why="AP and the UN Editorial Manual write Mr., Ms., Dr.; British style drops the stop of a contraction. Both are "
    "norms: silent until a style is set. Titles of works and brands keep their form.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=(rf"\b(?:Mr|Mrs|Ms|Dr|Messrs|Mses)\.?{_GAP_TRIGGER}[A-Za-z\u00c0-\u017f\u0400-\u042f]",),
    find=_stop_by_style,
    fixes=(
        ("Mr Wilkins offers", "Mr. Wilkins offers"),
        Example("Ms Randle left", "Ms. Randle left", style="un"),
        Example("Mr. Hayes left", "Mr Hayes left", style="uk"),
        Example("Dr. Weber", "Dr Weber", style="uk"),
        Example("Then Messrs. Smith and Wesson left.", "Then Messrs Smith and Wesson left.", style="uk"),
    ),
    keeps=(
        "Mr Men",
        Example("Mr. Bean", style="uk"),
        "MR scan",
        "MS Word",
        Example("She lives at 12 Elm Dr. Springfield is near.", style="uk"),
        Example("Mr Wilkins offers", style="auto"),
    ),
    needs_style=True,
)

RULES = (NAME011, NAME017, NAME018)
