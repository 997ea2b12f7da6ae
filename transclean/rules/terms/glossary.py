"""The glossary as rules: forms to replace, forms to report, terms that a document has in several forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from transclean.document import Document
from transclean.glossary import Status, Termbase, default_termbase, load_termbase
from transclean.glossary.matching import Match, Matcher
from transclean.glossary.termbase import digest_of, glossary_files, kept_forms
from transclean.glossary.triggers import bracket_patterns, trigger_patterns
from transclean.rules.registry import Entry
from transclean.rules.rule import FLAG, SAFE, Example, Hit, Rule, Stage
from transclean.rules.terms.conditions import is_excluded
from transclean.rules.terms.consistency import inconsistencies
from transclean.rules.terms.first_mention import expansions, mention_patterns
from transclean.rules.terms.writing import bracketed, replacement
from transclean.text.segment import Segment

_matcher = lru_cache(maxsize=8)(Matcher)

Source = Callable[[], Termbase]
"""Gives the termbase when it is first needed: to list rules, or to find nothing, no glossary need be read."""

TARGETS = ("en", "fr", "es", "ru", "ar", "zh", "de", "it", "pt", "nl", "pl", "uk", "tr", "ja")


def glossary_rules(termbase: Source) -> tuple[Rule, ...]:
    """The rules that hold a text to `termbase`."""

    def meant(segment: Segment, document: Document) -> Iterator[Match]:
        """The forms of terms in a segment, but those of another meaning."""
        for match in _matcher(termbase(), document.target_language).matches(segment.text):
            if not is_excluded(match, segment.text, document):
                yield match

    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        for match in meant(segment, document):
            if match.entry.variant.status is Status.REPLACE:
                yield replacement(match, segment, document)
            elif match.entry.variant.status is not Status.FLAG:
                hit = bracketed(match, segment)
                if hit:
                    yield hit

    def report(segment: Segment, document: Document) -> Iterator[Hit]:
        for match in meant(segment, document):
            if match.entry.variant.status is Status.FLAG:
                yield replacement(match, segment, document)._replace(safety=FLAG)

    def compare(segment: Segment, document: Document) -> Iterator[Hit]:
        # A long document shows in its beginning how it calls things.
        reach = len(document.sample)
        beginning = Segment(segment.raw[:reach], 0, [span for span in segment.blocked if span.end <= reach])
        yield from inconsistencies(meant(beginning, document), beginning)

    def expand(segment: Segment, document: Document) -> Iterator[Hit]:
        if document.style.first_mention == "expand" and document.target_language == "en":
            yield from expansions(segment, termbase())

    return (
        Rule(
            code="GLO001",
            name="term-replace",
            summary="form that the glossary replaces",
            why="The glossary lists calques and left-over names of institutions, treaties and concepts with the term "
            "in use. It follows the text's plural, case and articles; inside a quotation, inside a longer name, "
            "or without the words of the subject that a term asks for, it only reports.",
            safety=SAFE,
            stage=Stage.WORDS,
            targets=TARGETS,
            trigger=lambda: [*trigger_patterns(termbase(), (Status.REPLACE,)), *bracket_patterns(termbase())],
            find=find,
            fixes=_REPLACED,
            keeps=_KEPT,
        ),
        Rule(
            code="GLO002",
            name="term-flag",
            summary="form that the glossary advises against",
            why="The glossary lists forms that may be right: whether they are depends on what was meant or on the "
            "house style.",
            safety=FLAG,
            stage=Stage.WORDS,
            targets=TARGETS,
            trigger=lambda: trigger_patterns(termbase(), (Status.FLAG,)),
            find=report,
            fixes=_FLAGGED,
            keeps=("The exact sum was paid.", "a fair trial"),
        ),
        Rule(
            code="GLO003",
            name="term-inconsistent",
            summary="one term in several forms",
            why="A document that says now `anti-terrorism`, now `counter-terrorism` leaves its readers to wonder "
            "whether two things are meant. The forms of a term that a document has are counted; the rarer ones are "
            "reported, with the most frequent as the proposal. A form in a quotation does not count.",
            safety=FLAG,
            stage=Stage.WORDS,
            targets=TARGETS,
            whole_document=True,
            trigger=lambda: trigger_patterns(termbase(), (Status.FLAG, Status.ADMITTED)),
            find=compare,
            fixes=_INCONSISTENT,
            keeps=(
                "Anti-terrorism laws. The anti-terrorism unit.",
                "Counter-terrorism is one thing.",
                'Counter-terrorism laws; he said: "Antiterrorism works."',
            ),
        ),
        Rule(
            code="GLO004",
            name="first-mention",
            summary="abbreviation without its full form at the first mention",
            why="With the style option `glossary.first-mention = expand`, a term that a document only has as an "
            "abbreviation is written out once, at the first mention in its running text, and abbreviated after one "
            "that has the abbreviation in brackets. Not in a heading or a quotation, nor where the full form stands "
            "somewhere without it, nor where two terms share the abbreviation.",
            safety=SAFE,
            stage=Stage.WORDS,
            needs_style=True,
            whole_document=True,
            trigger=lambda: mention_patterns(termbase()),
            find=expand,
            fixes=_EXPANDED,
            keeps=(
                "The ICRC said so.",
                Example("The ICRC\n\nThe International Committee of the Red Cross (ICRC) came.", options=_EXPAND),
                Example("He said: “The ICRC came.”", options=_EXPAND),
                Example("the who and the how", options=_EXPAND),
                Example(
                    "UNHCR left. The Office of the United Nations High Commissioner for Refugees said so.",
                    options=_EXPAND,
                ),
            ),
        ),
    )


def with_glossaries(
    entries: tuple[Entry, ...], paths: Sequence[str], with_default: bool
) -> tuple[tuple[Entry, ...], str]:
    """`entries` with the rules of the glossaries at `paths` in place of the default ones, and what these were made
    from.

    Raises GlossaryError for a file that cannot be used.
    """
    if not paths and not with_default:
        return tuple(entry for entry in entries if entry.code not in _CODES), ""
    load = lru_cache(maxsize=1)(lambda: load_termbase(paths, with_default=with_default))
    kept_forms(paths, with_default=with_default)  # raises for a file that cannot be used
    digest = digest_of(glossary_files(paths, with_default=with_default))
    built = {rule.code: rule for rule in glossary_rules(load)}
    return tuple(entry._replace(built=built.get(entry.code)) for entry in entries), digest


_EXPAND = "glossary.first-mention=expand"
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
    (
        "the UN High Commission for Refugees (HCR) said",
        "the Office of the United Nations High Commissioner for Refugees (UNHCR) said",
    ),
    (
        "the Office of the United Nations High Commissioner for Human Rights (HCDH)",
        "the Office of the United Nations High Commissioner for Human Rights (OHCHR)",
    ),
    ("the International Penal Court", "the International Criminal Court"),
    ("THE INTERNATIONAL PENAL COURT", "THE INTERNATIONAL CRIMINAL COURT"),
    ("the CEDEAO said", "ECOWAS said"),
    ("the CEDEAO summit", "the ECOWAS summit"),
    ("the Band of Gaza", "the Gaza Strip"),
    Example('He said: "The Uighurs are free."', 'He said: "The Uyghurs are free."', options="glossary.quotations=fix"),
)
_KEPT = (
    "the British High Commission in Nairobi and human rights",
    "the Indian High Commission on human rights grounds",
    "the High Commission in London spoke of human rights",
    "the Institute for Uighur Studies",
    'He said: "The Uighurs are free."',
    "pro-Uighur",
    "We call it dynamic instance hardness (DIH). The DIH of a sample, and of human rights law, is measured.",
    "the Western Union European headquarters",
    "a band of Gaza militants",
    "violations of the human rights of women",
    "the rights of man come not from the generosity of the state",
)
_FLAGGED = (Example("exactions by the army", flag="exactions"),)
_INCONSISTENT = (
    Example(
        "Counter-terrorism laws changed. The counter-terrorism unit grew. Antiterrorism is costly.",
        flag="Antiterrorism",
        suggest="Counter-terrorism",
    ),
)
_EXPANDED = (
    Example(
        "The ICRC said so. The ICRC has a team.",
        "The International Committee of the Red Cross (ICRC) said so. The ICRC has a team.",
        options=_EXPAND,
    ),
    Example(
        "UNHCR said so.",
        "The Office of the United Nations High Commissioner for Refugees (UNHCR) said so.",
        options=_EXPAND,
    ),
    Example(
        "The International Committee of the Red Cross (ICRC) came. The International Committee of the Red Cross left.",
        "The International Committee of the Red Cross (ICRC) came. The ICRC left.",
        options=_EXPAND,
    ),
)

RULES = glossary_rules(default_termbase)
_CODES = frozenset(rule.code for rule in RULES)
