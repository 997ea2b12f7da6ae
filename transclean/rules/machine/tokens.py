"""Special tokens that an engine prints: unknown words, ends of sequence, chat markers, language tags, brackets.

All but the unknown-word tokens stand for nothing in the text, and go. Where they mean themselves (a manual on
tokenisers, `<s>` for struck-out text) they stand inside a sentence or in pairs, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.machine._raw import NEAR, before, outside_code
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Unknown words.

_UNKNOWN = re.compile(r"(?:[ ]*(?:<unk>|<UNK>|\[UNK\]|\[unk\]))+|(?<![\w.(-])UNK(?![\w.)-])")
# A word after which something must follow: what is lost cannot simply go.
_INCOMPLETE = re.compile(
    r"\b(?:an?|the|of|to|in|on|at|by|for|from|with|and|or|but|is|are|was|were|be|been|as|than|that|this|these|those|its|"
    r"his|her|their|our|my|your|called|named|said|du|de|des|la|le|les|un|une|el|los|der|die|das|den|dem|und|et|y)"
    r"[\"“(«]?\Z",
    re.IGNORECASE,
)


def _find_unknown(segment: Segment, document: Document) -> Iterator[Hit]:
    raw = segment.raw
    for match in outside_code(_UNKNOWN, segment):
        start, end = match.span()
        if match.group() == "UNK":
            # The acronym of a university: it opens sentences and is spelled out; the token does neither.
            preceding = before(raw, start).rstrip()
            if preceding and not preceding.endswith((".", "!", "?")) and not document.mentions("University"):
                yield Hit(start, end, None, FLAG)
            continue
        token = end - len(match.group().lstrip(" "))
        preceding = before(raw, start).rstrip()
        ends = end == len(raw) or raw[end] in ".,;:!?\n"
        if ends and preceding[-1:].strip('"“(«') and not _INCOMPLETE.search(preceding):
            yield Hit(start, end, "", UNSAFE)
        else:
            yield Hit(token, end, None, FLAG)


MT001 = Rule(
    code="MT001",
    name="unknown-word-token",
    summary="the engine lost a word here",
    why="<unk> stands for a word or an emoji that the engine does not know. Before punctuation or at the end it "
    "is mostly an emoji, and the sentence is whole without it; elsewhere a word is missing, and is only "
    "reported.",
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=(r"<unk>", r"<UNK>", r"\[UNK\]", r"\[unk\]", r"\bUNK\b"),
    find=_find_unknown,
    targets=("*",),
    masked=False,
    fixes=(
        (
            "I was a manicurist <unk>, and my friend was a manager.",
            "I was a manicurist, and my friend was a manager.",
        ),
        ("To make you happy <unk>.", "To make you happy."),
        ("What a day <unk> <unk>", "What a day"),
        ("See you soon! [UNK]", "See you soon!"),
        Example("The <unk> minister resigned.", flag="<unk>"),
        Example("He met with <unk>.", flag="<unk>"),
        Example("He flew to UNK on Friday.", flag="UNK"),
    ),
    keeps=("the token `<unk>`", "UNK is the University of Nebraska at Kearney", "<unknown>", "The UNK-1 was built."),
)


def _find_question_marks(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in re.finditer("\u2047", segment.text):
        yield Hit(match.start(), match.end(), None)


MT002 = Rule(
    code="MT002",
    name="unknown-character-mark",
    summary="the engine lost a character here",
    why="SentencePiece prints U+2047 for a character outside its vocabulary: a dash, a sign, an emoji. What it "
    "was only the source text can tell.",
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=("\u2047",),
    find=_find_question_marks,
    targets=("*",),
    fixes=(
        Example("I love pudding ( ⁇ ^ ⁇ ^)", flag="⁇"),
        Example("In February, Real lost 1 ⁇ 2 to Manchester City.", flag="⁇"),
    ),
    keeps=("What??", "Really?!", "the mark U+2047"),
)


# Ends of sequence, padding, chat markers.

_ROLE = r"(?:system|user|assistant|model|human)"
# A form that only engines write; the last alternatives are also markup or words in brackets, and are judged below.
_TOKEN = (
    rf"<\|(?:im_start|start_header_id)\|>[ ]*{_ROLE}?(?:<\|end_header_id\|>)?\n*"
    rf"|<start_of_turn>[ ]*{_ROLE}?\n?|<end_of_turn>"
    r"|<\|[a-z][a-z0-9_]{0,40}\|>|<\uff5c[^<>\n]{1,40}\uff5c>"
    r"|<(?:pad|bos|eos|eod|sep|cls|PAD|BOS|EOS|SEP|CLS|extra_id_\d{1,2}|EOT)>|</w>"
    r"|\[/?INST\]|<</?SYS>>|\[(?:CLS|SEP|PAD|BOS|EOS)\]"
    r"|</?s>"
)


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    return re.compile(rf"[ ]*(?:{_TOKEN})(?:[ ]*(?:{_TOKEN}))*[ ]*")


# Words before or after a token that is spoken of: "`<pad>` is the padding token", "ends with </s>".
_SPOKEN_OF_AFTER = re.compile(
    r"(?:is|are|was|and|or|tokens?|tags?|symbols?|marks?|ends?|begins?|starts?|means?|stands?|denotes?|indicates?|elements?)\b"
)
_SPOKEN_OF_BEFORE = re.compile(r"\b(?:with|by|is|as|an?|and|or|the|of|to|called|token|tag|symbol|marker|use|add)\Z")
_ANSWERED = re.compile(r"\[/INST\]\s*(?=[^\s<\[])")
_STRUCK_OUT = re.compile(r"<s>(?P<inside>[^<>]*)</s>")
_SENTENCE_END = tuple('.!?…:;"”’)»。！？」\n')


def _find_special(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    for match in outside_code(_tokens(), segment):
        start, end = match.span()
        token = match.group().strip()
        line = segment.line_at(start)
        if "INST]" in token and _ANSWERED.search(raw):
            continue  # a whole turn of a chat, prompt and all: MT033
        if token in ("<s>", "</s>") and _is_markup(raw[line.start : line.end]):
            continue
        preceding, after = before(raw[line.start : start], start - line.start), raw[end : end + NEAR]
        opens = not preceding
        closes = not after or after.startswith(("\n", "\r"))
        if opens and closes:
            if after.strip():
                yield Hit(start, end + (after[0] == "\n"), "")  # with its line
            else:
                yield Hit(len(raw[:start].rstrip()), end, "")
        elif opens:
            if not _SPOKEN_OF_AFTER.match(after):
                yield Hit(start, end, "")
        elif closes:
            if (
                match.group().startswith("<")
                or preceding.endswith(_SENTENCE_END)
                or not _SPOKEN_OF_BEFORE.search(preceding)
            ):
                yield Hit(start, end, "")
        elif preceding.endswith(_SENTENCE_END) and not _SPOKEN_OF_AFTER.match(after):
            yield Hit(start, end, " ")
        elif token == "</w>" and raw.count("</w>") > 1:
            yield Hit(start, end, "" if after[0] in ".,;:!?" else " ")


def _is_markup(line: str) -> bool:
    """Whether <s>…</s> strikes text out: the pairs do not hold all of the line, or hold no sentence."""
    pairs = list(_STRUCK_OUT.finditer(line))
    if not pairs:
        return False
    if _STRUCK_OUT.sub("", line).strip():
        return True
    return not all(pair["inside"][:1].isspace() or pair["inside"].rstrip().endswith(_SENTENCE_END) for pair in pairs)


MT008 = Rule(
    code="MT008",
    name="special-token",
    summary="engine's control token left in the text",
    why="Sequence models mark beginnings, ends, padding and turns of a conversation with tokens (</s>, <pad>, "
    "[SEP], <|im_end|>) that a decoder should drop. They go at the edges of a line and between sentences. "
    "<s>…</s> round a part of a line is struck-out text, and a token inside a sentence is spoken of.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"</?s>",
        r"<(?:pad|bos|eos|eod|sep|cls|PAD|BOS|EOS|SEP|CLS|EOT|start_of_turn|end_of_turn|extra_id_[0-9])",
        r"</w>",
        r"<\|[a-z]",
        r"<\uff5c",
        r"\[/?INST\]|<</?SYS>>|\[(?:CLS|SEP|PAD|BOS|EOS)\]",
    ),
    find=_find_special,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("The minister resigned.</s>", "The minister resigned."),
        ("<s> Hello there. </s>", "Hello there."),
        ("[CLS] Hello. [SEP]", "Hello."),
        ("Good morning.<|im_end|>", "Good morning."),
        ("<pad><pad>Yes.", "Yes."),
        ("<s>The minister resigned.</s>", "The minister resigned."),
        ("He resigned.</s> <s>She did not.", "He resigned. She did not."),
        ("<|im_start|>assistant\nGood day.<|im_end|>", "Good day."),
        ("<start_of_turn>model\nGood day.<end_of_turn>", "Good day."),
        ("<|start_header_id|>assistant<|end_header_id|>\n\nGood day.<|eot_id|>", "Good day."),
        ("Rain is expected<|endoftext|>", "Rain is expected"),
        ("Good day.<\uff5cend▁of▁sentence\uff5c>", "Good day."),
        ("He resigned.\n</s>\nShe did not.\n</s>\n", "He resigned.\nShe did not.\n"),
        ("the</w> minister</w> left</w>.</w>", "the minister left."),
        ("[INST] Good day. [/INST]", "Good day."),
        Example("Le ministre a démissionné.</s>", "Le ministre a démissionné.", target="fr"),
    ),
    keeps=(
        "<s>old price</s> new price",
        "<s>old price</s>",
        "Set [SEP] 2024 aside",
        "`</s>` ends a sequence",
        "<S> is a set",
        "<pad> tokens are ignored by the loss.",
        "Sequences are joined with the separator [SEP] and padded with [PAD].",
        "A <|endoftext|> marks the end of each document.",
        "Use <s>strike</s> for text that no longer holds.",
    ),
)


# Tags that name a language.

# Of multilingual engines (OPUS-MT, M2M-100, NLLB): the ISO 639 codes of their commonest languages.
_TWO_LETTERS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko "
    "lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh zu"
)
_THREE_LETTERS = (
    "afr amh ara arb aze bel ben bos bul cat ces cmn cym dan deu ell eng est eus fas fin fra gle glg guj heb hin hrv "
    "hun hye ind isl ita jpn kan kat kaz khm kor lav lit mal mar mkd mon msa mya nld nob nor npi pan pes pol por pus "
    "ron rus slk slv som spa sqi srp swe swh tam tel tgl tha tur ukr urd uzb vie yue zho zsm"
)
# mBART-50's tags. en_GB and the like are locales, and no tags of it.
_MBART = (
    "ar_AR cs_CZ de_DE en_XX es_XX et_EE fi_FI fr_XX gu_IN hi_IN it_IT ja_XX kk_KZ ko_KR lt_LT lv_LV my_MM ne_NP nl_XX "
    "ro_RO ru_RU si_LK tr_TR vi_VN zh_CN af_ZA az_AZ bn_IN fa_IR he_IL hr_HR id_ID ka_GE km_KH mk_MK ml_IN mn_MN mr_IN "
    "pl_PL ps_AF pt_XX sv_SE sw_KE ta_IN te_IN th_TH tl_XX uk_UA ur_PK xh_ZA gl_ES sl_SI"
)


@lru_cache(maxsize=1)
def _language_tags() -> re.Pattern[str]:
    code = "(?:" + "|".join((*_TWO_LETTERS.split(), *_THREE_LETTERS.split())) + ")"
    mbart = "(?:" + "|".join(_MBART.split()) + ")"
    script = f"{code}_[A-Z][a-z]{{3}}"
    enclosed = (
        rf">>(?:{script}|{code})<<|__(?:{script}|{code})__|<(?:2|to_?|2_){code}>|<(?:{script}|{mbart})>"
        rf"|\[(?:{script}|{mbart})\]"
    )
    tag = rf"(?:{enclosed}|(?<![\w=:/.-]){script}(?![\w:/.-])|(?<![\w=:/.-]){mbart}(?![\w:/.-]))"
    return re.compile(
        rf"(?m:^)(?P<first>[ ]*{tag}[ ]*(?=\S))|(?P<last>(?<=[.!?…\"”’»。！？])[ ]*{tag}[ ]*(?=\r?\n|\Z))"
    )


_SENTENCE_START = re.compile(r"[\"“«‘'(¿¡]?[^\W\d_a-z]|\d")


def _find_language_tags(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in outside_code(_language_tags(), segment):
        enclosed = match.group().strip()[0] in "<>["
        if match["first"] and not enclosed and not _SENTENCE_START.match(segment.raw, match.end()):
            continue  # a code that begins a line of data or is spoken of; __it__ in bold
        yield Hit(match.start(), match.end(), "")


MT009 = Rule(
    code="MT009",
    name="language-tag",
    summary="engine's language tag left in the text",
    why="Multilingual engines are told the target language by a tag before the text (OPUS-MT >>fra<<, M2M __en__,"
    " T5-style <2en>, NLLB eng_Latn, mBART en_XX), and some print it. Closed forms with the codes of known "
    "languages, at the edges of a line only; en_GB and the like are locales, and stay.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r">>[a-z]{2,3}(?:_[A-Z][a-z]{3})?<<",
        r"__[a-z]{2,3}(?:_[A-Z][a-z]{3})?__",
        r"<(?:2|to_?|2_)[a-z]{2,3}>",
        r"\b[a-z]{3}_[A-Z][a-z]{3}\b",
        r"\b[a-z]{2}_(?:XX|[A-Z]{2})\b",
    ),
    find=_find_language_tags,
    targets=("*",),
    masked=False,
    fixes=(
        (">>eng<< The minister said", "The minister said"),
        ("__en__ Hello.", "Hello."),
        ("<2en> Good day.", "Good day."),
        ("eng_Latn The report", "The report"),
        ("Hello. en_XX", "Hello."),
        ("en_XX The report was published.", "The report was published."),
        (">>eng_Latn<< the minister said so.", "the minister said so."),
        ("[en_XX] Hello.\n[en_XX] Good day.", "Hello.\nGood day."),
        Example("__fr__ Bonjour.", "Bonjour.", target="fr"),
        Example("rus_Cyrl Министр ушел.", "Министр ушел.", target="ru"),
    ),
    keeps=(
        "__init__.py",
        "__name__",
        "__add__ and __sub__ are methods.",
        "LC_ALL=en_US",
        "locale en_GB",
        "Set the locale to de_DE",
        "eng_Latn is the code of English in NLLB.",
        ">>> print(1)",
        "__it__ matters",
    ),
)


# Brackets of the Penn Treebank.

_BRACKETS = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
_BRACKET = re.compile(r"(?<![\w-])-(L|R)([RSC])B-(?![\w-])", re.IGNORECASE)


def _find_brackets(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.text
    opened: list[re.Match[str]] = []
    for match in _BRACKET.finditer(text):
        if match[1].upper() == "L":
            opened.append(match)
        elif opened and opened[-1][2].upper() == match[2].upper():
            opening = opened.pop()
            inside = opening.end() + len(text[opening.end() :]) - len(text[opening.end() :].lstrip(" "))
            yield Hit(opening.start(), inside, _BRACKETS[f"L{opening[2].upper()}B"])
            start = len(text[: match.start()].rstrip(" "))
            end = match.end()
            following = re.compile(r"[ ]+(?=[.,;:!?](?:\s|\Z))").match(text, end)
            yield Hit(start, following.end() if following else end, _BRACKETS[f"R{match[2].upper()}B"])
        else:
            yield Hit(match.start(), match.end(), None, FLAG)
    for match in opened:
        yield Hit(match.start(), match.end(), None, FLAG)


MT014 = Rule(
    code="MT014",
    name="treebank-bracket",
    summary="bracket written as a Penn Treebank token",
    why="Tokenisers that follow the Penn Treebank write ( as -LRB-, [ as -LSB- and { as -LCB-, and so on. A pair "
    "is written back; one without its partner is only reported.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(r"(?i)-[LR][RSC]B-",),
    find=_find_brackets,
    fixes=(
        ("the WHO -LRB- Geneva -RRB- said", "the WHO (Geneva) said"),
        ("-LSB- sic -RSB-", "[sic]"),
        ("see -LRB- 3 -RRB- .", "see (3)."),
        ("a set -LCB- 1, 2 -RCB- -LRB- of two -LSB- sic -RSB- -RRB-", "a set {1, 2} (of two [sic])"),
        Example("the WHO -LRB- Geneva said", flag="-LRB-"),
    ),
    keeps=("the label -LRB-", "`-LRB-`", "LRB is the London Representative Body"),
)

RULES = (MT001, MT002, MT008, MT009, MT014)
