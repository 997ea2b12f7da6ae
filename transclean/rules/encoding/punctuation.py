"""ENC031: marks of other scripts that look like English punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_COLONS = "\u0589\u2236\ua789"  # Armenian full stop, ratio, modifier colon
_HYPHENS = "\u2010\u2011"  # hyphen, non-breaking hyphen
_APOSTROPHE = "\u02bc"  # a letter in Breton and in some transliterations: English contractions and French elisions only
_LATIN = "A-Za-z\u00c0-\u024f"

_LOOK_ALIKE = re.compile(
    rf"(?P<colon>(?<=\d)[{_COLONS}](?=\d))"
    rf"|(?P<semicolon>(?<=[{_LATIN}])\u037e)"
    rf"|(?P<hyphen>(?<=\w)[{_HYPHENS}](?=\w))"
    rf"|(?P<slash>(?<=[{_LATIN}])[\u2044\u2215](?=[{_LATIN}]))"
    rf"|(?P<comma>(?<=[{_LATIN}])\u201a(?= ))"
    rf"|(?P<quote>\u02ee)"
    rf"|(?P<apostrophe>(?<=[{_LATIN}]){_APOSTROPHE}(?=(?:s|t|d|m|ll|re|ve)\b)"
    rf"|(?<=s){_APOSTROPHE}(?=[ ,.;:!?]|$))"
    rf"|(?P<elision>(?i:(?<=\b[ldjmtscn])|(?<=\bqu)){_APOSTROPHE}(?=[{_LATIN}]))"
)
# A letter alone on one side of a non-breaking hyphen: whoever set the type chose it (h\u2011ha, L\u2011n).
_CHOSEN = "\u2011(?:[a-z](?<=(?<!\\w)[A-Za-z]\u2011[a-z])|[A-Za-z](?<=[a-z]\u2011[A-Za-z])(?!\\w))"
_PLAIN = {"colon": ":", "semicolon": ";", "hyphen": "-", "slash": "/", "comma": ",", "quote": '"'}


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _LOOK_ALIKE.finditer(segment.text):
        kind = match.lastgroup or ""
        if kind == "elision" and document.target_language != "fr":
            continue  # c\u02bch in Breton
        if match.group() == "\u2011" and document.count(_CHOSEN) > 1:
            continue
        plain = _PLAIN.get(kind, document.style.apostrophe)
        yield Hit(match.start(), match.end(), plain)


ENC031 = Rule(
    code="ENC031",
    name="look-alike-punctuation",
    summary="Mark of another script that looks like ordinary punctuation",
    why="""An Armenian full stop or a ratio sign for a colon, a Greek question mark for a semicolon, a modifier letter
    for an apostrophe, the hyphens of typesetting: alike on the screen, and different for search, sorting and speech.
    Each is replaced only where the ordinary mark would stand; the Hawaiian okina and the letters of Breton stay.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("en", "fr", "es", "de"),
    trigger=(
        f"[0-9][{_COLONS}][0-9]",
        "\u037e",
        f"[{_HYPHENS}]",
        "[\u2044\u2215][A-Za-z]",
        f"[\u02ee{_APOSTROPHE}]",
        "\u201a ",
    ),
    find=in_prose(_find),
    in_foreign_quotes=True,
    fixes=(
        ("at 01\u058923 hours", "at 01:23 hours"),
        ("a ratio of 2\u22361", "a ratio of 2:1"),
        ("it\u02bcs the boys\u02bc school", "it's the boys' school"),
        ("well\u2011known", "well-known"),
        ("Covid\u201119, mother\u2010in\u2010law", "Covid-19, mother-in-law"),
        ("Why not\u037e", "Why not;"),
        ("and\u2044or", "and/or"),
        Example("l\u02bcété", "l'été", target="fr"),
    ),
    keeps=(
        "“H\u2011ha\u2011ha,” he said, and L\u2011n\u2011h\u2011n sang well\u2011known songs.",
        "Երևան\u0589",
        "Hawai\u02bbi",
        "2:1",
        "1\u20442 cup",
        "Kyi\u02bcv, cʼhoar",
        "‚gut‘ is German for good",
    ),
)

RULES = (ENC031,)
