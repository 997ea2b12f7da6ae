"""What the typography and the small words of a language are: one data file a language, the rest from CLDR."""

from __future__ import annotations

from transclean.locales.locale import Locale, load_locale, source_locales

__all__ = ["Locale", "load_locale", "source_locales"]
