"""Words that lose their last vowel before another: French l'homme, Italian dell'anno, Irish O'Hara, English ma'am."""

from __future__ import annotations

from typing import Final

from transclean.rules.tables import word_set

_ELIDED: Final = word_set(
    "l d j m t s c n qu jusqu lorsqu puisqu quelqu aujourd un quest dell dall nell sull all o y ma"
)


def is_elided(word: str) -> bool:
    """Whether `word` is one that stands before an apostrophe and a vowel."""
    return word.lower() in _ELIDED
