"""Bytes become text and go back to what they were."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.decode import BinaryError, check_encoding, decode, encode
from transclean.errors import ConfigError, DecodeError

FRENCH = "Le ministre a déclaré que l’élève était très fâché à Besançon, où il neigeait.\n" * 3
RUSSIAN = "Министр заявил, что переговоры продолжатся на следующей неделе в столице.\n" * 3
SPANISH = "El señor presidente habló mañana y niñez en la reunión de la organización, según dijo.\n" * 3
POLISH = "Prezydent powiedział, że rząd będzie musiał podjąć decyzję w sprawie świadczeń dla uchodźców.\n" * 3
TURKISH = "Cumhurbaşkanı yaptığı açıklamada ülkenin geleceği için çalıştıklarını söyledi.\n" * 3


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if b"\0" not in data and not data.startswith((codecs.BOM_UTF8, b"%PDF-", b"PK", b"{\\rtf")):
        decoded = decode(data)
        assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_byte_order_mark_decides_and_is_kept(encoding: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    data = mark + "é 中 😀\r\n".encode(encoding)
    decoded = decode(data)
    assert decoded.text == "é 中 😀\r\n"
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (FRENCH.replace("’", "'"), "mac_roman"),
        (SPANISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        ("他说，会议将于下周举行，各国代表都会出席。\n" * 3, "gb18030"),
    ],
)
def test_legacy_encodings_are_told_apart(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.legacy
    assert decoded.guessed


def test_legacy_becomes_utf8_unless_it_is_to_be_kept() -> None:
    data = FRENCH.encode("cp1252")
    decoded = decode(data)
    assert encode(decoded.text, decoded) == FRENCH.encode()
    assert encode(decoded.text, decoded, keep_encoding=True) == data


def test_a_character_that_the_encoding_lacks_is_an_error() -> None:
    decoded = decode(FRENCH.encode("cp1252"), "cp1252")
    with pytest.raises(DecodeError, match=r"U\+4E2D.*cp1252"):
        encode(decoded.text + "中", decoded, keep_encoding=True)


def test_the_users_encoding_is_for_what_is_not_utf8() -> None:
    assert decode(RUSSIAN.encode("cp866"), "cp866").text == RUSSIAN
    assert decode("é".encode(), "cp1252").text == "é"
    assert decode("日本".encode("iso2022_jp"), "iso2022_jp").text == "日本"
    with pytest.raises(DecodeError):
        decode(b"\x81\x8d", "cp1252")


def test_damaged_utf8_is_not_guessed_at() -> None:
    with pytest.raises(DecodeError, match="UTF-8 but for 1 bad bytes, the first in line 2"):
        decode("déjà vu\n".encode() + b"\xff" + "été à Besançon".encode())


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"%PDF-1.7\n", b"PK\x03\x04", bytes(range(1, 256)) * 20, b"abc\0def"]
)
def test_binary_files_are_no_text(data: bytes) -> None:
    with pytest.raises(BinaryError):
        decode(data)


def test_unknown_encoding_names_the_nearest() -> None:
    assert check_encoding("latin-1") == "iso8859-1"
    with pytest.raises(ConfigError, match="did you mean utf"):
        check_encoding("utf-88")
    with pytest.raises(ConfigError):
        check_encoding("rot13")  # a codec, but no encoding of text
