"""The formats of XML. Their readers are imported when there is something to read.

What a file called .xml is, its root tells; one with a root that we do not know has no prose.
"""

from __future__ import annotations

import re

from transclean.formats import Details, Format, never
from transclean.formats.declared import in_xml
from transclean.formats.view import View

_XLIFF_FINAL = "xliff.final"
_TMX_LANGUAGE = "tmx.language"

_QT_FILE = r"(?:^|/)(?:translations?|i18n|locales?|lang|languages|ts)/[^/]*\.ts$|_[a-z]{2,3}(?:_[A-Z]{2})?\.ts$"
_ANDROID_FILE = r"(?:^|/)values(?:-[^/]+)?/[^/]*strings?[^/]*\.xml$"


def _read_xliff(text: str, details: Details) -> View:
    from transclean.formats.xliff import read_xliff

    return read_xliff(text, with_final=details.get(_XLIFF_FINAL) == "fix")


def _read_tmx(text: str, details: Details) -> View:
    from transclean.formats.tmx import read_tmx

    return read_tmx(text, details.get(_TMX_LANGUAGE))


def _read_qt(text: str, details: Details) -> View:
    """A file that is not Qt's is TypeScript, or video, and has no prose."""
    from transclean.formats.qt import read_qt
    from transclean.formats.xml_source import root_name

    return read_qt(text) if root_name(text) == "TS" else View(text, b"")


def _read_android(text: str, details: Details) -> View:
    from transclean.formats.android import read_android

    return read_android(text)


def _read_page(text: str, details: Details) -> View:
    from transclean.formats.html_reader import read_page

    return read_page(text)


def _read_any(text: str, details: Details) -> View:
    from transclean.formats.xml_source import root_name

    read = _BY_ROOT.get(root_name(text))
    return read(text, details) if read else View(text, b"")


def _read_nothing(text: str, details: Details) -> View:
    return View(text, b"")


_BY_ROOT = {"html": _read_page, "resources": _read_android, "tmx": _read_tmx, "TS": _read_qt, "xliff": _read_xliff}


def _is_qt_file(path: str) -> bool:
    return re.search(_QT_FILE, path) is not None


def _is_android_file(path: str) -> bool:
    return re.search(_ANDROID_FILE, path) is not None


FORMATS = (
    Format(
        "xliff", (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"), _read_xliff, details=(_XLIFF_FINAL,),
        declared=in_xml,
    ),
    Format("tmx", (".tmx",), _read_tmx, details=(_TMX_LANGUAGE,), declared=in_xml),
    # A termbase is what terms ought to be, whatever we think of them.
    Format("tbx", (".tbx",), _read_nothing, wanted=never, declared=in_xml),
    Format("qt", (".ts",), _read_qt, wanted=_is_qt_file, declared=in_xml),
    Format("android", ("strings.xml",), _read_android, wanted=_is_android_file, declared=in_xml),
    Format("xml", (".xml",), _read_any, wanted=_is_android_file, declared=in_xml),
)  # fmt: skip
