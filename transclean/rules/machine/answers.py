"""What a language model gives in place of a translation or wraps it in: refusals, fences, the prompt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import LANGUAGES, Document
from transclean.language.words import leans_foreign, scores
from transclean.rules.machine._frames import FrameWords, all_frame_words, any_of
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

# Refusals.

_LONGEST_REFUSAL = 700  # characters
_MARKUP = re.compile(r"[\s*_#>(\[¡¿]*")
_FIRST_SENTENCES = re.compile(r"[^.!?。！？؟]{1,300}(?:[.!?。！？؟]|\Z)")


_AFTER_COURTESY = re.compile(r"\s*[!.,！。，]\s*")


def _refuses(said: str, words: FrameWords) -> bool:
    courtesy = words.pattern("courtesy").match(said)
    after = _AFTER_COURTESY.match(said, courtesy.end()) if courtesy else None
    if after and words.pattern("ai").match(said, after.end()):  # Sure! Please provide the text
        return True
    if words.pattern("ai").match(said):
        return True
    refusal = words.pattern("refusal").match(said)
    if refusal is None:
        return False
    sentence = _FIRST_SENTENCES.match(said, refusal.end())
    return sentence is not None and words.pattern("request").search(sentence.group()) is not None


def _find_refusal(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    markup = _MARKUP.match(raw)
    start = markup.end() if markup else 0
    said = raw[start:].rstrip()
    if 0 < len(said) <= _LONGEST_REFUSAL and any(_refuses(said, words) for words in all_frame_words()):
        yield Hit(start, start + len(said), None)


@lru_cache(maxsize=1)
def _refusal_triggers() -> list[str]:
    patterns = []
    for words in all_frame_words():
        patterns.append(rf"(?i){any_of(words, 'ai')}")
        patterns.append(rf"(?i){any_of(words, 'refusal')}[^\n]*{any_of(words, 'request')}")
    return patterns


MT031 = Rule(
    code="MT031",
    name="model-refusal",
    summary="a language model refused or commented, and did not translate",
    why="Models refuse (\"I'm sorry, but I can't assist with that request\"), speak of themselves, or ask for the "
    "text. The translation is missing: only reported. A paragraph counts when it begins so, in the first "
    "person, and speaks of translating, of the request or of the text; within quotation marks somebody else "
    "is speaking.",
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=_refusal_triggers,
    find=_find_refusal,
    targets=("*",),
    fixes=(
        Example(
            "As an AI language model, I cannot translate this.",
            flag="As an AI language model, I cannot translate this.",
        ),
        Example(
            "There is no text to translate. Please provide the text.",
            flag="There is no text to translate. Please provide the text.",
        ),
        Example(
            "I'm sorry, but I can't assist with that request.", flag="I'm sorry, but I can't assist with that request."
        ),
        Example("It seems you haven't provided any text.", flag="It seems you haven't provided any text."),
        Example("Sure! Please provide the text to translate.", flag="Sure! Please provide the text to translate."),
        Example(
            "Je suis désolé, mais je ne peux pas traduire ce texte.",
            flag="Je suis désolé, mais je ne peux pas traduire ce texte.",
            target="fr",
        ),
        Example(
            "Lo siento, pero no puedo ayudar con esa solicitud.",
            flag="Lo siento, pero no puedo ayudar con esa solicitud.",
            target="es",
        ),
        Example(
            "Es tut mir leid, aber ich kann diesen Text nicht übersetzen.",
            flag="Es tut mir leid, aber ich kann diesen Text nicht übersetzen.",
            target="de",
        ),
        Example(
            "Извините, но я не могу перевести этот текст.",
            flag="Извините, но я не могу перевести этот текст.",
            target="ru",
        ),
        Example("抱歉，我无法翻译这段内容。", flag="抱歉，我无法翻译这段内容。", target="zh"),
    ),
    keeps=(
        "I'm sorry.",
        "I'm sorry, but I don't have that in the program.",
        '"I cannot," he said.',
        "An AI language model was tested.",
    ),
)


# Wrappers.

_FENCED = re.compile(
    r"\s*(?P<fence>`{3,}|~{3,})[ \t]*(?:text|txt|markdown|md|plaintext|plain|translation)?[ \t]*\r?\n"
    r"(?P<inside>.*?)\r?\n?(?P=fence)\s*\Z",
    re.DOTALL | re.IGNORECASE,
)
_ELEMENT = re.compile(
    r"\s*<(?P<name>translation|translated[_-]?text|target(?:[_-]text)?|output|answer|result|response|final)>\s*"
    r"(?P<inside>.*?)\s*</(?P=name)>\s*\Z",
    re.DOTALL | re.IGNORECASE,
)
_TRIPLE_QUOTES = re.compile(r"\s*(?P<mark>\"\"\"|''')\s*(?P<inside>.*?)\s*(?P=mark)\s*\Z", re.DOTALL)
_KEYS = frozenset(
    {"translation", "translated_text", "translatedtext", "translated", "target", "target_text", "output", "result"}
)


def _find_wrapper(segment: Segment, _: Document) -> Iterator[Hit]:
    text = segment.raw
    inside = _unwrapped(text)
    if inside and _is_prose(inside) and not segment.blocked:
        yield Hit(0, len(text.rstrip()), inside.strip("\r\n"))


def _is_prose(text: str) -> bool:
    """Whether `text` has a sentence or small words: commands and data stay in their fence."""
    ends_sentence = re.search(r"[^\W\d_][.!?…。！？؟][\"”’»]?\s*$", text, re.MULTILINE)
    return ends_sentence is not None or sum(scores(text).values()) > 1


def _unwrapped(text: str) -> str | None:
    """What the wrapper round all of `text` holds; None if there is none."""
    for form in (_FENCED, _ELEMENT, _TRIPLE_QUOTES):
        match = form.match(text)
        if match:
            opening = text[: match.start("inside")].strip()
            return match["inside"] if opening not in match["inside"] else None
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text)
    except ValueError:
        return None
    if isinstance(data, dict) and len(data) == 1:
        ((key, value),) = data.items()
        return value if isinstance(value, str) and key.lower() in _KEYS else None
    return None


MT032 = Rule(
    code="MT032",
    name="model-wrapper",
    summary="the whole text is inside a language model's wrapper",
    why="Models put their answer in a code fence, in an element named after the task (<translation>), in triple "
    "quotes or in a JSON object with one key. Only round the whole text; a fence with the name of a language "
    "of code is code. Quotation marks and bold may be the source's own, and stay.",
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"^[ \t]*(?:```|~~~)",
        r"(?i)</(?:translation|translated|target|output|answer|result|response|final)",
        r"^[ \t]*(?:\"\"\"|''')",
        r"(?i)\{[ \t]*\"(?:translat|target|output|result)",
        r"(?i)^[ \t]*\"(?:translation|translated_?text|translated|target|target_text|output|result)\":",
    ),
    find=_find_wrapper,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("```\nThe minister resigned.\n```", "The minister resigned."),
        ("```text\nGood day.\n```", "Good day."),
        ("<translation>The minister resigned.</translation>", "The minister resigned."),
        ("<output>\nGood day.\n</output>\n", "Good day.\n"),
        ('"""\nGood day.\n"""', "Good day."),
        ('{"translation": "She said \\"yes\\"."}', 'She said "yes".'),
    ),
    keeps=(
        '"I resign," he said. "Now."',
        "```python\nprint(1)\n```",
        '"Yes."',
        "**Breaking:** the minister resigned.",
        "```\nls -l\n```",
        "Run this:\n\n```\nls\n```",
        '{"translation": "yes", "language": "en"}',
        "<p>The minister resigned.</p>",
    ),
)


# The prompt.

_INSTRUCTION = re.compile(
    r"\s*[*_#\"“]*(?:you are an? [^.\n]{0,60}(?:translat|linguist|assistant)[^.\n]{0,60}\.\s+)?"
    r"(?:please |can you |could you |bitte |s'il vous plaît,? |por favor,? )?(?:"
    r"translate (?:the |this |these |following |below |given )[^\n]{0,160}"
    r"|(?:traduis|traduisez|traduire) (?:le|la|les|ce|cette) [^\n]{0,160}"
    r"|(?:traduce|traduzca|traducir|traduza|traduzir) (?:el|la|los|o|a|os|este|esta|al) [^\n]{0,160}"
    r"|übersetzen? (?:sie )?(?:den|die|das|diesen|folgenden) [^\n]{0,160}"
    r"|переведи(?:те)? [^\n]{0,160}|(?:请|請)?(?:将|把)[^\n]{1,60}(?:翻译|翻譯)[^\n]{0,40}"
    r")[:：.\"”*_]+[ \t]*\r?\n\s*",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"(?:\A|.*?\n)[#*]{2,4}[ ]*(?:Response|Answer|Translation|Output|Translated text|Target)"
    r"[ ]*:?[*#]*[ ]*:?[ \t]*\r?\n\s*",
    re.DOTALL | re.IGNORECASE,
)
_PROMPT_HEADING = re.compile(
    r"^#{2,4}[ ]*(?:Instruction|Input|Source|Text|Question|Prompt|User|Original)", re.IGNORECASE
)
# Labels of a source and of its translation, in lower case.
_ROLES = frozenset(
    {
        ("source", "target"),
        ("source", "translation"),
        ("source text", "target text"),
        ("source text", "translation"),
        ("original", "translation"),
        ("original text", "translation"),
        ("original text", "translated text"),
        ("text", "translation"),
        ("input", "output"),
        ("user", "assistant"),
    }
)
_LABEL = re.compile(r"^[ \t]*[*_#]*(?P<label>[^\W\d][^\n:：*_#]{1,24}?)[*_]*[ ]?[:：][*_]*[ \t]*", re.MULTILINE)


_FIGURE = re.compile(r"\W*\d")
_CHAT_PROMPT = re.compile(r"\s*(?:<s>\s*)?\[INST\].*?\[/INST\]\s*(?=\S)", re.DOTALL)


def _find_prompt(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.raw
    end = _end_of_prompt(text, document)
    if end and text[end:].strip() and not any(span.start < end for span in segment.blocked):
        yield Hit(0, end, "")


def _end_of_prompt(text: str, document: Document) -> int:
    """Where the answer begins that follows a prompt at the start of `text`; 0 without a prompt."""
    instruction = _INSTRUCTION.match(text) or _CHAT_PROMPT.match(text)
    if instruction:
        return instruction.end()
    response = _RESPONSE.match(text)
    if response and response.end() < len(text):
        before = text[: response.end()].strip()
        if _PROMPT_HEADING.match(before) or "\n" not in before:
            return response.end()
    return _end_of_source(text, document)


def _end_of_source(text: str, document: Document) -> int:
    """Where the translation begins after its label, if `text` is a source and its translation, each with a label."""
    labels = list(_LABEL.finditer(text))
    if len(labels) != 2 or text[: labels[0].start()].strip():
        return 0
    first, second = (match["label"].strip().lower() for match in labels)
    if (first, second) in _ROLES:
        # "Source: Ministry of Health / Target: 2030" is a data sheet.
        source = text[labels[0].end() : labels[1].start()]
        answer = text[labels[1].end() :]
        if not all(re.search(r"[^\W\d_]{2}", part) for part in (source, answer)):
            return 0
        # A few words lean to a language before they prove it.
        bilingual = leans_foreign(source, document.target_language) or second.startswith("translat")
        return labels[1].end() if bilingual and not document.is_foreign(answer) else 0
    names = _names_of_languages()
    languages = names.get(first), names.get(second)
    if None in languages or languages[0] == languages[1] or languages[1] != document.target_language:
        return 0
    if all(_FIGURE.match(text, label.end()) for label in labels):  # French: 3 hours / English: 4 hours
        return 0
    return labels[1].end()


@lru_cache(maxsize=1)
def _names_of_languages() -> dict[str, str]:
    """The name of each language in each of them, lower case -> its code."""
    from babel import Locale

    inside = [Locale.parse(code).languages for code in LANGUAGES]
    return {names[code].lower(): code for names in inside for code in LANGUAGES}


MT033 = Rule(
    code="MT033",
    name="prompt-leak",
    summary="the prompt is in the text",
    why="Models repeat the instruction, the source with its label, or the headings of the training prompt. Taken "
    "off the start of the text: a line that asks to translate something, a source and its translation with "
    "the names of two languages or of their roles before them, a heading ### Response. One label alone is "
    "content.",
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"\[/INST\]",
        r"(?i)translate (?:the|this|these|following|below|given) [^\n]*[:.]",
        r"(?i)^[*_#\"]*(?:traduis|traduisez|traduire|traduce|traduzca|traducir|traduza|traduzir) ",
        r"(?i)^[*_#\"]*[üÜ]bersetzen? ",
        r"^(?:Переведи|переведи)",
        r"(?:将|把)[^\n]*(?:翻译|翻譯)",
        r"(?i)[#*] ?(?:response|answer|translation|output|translated text|target)\b",
        r"(?i)\b(?:source|input|original|text|user|english|french|german|spanish|italian|portuguese|dutch"
        r"|polish|russian|ukrainian|turkish|arabic|chinese|japanese|fran[çÇ]ais|espa[ñÑ]ol|deutsch)(?: text)?[*_]* ?:",
    ),
    find=_find_prompt,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("Translate the following text from French to English:\nThe minister resigned.", "The minister resigned."),
        ("French: Le ministre a démissionné.\nEnglish: The minister resigned.", "The minister resigned."),
        ("### Response:\nGood day.", "Good day."),
        ("### Instruction:\nTranslate to English.\n\n### Input:\nBonjour.\n\n### Response:\nGood day.", "Good day."),
        ("**Source:** Le ministre a démissionné.\n\n**Translation:** The minister resigned.", "The minister resigned."),
        (
            "Source: Le ministre a démissionné de son poste.\nTarget: The minister resigned from his post.",
            "The minister resigned from his post.",
        ),
        ("[INST] Translate into English: Bonjour. [/INST] Good day.", "Good day."),
        (
            "Français : Le ministre a démissionné.\nAnglais : The minister resigned.",
            "The minister resigned.",
        ),
        ("Please translate the text below into English:\n\nGood day.", "Good day."),
        ("Input: Il est parti hier.\nOutput: He left yesterday.", "He left yesterday."),
        ("You are a skilled translator. Translate the text below into English.\n\nGood day.", "Good day."),
    ),
    keeps=(
        "English: the language of business",
        "Source: Ministry of Health",
        "Languages: French, English",
        "Output: 20 tons",
        "Source: Ministry of Health\nTarget: 20 tons by 2030",
        "Original: 1920\nTranslation: 1950",
        "French: 3 hours a week\nEnglish: 4 hours a week",
        "English: Hello.\nFrench: Bonjour.\nGerman: Guten Tag.",
        "Translate the following text from French to English:",
        "To translate the file:\n\nOpen it.",
    ),
)


RULES = (MT031, MT032, MT033)
