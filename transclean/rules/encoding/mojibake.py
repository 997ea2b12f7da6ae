"""ENC001 to ENC003, ENC005, ENC008: UTF-8 that was read as something else. The mechanism is in `damage`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transclean.document import Document
from transclean.rules.encoding.claims import claims_in
from transclean.rules.encoding.codepages import MAC, WESTERN, characters_of
from transclean.rules.encoding.damage import (
    CYRILLIC_PAGES,
    LATIN_PAGES,
    PAGES,
    Damage,
    damage_triggers,
    is_arabic,
)
from transclean.rules.encoding.mentions import mentions_encodings
from transclean.rules.rule import FLAG, SAFE, Hit, Rule, Stage
from transclean.text.segment import Segment


def _is_latin(damage: Damage) -> bool:
    return damage.depth == 1 and damage.page in LATIN_PAGES and not any(map(is_arabic, damage.repaired))


def _find(wanted: Callable[[Damage], bool]) -> Callable[[Segment, Document], Iterator[Hit]]:
    """A rule's `find` that repairs the damage of the kind `wanted`; only reports it in a text about encodings."""

    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        safety = FLAG if mentions_encodings(segment) else None
        for damage in claims_in(segment.text).damage:
            if wanted(damage):
                yield Hit(damage.start, damage.end, damage.repaired, safety)

    return find


def _letter_triggers() -> list[str]:
    signs = damage_triggers((WESTERN,), lambda character: character <= "\xff")
    return [*damage_triggers(LATIN_PAGES, str.isalpha), *signs, "[a-z0-9.,;:!?»”)%]Ã ", "[a-zà-ÿ]Ã[\\r\\n]"]


def _mark_triggers() -> list[str]:
    marks = damage_triggers(LATIN_PAGES, lambda character: not character.isalpha())
    return [*marks, "[a-z0-9.,;:!?»”)%]Â ", "â€[ .,;:!?)\\]\\r\\n]"]


def _double_triggers() -> list[str]:
    """What a character looks like that is itself the first of a wrong reading."""
    leads = frozenset("".join(characters_of(page, 0xC2, 0xF4) for page in (WESTERN, MAC, "cp1251")))
    return damage_triggers(PAGES, leads.__contains__)


ENC001 = Rule(
    code="ENC001",
    name="utf8-read-as-latin",
    summary="UTF-8 read as Windows-1252, Latin-1 or the like",
    why="""One accented letter became two or three odd characters, because bytes of UTF-8 were decoded as a code page
    of one byte a character. A run is repaired when its bytes are UTF-8 for characters that people write and the run
    itself is not: a capital after a small letter, a mark inside a word, a pair that ftfy's list of bad neighbours
    knows. Real words with Ã, Â or Å have none of these.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=_letter_triggers,
    find=_find(
        lambda d: _is_latin(d) and (d.has_letters or all("\xa0" <= character <= "\xff" for character in d.repaired))
    ),
    fixes=(
        ("Le cafÃ© est fermÃ©", "Le café est fermé"),
        ("Volker TÃ¼rk spoke in Geneva.", "Volker Türk spoke in Geneva."),
        ("El niÃ±o de MÃ¡laga", "El niño de Málaga"),
        ("GrÃ¶Ã\x9fe: 5 mÂ²", "Größe: 5 m²"),
        ("Lech WaÅ‚Ä™sa went to GdaÅ„sk.", "Lech Wałęsa went to Gdańsk."),
        ("VoilÃ  la question.", "Voilà la question."),
        ("Mr. Øster met Mme LefÃ¨vre in Århus.", "Mr. Øster met Mme Lefèvre in Århus."),
        ("the caf├⌐ in Montr├⌐al", "the café in Montréal"),
        ("WaĹ‚Ä™sa", "Wałęsa"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "Привет, мир"),
        ("å›½é™… means international", "国际 means international"),
    ),
    keeps=(
        "São Paulo",
        "Ângela",
        "PÂTÉ À LA CARTE",
        "Ã is the letter A with a tilde",
        "naïve café",
        "« C’est l’été\u00a0», dit-elle, en FORÊT…",
        "„Es muß sein“, sagte Frau MÜLLER-ÄÖ“.",
        "The word café, encoded twice, looks like cafÃ© in Latin-1.",
    ),
)

ENC002 = Rule(
    code="ENC002",
    name="utf8-read-wrong-twice",
    summary="UTF-8 read in a wrong code page more than once",
    why="""Each pass through a wrong program doubles the debris. It is undone until what remains is no longer UTF-8 seen
    through a code page, at most four times: text that decodes twice over is never meant as it stands.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=_double_triggers,
    find=_find(lambda d: d.depth > 1),
    fixes=(
        ("cafÃ\x83Â©", "café"),
        ("seÃƒÂ±or Pérez", "señor Pérez"),
        ("ErdoÃ\x84Â\x9fan", "Erdoğan"),
        ("Itâ€™s Ã¢â‚¬Å“twiceÃ¢â‚¬Â\x9d.", "Itâ€™s “twice”."),
        ("cafÃƒÆ’Ã‚Â©", "café"),
    ),
    keeps=(
        "café",
        "Ã©tait in a text about encodings, quoted: `Ã©`",
        "ÂNGELA E ÁLVARO, SÃO PAULO",
    ),
)

ENC003 = Rule(
    code="ENC003",
    name="utf8-punctuation-debris",
    summary="Punctuation in UTF-8 read as Windows-1252",
    why="""Curly quotes, dashes, ellipses, no-break spaces, degree and euro signs come out as â€™, â€œ, â€“, Â°, â‚¬.
    The closing quote often lost its last byte, which Windows-1252 does not define; a no-break space is often a plain
    one by now. Both are taken for what they were when the rest of the paragraph says so.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=_mark_triggers,
    find=_find(lambda d: _is_latin(d) and not d.has_letters),
    fixes=(
        ("Itâ€™s over", "It’s over"),
        ("He said â€œnoâ€\x9d.", "He said “no”."),
        ("He said â€œnoâ€.", "He said “no”."),
        ("2011â€“2013", "2011–2013"),
        ("12â‚¬", "12€"),
        ("20Â°C", "20°C"),
        ("about 300Â km away", "about 300\u00a0km away"),
        ("Â«\u00a0No,Â\u00a0» he said.", "«\u00a0No,\u00a0» he said."),
        ("itÂ’s late", "it’s late"),
    ),
    keeps=(
        "Â la carte is wrong, À la carte is right",
        "the letter â in Romanian",
        "RÂLE",
        "«\u00a0LE RÂLE\u00a0» is a novel; “RÂ”",
        "In Romanian, Â and Î sound alike.",
    ),
)

ENC005 = Rule(
    code="ENC005",
    name="utf8-read-as-mac-roman",
    summary="UTF-8 read as Mac Roman",
    why="""Accents appear as √©, √º, ‚Äô. A root sign before a figure or a bracket is mathematics and does not decode;
    one inside a word does.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=lambda: damage_triggers((MAC,)),
    find=_find(lambda d: d.depth == 1 and d.page == MAC),
    fixes=(
        ("caf√©", "café"),
        ("Z√ºrich", "Zürich"),
        ("it‚Äôs", "it’s"),
        ("‚ÄúNo,‚Äù he said ‚Äî twice.", "“No,” he said — twice."),
        ("citt√† and universit√†", "città and università"),
        ("√âcole normale sup√©rieure", "École normale supérieure"),
    ),
    keeps=(
        "√2 = 1.414",
        "√(a² + b²)",
        "f(x) = √x",
        "2√πr and √π",
        "— À bientôt —Éric",
    ),
)

ENC008 = Rule(
    code="ENC008",
    name="utf8-read-as-cyrillic",
    summary="UTF-8 read as Windows-1251 or another Cyrillic page",
    why="""Every Cyrillic letter becomes a pair that begins with Р or С, every curly quote becomes вЂ and one more. In
    Russian, Ukrainian and Serbian words such pairs stand at most once and at the beginning.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("ru", "uk"),
    targets=("*",),
    trigger=lambda: damage_triggers(CYRILLIC_PAGES),
    find=_find(lambda d: d.depth == 1 and d.page in CYRILLIC_PAGES),
    fixes=(
        ("РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир"),
        ("РЈРєСЂР°РёРЅР°", "Украина"),
        ("Source: РўРђРЎРЎ", "Source: ТАСС"),
        ("РњС‹ Рё РѕРЅРё", "Мы и они"),
        ("itвЂ™s a cafГ©", "it’s a café"),
        ("╨Я╤А╨╕╨▓╨╡╤В", "Привет"),
    ),
    keeps=(
        "СССР",
        "РФ",
        "РСФСР",
        "Россия и Сербия",
        "Рівне і Сєвєродонецьк",
        "Рђав нож, Сњежана, СРЉЕ",
        "ПриватБанк, СтартАп, УкрРіелт и ОченьКорова",
    ),
)

RULES = (ENC001, ENC002, ENC003, ENC005, ENC008)
