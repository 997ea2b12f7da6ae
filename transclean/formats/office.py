"""Files that are ZIP archives of XML: DOCX, ODT, EPUB. Their readers are imported when there is one to read."""

from __future__ import annotations

import importlib
from typing import Any

from transclean.formats import Container, Format


def _of_parts(name: str, suffixes: tuple[str, ...]) -> Format:
    """The format that the module `name` reads: with `unpack` and `pack` for the file, and `read` for its text."""

    def module() -> Any:
        return importlib.import_module(f"transclean.formats.{name}")

    return Format(
        name,
        suffixes,
        lambda text, details: module().read(text),
        container=Container(
            b"PK\x03\x04",
            lambda data: module().unpack(data),
            lambda data, text: module().pack(data, text),
        ),
    )


FORMATS = (
    _of_parts("docx", (".docx", ".docm", ".dotx")),
    _of_parts("odt", (".odt", ".ott")),
    _of_parts("epub", (".epub",)),
)
