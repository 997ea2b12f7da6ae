"""What is put in for a form of the glossary: in its case and number, with the articles that it wants."""

from __future__ import annotations

import re

from transclean.document import Document
from transclean.glossary import ENGLISH
from transclean.glossary.matching import SMALL_WORDS, Match, Shape
from transclean.rules.leftovers.acronyms import english_list
from transclean.rules.rule import FLAG, Hit
from transclean.rules.substitution import Noun, replace_noun
from transclean.rules.terms.conditions import is_part_of_name, is_supported
from transclean.text.segment import Segment


def replacement(match: Match, segment: Segment, document: Document) -> Hit:
    """The change that puts the term in use; only reported where the text may have its reason for the form."""
    text = segment.text
    if match.entry.language == ENGLISH:
        start, end, written = _english(match, text, document.style.apostrophe)
        fits = True
    else:
        start, end, written = match.start, match.end, _in_case(match, text)
        fits = _fits_before(match.entry.variant.text, written, text[max(0, start - 8) : start])
    quoted = segment.quotation_at(match.start, match.end) is not None
    unsure = (
        not fits
        or (quoted and document.style.quoted_terms != "fix")
        or is_part_of_name(match, text)
        or not is_supported(match, text, document)
    )
    return Hit(start, end, written, FLAG if unsure else None, f"{text[match.start : match.end]} → {written}")


def _english(match: Match, text: str, apostrophe: str) -> tuple[int, int, str]:
    entry = match.entry
    written = _in_case(match, text).replace("'", apostrophe)
    abbreviated = entry.written == entry.term.abbreviation
    noun = Noun(
        written,
        has_article=not (entry.term.no_article and abbreviated),
        countable=written in english_list("countable"),
    )
    start, end, written = replace_noun(text, match.start, match.end, noun, plural=match.plural)
    bracket = None if abbreviated else _BRACKET.match(text, end)
    if bracket and entry.term.abbreviation and bracket["acronym"] in _others(match):
        return start, bracket.end(), f"{written}{bracket['before']}{entry.term.abbreviation})"
    return start, end, written


def bracketed(match: Match, segment: Segment) -> Hit | None:
    """The change of what abbreviates a term that has its right name: `… Commissioner for Human Rights (HCDH)`."""
    term = match.entry.term
    bracket = _BRACKET.match(segment.text, match.end)
    if match.entry.language != ENGLISH or not bracket or not term.abbreviation:
        return None
    if bracket["acronym"] not in _others(match):
        return None
    quoted = segment.quotation_at(match.start, match.end) is not None
    return Hit(*bracket.span("acronym"), term.abbreviation, FLAG if quoted else None)


_BRACKET = re.compile(r"(?P<before>\s*\()(?P<acronym>[^\W\d_][\w.]{1,9})\)")


def _others(match: Match) -> set[str]:
    """What else may abbreviate the term in brackets behind its name: what it is called in other languages."""
    return set(match.entry.term.foreign_acronyms) - {match.entry.term.abbreviation}


def _in_case(match: Match, text: str) -> str:
    """What to write, in the case of what stands there. An acronym has but one."""
    entry = match.entry
    written = entry.written
    if written == entry.term.wordings[entry.language].abbreviation:
        return written
    if match.shape is Shape.CAPITALS and not entry.variant.is_acronym:
        return written.upper()
    if match.shape is Shape.TITLE:
        return _titled(written)
    if text[match.start].isupper() and entry.variant.text[0].islower():
        return written[0].upper() + written[1:]
    return written


def _titled(form: str) -> str:
    words = form.split(" ")
    return " ".join(
        word if word in SMALL_WORDS and number else word[:1].upper() + word[1:] for number, word in enumerate(words)
    )


_ARTICLE = re.compile(
    r"(?:\b(?:[ldn]|qu)['’]|\b(?:les?|la|du|des?|une?|una|el|los?|las|al?|aux?|del|ce|cette|il)\s+)\Z", re.IGNORECASE
)


def _fits_before(form: str, written: str, before: str) -> bool:
    """Whether what stands before a form of another language than English may stand before what is written.

    An article there may have to change its gender, number or elision, which only a reader can tell; it need not where
    both begin with the same word.
    """
    return form.split()[0] == written.split()[0] or _ARTICLE.search(before) is None
