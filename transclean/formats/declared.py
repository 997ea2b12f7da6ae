"""The encoding that a file says it is in.

Each function looks at the first bytes of a file and gives the name in it, or None if there is none.
"""

from __future__ import annotations

import codecs
import re

_HEAD = 4096  # bytes; browsers look at 1024
_XML = rb"(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]{0,400}?\bencoding\s*=\s*[\"']([^\"'>]{1,40})"
_META = rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
_PO = rb"\"Content-Type:[^\"\n]{0,200}\bcharset=([\w.:-]{1,40})"
# What browsers read these as, which have all of their characters and more (encoding.spec.whatwg.org, 4.2).
_FOR_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "shift_jis": "cp932",
    "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip


def nowhere(data: bytes) -> str | None:
    """For formats in which no file says so."""
    return None


def in_xml(data: bytes) -> str | None:
    """That of the XML declaration."""
    found = re.match(_XML, data[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def in_html(data: bytes) -> str | None:
    """That of the XML declaration or of a `meta` element, by the Encoding Standard.

    By that, what calls itself Latin 1 is Windows-1252, and the like; and a name that is not known is none.
    """
    found = re.search(_META, data[:_HEAD], re.IGNORECASE)
    name = _codec(in_xml(data) or (found[1].decode("ascii") if found else ""))
    return _FOR_BROWSERS.get(name, name) if name else None


def in_po(data: bytes) -> str | None:
    """That of the header; a template has `CHARSET` there, which is none."""
    found = re.search(_PO, data[:_HEAD])
    return _codec(found[1].decode("ascii")) if found else None


def java_default(data: bytes) -> str | None:
    """A properties file that is not UTF-8 is Latin 1 (java.util.PropertyResourceBundle)."""
    return "iso-8859-1"


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
