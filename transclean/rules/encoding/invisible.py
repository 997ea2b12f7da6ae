"""ENC019, ENC024, ENC025, ENC034: characters without a shape of their own, where nothing needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.encoding.claims import is_debris
from transclean.rules.rule import SAFE, UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_SOFT_HYPHENS = re.compile("\u00ad+")


def _find_soft_hyphens(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _SOFT_HYPHENS.finditer(text):
        start, end = match.span()
        if is_debris(text, start):
            continue
        around = text[start - 1 : start] + text[end : end + 1]
        if around.isdigit() and len(around) == 2:
            yield Hit(start, end, "-", UNSAFE, "soft hyphen in place of a hyphen between figures")
        else:
            yield Hit(start, end, "")


# Scripts whose spelling uses the joiners, and those without spaces between words, where U+200B marks the line breaks.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufeff\U00010a00-\U00011fff]"
)
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf]")
_PLAIN_LETTER = re.compile("[^\\W\\d_]")
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935\u2b00-\u2bff\u3030"
    "\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_ZERO_WIDTH = re.compile("[\u180e\u200b-\u200d\u2060]+")
_JOINERS = "\u200c\u200d"
# Careful typesetting ties a dash or an ellipsis to the word before it with a word joiner.
_TYPESET = ("—", "–", "…", "\u200a", "\u2e3a", "\u2e3b")


def _find_zero_width(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    for match in _ZERO_WIDTH.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        around = before + after
        if before in _TYPESET or after in _TYPESET:
            continue
        if is_debris(text, start) or _JOINING.search(around) or _WITHOUT_SPACES.search(around):
            continue
        if any(character in _JOINERS for character in match.group()) and not _PLAIN_LETTER.search(around):
            continue
        yield Hit(start, end, "")


_DIRECTION_MARK = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def _find_direction_marks(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _DIRECTION_MARK.finditer(segment.text):
        line = segment.line_at(match.start())
        if _RIGHT_TO_LEFT.search(segment.raw, line.start, line.end) or is_debris(segment.text, match.start()):
            continue
        message = "right-to-left override: it can hide what a text says" if match.group() == "\u202e" else ""
        yield Hit(match.start(), match.end(), "", None, message)


_ORPHAN = re.compile(
    f"(?<!{_EMOJI})(?<![0-9#*])\ufe0f|(?<!{_EMOJI})(?<![\ufe0f\U0001f3fb-\U0001f3ff\\w\u0900-\u0dff])\u200d(?!\\w)"
)


def _find_orphans(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _ORPHAN.finditer(segment.text):
        if not is_debris(segment.text, match.start()):
            yield Hit(match.start(), match.end(), "")


ENC019 = Rule(
    code="ENC019",
    name="soft-hyphen",
    summary="Soft hyphen in running text",
    why="""U+00AD says where a word may break. From a web page or a PDF it stays in the middle of words, unseen, and
    breaks search, comparison and spelling checks. Hyphens that are meant are visible ones.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("\u00ad",),
    find=_find_soft_hyphens,
    fixes=(
        ("inter\u00adnational", "international"),
        ("Rechts\u00adanwalt", "Rechtsanwalt"),
        ("co\u00adoperation", "cooperation"),
        ("2011\u00ad2013", "2011-2013"),
    ),
    keeps=("well-known", "Jean-Pierre", "co-operation", "MarÃ\u00ada in a text about encodings"),
)

ENC024 = Rule(
    code="ENC024",
    name="zero-width-characters",
    summary="Zero-width character that does nothing here",
    why="""Zero-width spaces, word joiners and joiners come from web pages and chat programs. Latin, Cyrillic and
    Chinese writing has no use for them; Persian, the scripts of India, Thai and emoji do, and keep them.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("en", "fr", "es", "de", "ru", "zh"),
    trigger=("[\u180e\u200b-\u200d\u2060]",),
    find=_find_zero_width,
    in_foreign_quotes=True,
    fixes=(
        ("trans\u200blation", "translation"),
        ("\u200bHello", "Hello"),
        ("in\u2060side", "inside"),
        ("auf\u200clage", "auflage"),
        ("end.\u200b \u200bStart", "end. Start"),
    ),
    keeps=(
        "it was gone\u2060—at last\u2060\u200a\u2060…",
        "👩\u200d👩\u200d👧",
        "می\u200cروم",
        "क्\u200dष",
        "ภาษา\u200bไทย",
        "❤️\u200d🔥",
    ),
)

ENC025 = Rule(
    code="ENC025",
    name="direction-marks",
    summary="Direction mark in a line without right-to-left letters",
    why="""Marks, embeddings and isolates steer Arabic and Hebrew among Latin letters. Left in a line that has none,
    they do nothing but break search; the override U+202E can even show a line backwards.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    sources=("ar",),
    targets=("en", "fr", "es", "de", "ru", "zh"),
    trigger=("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",),
    find=_find_direction_marks,
    in_foreign_quotes=True,
    fixes=(
        ("the \u200fminister\u200e said", "the minister said"),
        ("\u202bHello\u202c", "Hello"),
        ("+971\u200e 4 123", "+971 4 123"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
    ),
    keeps=("قال \u200fABC\u200e", "שלום \u2067abc\u2069"),
)

ENC034 = Rule(
    code="ENC034",
    name="orphan-emoji-modifier",
    summary="Emoji selector or joiner without its emoji",
    why="""U+FE0F asks for the coloured form of the character before it, a zero-width joiner ties two emoji. An engine
    that dropped the emoji leaves them alone, where they do nothing.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=("\ufe0f", "\u200d"),
    find=_find_orphans,
    fixes=(
        ("in my writing \ufe0f.", "in my writing ."),
        ("thanks\ufe0f", "thanks"),
        ("\ufe0fHello", "Hello"),
        ("thanks \u200d !", "thanks  !"),
    ),
    keeps=(
        "❤\ufe0f",
        "1\ufe0f⃣",
        "☎\ufe0f",
        "👩\u200d👩\u200d👧",
        "👩🏽\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "क्\u200dष",
        "नी\u200d",
    ),
)

RULES = (ENC019, ENC024, ENC025, ENC034)
