"""What a language model thinks aloud before the translation, and the versions that it cannot choose between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.machine._raw import outside_code
from transclean.rules.rule import FLAG, UNSAFE, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_REASONING_TAGS = "think|thinking|thought|reasoning|reflection|scratchpad|analysis|antthinking"
_REASONING = re.compile(
    rf"<(?P<name>{_REASONING_TAGS})>.*?</(?P=name)>\s*|◁think▷.*?◁/think▷\s*", re.DOTALL | re.IGNORECASE
)
_REASONING_END = re.compile(rf"\A.*</(?:{_REASONING_TAGS})>\s*", re.DOTALL | re.IGNORECASE)
_REASONING_START = re.compile(rf"<(?:{_REASONING_TAGS})>(?=\s*\n|\s*[A-Z])", re.IGNORECASE)
_ALTERNATIVE = re.compile(
    r"[ ]?[(\[](?:or|alternatively|alternative|or alternatively):[ ][^()\[\]\n]{2,120}[)\]]", re.IGNORECASE
)
_OPTION = re.compile(
    r"^[ \t]*[*_#]*(?:Option|Version|Translation|Alternative)[ ](?:[1-9]|[A-C])\b[^\n:]{0,40}[:*]",
    re.MULTILINE | re.IGNORECASE,
)
_VARIANT = re.compile(
    r"\((?:more |most )?(?:formal|informal|literal|natural|casual|concise|idiomatic|direct)[^)\n]{0,30}\)",
    re.IGNORECASE,
)


def _find_reasoning(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    blocks = list(outside_code(_REASONING, segment))
    for match in blocks:
        rest = raw[: match.start()] + raw[match.end() :]
        yield Hit(match.start(), match.end(), "" if rest.strip() else None, UNSAFE if rest.strip() else FLAG)
    if not blocks:
        closing = next(outside_code(_REASONING_END, segment), None)
        opening = next(outside_code(_REASONING_START, segment), None)
        if closing and not opening and raw[closing.end() :].strip():
            yield Hit(closing.start(), closing.end(), "")
        elif opening and not closing and not raw[: opening.start()].strip():
            yield Hit(opening.start(), len(raw.rstrip()), None, FLAG, "the model reasons and does not answer")
    for match in outside_code(_ALTERNATIVE, segment):
        yield Hit(match.start(), match.end(), None, FLAG, "a second version beside the first")
    options = list(outside_code(_OPTION, segment))
    if len(options) > 1 and all(_VARIANT.search(match.group()) for match in options):
        for match in options[1:]:
            yield Hit(match.start(), match.end(), None, FLAG, "a second version beside the first")


MT034 = Rule(
    code="MT034",
    name="model-reasoning",
    summary="a language model's reasoning, or several versions",
    why="Models that reason print it in a block of its own (<think>…</think>), sometimes without its opening tag;"
    " or they give several versions. The block goes; a block without end, or with nothing beside it, and "
    "versions are reported: the reader chooses.",
    safety=UNSAFE,
    stage=Stage.FRAMES,
    trigger=(
        rf"(?i)</?(?:{_REASONING_TAGS})>",
        "◁/?think▷",
        r"(?i)[(\[](?:or|alternatively|alternative|or alternatively): ",
        r"(?i)^[ \t*_#]*(?:option|version|translation|alternative) (?:[1-9]|[A-C])\b",
    ),
    find=_find_reasoning,
    targets=("*",),
    masked=False,
    whole_document=True,
    fixes=(
        ("<think>The user wants English.</think>\nThe minister resigned.", "The minister resigned."),
        ("<thinking>ok</thinking>Good day.", "Good day."),
        ("<think>\nFirst, the verb.\n\nThen the noun.\n</think>\n\nGood day.", "Good day."),
        ("The user wants English.\n</think>\n\nGood day.", "Good day."),
        Example("<think>\nThe user wants English.", flag="The user wants English."),
        Example("The minister resigned (or: stepped down).", flag="(or: stepped down)"),
        Example("Option 1 (formal): Good day.\nOption 2 (informal): Hi.", flag="Option 2 (informal):"),
    ),
    keeps=(
        "<thinking> is a tag",
        "1. Open the box.\n2. Remove the lid.",
        "Option 1: pay now.\nOption 2: pay later.",
        "use `<think>` and `</think>`",
        "version 2.1 (or, at your option, any later version)",
    ),
)

RULES = (MT034,)
