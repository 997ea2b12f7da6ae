"""What speech recognition and subtitle models hear in silence: credits of their training data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Credits with a name that stands in the training data of such models: nobody says them.
_CREDITS = (
    r"(?:\w+ )?(?:sub)?titles? (?:by|created by|made by|provided by) (?:the )?Amara\.?org(?: community)?",
    r"(?:subtitles|transcription|transcribed|captions|captioning|translated) (?:by|provided by) "
    r"(?:ESO|otter\.ai|rev\.com|CastingWords|Zeoranger|Transcription Outsourcing,? LLC)[^\n]{0,60}",
    r"sous-titr(?:es|age) (?:réalisés? )?(?:par |para )?(?:la |l')?"
    r"(?:communauté d['’]Amara\.org|ST['’]? ?501|SousTitreur\.com|(?:Société )?Radio-Canada)[^\n]{0,40}",
    r"❤️? ?par SousTitreur\.com",
    r"sub(?:tí|ti)tul(?:os|ado) (?:realizados )?por (?:la comunidad de )?Amara\.org",
    r"legendas? pela comunidade (?:de )?Amara\.org",
    r"Untertitel(?:ung)? (?:der Amara\.org-Community|(?:im Auftrag )?des ZDF[^\n]{0,20})",
    r"sottotitoli (?:creati dalla comunità Amara\.org|e revisione a cura di QTSS)",
    r"ondertitel(?:d|s|ing)? (?:ingediend )?door de Amara\.org(?:[- ]gemeenschap)?",
    r"Altyazı(?:lar)? [^\n]{0,20}Amara\.org[^\n]{0,20}",
    r"Субтитри [^\n]{0,20}Amara\.org[^\n]{0,20}",
    r"napisy stworzone przez społeczność Amara\.org",
    r"(?:Субтитры|Редактор субтитров|Корректор)[^\n]{0,40}"
    r"(?:DimaTorzok|Amara\.org|А\. ?Семкин|А\. ?Егорова|А\. ?Синецкая)[^\n]{0,40}",
    r"altyazı M\.K\.",
    r"ترجمة نانسي قنقر",
    r"(?:中文)?字幕(?:製作|志愿者|由)?[ :：]*(?:Amara\.org[^\n]{0,12}|J Chong|李宗盛|杨茜茜|杨栋梁|索兰娅)",
    r"请不吝点赞[^\n]{0,12}打赏支持明镜[^\n]{0,10}|請不吝點贊[^\n]{0,30}",
)
# What anyone may say at the end of a film: only reported, and only where it stands alone.
_FAREWELLS = (
    r"(?:thank you|thanks)(?: so much| very much)? for (?:watching|listening|viewing)(?: this video)?",
    r"(?:please )?(?:don't forget to )?(?:like,? (?:and )?)?subscribe to (?:my|our|the) channel",
    r"see you (?:in the )?next (?:video|time)", r"to be continued",
    r"merci d['’]avoir regardé(?: cette vidéo)?", r"gracias por ver(?: el v[ií]deo)?",
    r"(?:vielen dank|danke) fürs zuschauen", r"продолжение следует", r"спасибо за (?:просмотр|внимание)",
    r"ご視聴ありがとうございました", r"(?:谢谢|感谢|謝謝)(?:大家)?(?:的)?(?:观看|收看|觀看)",
    r"شكرا (?:لكم )?على المشاهدة", r"grazie per la visione", r"obrigado por assistir",
)  # fmt: skip
_NUMBER_AND_TIMES = r"(?:^[ \t]*\d+[ \t]*\r?\n)?^[ \t]*[\d:.,]+ *--> *[\d:.,]+[^\n]*\r?\n"


@lru_cache(maxsize=1)
def _credit_lines() -> re.Pattern[str]:
    """A credit alone on its line, with the number and times of its cue if it is the cue's only line."""
    credit = rf"[ \t]*[-–—♪*(\[]*[ ]?(?:{'|'.join(_CREDITS)})[.!…)\]♪* ]*"
    cue = rf"{_NUMBER_AND_TIMES}{credit}(?:\r?\n[ \t]*(?:\r?\n|\Z)|\Z)"
    return re.compile(rf"(?P<cue>{cue})|(?P<line>^{credit}\r?$)", re.MULTILINE | re.IGNORECASE)


@lru_cache(maxsize=1)
def _farewell_lines() -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*(?P<said>(?:{'|'.join(_FAREWELLS)}))[.!…。！ ]*\r?$", re.MULTILINE | re.IGNORECASE)


def _find_hallucinations(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.raw
    for match in _credit_lines().finditer(text):
        start, end = match.span()
        if match["line"] and text.strip() != match.group().strip():
            # With the line break, and with the blank lines after it if it is a paragraph.
            paragraph = re.compile(r"\r?\n(?:[ \t]*\r?\n)*").match(text, end)
            first = not text[:start].strip() or text[:start].endswith("\n\n")
            if not text[end:].strip():
                start = len(text[:start].rstrip())
            elif paragraph:
                end = paragraph.end() if first else end + 1
        yield Hit(start, end, "")
    for match in _farewell_lines().finditer(text):
        yield Hit(match.start("said"), match.end("said"), None, FLAG)


MT035 = Rule(
    code="MT035",
    name="subtitle-hallucination",
    summary="a credit that a subtitle model hears in silence",
    why='Speech recognition trained on subtitles fills silence and music with their credits: "Subtitles by the '
    'Amara.org community", "Sous-titrage ST\' 501". A line that is nothing else goes, with its cue; one '
    'without a name ("Thanks for watching!") may have been said, and is only reported.',
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"Amara\.?org|DimaTorzok|ST['’]? ?501|SousTitreur|Radio-Canada|ltyazı M\.K|QTSS|des ZDF|نانسي قنقر",
        r"Семкин|Егорова|Синецкая|李宗盛|杨茜茜|杨栋梁|索兰娅|J Chong|打赏支持明镜|請不吝點贊",
        r"(?:y|d) (?:ESO|otter\.ai|rev\.com|CastingWords|Zeoranger|Transcription Outsourcing)",
        r"(?i)^[ \t]*(?:thank you|thanks)[^\n]{0,12} for (?:watching|listening|viewing)",
        r"(?i)subscribe to (?:my|our|the) channel|^[ \t]*see you (?:in the )?next|^[ \t]*to be continued",
        r"(?i)d['’]avoir regard|gracias por ver|f[üÜ]rs zuschauen|grazie per la visione|obrigado por assistir",
        r"родолжение следует|пасибо за (?:просмотр|внимание)|ご視聴ありがとう|(?:观看|收看|觀看)|على المشاهدة",
    ),
    find=_find_hallucinations,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("Subtitles by the Amara.org community", ""),
        Example("Sous-titres réalisés par la communauté d'Amara.org", "", target="fr"),
        Example("Субтитры сделал DimaTorzok", "", target="ru"),
        Example("Sous-titrage ST' 501", "", target="fr"),
        ("He left.\nSubtitles by the Amara.org community\n", "He left.\n"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nHe left.\n\n2\n00:00:03,000 --> 00:00:05,000\n"
            "Subtitles by the Amara.org community\n\n3\n00:00:06,000 --> 00:00:07,000\nShe stayed.\n",
            "1\n00:00:01,000 --> 00:00:02,000\nHe left.\n\n3\n00:00:06,000 --> 00:00:07,000\nShe stayed.\n",
        ),
        Example("Thanks for watching!", flag="Thanks for watching"),
    ),
    keeps=(
        "Thanks for watching the news broadcast today.",
        "He thanked them for watching.",
        "Subtitles are available in French.",
        "Today's broadcast is over, thanks for watching.",
        "Amara.org is a community that makes subtitles.",
    ),
)

RULES = (MT035,)
