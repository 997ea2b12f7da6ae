"""The glossary as two rules: forms to replace, forms to report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from transclean.document import Document
from transclean.glossary import Status, Termbase, Variant, default_termbase, load_termbase
from transclean.glossary.matching import Match, Matcher
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.registry import Entry
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.rules.substitution import Noun, replace_noun
from transclean.scan import phrase_patterns
from transclean.text.segment import Segment
from transclean.text.span import Span

_matcher = lru_cache(maxsize=8)(Matcher)

Source = Callable[[], Termbase]
"""Gives the termbase when it is first needed: to list rules, no glossary need be read."""


def glossary_rules(termbase: Source) -> tuple[Rule, Rule]:
    """The rules that hold a text to `termbase`."""

    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        for match in _matcher(termbase()).matches(segment.text):
            if match.entry.variant.status is Status.REPLACE and not _is_excluded(match, segment.text):
                yield _replacement(match, segment, document)

    def report(segment: Segment, document: Document) -> Iterator[Hit]:
        for match in _matcher(termbase()).matches(segment.text):
            if match.entry.variant.status is Status.FLAG and not _is_excluded(match, segment.text):
                yield _replacement(match, segment, document)._replace(safety=FLAG)

    replace_rule = Rule(
        code="GLO001",
        name="term-replace",
        summary="form that the glossary replaces",
        why="The glossary lists calques and left-over names of institutions, treaties and concepts with the term "
        "in use. It follows the text's plural, case and articles; inside a quotation, inside a longer name, "
        "or without the words of the subject that a term asks for, it only reports.",
        safety=SAFE,
        stage=Stage.WORDS,
        trigger=lambda: _triggers(termbase(), Status.REPLACE),
        find=find,
        fixes=_REPLACED,
        keeps=_KEPT,
    )
    flag_rule = Rule(
        code="GLO002",
        name="term-flag",
        summary="form that the glossary advises against",
        why="The glossary lists forms that may be right: whether they are depends on what was meant or on the house "
        "style.",
        safety=FLAG,
        stage=Stage.WORDS,
        trigger=lambda: _triggers(termbase(), Status.FLAG),
        find=report,
        fixes=_FLAGGED,
        keeps=("The exact sum was paid.", "a fair trial"),
    )
    return replace_rule, flag_rule


def with_glossaries(
    entries: tuple[Entry, ...], paths: Sequence[str], with_default: bool
) -> tuple[tuple[Entry, ...], str]:
    """`entries` with the rules of the glossaries at `paths` in place of the default ones, and what these were made
    from.

    Raises GlossaryError for a file that cannot be used.
    """
    if not paths and not with_default:
        return tuple(entry for entry in entries if entry.code not in _CODES), ""
    termbase = load_termbase(paths, with_default=with_default)
    built = {rule.code: rule for rule in glossary_rules(lambda: termbase)}
    return tuple(entry._replace(built=built.get(entry.code)) for entry in entries), termbase.digest


def _triggers(termbase: Termbase, status: Status) -> list[str]:
    preferred = [term.preferred for term in termbase.terms]
    return [
        # `United Nation` would match in every `United Nations`.
        pattern + (r"\b" if any(name.startswith(variant.text + "s") for name in preferred) else "")
        for term in termbase.terms
        for variant in term.variants
        if variant.status is status
        for pattern in _trigger(variant)
    ]


def _trigger(variant: Variant) -> list[str]:
    """Patterns of which one is in every text that has `variant`."""
    if variant.is_acronym:
        return [rf"\b{re.escape(variant.text)}" if variant.text.isascii() else re.escape(variant.text)]
    spellings = [spelling for form in variant.cases for spelling in (form, form.replace("'", "’"))]
    return [pattern for spelling in dict.fromkeys(spellings) for pattern in phrase_patterns(spelling)]


# What is put in.


def _replacement(match: Match, segment: Segment, document: Document) -> Hit:
    term, variant = match.entry.term, match.entry.variant
    text = segment.text
    found = text[match.start : match.end]
    written = term.written(variant)
    is_abbreviation = written == term.abbreviation
    if found.isupper() and not variant.is_acronym and not is_abbreviation:
        written = written.upper()
    elif found[0].isupper() and variant.text[0].islower():
        written = written[0].upper() + written[1:]
    written = written.replace("'", document.style.apostrophe)
    noun = Noun(written, has_article=not (term.no_article and is_abbreviation))
    start, end, replacement = replace_noun(text, match.start, match.end, noun, plural=match.plural)
    unsure = (
        segment.quotation_at(match.start, match.end) is not None
        or _is_part_of_name(match, text)
        or (bool(term.requires) and not document.mentions(_any_of(term.requires)))
    )
    message = f"{found} → {replacement}"
    return Hit(start, end, replacement, FLAG if unsure else None, message)


# Conditions.


def _is_excluded(match: Match, text: str) -> bool:
    unless = match.entry.term.unless
    if not unless:
        return False
    sentence = _sentence_around(text, match.start, match.end)
    return re.search(_any_of(unless), text[sentence.start : sentence.end]) is not None


_SENTENCE_END = re.compile(r"[.!?]['\"’”»)]*\s+(?=[^a-z])|\n\s*\n")


def _sentence_around(text: str, start: int, end: int) -> Span:
    opening = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    closing = _SENTENCE_END.search(text, end)
    return Span(opening, closing.end() if closing else len(text))


_NOT_A_NAME = "|".join(
    ["UN", "U", "United", "Nations", "The", "This", "That", "Its", "Our", "In", "At", "And", "But", *MONTHS, *WEEKDAYS]
)
_NAME = rf"(?!(?:{_NOT_A_NAME})\b)[A-Z][\w'’-]*"


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, which may hold `{name}`; those without a capital match in any case."""
    patterns = []
    for word in words:
        pattern = re.escape(word).replace(r"\{name\}", _NAME).replace(r"\ ", r"\s+")
        patterns.append(f"(?i:{pattern})" if word.islower() else pattern)
    return rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)"


_CAPITALISED_BEFORE = re.compile(rf"(?<![\w.])({_NAME})\s+\Z")
_CAPITALISED_AFTER = re.compile(r"\s+(?!Muslim|Autonomous)[A-Z][a-z]")


def _is_part_of_name(match: Match, text: str) -> bool:
    """Whether the form stands inside a longer name, which has its own spelling: `Institute for Uighur Studies`."""
    variant = match.entry.variant
    if variant.is_acronym or not text[match.start].isupper() or text[match.start : match.end].isupper():
        return False
    if " " not in variant.text:
        return _CAPITALISED_AFTER.match(text, match.end) is not None
    before = _CAPITALISED_BEFORE.search(text[max(0, match.start - 40) : match.start])
    if before is None:
        return False
    # A capital at the start of a sentence says nothing.
    head = text[: max(0, match.start - 40) + before.start()].rstrip()
    return bool(head) and head[-1] not in '.!?"”»:'


_REPLACED = (
    Example("the High Commission team met the Human Rights Council", "the OHCHR team met the Human Rights Council"),
    Example(
        "In June, the High Commission had contested it.",
        "In June, OHCHR had contested it.",
        context="Ravina Shamdasani",
    ),
    ("crimes against Uighurs and others", "crimes against Uyghurs and others"),
    ("a Uighur-speaking teacher", "a Uyghur-speaking teacher"),
    ("the Council of Human Rights of the United Nations", "the United Nations Human Rights Council"),
    (
        "the UN High Commission for Refugees said",
        "the Office of the United Nations High Commissioner for Refugees said",
    ),
    ("the International Penal Court", "the International Criminal Court"),
    ("THE INTERNATIONAL PENAL COURT", "THE INTERNATIONAL CRIMINAL COURT"),
    ("the CEDEAO said", "ECOWAS said"),
    ("the CEDEAO summit", "the ECOWAS summit"),
    ("the Band of Gaza", "the Gaza Strip"),
)
_KEPT = (
    "the British High Commission in Nairobi and human rights",
    "the Indian High Commission on human rights grounds",
    "the High Commission in London spoke of human rights",
    "the Institute for Uighur Studies",
    'He said: "The Uighurs are free."',
    "pro-Uighur",
    "the Western Union European headquarters",
    "a band of Gaza militants",
    "violations of the human rights of women",
    "the rights of man come not from the generosity of the state",
)
_FLAGGED = (Example("exactions by the army", flag="exactions"),)

RULES = glossary_rules(default_termbase)
_CODES = frozenset(rule.code for rule in RULES)
