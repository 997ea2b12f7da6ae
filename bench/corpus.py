"""Text to measure with, made from a seed: nothing is downloaded, and every machine measures the same bytes."""

from __future__ import annotations

import random

from transclean.rules.registry import all_rules
from transclean.rules.rule import SAFE

_SUBJECTS = [
    "The minister",
    "A spokeswoman for the agency",
    "The mayor of the port city",
    "Her lawyer",
    "The report",
    "One of the witnesses",
    "The central bank",
    "Ms. Alvarez",
    "Mr. Okonkwo",
    "The World Health Organization",
    "A senior official",
    "The committee",
    "Teachers in the northern province",
    "The company's largest shareholder",
    "An independent panel of experts",
    "The United Nations",
    "Researchers at the university",
    "The opposition leader",
    "Residents of the old town",
]
_VERBS = [
    "said",
    "announced",
    "told reporters",
    "confirmed",
    "acknowledged",
    "warned",
    "argued",
    "explained",
    "noted in a statement",
    "insisted",
    "wrote in a letter to parliament",
    "told the newspaper Le Monde",
    "conceded after the meeting",
]
_CLAUSES = [
    "that the negotiations would resume on Tuesday",
    "that 1,250 people had been moved to safer ground",
    "it would take years to rebuild the harbor",
    "that prices rose 3.5% in the first quarter",
    "the decision had been “difficult but necessary”",
    "that the law, passed in 1998, no longer protects tenants",
    "that two of the three bridges were closed",
    "nobody had been able to reach the valley since March 12",
    "that the budget of $4.2 million was spent by June",
    "that women and children were among those who fled",
    "the court's ruling left many questions open",
    "that a new hospital — the first in the region — will open next year",
    "“we have never seen anything like it,” and that help was on its way",
    "that Mr. Smith's appeal was rejected at 2:30 p.m. on Friday",
    "the well-known author wouldn't attend",
    "that talks in Geneva, Paris and New York had failed; a fourth round is planned",
]
_TAILS = [
    "",
    ", according to documents seen by journalists",
    ", and that more would follow",
    ", despite the rain",
    ", adding that she was “deeply concerned”",
    ", in what analysts called a turning point",
    ", more than a decade after the war",
    " (see the table on page 14)",
    ", as he had promised in the campaign",
    ": a first for the country",
]


def clean_text(size: int, seed: int = 1) -> str:
    """About `size` characters of correct English news prose, in paragraphs."""
    random_ = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        sentences = []
        for _ in range(random_.randint(2, 6)):
            pick = random_.choice
            sentences.append(f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_CLAUSES)}{pick(_TAILS)}.")
        paragraph = " ".join(sentences) + "\n\n"
        parts.append(paragraph)
        length += len(paragraph)
    return "".join(parts)


def dirty_text(size: int, seed: int = 2) -> str:
    """The same with an artefact from the safe rules' examples in every paragraph."""
    random_ = random.Random(seed)
    artefacts = [
        example.input
        for rule in all_rules()
        if rule.safety is SAFE and not rule.whole_document
        for example in rule.examples
        # No control characters: with NUL in it a file is binary, and passed over.
        if example.output is not None and example.input.isprintable()
    ]
    paragraphs = clean_text(size, seed).split("\n\n")
    for index, paragraph in enumerate(paragraphs):
        artefact = random_.choice(artefacts)
        sentences = paragraph.split(". ")
        sentences.insert(random_.randrange(len(sentences) + 1), artefact)
        paragraphs[index] = ". ".join(sentences)
    return "\n\n".join(paragraphs)[:size]
