"""ENC009: Chinese, Japanese or Korean in the wrong code page. The mechanism is in `ideographs`."""

from __future__ import annotations

from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.encoding.claims import claims_in
from transclean.rules.encoding.ideographs import ideograph_triggers
from transclean.rules.encoding.mentions import mentions_encodings
from transclean.rules.rule import FLAG, UNSAFE, Hit, Rule, Stage
from transclean.text.segment import Segment


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    about_encodings = mentions_encodings(segment)
    for run in claims_in(segment.text).ideographs:
        yield Hit(run.start, run.end, run.repaired, None if run.sure and not about_encodings else FLAG)


ENC009 = Rule(
    code="ENC009",
    name="cjk-in-wrong-page",
    summary="Chinese, Japanese or Korean read in the wrong code page",
    why="""Bytes of GB 2312, Big5, Shift JIS, EUC-JP or EUC-KR read as Latin-1 give runs of capitals with accents and
    signs; UTF-8 read as GBK gives rare ideographs, and 鈥 for every curly quote. Both are re-read when all that comes
    out is common, most of it very common, and reported when a rare character is among it. Accented words have plain
    letters beside them, and listed alphabets do not decode to common characters.""",
    safety=UNSAFE,
    stage=Stage.ENCODING,
    sources=("zh", "ja"),
    targets=("*",),
    trigger=ideograph_triggers,
    find=_find,
    fixes=(
        ("ÄãºÃ", "你好"),
        ("鏂伴椈", "新闻"),
        ("\x93ú\x96{", "日本"),
        ("China鈥檚 plan for a caf茅", "China’s plan for a café"),
        ("ÈËÃñÈÕ±¨ reported", "人民日报 reported"),
        ("縺薙ｓ縺ｫ縺｡縺ｯ", "こんにちは"),
        ("°¨»çÇÕ´Ï´Ù", "감사합니다"),
    ),
    keeps=(
        "ÄÖÜ äöü ß",
        "浣溪沙",
        "½ cup",
        "ÍÎÏ",
        "“I’m here,” said Éloïse — “är du?”",
        "T恤 and 卡拉OK",
        "日本語の文章",
    ),
)

RULES = (ENC009,)
