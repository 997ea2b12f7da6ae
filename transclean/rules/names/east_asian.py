"""Chinese and Japanese titles, which follow the name: `Zhang Mr.`, `Zhang先生`, `Yamakawa-san`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import load_locale
from transclean.rules.names.person import capitalised_before
from transclean.rules.names.titles import form_alternatives, render, titles_of
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.verbs import is_finite_verb
from transclean.text.segment import Segment

# The commonest Chinese surnames in pinyin (Ministry of Public Security, 2020), for titles that are also plain nouns.
_SURNAMES = (
    "Bai|Cai|Cao|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Fan|Fang|Feng|Fu|Gao|Gong|Gu|Guo|Han|He|Hong|Hou|Hu|Huang|Jia"
    "|Jiang|Jin"
    "|Kong|Lai|Lei|Li|Liang|Liao|Lin|Liu|Lu|Luo|Lü|Ma|Mao|Meng|Mo|Ning|Niu|Pan|Peng|Qian|Qin|Qiu|Ren|Shao|Shen|Shi"
    "|Song|Su|Sun"
    "|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Wen|Wu|Xi|Xia|Xiang|Xiao|Xie|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|Yi|Yin|Yu|Yuan|Zeng"
    "|Zhang|Zhao"
    "|Zheng|Zhong|Zhou|Zhu|Zou"
)
_OFFICES = "President|Chairman|Chairwoman|Minister|Director|Premier|Secretary|Professor|Ambassador"
_PERSON = r"(?<![\w'’-])(?P<name>[A-Z][a-z\u00e0-\u017f]+(?: [A-Z][a-z\u00e0-\u017f]+)?)"


@lru_cache(maxsize=1)
def _title_after() -> re.Pattern[str]:
    native = form_alternatives(list(titles_of("NAME016", after=True)))
    return re.compile(
        rf"{_PERSON}(?:\s(?P<english>(?:Mr|Mrs|Ms)\b\.?|Miss)(?=[ ,]\s?(?P<verb>[a-z]+))|\s?(?P<native>{native}))"
        rf"|(?<![\w'’-])(?P<surname>{_SURNAMES})\s(?P<office>{_OFFICES})(?=\s(?P<verb2>[a-z]+))"
    )


@lru_cache(maxsize=1)
def _honorific() -> re.Pattern[str]:
    section = load_locale("ja").section("titles")
    latin, native = "|".join(section["honorifics"]), "|".join(section["honorifics_native"])
    return re.compile(
        rf"(?<![\w'’-])(?P<name>[A-Z][a-z\u00e0-\u017f]+)(?:-(?P<latin>{latin})(?![\w'’-]\w)(?!\s[A-Z])"
        rf"|(?:{native}))(?!-)"
    )


def _titles(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _title_after().finditer(text):
        if match["native"]:
            title = render(titles_of("NAME016", after=True)[match["native"]].english, document.style)
            yield Hit(*match.span(), f"{title} {match['name']}")
        elif match["english"] and is_finite_verb(match["verb"]):
            yield Hit(*match.span(), f"{match['english']} {match['name']}")
        elif match["office"] and _is_office_of(match, text) and document.source_is("zh"):
            yield Hit(*match.span(), f"{match['office']} {match['surname']}")
    for match in _honorific().finditer(text):
        if match["latin"] == match["name"].lower() or capitalised_before(text, match.start()):
            continue  # San-san restaurant; Toto Nee-chan
        yield Hit(*match.span(), match["name"], None if document.style.honorifics == "drop" else FLAG)


def _is_office_of(match: re.Match[str], text: str) -> bool:
    return is_finite_verb(match["verb2"]) and not capitalised_before(text, match.start())


def _triggers() -> list[str]:
    section = load_locale("ja").section("titles")
    latin, native = "|".join(section["honorifics"]), "|".join(section["honorifics_native"])
    titles = form_alternatives(list(titles_of("NAME016", after=True)))
    return [
        r"[a-z\u00e0-\u017f][ \n](?:Mr|Mrs|Ms|Miss)\b\.?[ ,][ \n]?[a-z]",
        rf"\b(?:{_SURNAMES})[ \n](?:{_OFFICES})[ \n][a-z]",
        rf"[a-z\u00e0-\u017f][ \n]?(?:{titles}|{native})",
        rf"\b[A-Z][a-z\u00e0-\u017f]+-(?:{latin})\b",
    ]


NAME016 = Rule(
    code="NAME016",
    name="title-after-name",
    summary="Chinese or Japanese title after the name",
    why="English puts the title first. -san and the like are a choice of the translator: reported, and dropped where "
    "the style option `honorifics` says so. Names of works and mascots, where a capitalised word stands beside, "
    "are left alone.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=_triggers,
    find=_titles,
    sources=("zh", "ja"),
    fixes=(
        Example("Zhang Mr. said", "Mr. Zhang said", source="zh"),
        Example("Then Li Director announced the plan.", "Then Director Li announced the plan.", source="zh"),
        Example("yesterday Zhang Wei先生 left", "yesterday Mr. Zhang Wei left", source="zh"),
        Example("Yamakawa-san is a good talker", "Yamakawa is a good talker", source="ja", options="honorifics=drop"),
        Example("Yamakawa-san is a good talker", source="ja", flag="Yamakawa-san"),
        Example("Suzuki-sama", "Suzuki", source="ja", options="honorifics=drop"),
    ),
    keeps=(
        "Mr. Zhang",
        "Toto Nee-chan",
        "Inui-san Historical Story",
        "Daniel-san in The Karate Kid",
        Example("San-san restaurant", options="honorifics=drop"),
        "mascot Chiba-kun",
        "In his letter to Zhang Mr. Smith said no.",
    ),
)

RULES = (NAME016,)
