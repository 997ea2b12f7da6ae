"""Errors with a message for a person. The command line prints them in one line and exits with 2."""

from __future__ import annotations


class TranscleanError(Exception):
    """Something the user can mend: a bad option, file, configuration or glossary."""


class ConfigError(TranscleanError):
    """A configuration file, option or rule code that cannot be used."""


class DecodeError(TranscleanError):
    """Bytes that are not text in any encoding we would dare to write back."""


class FormatError(TranscleanError):
    """A file that is not what its format says, so that prose in it cannot be told from the rest."""


class GlossaryError(TranscleanError):
    """A glossary that cannot be used, with the place and the reason."""
