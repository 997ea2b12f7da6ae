"""Surnames in capitals, as French, Spanish, Japanese and Slavic texts set them off: `Emmanuel MACRON`.

What tells a surname from an acronym is the given name beside it, or its own shape: an accent, an ending that only
surnames have (-OV, -ENKO, -EZ), or the syllables of two Japanese names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.language.words import function_words
from transclean.rules.names.given_names import is_given_name
from transclean.rules.names.person import PARTICLES
from transclean.rules.rule import UNSAFE, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

_ACRONYMS = word_set(
    "NATO ASEAN UNESCO UNICEF UNHCR OHCHR UNRWA UNAIDS UNDP UNEP OPEC FIFA UEFA NASA ECOWAS OSCE SARS COVID "
    "AIDS EURO ISIS DAESH MBA PHD CEO CFO COO USA CBE OBE LIVE NEWS VIDEO PHOTO UPDATE BREAKING EXCLUSIVE "
    "STAFF AFP ANSA DPA REUTERS XINHUA TASS LLC LTD GMBH SARL VIII XIII XVII XVIII"
)
_CAPITALS = r"(?:Mc|Mac|O['’]|D['’]|L['’])?[^\W\d_a-z]{2,}(?:['’-][^\W\d_a-z]{2,})*"
_GIVEN_THEN_SURNAME = re.compile(
    rf"(?<![\w'’-])(?P<given>[^\W\d_]\w+(?:-\w+)?) (?:[A-Z]\. )?"
    rf"(?P<surname>(?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}{_CAPITALS}(?: {_CAPITALS}){{0,2}})(?![\w'’-])"
)
_SURNAME_THEN_GIVEN = re.compile(
    rf"(?<![\w'’-])(?P<surname>{_CAPITALS}(?: {_CAPITALS})?) "
    r"(?P<given>[^\W\d_][^\W\d_A-Z]+(?:-[A-Z]\w+)?)(?![\w'’-])(?! [^\W\d_a-z])"
)
_COMPANY = re.compile(r"\s?(?:&|\+|Inc\b|Ltd\b|LLC\b|and Sons\b)")
_TURKISH = frozenset("ĞŞİ")


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _GIVEN_THEN_SURNAME.finditer(text):
        if _speaks_for_a_name(match["given"], match["surname"]) and _is_surname(
            match["surname"], text, *match.span("surname")
        ):
            yield Hit(*match.span("surname"), in_mixed_case(match["surname"]))
    if not document.source_is("fr", "es", "it"):
        return
    for match in _SURNAME_THEN_GIVEN.finditer(text):
        given = match["given"]
        if given[0].isupper() and is_given_name(given) and _is_surname(match["surname"], text, *match.span("surname")):
            yield Hit(*match.span(), f"{given} {in_mixed_case(match['surname'])}")


_SHAPE = re.compile(
    r"(?:OV|OVA|EV|EVA|SKI|SKY|SKA|SKAYA|ENKO|CHUK|VI[CĆ]|VICH|EZ|OĞLU|OGLU|YAN|DZE|SHVILI|MANN|BERG|STEIN|SSON|SEN"
    r"|ESCU"
    r"|OPOULOS|IDIS|ELLI|ETTI)$|^(?:Mc|Mac)|[À-ÖØ-ÝĞŞİŁŚŹŻŃČŠŽŘ]"
)
_MORA = r"(?:[KGSZTDNHBPMRYW]?Y?[AIUEO]|SH[AIUO]|CH[AIUO]|J[AIUO]|TSU|FU|N)"
_JAPANESE = re.compile(rf"{_MORA}{{2,}}", re.IGNORECASE)


def _speaks_for_a_name(given: str, surname: str) -> bool:
    """Whether the word before, or the shape of the capitals, says that they are a surname."""
    if is_given_name(given):
        return True
    if not given[0].isupper() or given.isupper() or given.lower() in function_words("en") or len(surname) < 5:
        return False
    if _SHAPE.search(surname):
        return True
    return bool(len(given) > 3 and _JAPANESE.fullmatch(given) and _JAPANESE.fullmatch(surname))


def _is_surname(surname: str, text: str, start: int, end: int) -> bool:
    """Whether capitals beside a given name are a surname: no acronym, firm, or word of a line in capitals."""
    words = [word for word in surname.split() if word.lower() not in PARTICLES]
    if not words:
        return False
    if len(words) != 1 and any(word.lower() in function_words("en") for word in words):
        return False
    shortest = 3 if len(words) < len(surname.split()) else 4  # LE PEN
    if any(len(word) < shortest or word in _ACRONYMS or not _looks_like_a_name(word) for word in words):
        return False
    if _COMPANY.match(text, end):
        return False
    beside = re.compile(r"\b[A-Z]{3,}\s$|^\s[A-Z]{3,}\b")
    return not beside.search(text[max(0, start - 40) : start]) and not beside.search(text[end : end + 40])


_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝİĪŌŪĂĄĘ]")


def _looks_like_a_name(word: str) -> bool:
    """Whether it can be read aloud, and is no word of English and no numeral (Pope John XXIII)."""
    if _ROMAN.fullmatch(word):
        return False
    return _VOWEL.search(word) is not None and word.lower() not in function_words("en")


# These are small after a given name in their own language; De, Le, La and Van alone are written either way.
_LOWER_PARTICLES = re.compile(r"\b(?:VON(?: UND ZU)?(?: DE[RNM])?|VAN DE[RN]|BIN)\b(?= )")


def in_mixed_case(surname: str) -> str:
    """`MÉLENCHON` -> `Mélenchon`, `O'BRIEN` -> `O'Brien`, `de GAULLE` -> `de Gaulle`, `KILIÇ` -> `Kılıç`."""
    surname = _LOWER_PARTICLES.sub(lambda match: match.group().lower(), surname)
    return " ".join(part if part in PARTICLES else _word_in_mixed_case(part) for part in surname.split(" "))


def _word_in_mixed_case(word: str) -> str:
    turkish = bool(_TURKISH & set(word))
    pieces = re.split(r"(['’-])", word)
    return "".join(_piece_in_mixed_case(piece, turkish=turkish) for piece in pieces)


def _piece_in_mixed_case(piece: str, *, turkish: bool) -> str:
    for prefix in ("Mc", "Mac"):
        if piece.startswith(prefix) and piece[len(prefix) :].isupper():
            return prefix + _piece_in_mixed_case(piece[len(prefix) :], turkish=turkish)
    if piece.startswith("MC") and len(piece) > 4:
        return "Mc" + _piece_in_mixed_case(piece[2:], turkish=turkish)
    rest = piece[1:]
    rest = rest.replace("I", "ı") if turkish else rest
    return piece[:1] + rest.replace("İ", "i").lower()


NAME019 = Rule(
    code="NAME019",
    name="surname-in-capitals",
    summary="Surname in capitals",
    why="English prints surnames like other names. Capitals are a surname only beside a known given name, and when "
    "they are no known acronym, firm or part of a line in capitals. The order is turned round only in texts from "
    "French, Spanish, Italian.",
    safety=UNSAFE,
    stage=Stage.NAMES,
    trigger=(
        r"[a-z\u00df-\u017f.] [A-Z]{2,3} [A-Z]{2}",
        r"[a-z\u00df-\u017f.] [A-Z\u00c0-\u017d]{2}['’A-Z\u00c0-\u017d]{2}",
        r" (?:Mc|Mac|[ODL]['’])[A-Z\u00c0-\u017d]{2}",
        r"[A-Z\u00c0-\u017d]{4} [A-Z\u00c0-\u017d][a-z\u00df-\u017f]",
    ),
    find=_find,
    sources=("fr", "es", "ja", "tr", "ru", "uk"),
    fixes=(
        ("Emmanuel MACRON said", "Emmanuel Macron said"),
        ("baseman Shohei SUZUKI", "baseman Shohei Suzuki"),
        ("Sergey NOSOV, no", "Sergey Nosov, no"),
        ("Jean-Luc MÉLENCHON", "Jean-Luc Mélenchon"),
        ("Anne O'BRIEN and Ian McDONALD", "Anne O'Brien and Ian McDonald"),
        ("DUPONT Jean", "Jean Dupont"),
        ("Marine LE PEN said", "Marine Le Pen said"),
        ("with Charles de GAULLE", "with Charles de Gaulle"),
        ("Jean-Claude VAN DAMME", "Jean-Claude Van Damme"),
        ("Ursula VON DER LEYEN", "Ursula von der Leyen"),
        ("Kaito TANAKA won.", "Kaito Tanaka won."),
        ("Kemal KILIÇDAROĞLU left", "Kemal Kılıçdaroğlu left"),
        ("José Luis RODRÍGUEZ ZAPATERO", "José Luis Rodríguez Zapatero"),
    ),
    keeps=(
        "European NATO allies",
        "The DGAC recommends",
        "Team CSKA Moscow",
        "Even ABBA",
        "Saga Shimbun LIVE",
        "Charlie XCX",
        "Pope John XXIII",
        "Will SMITH & CO",
        "Robert SMITH & CO",
        "said UNICEF Executive Director Catherine Russell",
        "John WAS HERE",
        "Yesterday BERLIN fell",
        "Chief Petty Officer ONE",
        "MACRON IS IN THE HOUSE",
        "George III and Louis XVIII",
    ),
)

RULES = (NAME019,)
