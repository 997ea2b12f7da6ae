"""What Turkish leaves on names: its titles, before and after, and its case endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.names.given_names import is_given_name
from transclean.rules.names.titles import find_titles, form_alternatives, titles_of, triggers
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

_before = find_titles("NAME015")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    forms = form_alternatives(list(titles_of("NAME015", after=True)))
    return re.compile(rf"(?<![\w'’-])(?P<given>[^\W\d_][\w-]+) (?:{forms})(?![\w'’-])")


def _titles(segment: Segment, document: Document) -> Iterator[Hit]:
    yield from _before(segment, document)
    for match in _after().finditer(segment.text):
        # The title goes with the given name, which English does not say alone: only a person can put it right.
        if match["given"][0].isupper() and is_given_name(match["given"]):
            yield Hit(*match.span(), match["given"], FLAG)


def _title_triggers() -> list[str]:
    return [
        *triggers("NAME015")(),
        rf"[a-z\u00e0-\u017f] (?:{form_alternatives(list(titles_of('NAME015', after=True)))})",
    ]


NAME015 = Rule(
    code="NAME015",
    name="turkish-titles",
    summary="Turkish title with a name",
    why="Sayın tells no gender: a given name must (here or elsewhere in the document), else it is reported. Bay is "
    "also a bay: it needs a text from Turkish and a known person. Bey and Hanım follow the given name and are "
    "reported.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=_title_triggers,
    find=_titles,
    sources=("tr",),
    fixes=(
        Example("Sayın Yılmaz said", "Mr. Yılmaz said", context="Ahmet Yılmaz was there."),
        Example("Sayın Yılmaz said", flag="Sayın Yılmaz"),
        ("Sayın Emine Demir said", "Ms. Emine Demir said"),
        ("Bayan Demir", "Ms. Demir"),
        Example("Ahmet Bey said", flag="Ahmet Bey"),
        Example("Ayşe Hanım left", flag="Ayşe Hanım"),
    ),
    keeps=(
        "Bay of Bengal",
        "San Francisco Bay Area",
        "the Bey of Tunis",
        "Hanım is a Turkish word",
        "the Bay Area said no",
        "in Bay City on Monday",
    ),
)

# Case endings (Türk Dil Kurumu, Yazım Kılavuzu, kesme işareti), by whether the stem ends in a consonant or a vowel.
_ANY_STEM = word_set(
    "de da te ta den dan ten tan le la yle yla nde nda nden ndan ki deki daki teki taki ndeki ndaki ler lar  "
    "leri ları lerin ların dir dır "
)
_CONSONANT_STEM = word_set("in ın un ün i ı u ü e a")
_VOWEL_STEM = word_set("nin nın nun nün yi yı yu yü ye ya ne na ni nı")
_VOWELS = "aeıioöuüâîû"
_SUFFIXES = "|".join(sorted(_ANY_STEM | _CONSONANT_STEM | _VOWEL_STEM, key=lambda s: (-len(s), s)))
_ENDING = re.compile(rf"(?<![\w'’-])(?P<stem>[^\W\d_][\w.-]*[^\W_])(?P<ending>['’](?P<suffix>{_SUFFIXES}))(?![\w'’])")

# Names that are written so in English: the Chinese lunar missions, a kingdom, transcriptions of Chinese and Arabic.
_SPELLED_SO = frozenset({"Chang'e", "Ch'in", "Ts'in", "Bab'i", "Isma'ili", "Shi'i", "Dar'a", "Jum'a", "Rab'a"})


def _endings(segment: Segment, document: Document) -> Iterator[Hit]:
    if not document.source_is("tr"):
        return
    for match in _ENDING.finditer(segment.text):
        if match.group().replace("’", "'") not in _SPELLED_SO and _fits(match["stem"], match["suffix"]):
            yield Hit(*match.span("ending"), "")


def _fits(stem: str, suffix: str) -> bool:
    """Whether Turkish puts `suffix` on the name `stem`: `Maviş'in`, `Bursa'nın`, not `Baha'i` nor `Sana'a`."""
    if not stem[0].isupper() or len(stem) < 3:
        return False
    acronym = stem.isupper()
    if not acronym and not any(letter in _VOWELS for letter in stem.lower()):
        return False
    if acronym or suffix in _ANY_STEM:
        return True  # an acronym is read by letter
    return (stem[-1].lower() in _VOWELS) == (suffix in _VOWEL_STEM)


NAME022 = Rule(
    code="NAME022",
    name="turkish-case-ending",
    summary="Turkish case ending left on a name",
    why="Turkish sets endings off from a name with an apostrophe. Only in a text from Turkish, and only endings that "
    "fit the stem's last letter: so Sana'a, Baha'i and Hawai'i stay, which end in a vowel and would need a buffer "
    "consonant.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=lambda: [rf"[A-Za-z0-9\u00c0-\u017f]['’](?:{_SUFFIXES})"],
    find=_endings,
    sources=("tr",),
    fixes=(
        ("Kurmay Albay FETÖ'den", "Kurmay Albay FETÖ"),
        ("Nazım Maviş'in, searched", "Nazım Maviş, searched"),
        ("Van Persie'den is a face", "Van Persie is a face"),
        ("in Bursa'nın streets", "in Bursa streets"),
        ("the mayor of Ankara’da said", "the mayor of Ankara said"),
    ),
    keeps=(
        "O'Neal",
        "D'Artagnan",
        "Côte d'Ivoire",
        "Xi'an",
        "Baha'i",
        "Ta'izz",
        "Sana'a",
        "Hawai'i",
        "Erdoğan's",
        "China launched Chang'e 4.",
        Example("the Rock'n'Roll years", source="auto"),
    ),
)

RULES = (NAME015, NAME022)
