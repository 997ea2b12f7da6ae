"""Protected spans: what no rule may touch, whatever it looks like.

Code, addresses, placeholders, tags, identifiers. A rule sees each protected character as `OPAQUE`, which is
neither a letter, a digit, a space nor punctuation; offsets stay the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from transclean.text.span import Span

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"

_EXTENSIONS = (
    "txt|md|py|js|ts|css|html?|xml|json|ya?ml|toml|ini|cfg|csv|tsv|pdf|docx?|xlsx?|pptx?|odt|jpe?g|png|gif|svg"
    "|mp[34]|zip|gz|tar|exe|sh|php|asp|srt|vtt|po|log|sql|rs|go|java|cpp|hpp"
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"

# Markdown code spans: a run of backquotes to the next run of the same length in the line. Not inside a word (don`t).
_TICKS = re.compile("`+")
_NO_OPENING_AFTER = re.compile(r"\w")
_NO_CLOSING_BEFORE = re.compile(r"[\w']")

# What must be in a text for a form to be worth looking for (any of the strings) -> the form.
_FORMS: tuple[tuple[tuple[str, ...], str], ...] = (
    # URLs. Trailing sentence punctuation is given back below.
    (("://",), r"\b(?:https?|ftps?|file|git|ssh|s3|irc)://[^\s<>\"“”«»`\uff01-\uff5e]+"),
    (("mailto:",), r"\bmailto:[^\s<>\"]+"),
    (("www.",), r"\bwww\.[\w-]+(?:\.[\w-]+)+[^\s<>\"“”«»`]*"),
    (("@",), r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+"),  # e-mail
    # Placeholders: Jinja, Python, shell, C, JavaScript, XLIFF, anonymisation masks.
    (("{",), r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|\$\{\w+\}|\{[A-Za-z_]\w*(?:[.:!][^{}\s]*)?\}|\{\d+\}"),
    (("%",), r"%(?:\d{1,3}\$)?[-+0#]{0,5}\d{0,9}(?:\.\d+)?(?:l{0,2}[sdiufgexXc])(?![\w%])|%\(\w+\)[sdifr]"),
    (("#",), r"#[A-Z][A-Z0-9_]*#"),
    (("<",), r"</?[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'<>]+))?)*\s*/?>"),
    # LaTeX; Windows paths.
    (("\\",), r"\\[A-Za-z]{2,}(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]*\})+|\b[A-Za-z]:\\[\w.\\-]*\w"),
    # Paths and file names.
    (("/",), r"(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.-]{1,255}/){0,64}[\w.-]{0,255}\w|(?<![\w/-])[\w-]+(?:/[\w-]+)+\.\w+"),
    (("..",), r"\.\./\w*|(?<![\w/-])[\w-]+/[\w-]*\.\.\w+"),
    ((".",), rf"(?<![\w.-])[\w-]{{1,64}}(?:\.[\w-]{{1,64}})*\.(?:{_EXTENSIONS})\b"),
    (("#", "@"), r"(?<![\w&#/])[#@](?=\w*[^\W\d_])\w+(?:-\w+)*"),  # hashtags and handles
    # Identifiers.
    (("ISBN", "ISSN", "doi:"), r"\bISBN(?:-1[03])?:? ?[\dX -]{9,17}[\dX]\b|\bISSN:? ?\d{4}-\d{3}[\dX]\b|\bdoi:\s?\S+"),
    (("-",), r"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b"),
)

# The same for what has figures in it, with what must be among the words with figures: most paragraphs have none.
_FORMS_WITH_FIGURES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (r"[A-Z]\d\d", (), r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"),  # IBAN
    (r"\+\d", (), r"(?<![\w.])\+\d{1,3}[ .()-]*\d(?:[ .()-]*\d){5,12}(?!\w)"),  # telephone, international
    (
        r"\d",
        ("Tel", "tel", "Tél", "tél", "hone", "Fax", "fax", "hatsApp"),
        r"\b(?:[Tt]el(?:ephone)?|[Tt]él|[Pp]hone|[Ff]ax|WhatsApp)\b\.?(?:: ?\d| ?\(?0)[\d ().-]{4,}\d",
    ),
    # IP address
    (r"\d\.\d{1,3}\.\d", (), rf"(?<![\w.]){_OCTET}(?:\.{_OCTET}){{3}}(?:\.\d+)*(?::\d+)?\b"),
    (
        r"\d\.\d",
        ("ersion", "elease", "ython", "Node", "node", "GCC", "gcc", "ISO", "RFC", "uild"),
        r"\b(?:[Vv]ersions?|[Rr]eleases?|[Pp]ython|[Nn]ode|GCC|gcc|ISO|RFC|[Bb]uild) ?\d+(?:\.\d+)+\b",
    ),
    (r"v\.?\d", (), r"\bv\.?\d+(?:\.\d+)+\b|\bv\d+\b"),
    (r"\d\.\d", ("v ", "v. "), r"\bv\.? \d+(?:\.\d+)+\b"),
    (r"0[xX]", (), r"\b0[xX][0-9a-fA-F]+\b"),
    (r"[0-9a-f]{12}", (), r"\b(?=[0-9a-f]{0,63}\d)(?=\d{0,63}[a-f])[0-9a-f]{12,64}\b"),  # hashes
    (r"\d-\d\d-\d", (), r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?\b"),  # ISO 8601
    # Chess moves: the figure and stop are a move number, not a German ordinal.
    (
        r"\d\.(?:[ .KQRBNOa-h]|\Z)",
        (),
        r"\b\d{1,3}\.(?:\.\.)? ?(?:[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8](?:=[QRBN])?|O-O(?:-O)?)[+#]?(?!\w)",
    ),
)

# File names cost a walk over every word: look for an ending first.
_ENDING = re.compile(rf"\.(?:{_EXTENSIONS})\b")

# What looking for a form may be spared for want of, beside its needles.
_SIGNS: dict[tuple[str, ...], re.Pattern[str]] = {(".",): _ENDING, ("-",): re.compile("-(?:[0-9a-fA-F]{4}-){3}")}
_FIRST = {needles: frozenset(needle[0] for needle in needles) for needles, _ in _FORMS}
"""The first characters of the needles: of what no text lacks most are seen to be absent by that."""

# Sentence punctuation at the end of an address belongs to the sentence.
_TRAILING = ".,;:!?'’\"”)]}*_"


@lru_cache(maxsize=64)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.DOTALL)


def protected_spans(text: str) -> list[Span]:
    """The protected spans of `text`, in order, not overlapping."""
    spans = code_spans(text) + _comments(text)
    for needles, form in _likely_forms(text):
        for match in _compiled(form).finditer(text):
            start, end = match.span()
            if needles in (("://",), ("www.",)):
                end = _without_trailing_punctuation(text, start, end)
            spans.append(Span(start, end))
    return joined(spans)


def _likely_forms(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The forms, with their needles, that may be in `text`."""
    characters = set(text)
    for needles, form in _FORMS:
        if not _FIRST[needles].isdisjoint(characters) and any(needle in text for needle in needles):
            sign = _SIGNS.get(needles)
            if sign is None or sign.search(text):
                yield needles, form
    if any(map(str.isdecimal, characters)):
        figures = " ".join([word for word in text.split() if not word.isalpha()])
        for gate, needles, form in _FORMS_WITH_FIGURES:
            if _compiled(gate).search(figures) and (not needles or any(needle in text for needle in needles)):
                yield needles, form


def _without_trailing_punctuation(text: str, start: int, end: int) -> int:
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start + 1 and text[end - 1] in _TRAILING:
        if text[end - 1] == ")":
            if surplus <= 0:
                break
            surplus -= 1
        end -= 1
    return end


def _comments(text: str) -> list[Span]:
    """The comments of HTML."""
    spans = []
    start = text.find("<!--")
    while start != -1:
        end = text.find("-->", start + 4)
        if end == -1:
            break
        spans.append(Span(start, end + 3))
        start = text.find("<!--", end + 3)
    return spans


def joined(spans: list[Span]) -> list[Span]:
    """`spans` in order, those that overlap or touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def code_spans(text: str) -> list[Span]:
    """The Markdown code spans of `text`: what also the rules that mend broken spans must not touch."""
    if "`" not in text:
        return []
    runs = [Span(*match.span()) for match in _TICKS.finditer(text)]
    closing: dict[int, list[int]] = defaultdict(list)  # length -> places
    for start, end in runs:
        if not _NO_CLOSING_BEFORE.match(text, end):
            closing[end - start].append(start)
    spans = []
    position = end_of_line = 0
    for start, end in runs:
        if start < position or (start > 0 and _NO_OPENING_AFTER.match(text, start - 1)):
            continue
        if end_of_line < end:
            end_of_line = text.find("\n", end)
            end_of_line = len(text) if end_of_line == -1 else end_of_line
        places = closing[end - start]
        index = bisect_left(places, end)
        if index < len(places) and places[index] < end_of_line:
            position = places[index] + end - start
            spans.append(Span(start, position))
    return spans


def mask(text: str, spans: list[Span]) -> str:
    """`text` with every character of `spans` (sorted, disjoint) made `OPAQUE`; the same length."""
    if not spans:
        return text
    parts = []
    position = 0
    for start, end in spans:
        parts.append(text[position:start])
        parts.append(OPAQUE * (end - start))
        position = end
    parts.append(text[position:])
    return "".join(parts)
