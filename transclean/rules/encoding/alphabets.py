"""ENC006, ENC007, ENC010: words of one alphabet shown in another. The mechanism is in `rereading`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transclean.document import Document
from transclean.rules.encoding.claims import claims_in
from transclean.rules.encoding.damage import LATIN_PAGES, damage_triggers, is_arabic
from transclean.rules.encoding.letters import ARABIC
from transclean.rules.encoding.mentions import mentions_encodings
from transclean.rules.encoding.rereading import Stretch
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment


def _find(wanted: Callable[[Stretch], bool]) -> Callable[[Segment, Document], Iterator[Hit]]:
    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        safety = FLAG if mentions_encodings(segment) else None
        for stretch in claims_in(segment.text).stretches:
            if wanted(stretch):
                yield Hit(stretch.start, stretch.end, stretch.repaired, safety)

    return find


def _find_arabic(segment: Segment, document: Document) -> Iterator[Hit]:
    safety = FLAG if mentions_encodings(segment) else None
    for damage in claims_in(segment.text).damage:
        if any(map(is_arabic, damage.repaired)) and damage.depth == 1:
            yield Hit(damage.start, damage.end, damage.repaired, safety)
    yield from _find(lambda stretch: stretch.reading.script == ARABIC)(segment, document)


# Letters with accents, and the signs that share the upper half of the page with them.
_THREE_HIGH = "[\u00a5\u00a8\u00aa\u00af\u00b2-\u00b4\u00b8\u00ba\u00bf-\u00ff]{3}"

ENC006 = Rule(
    code="ENC006",
    name="cyrillic-read-as-latin",
    summary="Cyrillic, Greek or Hebrew in its own code page, read as Latin-1",
    why="""Words of accented capitals (Ïðèâåò) are bytes of Windows-1251 or KOI8, ISO 8859-5, the Greek or Hebrew pages
    read as Latin-1. Three such letters and no plain one in a row do not occur in any language with Latin letters except
    where alphabets are listed; besides, the re-reading must look like words by its pairs of letters.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("ru", "uk"),
    targets=("*",),
    trigger=(_THREE_HIGH, "[\u00c0-\u00ffœŒ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰]{4}"),
    find=_find(lambda stretch: not stretch.reading.between_cyrillic and stretch.reading.script != ARABIC),
    fixes=(
        ("Ïðèâåò", "Привет"),
        ("Êèåâ è Ìîñêâà", "Киев и Москва"),
        ("paper Èçâåñòèÿ", "paper Известия"),
        ("ðÒÉ×ÅÔ, said the sign", "Привет, said the sign"),
        ("Óêðà¿íà, Êè¿â", "Україна, Київ"),
        ("ÅëëÜäá means Greece", "Ελλάδα means Greece"),
    ),
    keeps=(
        "ÉÈÊ",
        "ÀÉÎÕÜ are accented vowels",
        "ÄÖÜ und ß",
        "ÇA VA",
        "æøå and ÅÄÖ, áéíóú and äöü",
        "une œuvre créée à l’été",
    ),
)

ENC007 = Rule(
    code="ENC007",
    name="cyrillic-pages-confused",
    summary="Cyrillic read in another Cyrillic code page",
    why="""KOI8, Windows-1251, the DOS page 866 and ISO 8859-5 put the letters in different places, so that one read as
    another gives Cyrillic letters in impossible order and case (бНОПНЯ). Both readings are weighed by their pairs of
    letters over the whole line; names with capitals inside (ПриватБанк, КамАЗ) gain nothing by re-reading.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    sources=("ru", "uk"),
    targets=("*",),
    trigger=(
        "[а-яё][А-ЯЁ][А-ЯЁ ,.]",
        "[¤¦¬®©§][ЁЄҐЇЎЈ¤¦§©«¬®ўа-п\u00a0\u00ad]",
        "[а-п][®¬¤][ЁЄҐЇЎЈ¤¦§©«¬®ўа-п\u00a0\u00ad]",
        "[─-▀√][─-▀ЁёЄєЇїЎўр-я]",
        "[а-яё][─-▀√]",
    ),
    find=_find(lambda stretch: stretch.reading.between_cyrillic),
    fixes=(
        ("чПРТПУ", "Вопрос"),
        ("нПУЛЧБ", "Москва"),
        ("пНЯЯХЪ", "Россия"),
        ("ЏаЁўҐв, ¬Ёа", "Привет, мир"),
        ("╧ЁштхЄ", "Привет"),
    ),
    keeps=(
        "НАТО",
        "ВОЗ",
        "МиГ-29",
        "ПриватБанк",
        "КамАЗ",
        "МРОТ, ЕГЭ и ГосДума; ВКонтакте и СбербанкОнЛайн",
        "по ст. 105 УК РФ § 3",
    ),
)

ENC010 = Rule(
    code="ENC010",
    name="arabic-in-wrong-page",
    summary="Arabic read in a Western code page",
    why="""UTF-8 gives Ø³Ù„Ø§Ù…, with Ø, Ù or Ú at every second place; Windows-1256 and ISO 8859-6 give accented
    capitals, which are re-read when their pairs of letters look like Arabic. A Danish or Norwegian word has one Ø,
    before a plain letter.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("ar",),
    targets=("*",),
    trigger=lambda: [*damage_triggers(LATIN_PAGES, is_arabic), _THREE_HIGH],
    find=_find_arabic,
    fixes=(
        ("Ø³Ù„Ø§Ù…", "سلام"),
        ("Ù\x85ØµØ±", "مصر"),
        ("ÇáÚÑÈíÉ", "العربية"),
        ("the daily Ø§Ù„Ø£Ù‡Ø±Ø§Ù… reported", "the daily الأهرام reported"),
    ),
    keeps=(
        "Ø 35 mm",
        "Øresund",
        "Ærø and Ålborg",
        "ØØ",
        "ØSTRE LANDSRET, Ø-tog",
    ),
)

RULES = (ENC006, ENC007, ENC010)
