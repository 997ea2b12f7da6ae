"""Names of institutions and places with some of their capitals lost: `United nations`, `north Korea`.

A name is set right only where at least one of its capitals is there: in lower case throughout it may be no name (a
security council, the west bank of the river).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from transclean.document import Document
from transclean.rules.names.person import begins_sentence
from transclean.rules.rule import SAFE, UNSAFE, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

_SMALL = word_set("of the and for in on to with")

_INSTITUTIONS: Final = """
United Nations|European Union|African Union|Arab League|European Commission|European Parliament|European Council
European Central Bank|European Court of Human Rights|Council of Europe|Security Council|Human Rights Council
Human Rights Committee|Economic and Social Council|International Court of Justice|International Criminal Court
International Monetary Fund|International Labour Organization|International Atomic Energy Agency
International Olympic Committee|International Committee of the Red Cross|Red Cross|Red Crescent
World Health Organization|World Trade Organization|World Bank|World Food Programme|World Meteorological Organization
Food and Agriculture Organization|Amnesty International|Human Rights Watch|Doctors Without Borders
Office of the High Commissioner for Human Rights|High Commissioner for Human Rights|High Commissioner for Refugees
Secretary-General of the United Nations|Organization for Security and Co-operation in Europe
Organization of American States|League of Nations|Inter-American Court of Human Rights
Inter-American Commission on Human Rights|Universal Declaration of Human Rights|Universal Periodic Review
Charter of the United Nations|Geneva Conventions|White House|House of Commons|House of Representatives|House of Lords
Supreme Court|Constitutional Court|Federal Reserve|General Assembly|International Organization for Migration
European Court of Justice|European Investment Bank|African Development Bank|Asian Development Bank|World Economic Forum
State Duma|Central Committee|Eiffel Tower
"""

_PORTFOLIOS: Final = (
    "foreign affairs|external affairs|internal affairs|home affairs|social affairs|the interior|interior|justice"
    "|defen[cs]e|finances?"
    "|the economy|economy|economic affairs|public health|health|higher education|national education|education"
    "|culture|labou?r"
    "|employment|agriculture|fisheries|the environment|environment|transport|transportation|energy|trade|commerce"
    "|industry|tourism"
    "|science|technology|communications?|information|youth|sports?|housing|planning|public works|emergency "
    "situations|women"
)

_PLACES: Final = """
Middle East|Far East|Near East|West Bank|Gaza Strip|Black Sea|Red Sea|Dead Sea|North Sea|Baltic Sea|Caspian Sea
Aegean Sea|Adriatic Sea|Mediterranean Sea|South China Sea|East China Sea|Sea of Azov|Pacific Ocean|Atlantic Ocean
Indian Ocean|Arctic Ocean|Persian Gulf|North America|South America|Latin America|Golan Heights|Suez Canal|Panama Canal
English Channel|Northern Ireland|Ivory Coast|Soviet Union|United Arab Emirates|Czech Republic|Dominican Republic
Vatican City|New York|Los Angeles|Saint Petersburg|Silicon Valley|Holy See
North Korean|North Koreans|South Korean|South Koreans|New Zealander|New Zealanders
"""


def _listed(names: str) -> list[str]:
    return [name for line in names.split("\n") for name in line.split("|") if name]


@lru_cache(maxsize=1)
def _institutions() -> tuple[str, ...]:
    return tuple(_listed(_INSTITUTIONS))


@lru_cache(maxsize=1)
def _places() -> tuple[str, ...]:
    from babel import Locale

    # Countries have two letters; the figures are regions (Southern Europe), which style guides leave to the writer.
    countries = [name for code, name in Locale.parse("en").territories.items() if len(code) == 2]
    several = [n for n in countries if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", n) and "Territor" not in n]
    return tuple(sorted({*_listed(_PLACES), *several}))


def _half_capitalised(name: str) -> list[str]:
    """Patterns for `name` with a capital here and there, each with at least one that is right and one lost."""
    words = name.split()
    loose = [word if word in _SMALL else f"[{word[0]}{word[0].lower()}]{word[1:]}" for word in words]
    content = [i for i, word in enumerate(words) if word not in _SMALL]
    patterns = []
    for kept in content:
        for lost in content:
            if kept != lost:
                shape = [*loose]
                shape[kept] = words[kept]
                shape[lost] = words[lost][0].lower() + words[lost][1:]
                patterns.append(" ".join(shape))
    return patterns


def _find_names(names: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = [
        f"(?i:{re.escape(name)})".replace(r"\ ", r"\s") for name in sorted(names, key=lambda n: (-len(n), n))
    ]
    return re.compile(rf"(?<![\w.@#/_-])(?:{'|'.join(alternatives)})(?![\w@/_-])")


_GAP = re.compile(r"\s+")


def _names(names: tuple[str, ...], text: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
    canonical = {name.lower(): name for name in names}
    for match in pattern.finditer(text):
        words = match.group().split()
        wanted = canonical.get(" ".join(words).lower(), "").split()
        if not wanted:
            continue  # a look-alike letter that `re` folds and `lower` does not
        content = [(a, b) for a, b in zip(words, wanted, strict=True) if b not in _SMALL]
        right = [a == b for a, b in content]
        if all(right) or not any(right) or match.group().isupper():
            continue
        if text[match.end() : match.end() + 4] == " of " and len(content) == 2:
            continue  # the European union of railwaymen; Red cross of ...
        gaps = [*_GAP.findall(match.group()), ""]
        spelled = "".join(word + gap for word, gap in zip(wanted, gaps, strict=True))
        only_first = right[0] and not any(right[1:])
        doubtful = only_first and len(content) == 2 and begins_sentence(text, match.start())
        yield Hit(*match.span(), spelled, UNSAFE if doubtful else None)


_MINISTRY = re.compile(
    rf"\b(?P<head>[Mm]inistry|[Dd]epartment)(?P<of>\s(?:of|for)\s)(?P<what>(?i:{_PORTFOLIOS})(?:(?:,\s"
    rf"|,?\sand\s)(?i:{_PORTFOLIOS}))*)"
    r"(?![\w-])"
)


def _institution_names(segment: Segment, _: Document) -> Iterator[Hit]:
    yield from _names(_institutions(), segment.text, _institution_pattern())
    for match in _MINISTRY.finditer(segment.text):
        what = re.sub(
            r"[^\W\d_]+", lambda m: m[0] if m[0].lower() in _SMALL else m[0][0].upper() + m[0][1:], match["what"]
        )
        head = match["head"][0].upper() + match["head"][1:]
        one_capital = match["what"].partition(" ")[2] != match["what"].partition(" ")[2].lower()
        if match["head"][0].isupper() or match["what"] == what or one_capital:
            yield Hit(*match.span(), head + match["of"] + what)


@lru_cache(maxsize=1)
def _institution_pattern() -> re.Pattern[str]:
    return _find_names(_institutions())


@lru_cache(maxsize=1)
def _place_pattern() -> re.Pattern[str]:
    return _find_names(_places())


def _place_names(segment: Segment, _: Document) -> Iterator[Hit]:
    yield from _names(_places(), segment.text, _place_pattern())


def _triggers(names: tuple[str, ...]) -> list[str]:
    return [form for name in names if " " in name for form in _half_capitalised(name)]


CAP004 = Rule(
    code="CAP004",
    name="institution-capitals",
    summary="Name of an institution with capitals lost",
    why="Names of bodies take a capital on every word that counts; French, Spanish and Russian capitalise the first. "
    "Only where a capital is there already; at the head of a sentence a name of two words is only proposed.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: [
        *_triggers(_institutions()),
        rf"\b(?:Ministry|Department)[ \n](?:of|for)[ \n](?:{_PORTFOLIOS})",
        r"\b(?:ministry|department)[ \n](?:of|for)[ \n](?:[a-z]+ )?[A-Z]",
    ],
    find=_institution_names,
    sources=("fr", "es", "it", "pt", "ru"),
    fixes=(
        ("the United nations", "the United Nations"),
        ("the European union", "the European Union"),
        ("the World health organization", "the World Health Organization"),
        ("the Security council", "the Security Council"),
        ("the Ministry of foreign affairs", "the Ministry of Foreign Affairs"),
        ("the ministry of Foreign Affairs", "the Ministry of Foreign Affairs"),
        ("the ministry of foreign Affairs", "the Ministry of Foreign Affairs"),
        ("the Ministry of health and social affairs said", "the Ministry of Health and Social Affairs said"),
    ),
    keeps=(
        "united nations of all kinds",
        "european union law",
        "the ministry",
        "a security council meeting in the office",
        "the European union of railwaymen",
        "a ministry of health",
        "THE UNITED NATIONS",
    ),
)

CAP005 = Rule(
    code="CAP005",
    name="place-capitals",
    summary="Name of a place with a capital lost",
    why="North Korea and the West Bank are names, where north London is a direction. Only where a capital is there "
    "already; at the head of a sentence a name of two words is only proposed (Black sea bass is a fish). "
    "Countries come from CLDR.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: _triggers(_places()),
    find=_place_names,
    of_today=True,
    sources=("fr", "es", "ru", "uk"),
    fixes=(
        ("north Korea", "North Korea"),
        ("the west Bank", "the West Bank"),
        ("the Middle east", "the Middle East"),
        ("the black Sea", "the Black Sea"),
        ("the united States", "the United States"),
        ("two south Koreans and the north Korean leader", "two South Koreans and the North Korean leader"),
        ("a trip to saudi Arabia and New zealand", "a trip to Saudi Arabia and New Zealand"),
    ),
    keeps=(
        "north London",
        "eastern Europe",
        "the west bank of the river",
        "southern Italy",
        "the black sea bass",
        "the South african climber",
        "peace on the Korean peninsula and in southern Africa",
        "the Palestinian territories",
    ),
)

RULES = (CAP004, CAP005)
