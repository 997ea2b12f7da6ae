"""Glossaries: what a term is, how files of them are read and written, where they occur in a text."""

from __future__ import annotations

from transclean.glossary.term import ENGLISH, Status, Term, Variant, Wording
from transclean.glossary.termbase import Termbase, default_termbase, load_termbase

__all__ = [
    "ENGLISH",
    "Status",
    "Term",
    "Termbase",
    "Variant",
    "Wording",
    "default_termbase",
    "load_termbase",
]
