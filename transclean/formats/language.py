"""Language codes, as files give them."""

from __future__ import annotations

import re

_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_@.-]+)?\s*")


def primary(code: str | None) -> str | None:
    """The language of a code such as `pt-BR` or `pt_BR`, in lower case; None for one that names no language."""
    match = _CODE.fullmatch(code or "")
    language = match[1].lower() if match else None
    return None if language in ("und", "mul", "zxx", "mis") else language
