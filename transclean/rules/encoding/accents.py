"""ENC011, ENC033: letters with accents of one language, lost to a relative of its code page or to a typewriter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transclean.document import Document
from transclean.locales.locale import load_locale
from transclean.rules.encoding.codepages import WESTERN, byte_table, character_class, seen_through, to_bytes
from transclean.rules.encoding.letters import letter_model, small_letters
from transclean.rules.encoding.neighbours import line_around
from transclean.rules.rule import UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Source language -> its pages, which were read as Latin-1 or Windows-1252, and the languages that really write the
# letters which come out (Icelandic and Czech þ, ð, ý; Spanish, French and Danish ñ, ê, æ).
_PAGES = {
    "tr": (("iso8859-9",), ("is", "cs")),
    "pl": (("cp1250", "iso8859-2"), ("es", "fr", "da")),
}
# What the re-reading must be worth, in bits (see `letters`), and by how much it must lead the best of those languages.
_LEAST_BITS = -1.5
_LEAST_LEAD = 2.0


@lru_cache(maxsize=8)
def _changed(language: str) -> str:
    """The characters that stand for other letters in `language`: those that its pages and Windows-1252 differ in."""
    pages, _ = _PAGES[language]
    own = letter_model(language).alphabet
    return "".join(
        sorted(
            character
            for character, byte in byte_table(WESTERN).items()
            for page in pages
            if small_letters(seen_through(bytes([byte]), page)) in own
            and seen_through(bytes([byte]), page) != character
        )
    )


@lru_cache(maxsize=8)
def _suspects(language: str) -> re.Pattern[str]:
    strange = character_class(_changed(language))
    return re.compile(rf"(?:[^\W\d_]|{strange})*{strange}(?:[^\W\d_]|{strange})*")


# Not letters here: 5 m³, a price in pounds, a number of a footnote after a word.
_UNIT_OR_NOTE = re.compile(r"(?:[kcdm]?m|ft|in|yd)[²³]|[²³¹]+|[£¥].{0,2}|.*[²³¹][²³¹].*")


def _find_wrong_page(segment: Segment, document: Document) -> Iterator[Hit]:
    for language, (pages, rivals) in _PAGES.items():
        if not document.source_is(language):
            continue
        for match in _suspects(language).finditer(segment.text):
            word = match.group()
            if len(word) < 3 or _UNIT_OR_NOTE.fullmatch(word):
                continue
            model = letter_model(language)
            data = to_bytes(word, WESTERN)
            readings = [seen_through(data, page) for page in pages] if data else []
            worth, best = max(((model.bits(reading), reading) for reading in readings), default=(0.0, word))
            if worth < _LEAST_BITS:
                continue
            if worth - max(letter_model(rival).bits(word) for rival in rivals) >= _LEAST_LEAD:
                yield Hit(match.start(), match.end(), best)


@lru_cache(maxsize=1)
def _typewritten_words() -> Mapping[str, str]:
    """Italian words that end in an accented vowel, in small letters: without the accent -> with it."""
    return {_without_accents(word): word for word in load_locale("it").section("encoding")["accented_finals"]}


def _typewriter_triggers() -> list[str]:
    words = (f"[{word[0]}{word[0].upper()}]{word[1:]}['’`]" for word in _typewritten_words())
    return [*words, "[aeiouAEIOU][´`¨]"]


@lru_cache(maxsize=1)
def _typewritten() -> re.Pattern[str]:
    words = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in _typewritten_words())
    return re.compile(rf"(?<![\w'’])(?P<word>{words})['’`](?!\w)")


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308"}
_LOOSE_ACCENT = re.compile(r"(?P<vowel>[aeiouAEIOU])(?P<accent>¨|[´`](?!(?:s|t|d|m|ll|re|ve)\b))(?=[a-z]|[ ,.;:!?)]|$)")


_OPEN_QUOTE = re.compile(r"(?:^|[\s(])['‘][^'’]*$")


def _find_typewriter(segment: Segment, document: Document) -> Iterator[Hit]:
    if document.source_is("it"):
        for match in _typewritten().finditer(segment.text):
            line_start, _ = line_around(segment.text, match.start())
            if _OPEN_QUOTE.search(segment.text[max(line_start, match.start() - 200) : match.start()]):
                continue
            vowel = _typewritten_words()[match["word"].lower()][-1]
            yield Hit(match.end() - 2, match.end(), vowel)
    if document.source_is("it", "es", "fr"):
        for match in _LOOSE_ACCENT.finditer(segment.text):
            composed = unicodedata.normalize("NFC", match["vowel"] + _ACCENTS[match["accent"]])
            yield Hit(match.start(), match.end(), composed)


ENC011 = Rule(
    code="ENC011",
    name="turkish-polish-letters",
    summary="Turkish or Polish letters read in the Western page",
    why="""ISO 8859-9 differs from Latin-1 in six letters, so Turkish İ ğ ş come out as Ý ð þ; Polish ł ą ż in ISO
    8859-2 or Windows-1250 come out as ³ ± ¿. The letters that come out belong to other languages (Icelandic, Czech,
    Spanish): a word is re-read only in a translation from Turkish or Polish, and where its pairs of letters are rather
    those of that language. Powers (m³), prices and footnote numbers are left.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    sources=("tr", "pl"),
    targets=("*",),
    trigger=(
        "[ÝÞÐýþð][a-zA-Z]",
        "[a-zA-Z][ýþðÝÞÐ]",
        "[A-Za-z][³¹±¶¼¿]",
        "[£¯¡¦¬¥ŒŸœ][a-zó]",
        "[A-Za-z][êæñœŸÊÆÑ]",
        "[æÆ][a-z]",
    ),
    find=_find_wrong_page,
    fixes=(
        Example("Ýstanbul", "İstanbul", source="tr"),
        Example("Erdoðan", "Erdoğan", source="tr"),
        Example("Beþiktaþ", "Beşiktaş", source="tr"),
        Example("Wa³êsa", "Wałęsa", source="pl"),
        Example("Kraków, £ód¼", "Kraków, Łódź", source="pl"),
        Example("in Gdañsk and Bia³ystok", "in Gdańsk and Białystok", source="pl"),
    ),
    keeps=(
        "Þingvellir",
        "Reykjavík, Ísland: Davíð",
        "5 m³",
        "km² and m³",
        "Ægir",
        Example("a café in España for £5m, said³ the señor", source="pl"),
        Example("Nový Bor and Guðmundsson", source="tr"),
    ),
)

ENC033 = Rule(
    code="ENC033",
    name="typewriter-accents",
    summary="Apostrophe or free accent in place of an accented letter",
    why="""Italian typists write citta' for città, older programs e´ for é. English plurals have the apostrophe after
    s, but names of families and closing quotes can follow any vowel: so only Italian words of a closed list are
    mended, and free accents after a vowel, in a translation from Italian, Spanish or French.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    sources=("it", "es", "fr"),
    targets=("*",),
    trigger=_typewriter_triggers,
    find=_find_typewriter,
    fixes=(
        Example("the Universita' of Rome", "the Università of Rome", source="it"),
        Example("Caffe' Nero", "Caffè Nero", source="it"),
        Example("Jose´ Marti", "José Marti", source="es"),
        Example("Perche' no? La liberta'.", "Perché no? La libertà.", source="it"),
        Example("nai¨ve", "naïve", source="fr"),
    ),
    keeps=(
        "the boys' school",
        "the Medici' palace",
        "the ladies' choice",
        "rock 'n' roll",
        "He called it 'la bella Universita' and left",
        "we´re in the 'dolce vita'",
    ),
)

RULES = (ENC011, ENC033)
