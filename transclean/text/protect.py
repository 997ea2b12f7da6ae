"""Protected spans: what no rule may touch, whatever it looks like.

Code, addresses, placeholders, tags, identifiers. A rule sees each protected character as `OPAQUE`, which is
neither a letter, a digit, a space nor punctuation; offsets stay the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transclean.text.span import Span

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"

# Order matters where one form contains another: the first alternative that matches at a place wins.
_FORMS: tuple[str, ...] = (
    # Markdown code spans: a run of backquotes to the next run of the same length. Not inside a word (don`t).
    r"(?<![\w`])(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?![\w`'])",
    # URLs. Trailing sentence punctuation is given back below.
    r"\b(?:https?|ftps?|file|mailto|git|ssh|s3|irc)://[^\s<>\"“”«»`\uff01-\uff5e]+",
    r"\bwww\.[\w-]+(?:\.[\w-]+)+[^\s<>\"“”«»`]*",
    r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+",  # e-mail
    # Placeholders: Jinja, Python, shell, C, JavaScript, XLIFF, anonymisation masks.
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|\$\{\w+\}|\{[A-Za-z_]\w*(?:[.:!][^{}\s]*)?\}|\{\d+\}",
    r"%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:l{0,2}[sdiufgexXc])(?![\w%])|%\(\w+\)[sdifr]",
    r"#[A-Z][A-Z0-9_]*#",
    r"</?[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'<>]+))?)*\s*/?>|<!--.*?-->",
    r"\\[A-Za-z]{2,}(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})+",  # LaTeX
    # Paths and file names.
    r"\b[A-Za-z]:\\[\w.\\-]+|(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.-]+/)*[\w.-]*\w|\.\./\w*",
    r"\b[\w-]+(?:/[\w-]+)+\.\w+|\b[\w-]+/[\w-]*\.\.\w+",
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:txt|md|py|js|ts|css|html?|xml|json|ya?ml|toml|ini|cfg|csv|tsv|pdf|docx?|xlsx?|pptx?"
    r"|odt|jpe?g|png|gif|svg|mp[34]|zip|gz|tar|exe|sh|php|asp|srt|vtt|po|log|sql|rs|go|java|cpp|hpp)\b",
    r"(?<![\w&#/])[#@](?=\w*[^\W\d_])\w+(?:-\w+)*",  # hashtags and handles
    # Identifiers.
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",  # IBAN
    r"\bISBN(?:-1[03])?:? ?[\dX -]{9,17}[\dX]\b|\bISSN:? ?\d{4}-\d{3}[\dX]\b|\bdoi:\s?\S+",
    r"(?<![\w.])\+\d{1,3}[ .()-]*\d(?:[ .()-]*\d){5,12}(?![\w])",  # telephone, international
    r"(?i:\b(?:tel|phone|fax|tél|call|whatsapp)\.?:? ?)\(?0?\d[\d ().-]{4,}\d",
    r"\b(?:\d{1,3}\.){3}\d{1,3}(?:\.\d+)*(?::\d+)?\b",  # IP address
    r"(?i:\b(?:version|release|v|python|node|gcc|iso|rfc|build)\.? ?)\d+(?:\.\d+)+\b|\bv\d+\b",
    r"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b|\b0[xX][0-9a-fA-F]+\b",
    r"\b(?=\w*\d)(?=\w*[a-f])[0-9a-f]{12,64}\b",  # hashes
    r"\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?\b",  # ISO 8601
    # Chess moves: the figure and stop are a move number, not a German ordinal.
    r"\b\d{1,3}\.(?:\.\.)? ?(?:[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8](?:=[QRBN])?|O-O(?:-O)?)[+#]?(?![\w])",
)

# Sentence punctuation at the end of an address belongs to the sentence.
_TRAILING = ".,;:!?'’\"”)]}*_"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_FORMS), re.DOTALL)


def protected_spans(text: str) -> list[Span]:
    """The protected spans of `text`, in order, not overlapping."""
    spans = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        found = match.group()
        if "://" in found or found.startswith("www."):
            while end > start and text[end - 1] in _TRAILING:
                if text[end - 1] == ")" and "(" in text[start : end - 1]:
                    break
                end -= 1
        if end > start:
            spans.append(Span(start, end))
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
