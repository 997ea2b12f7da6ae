"""Glossaries: what a term is, how a file of them is read, where they occur in a text."""

from __future__ import annotations

from transclean.glossary.term import Status, Term, Variant
from transclean.glossary.termbase import Termbase, default_termbase, load_termbase, shipped_glossary

__all__ = [
    "Status",
    "Term",
    "Termbase",
    "Variant",
    "default_termbase",
    "load_termbase",
    "shipped_glossary",
]
