"""Files that say which encoding they are in are read by it, and stay in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from transclean.batch.mend import Action, Result, mend
from transclean.batch.walk import job_for
from transclean.config import Configuration
from transclean.decode import decode, encode
from transclean.errors import DecodeError

XML = '<?xml version="1.0" encoding="{}"?>\n<resources>\n<string name="a">{}</string>\n</resources>\n'
HTML = '<html><head><meta charset="{}"></head>\n<body><p>{}</p></body></html>\n'
LONG_HTML = '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>{}</p>\n'
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n\nmsgid "a"\nmsgstr "{}"\n'
BEFORE, AFTER = "Café: Mme Dupont paid 50 €.", "Café: Ms. Dupont paid {}50."


def mended(path: Path, data: bytes, **options: object) -> Result:
    """`path` with `data`, a translation from French, after `fix`."""
    path.write_bytes(data)
    configuration = Configuration({"source": "fr", "target": "en", "style": "us", **options})
    return mend(job_for(str(path), len(data), configuration), Action(write=True))


@pytest.mark.parametrize(
    ("name", "page", "encoding", "euro"),
    [
        ("strings.xml", XML, "windows-1252", "&#8364;"),
        ("strings.xml", XML, "ISO-8859-15", "&#8364;"),
        ("a.html", HTML, "windows-1252", "&euro;"),
        ("a.html", LONG_HTML, "iso-8859-1", "&euro;"),  # which means Windows-1252 there
        ("a.po", PO, "CP1252", "€"),
    ],
)
def test_the_encoding_stays(tmp_path: Path, name: str, page: str, encoding: str, euro: str) -> None:
    path = tmp_path / name
    codec = "cp1252" if encoding == "iso-8859-1" else encoding
    for form, after in ((BEFORE, AFTER.format(euro)), ("Cafe, Mme Dupont.", "Cafe, Ms. Dupont.")):
        result = mended(path, page.format(encoding, form).encode(codec))
        assert (result.problem, result.notice) == ("", "")
        assert path.read_bytes() == page.format(encoding, after).encode(codec)


def test_references_stand_for_what_the_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "strings.xml"
    mended(path, XML.format("iso-8859-1", "Café: Mme Dupont paid 50 &#8364;.").encode("latin-1"))
    assert path.read_bytes() == XML.format("iso-8859-1", AFTER.format("&#8364;")).encode("latin-1")


def test_without_references_the_file_is_left_alone() -> None:
    decoded = decode(PO.format("ISO-8859-1", "Café").encode("latin-1"), declared="iso-8859-1")
    with pytest.raises(DecodeError, match=r"'€' \(U\+20AC\) does not exist in iso8859-1.*says"):
        encode(decoded.text.replace("Café", "€"), decoded)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (
            "strings.xml",
            XML.format("klingon", "Café Mme Dupont.").encode("latin-1"),
            "encoding 'klingon', which there is not",
        ),
        (
            "strings.xml",
            XML.format("rot13", "Café Mme Dupont.").encode("latin-1"),
            "encoding 'rot13', which there is not",
        ),
        ("strings.xml", XML.format("utf-16", "Café Mme Dupont.").encode("latin-1"), "is in utf-16, and is not"),
        ("strings.xml", XML.format("UTF-8", "Café Mme Dupont.").encode("latin-1"), "is not utf-8, at byte"),
        ("strings.xml", XML.format("idna", "Mme Dupont.").encode(), "'idna', which there is not"),
        (
            "strings.xml",
            XML.format("unicode_escape", "Mme Dupont \\u00e9").encode(),
            "'unicode_escape', which there is not",
        ),
        ("a.html", HTML.format("Shift_JIS", "Mme \x81").encode("latin-1"), "is not cp932, at byte"),
    ],
)
def test_what_is_not_so_is_said_in_one_line(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    result = mended(tmp_path / name, data)
    assert problem in result.problem
    assert "\n" not in result.problem
    assert (tmp_path / name).read_bytes() == data


def test_utf8_is_utf8_whatever_it_says(tmp_path: Path) -> None:
    path = tmp_path / "strings.xml"
    mended(path, XML.format("iso-8859-1", BEFORE).encode())
    assert path.read_bytes() == XML.format("iso-8859-1", AFTER.format("&#8364;")).encode()


def test_the_user_knows_better(tmp_path: Path) -> None:
    path = tmp_path / "strings.xml"
    data = XML.format("UTF-8", "Café, Mme Dupont.").encode("cp1252")
    assert mended(path, data, encoding="cp1252").problem == ""
    assert path.read_bytes() == XML.format("UTF-8", "Café, Ms. Dupont.").encode()
    mended(path, data, encoding="cp1252", keep_encoding=True)
    assert path.read_bytes() == XML.format("UTF-8", "Café, Ms. Dupont.").encode("cp1252")


def test_properties_are_latin_1_or_utf8(tmp_path: Path) -> None:
    path = tmp_path / "messages_en.properties"
    mended(path, "a = Café, Mme Dupont paid 50 EUR\n".encode("latin-1"))
    assert path.read_bytes().startswith("a = Café, Ms. Dupont paid".encode("latin-1"))
