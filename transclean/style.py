"""House styles, and what `auto` makes of the document's own conventions.

The four presets are those of catalogue and field: AP (`us`), the UN Editorial Manual (`un`), British news style
(`uk`, single quotes; `uk-double`, double). `auto` follows the document where it shows a convention, and `us` where it
shows none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from transclean.errors import ConfigError


@dataclass(frozen=True)
class Style:
    """How things are written. `explicit`: set by the user, not read off the document or the default."""

    name: str
    explicit: bool = False
    date_order: str = "mdy"  # mdy: June 1, 2023; dmy: 1 June 2023
    date_numeric: str = "words"  # words | iso
    title_stop: bool = True  # Mr. or Mr
    clock: str = "12h"  # 12h | 24h | keep
    time_separator: str = ":"
    meridiem: str = " p.m."  # " p.m." or "pm": how "p.m." is written after the figure
    outer_quote: str = "double"  # double | single
    quote_shape: str = "keep"  # keep (the document's majority) | straight | curly
    curly: bool = False  # what "keep" means in this document
    curly_apostrophe: bool = False
    quote_punctuation: str = "inside"  # inside | logical | keep
    percent: str = "sign"  # sign (5%) | percent | per-cent | british (5% or 5 per cent) | keep
    unit_space: str = "keep"  # between figures and a unit: add | remove | keep
    degrees: str = "closed"  # closed (15°C) | si (15 °C)
    legal: str = "Article"  # Article | article | art.
    dash: str = "—"  # closed em dash, or " – " or " — "
    united_states: str = "U.S."
    eras: str = "dotted"  # dotted (B.C.) | plain (BC) | bce
    short_decades: bool = True  # the '80s
    currency: str = "sign"  # sign | code
    ranges: str = "hyphen"  # hyphen | en-dash
    miss: str = "ms"  # what Mlle and Srta. become: ms | miss
    no_break_spaces: str = "keep-units"  # keep-units (10\u00a0kg, Figure\u00a03) | plain
    honorifics: str = "keep"  # -san and the like: keep | drop
    titles_of_works: str = "quotes"  # quotes | italic
    first_mention: str = "off"  # off | expand: of a term that is only abbreviated
    quoted_terms: str = "report"  # report | fix: a form of the glossary in a quotation

    @property
    def marks(self) -> tuple[str, str, str, str]:
        """Outer opening, outer closing, inner opening, inner closing quotation mark."""
        curly = self.curly if self.quote_shape == "keep" else self.quote_shape == "curly"
        double = ("“", "”") if curly else ('"', '"')
        single = ("‘", "’") if curly else ("'", "'")
        return (*double, *single) if self.outer_quote == "double" else (*single, *double)

    @property
    def apostrophe(self) -> str:
        return "’" if self.curly_apostrophe else "'"

    @property
    def percent_forms(self) -> tuple[str, ...]:
        """What may follow the figures for percent; the first is written."""
        return _PERCENT_FORMS[self.percent]

    def title(self, word: str) -> str:
        """`Mr`, `Ms`, `Mrs`, `Dr` … with or without its stop."""
        return word + "." if self.title_stop else word


_PERCENT_FORMS: Final = {
    "sign": ("%",),
    "percent": (" percent",),
    "per-cent": (" per cent",),
    "british": (" per cent", "%"),
    "keep": ("%", " percent", " per cent"),
}

PRESETS: Final = {
    "us": Style("us"),
    "un": Style("un", date_order="dmy", time_separator=".", quote_punctuation="logical", percent="per-cent",
                united_states="United States", eras="plain", short_decades=False, unit_space="add", legal="article"),
    "uk": Style("uk", date_order="dmy", title_stop=False, time_separator=".", meridiem="pm", outer_quote="single",
                quote_punctuation="logical", dash=" – ", united_states="US", eras="plain", short_decades=False,
                percent="british"),
    "uk-double": Style("uk-double", date_order="dmy", title_stop=False, time_separator=".", meridiem="pm",
                       quote_punctuation="logical", dash=" – ", united_states="US", eras="plain",
                       short_decades=False, percent="british"),
}  # fmt: skip

STYLE_NAMES: Final = ("us", "un", "uk", "uk-double", "auto")

# Names of the options as users write them (configuration key `style-options`) -> field and values.
_OPTIONS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "date.order": ("date_order", ("mdy", "dmy")),
    "date.numeric": ("date_numeric", ("words", "iso")),
    "time": ("clock", ("12h", "24h", "keep")),
    "time.sep": ("time_separator", (":", ".")),
    "quotes.shape": ("quote_shape", ("keep", "straight", "curly")),
    "quotes.outer": ("outer_quote", ("double", "single")),
    "quotes.punctuation": ("quote_punctuation", ("inside", "logical", "keep")),
    "percent": ("percent", ("sign", "percent", "per-cent", "keep")),
    "units.space": ("unit_space", ("add", "remove", "keep")),
    "degrees": ("degrees", ("closed", "si")),
    "legal": ("legal", ("Article", "article", "art.")),
    "currency": ("currency", ("sign", "code")),
    "ranges": ("ranges", ("hyphen", "en-dash")),
    "eras": ("eras", ("dotted", "plain", "bce")),
    "titles.miss": ("miss", ("ms", "keep")),
    "spaces.nbsp": ("no_break_spaces", ("keep-units", "plain")),
    "honorifics": ("honorifics", ("keep", "drop")),
    "titles": ("titles_of_works", ("quotes", "italic")),
    "glossary.first-mention": ("first_mention", ("off", "expand")),
    "glossary.quotations": ("quoted_terms", ("report", "fix")),
}
_DASHES: Final = {"em": "—", "en-spaced": " – ", "em-spaced": " — "}


def style_for(name: str, options: Mapping[str, str] = {}, *, text: str = "") -> Style:
    """The style called `name`, with `options` over it; `auto` reads `text` for its conventions.

    Raises ConfigError for a name, option or value that does not exist.
    """
    if name not in STYLE_NAMES:
        raise ConfigError(f"no style {name!r}; one of {', '.join(STYLE_NAMES)}")
    style = _from_document(text) if name == "auto" else replace(PRESETS[name], explicit=True)
    style = replace(style, curly=_mostly_curly_quotes(text), curly_apostrophe=_mostly_curly_apostrophes(text))
    for key, value in options.items():
        if key == "dash" and value in _DASHES:
            style = replace(style, dash=_DASHES[value])
            continue
        field, values = _OPTIONS.get(key, ("", ()))
        if not field:
            raise ConfigError(f"no style option {key!r}; one of dash, {', '.join(sorted(_OPTIONS))}")
        if value not in values:
            raise ConfigError(f"style option {key}: {value!r} is not one of {', '.join(values)}")
        changed: dict[str, Any] = {field: value}
        style = replace(style, **changed, explicit=True)
    return style


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}\b(?!:)")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}} {_MONTH}\b")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)(\.?) [A-Z]")
_CLOCK = re.compile(r"\b\d{1,2}(?:([:.])[0-5]\d)? ?(?:[ap]m\b|[ap]\.m\.)")
_PLAIN_MERIDIEM = re.compile(r"\d[ap]m\b")
# A word of the source behind the time (14.30 Uhr) shows that the form is the source's.
_CLOCK_24 = re.compile(
    r"\b(?:at|from|until|by|around) (?:1[3-9]|2[0-3])([:.])[0-5]\d\b(?! ?(?:Uhr|uur|horas|ore|hours|hrs|h|[ap]\.?m)\b)"
)


def _from_document(text: str) -> Style:
    """The `us` style, except where `text` shows another convention by majority."""
    month_first = len(_MONTH_FIRST.findall(text))
    day_first = len(_DAY_FIRST.findall(text))
    stops = _TITLE.findall(text)
    clocks = _CLOCK.findall(text)
    clocks_24 = _CLOCK_24.findall(text)
    dotted_clocks = sum(c == "." for c in clocks)
    closed_clocks = len(_PLAIN_MERIDIEM.findall(text))
    day_first_document = day_first > month_first
    return Style(
        "auto",
        date_order="dmy" if day_first_document else "mdy",
        title_stop=2 * sum(map(bool, stops)) >= len(stops),
        clock="24h" if len(clocks_24) > len(clocks) else "12h",
        time_separator="." if 2 * dotted_clocks > len([c for c in clocks if c]) else ":",
        meridiem="pm" if 2 * closed_clocks > len(clocks) else " p.m.",
    )


# Inside « » the source's own nested “ ”, and “ as the closing mark of „, say nothing of the document's English.
_FOREIGN_QUOTATION = re.compile(r"«[^«»]*»|„[^„“”]*[“”]")


def _mostly_curly_quotes(text: str) -> bool:
    if "„" in text or "«" in text:
        text = _FOREIGN_QUOTATION.sub("", text)
    return text.count("“") + text.count("”") > text.count('"')


_STRAIGHT_APOSTROPHE = re.compile(r"\w'\w")
_CURLY_APOSTROPHE = re.compile(r"\w’\w")


def _mostly_curly_apostrophes(text: str) -> bool:
    if "’" not in text:
        return False
    return len(_CURLY_APOSTROPHE.findall(text)) > len(_STRAIGHT_APOSTROPHE.findall(text))
