"""Lists of names, as formats have many."""

from __future__ import annotations


def names(listed: str) -> frozenset[str]:
    """The names in `listed`, which has spaces between them."""
    return frozenset(listed.split())
