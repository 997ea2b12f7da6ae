"""Chinese, Japanese and Korean in the wrong code page: `ÄãºÃ` for 你好, `鏂伴椈` for 新闻, `China鈥檚` for China’s.

Two cases. Bytes of a national set (GB 2312, Big5, Shift JIS, EUC-JP, EUC-KR) read as Windows-1252; and UTF-8 read as
a national set. Which set it was shows by how common the characters are that come out. Rare characters come out
of wrong guesses: the sets themselves are divided into a level of common characters and one of rare ones (GB 2312
rows 16 to 55, Big5 A440 to C67E, JIS X 0208 rows 16 to 47), and the commonest of all are listed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transclean.rules.encoding.codepages import WESTERN, character_class, characters_of, to_bytes
from transclean.rules.encoding.intervals import Intervals
from transclean.rules.encoding.letters import ARABIC, CYRILLIC, GREEK, letter_model
from transclean.rules.encoding.neighbours import line_around

# The commonest characters of modern Chinese, simplified, with the traditional and Japanese forms that differ, and
# the commonest syllables of Korean: about seven in ten characters of running text.
_COMMONEST = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公"
    "此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特"
    "代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数"
    "安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达"
    "光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔"
    "京城英语汉字网首都新闻报道日本韩国上海台湾香港广州生活世界人民政府经济社会历史文化中心问题工作时间谢谢您好早晚安请欢迎"
    "這個們來為國說時會對過發後種經麼學現當沒動還進樣開從實軍無與長機點業將兩間問應戰頭體見產話內給門東聲員論處義幾認條"
    "係氣題爾變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記類據邊張該規萬術領確傳師觀讓識帶導爭運語漢網聞濟歷謝請歡臺灣"
    "気楽円駅読会社国学校電車東京大阪日本語英語新聞時間今年月曜人々私彼女何行来見食飲話聞書買思言出入上下左右前後午高安新古"
    "이가는을를의에도로으다고하한지그나사아어기리시인자대서스정해일장전제주수부구보상조동소화우원성국모마무여생게라들러만면비선"
    "세신실오와요위유은음적진치트프학한안녕십니까감서울경"
)
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_MARKS = re.compile("[\u3001-\u3003\u3008-\u3011\uff01-\uff5e・…‘’“”—·]")


@dataclass(frozen=True)
class Ideographs:
    """Characters `start` to `end` say `repaired`. `sure`: every character of it is common."""

    start: int
    end: int
    repaired: str
    sure: bool


@lru_cache(maxsize=16)
def find_ideographs(text: str) -> tuple[Ideographs, ...]:
    """The runs of `text` that make sense as Chinese, Japanese or Korean in another code page, or as UTF-8."""
    found = [*_national_sets(text), *_utf8(text)]
    return tuple(sorted(found, key=lambda run: run.start))


def _worth(text: str, codec: str) -> float:
    """How common the characters of `text` are: a point for one of the commonest, a quarter for a common one."""
    return sum(
        1.0 if c in _COMMONEST else 0.9 if _KANA.match(c) else 0.25 if _is_common(c, codec) else -1.0 for c in text
    )


@lru_cache(maxsize=8192)
def _is_common(character: str, codec: str) -> bool:
    """Whether the national set has `character` on its level of common ones."""
    if _MARKS.match(character) or _KANA.match(character):
        return True
    try:
        code = int.from_bytes(character.encode(codec), "big")
    except UnicodeEncodeError:
        return False
    first, last = _COMMON_LEVEL[codec]
    return first <= code <= last


# National set -> first and last code of its common level.
_COMMON_LEVEL = {
    "gb2312": (0xB0A1, 0xD7F9),
    "big5": (0xA440, 0xC67E),
    "shift_jis": (0x889F, 0x9872),
    "euc_jp": (0xB0A1, 0xCFD3),
    "euc_kr": (0xB0A1, 0xC8FE),
}

# First and second byte of what is looked for in each set: the common level, kana and marks.
_PAIRS = {
    "gb2312": ((0xA1, 0xD7), ((0xA1, 0xFE),)),
    "big5": ((0xA1, 0xC6), ((0x40, 0x7E), (0xA1, 0xFE))),
    "shift_jis": ((0x81, 0x98), ((0x40, 0x7E), (0x80, 0xFC))),
    "euc_jp": ((0xA1, 0xCF), ((0xA1, 0xFE),)),
    "euc_kr": ((0xA1, 0xC8), ((0xA1, 0xFE),)),
}


@lru_cache(maxsize=8)
def _pairs(codec: str) -> re.Pattern[str]:
    """Double-byte characters of the set, seen through Windows-1252."""
    (low, high), seconds = _PAIRS[codec]
    second = "".join(
        characters_of(WESTERN, *span) if span[0] >= 0x80 else "".join(map(chr, range(span[0], span[1] + 1)))
        for span in seconds
    )
    return re.compile(f"(?:{character_class(characters_of(WESTERN, low, high))}{character_class(second)})+")


_LETTER_OR_QUOTE = re.compile(r"[–—‘’“”•…][A-Za-z]")


def _national_sets(text: str) -> Iterator[Ideographs]:
    """What the set that explains most of `text` makes of it, then the others."""
    by_set = {codec: [*_runs(text, codec)] for codec in _PAIRS}
    total = {codec: sum(worth for worth, _ in runs if worth >= _LEAST_WORTH) for codec, runs in by_set.items()}
    taken = Intervals()
    first = True
    for codec in sorted((codec for codec in _PAIRS if total[codec]), key=lambda codec: -total[codec]):
        for worth, run in by_set[codec]:
            if worth < _LEAST_WORTH and not (first and run.sure):
                continue
            if taken.add(run.start, run.end):
                yield run
        first = False


# A run of its own must hold more than one of the commonest characters; beside such a run others need not.
_LEAST_WORTH = 1.25


def _runs(text: str, codec: str) -> Iterator[tuple[float, Ideographs]]:
    """The runs that are of the set, with their worth: none unless half of their characters are of the commonest.

    A chance reading has one in ten of them.
    """
    for match in _pairs(codec).finditer(text):
        data = None if _is_latin_prose(text, match) else to_bytes(match.group(), WESTERN)
        try:
            repaired = data.decode(codec) if data else ""
        except UnicodeDecodeError:
            continue
        if not repaired:
            continue
        sure = all(_is_common(character, codec) for character in repaired)
        worth = _worth(repaired, codec)
        if worth < 0.5 * len(repaired):
            worth = 0.0
        if sure or worth:
            yield worth, Ideographs(match.start(), match.end(), repaired, sure)


def _is_latin_prose(text: str, match: re.Match[str]) -> bool:
    """Whether the run is made of quotes, dashes and letters as Latin text has them: “I’m, é»."""
    if _LETTER_OR_QUOTE.search(match.group()):
        return True
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return any(character.isalpha() and character.isascii() for character in around)


_HAN = re.compile("[\u3400-\u9fff]")
_LATIN_TEXT = frozenset(map(chr, (*range(0xA0, 0x250), *range(0x2010, 0x2040), 0x20AC, 0x2122)))

# UTF-8 read as a national set. The larger relatives of the sets, which is what programs use.
_READ_AS = ("gbk", "cp932", "big5hkscs", "cp949")
_EAST_ASIAN_RUN = re.compile(
    "[\u2010-\u2027\u2030-\u2033\u2460-\u24ff\u2500-\u27bf\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff00-\uffef€·]+"
)


def _utf8(text: str) -> Iterator[Ideographs]:
    for codec in _READ_AS:
        runs = []
        for match in _EAST_ASIAN_RUN.finditer(text):
            try:
                runs.append((match, match.group().encode(codec).decode("utf-8")))
            except UnicodeError:
                continue
        certain = [_says_more(text, match, repaired) for match, repaired in runs]
        if any(certain):
            for (match, repaired), sure in zip(runs, certain, strict=True):
                # What is too short to tell follows the others, if it is letters of their kind.
                if sure or (repaired.isalpha() and _script(repaired) in {_script(r) for _, r in runs if len(r) > 2}):
                    yield Ideographs(match.start(), match.end(), repaired, True)
            return


def _script(text: str) -> str:
    """The first word of the Unicode name of the first character: the script, for letters."""
    return unicodedata.name(text[0], "").partition(" ")[0]


def _says_more(text: str, match: re.Match[str], repaired: str) -> bool:
    """Whether `repaired` is more likely than the run as it stands."""
    run = match.group()
    if all(character >= "\u3000" for character in repaired):
        worth = sum(character in _COMMONEST or bool(_KANA.match(character)) for character in repaired)
        before = sum(character in _COMMONEST for character in run)
        return len(repaired) > 1 and worth / len(repaired) > before / len(run)
    if all(character.isascii() or character in _LATIN_TEXT for character in repaired):
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        start, end = line_around(text, match.start())
        line = text[start:end]
        return bool(re.search("[A-Za-z ]", around)) and len(re.findall("[A-Za-z]", line)) > len(_HAN.findall(line))
    if len(repaired) < 3 or not repaired.isalpha():
        return False
    return any(letter_model(script).bits(repaired) > 0 for script in (CYRILLIC, GREEK, ARABIC))


def ideograph_triggers() -> list[str]:
    """Triggers for all that `find_ideographs` finds."""
    high, lead = (
        character_class(characters_of(WESTERN, 0xA1, 0xFE)),
        character_class(characters_of(WESTERN, 0xA1, 0xD7)),
    )
    # Shift JIS begins where Windows-1252 has its quotes and dashes: “I’m is no Japanese. One lead is a raw control, or
    # what follows the leads is no letter.
    japanese = character_class(characters_of(WESTERN, 0x81, 0x98))
    any_second = character_class([*map(chr, range(0x40, 0x7F)), *characters_of(WESTERN, 0x80, 0xFC)])
    no_letter = character_class([*"@[\\]^_`{|}~", *characters_of(WESTERN, 0x80, 0xFC)])
    return [
        f"{lead}{high}{lead}{high}",
        "[¤-Æ][@-~¡-þ][¤-Æ][@-~¡-þ]",
        f"[\u0081-\u0098]{any_second}{japanese}{any_second}",
        f"{japanese}{any_second}[\u0081-\u0098]{any_second}",
        f"{japanese}{no_letter}{japanese}{no_letter}",
        *_utf8_triggers(),
    ]


def _utf8_triggers() -> list[str]:
    """What UTF-8 begins with when read as a national set, where Chinese and Japanese themselves hardly begin so."""
    begins: set[str] = set()
    for codec in _READ_AS:
        for character in (*_COMMONEST, *map(chr, range(0x3041, 0x30FB)), *"‘’“”–—…"):
            begins.update(character.encode()[:2].decode(codec, "ignore"))
    rare = [c for c in begins if c not in _COMMONEST and not _is_common(c, "gb2312") and not _is_common(c, "shift_jis")]
    latin = {chr(point).encode().decode("gbk", "ignore") for point in range(0xE0, 0x180)} - {""}
    others = {
        chr(p).encode().decode("gbk", "ignore")
        for p in (*range(0x391, 0x3CF), *range(0x410, 0x450), *range(0x621, 0x64B))
    }
    return [
        character_class(rare),
        f"[A-Za-z]{character_class(latin)}",
        f"{character_class(latin)}[A-Za-z]",
        character_class(others - {""}) + "{3}",
    ]
