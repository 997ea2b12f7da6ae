"""transclean: the fixer for translated text.

>>> import transclean
>>> transclean.fix_text("from May 26 to 1er June")
'from May 26 to June 1'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transclean._version import __version__

if TYPE_CHECKING:
    from transclean.api import Edit, Finding, Result, check, detect, fix, fix_text
    from transclean.detection import Detection

__all__ = ["Detection", "Edit", "Finding", "Result", "__version__", "check", "detect", "fix", "fix_text"]


def __getattr__(name: str) -> Any:
    """Import the interface when it is first used: the command line starts without it."""
    if name in __all__:
        from transclean import api, detection

        return getattr(detection if name == "Detection" else api, name)
    raise AttributeError(f"module 'transclean' has no attribute {name!r}")
