"""ENC020, ENC021: letters written as something else than the one character they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_LIGATURE = re.compile("[\ufb00-\ufb06]+")


def _find_ligatures(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _LIGATURE.finditer(segment.text):
        yield Hit(match.start(), match.end(), unicodedata.normalize("NFKC", match.group()))


# Latin, Greek and Cyrillic letters with marks after them; and the letters that Unicode has twice (ohm, kelvin,
# ångström). In phonetics and mathematics most of these have no composed form, and stay.
_DECOMPOSED = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff][\u0300-\u036f]+|[\u2126\u212a\u212b]")


def _find_decomposed(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _DECOMPOSED.finditer(segment.text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield Hit(match.start(), match.end(), composed)


ENC020 = Rule(
    code="ENC020",
    name="typographic-ligature",
    summary="Ligature copied from a PDF",
    why="""ﬁ, ﬂ, ﬀ and their kin are shapes of a font, not letters: a word with one is not found by search nor known to
    a dictionary. Œ, æ and ß are letters. Only the block U+FB00 to U+FB06 is opened; full compatibility normalisation
    (NFKC) would destroy ², ½ and full-width punctuation.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("[\ufb00-\ufb06]",),
    find=_find_ligatures,
    fixes=(
        ("o\ufb03ce", "office"),
        ("the \ufb01nal \ufb02ight", "the final flight"),
        ("a\ufb00air", "affair"),
        ("e\ufb00e\ufb01ne \ufb06reet", "effefine street"),
    ),
    keeps=("œuvre", "æon", "Straße", "Æ and Œ are letters", "m² and ½"),
)

ENC021 = Rule(
    code="ENC021",
    name="decomposed-accents",
    summary="Letter and accent as two characters",
    why="""File systems and some PDF tools write é as e and a combining accent. It looks the same and is not found by a
    search for é. The composed form (NFC) is what the W3C asks of text; marks on letters that have none are left.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("[\u0300-\u036f]", "[\u2126\u212a\u212b]"),
    find=_find_decomposed,
    fixes=(
        ("cafe\u0301", "café"),
        ("Tu\u0308rk", "Türk"),
        ("n\u0303andu\u0301", "ñandú"),
        ("и\u0306од", "йод"),
        ("Vie\u0323\u0302t Nam", "Việt Nam"),
        ("\u212bngstro\u0308m", "Ångström"),
    ),
    keeps=("x\u0302 in a formula has no composed form", "café", "ɛ\u0303 in phonetics", "за\u0301мок"),
)

RULES = (ENC020, ENC021)
