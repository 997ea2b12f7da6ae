"""Formats known not to be prose: nothing in them is touched."""

from __future__ import annotations

from transclean.formats import Details, Format, never
from transclean.formats.view import View


def _read(text: str, details: Details) -> View:
    return View(text, b"")


FORMATS = (Format("python", (".py", ".pyi"), _read, wanted=never),)
