"""Putting an English noun where another one stood: what becomes of the articles before it and of its number.

`a FMI loan` -> `an IMF loan`, `the OTAN said` -> `NATO said`, `l'ONU` -> `the UN`, `two ONG from` -> `two NGOs from`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transclean.rules.english import PLURAL_BEFORE, article_is_its_own, ends_noun_phrase, indefinite_article

_ARTICLE = re.compile(r"(?<![\w'’-])(?:(?P<elided>[lL]['’])|(?P<word>an?|An?|AN?|the|The|THE)(?P<gap>\s+))\Z")
_REACH = 60
"""Characters before the noun that are looked at."""


@dataclass(frozen=True)
class Noun:
    """An English noun to put in. `has_article`: takes `the` as other nouns do; names such as NATO do not."""

    text: str
    has_article: bool = True
    countable: bool = False


def replace_noun(text: str, start: int, end: int, noun: Noun, *, plural: bool = False) -> tuple[int, int, str]:
    """What to replace in `text`, and by what, so that `noun` stands where characters `start` to `end` are.

    `plural`: what stands there is a plural; else a word such as `several` before it may make it one.
    """
    before = text[max(0, start - _REACH) : start]
    if noun.countable and not plural:
        plural = bool(PLURAL_BEFORE.search(before)) and ends_noun_phrase(text, end)
    written = noun.text + "s" if plural else noun.text
    article = _ARTICLE.search(before)
    if article is None:
        return start, end, written
    opening = start - len(article.group())
    if article["elided"]:
        the = "The " if article["elided"][0] == "L" else "the "
        return opening, end, the + written if noun.has_article else written
    word, gap = article["word"], article["gap"]
    if word.lower() == "the":
        if noun.has_article or not article_is_its_own(text, end):
            return start, end, written
        return opening, end, written[0].upper() + written[1:] if word[0] == "T" else written
    right = indefinite_article(written)
    if word.lower() == right:
        return start, end, written
    return opening, end, (right.capitalize() if word[0] == "A" else right) + gap + written
