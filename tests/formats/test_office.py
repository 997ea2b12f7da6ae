"""DOCX, ODT and EPUB: what is prose in them, and that all else stays, byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import transclean
from tests.formats.checks import FRENCH, assert_faithful, files_of, prose_of, view_of
from tests.formats.sentence import AFTER, BEFORE
from transclean.errors import FormatError
from transclean.formats import Container, format_named

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_MAIN}.footnotes+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_MAIN}.comments+xml"/></Types>'
)
_CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
_PACKAGE = (
    '<package><manifest><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="a%20a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="c" href="c.css" media-type="text/css"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def _zipped(parts: Mapping[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 58))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o640 << 16
            info.comment = name.encode()
            archive.writestr(info, content)
        archive.comment = b"of the whole"
    return file.getvalue()


def _docx(body: str, **parts: str) -> bytes:
    document = f'<?xml version="1.0" encoding="UTF-8"?>\r\n<w:document {_W}><w:body>{body}</w:body></w:document>'
    return _zipped(
        {"[Content_Types].xml": _TYPES, "word/document.xml": document, "word/media/a.png": b"\x89PNG", **parts}
    )


def _odt(body: str) -> bytes:
    head = f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" xmlns:style="{_OFFICE}:style:1.0"'
    head += f' xmlns:draw="{_OFFICE}:drawing:1.0"'
    content = f"<office:document-content {head}>{body}</office:document-content>"
    kind = "application/vnd.oasis.opendocument.text"
    return _zipped({"mimetype": kind, "content.xml": content, "Thumbnails/t.png": b"\x89PNG"}, stored=("mimetype",))


def _epub(page: str, other: str = "<html><body><p>Other</p></body></html>", **parts: str) -> bytes:
    pages = {"OEBPS/b.xhtml": other, "OEBPS/a a.xhtml": page, "OEBPS/c.css": "Mme", **parts}
    head = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER, "OEBPS/book.opf": _PACKAGE}
    return _zipped({**head, **pages}, stored=("mimetype",))


def _run(content: str) -> str:
    return f"<w:r>{content if content[:1] == '<' else f'<w:t>{content}</w:t>'}</w:r>"


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(map(_run, runs))}</w:p>"


def _container(name: str) -> Container:
    container = format_named(name).container
    assert container is not None
    return container


def _prose(name: str, data: bytes) -> list[str]:
    text = _container(name).unpack(data)
    assert_faithful(view_of(name, text))
    return prose_of(name, text)


def _fixed(name: str, data: bytes) -> bytes:
    container = _container(name)
    text = transclean.fix(container.unpack(data), format=name, **FRENCH).text  # type: ignore[arg-type]
    return container.pack(data, text)


def _part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("docx", _docx(_paragraph(BEFORE)), "word/document.xml"),
        ("docx", _docx("", **{"word/footnotes.xml": f"<w:f {_W}>{_paragraph(BEFORE)}</w:f>"}), "word/footnotes.xml"),
        ("odt", _odt(f"<text:h>{BEFORE}</text:h>"), "content.xml"),
        ("epub", _epub(f"<html><body><p>{BEFORE}</p></body></html>"), "OEBPS/a a.xhtml"),
    ],
)
def test_only_what_changes_changes(name: str, data: bytes, part: str) -> None:
    fixed = _fixed(name, data)
    assert _part(fixed, part) == _part(data, part).replace(BEFORE, AFTER)
    before, after = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(fixed))
    assert after.testzip() is None
    assert after.comment == before.comment
    assert [info.filename for info in before.infolist()] == [info.filename for info in after.infolist()]
    for one, other in zip(before.infolist(), after.infolist(), strict=True):
        what = ("date_time", "compress_type", "external_attr", "comment", "extra", "create_version")
        assert [getattr(one, key) for key in what] == [getattr(other, key) for key in what]
        if one.filename != part:
            length = 30 + len(one.filename) + one.compress_size
            assert (
                data[one.header_offset : one.header_offset + length]
                == fixed[other.header_offset : other.header_offset + length]
            )
    assert _fixed(name, fixed) == fixed


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
def test_without_edits_the_file_is_the_same(name: str) -> None:
    data = {"docx": _docx(_paragraph("x")), "odt": _odt("<text:p>x</text:p>"), "epub": _epub("<p>x</p>")}[name]
    container = _container(name)
    assert container.pack(data, container.unpack(data)) is data


@pytest.mark.parametrize(
    ("body", "prose"),
    [
        (_paragraph("Mm", "e Dupont") + _paragraph("Two"), ["Mme Dupont", "Two"]),
        (_paragraph("a", "<w:tab/>", "b", "<w:br/><w:t>c</w:t>"), ["a<b<c"]),
        (_paragraph(" a ", "<w:rPr><w:vanish/></w:rPr><w:t>Mme</w:t>", "b"), ["a b"]),
        (_paragraph("a ", '<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t>'), ["a b"]),
        (f"<w:p><w:del><w:r><w:delText>Mme</w:delText></w:r></w:del><w:ins>{_run('a')}</w:ins></w:p>", ["a"]),
        (f"<w:p><w:moveFrom>{_run('Mme')}</w:moveFrom>{_run('a')}</w:p>", ["a"]),
        (_paragraph("a ", '<w:rPr><w:rStyle w:val="VerbatimChar"/></w:rPr><w:t>Mme</w:t>', " b"), ["a < b"]),
        ('<w:p><w:pPr><w:pStyle w:val="SourceCode"/></w:pPr><w:r><w:t>Mme</w:t></w:r></w:p>', []),
        (f'<w:p><w:fldSimple w:instr=" DATE ">{_run("14h30")}</w:fldSimple>{_run("b")}</w:p>', ["<b"]),
        (f"<w:p><w:hyperlink>{_run('M')}</w:hyperlink>{_run('me')}</w:p>", ["Mme"]),
        (_paragraph("a ", f"<w:drawing><w:txbxContent>{_paragraph('In')}</w:txbxContent></w:drawing>", " b"),
         ["In", "a < b"]),
        ('<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>', ["a"]),
        ("<w:p/><w:p><w:r><w:t/></w:r></w:p>", []),
    ],
)  # fmt: skip
def test_docx(body: str, prose: list[str]) -> None:
    assert _prose("docx", _docx(body)) == prose


@pytest.mark.parametrize(("instruction", "prose"), [('HYPERLINK "x"', ["see 14h30 b"]), ("REF a", ["see < b"])])
def test_docx_fields(instruction: str, prose: list[str]) -> None:
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    code = f"<w:instrText> {instruction} </w:instrText>"
    assert _prose("docx", _docx(_paragraph("see ", marks[0], code, marks[1], "14h30", marks[2], " b"))) == prose


def test_docx_edits_over_runs_take_the_first_format() -> None:
    bold = "<w:rPr><w:b/></w:rPr><w:t>1er</w:t>"
    fixed = _part(_fixed("docx", _docx(_paragraph("on the ", bold, " June", " he came"))), "word/document.xml")
    runs = [run for run in ElementTree.fromstring(fixed).iter() if run.tag.endswith("}r")]
    assert ["".join(run.itertext()) for run in runs] == ["on June 1", "", "", " he came"]


def test_docx_spaces_that_come_to_the_edge_are_kept() -> None:
    fixed = _part(_fixed("docx", _docx(_paragraph("Mme", " Dupont at 14h30", " came"))), "word/document.xml")
    text = "".join(ElementTree.fromstring(fixed).itertext())
    assert text == "Ms. Dupont at 2:30 p.m. came"
    from transclean.formats.docx import pack

    data = _docx(_paragraph("a b", "c"))
    joined = _container("docx").unpack(data)
    packed = pack(data, joined.replace("<w:t>a b</w:t>", "<w:t> b</w:t>"))
    assert '<w:t xml:space="preserve"> b</w:t>' in _part(packed, "word/document.xml")
    assert "<w:t>c</w:t>" in _part(packed, "word/document.xml")


@pytest.mark.parametrize(
    ("body", "prose"),
    [
        ("<text:p>a<text:span>b</text:span> <text:a>c</text:a></text:p><text:h>d</text:h>", ["ab c", "d"]),
        ('<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>', ["a<b<c<d"]),
        ("<text:p>see <text:page-number>14</text:page-number> and <text:bookmark-ref>x</text:bookmark-ref></text:p>",
         ["see < and <"]),
        ("<text:p>a<text:bookmark-start/>b<text:soft-page-break/>c</text:p>", ["abc"]),
        ("<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In</text:p>"
         "</text:note-body></text:note> b</text:p>", ["In", "a< b"]),
        ("<text:p>a<office:annotation><text:p>Mme</text:p></office:annotation> b</text:p>", ["a b"]),
        ("<text:tracked-changes><text:p>Mme</text:p></text:tracked-changes><text:p>a</text:p>", ["a"]),
        ('<style:style style:name="T1" style:parent-style-name="Source_20_Text"/>'
         '<text:p>a <text:span text:style-name="T1">Mme</text:span></text:p>', ["a <"]),
        ('<text:p text:style-name="Preformatted_20_Text">Mme</text:p>', []),
        ("<text:p>a<draw:frame><draw:text-box><text:p>In</text:p></draw:text-box></draw:frame></text:p>", ["In", "a<"]),
    ],
)  # fmt: skip
def test_odt(body: str, prose: list[str]) -> None:
    assert _prose("odt", _odt(body)) == prose


def test_notes_within_a_sentence_are_repaired_in_place() -> None:
    note = "<text:note><text:note-body><text:p>Mme A.</text:p></text:note-body></text:note>"
    data = _odt(f"<text:p>Mme Dupont{note} came at 14h30.</text:p>")
    assert _part(_fixed("odt", data), "content.xml").replace("Ms.", "Mme").replace("2:30 p.m.", "14h30.") == _part(
        data, "content.xml"
    )


def test_epub() -> None:
    page = '<html lang="en"><head><title>One</title></head><body><p/><p>Two <b>three</b></p></body></html>'
    assert _prose("epub", _epub(page)) == ["One", "Two three", "Other"]
    assert _prose("epub", _epub(page, '<html lang="fr"><body><p>Mme</p></body></html>')) == ["One", "Two three"]


def test_epub_2_contents() -> None:
    label = "<ncx><text>Mme Dupont</text><navLabel><text> On the 1er June &amp;c.</text></navLabel></ncx>"
    item = '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    package = _PACKAGE.replace("<spine>", "<spine toc='n'>").replace("</manifest>", f"{item}</manifest>")
    data = _epub("<html lang='en'><body><p>x</p></body></html>", **{"OEBPS/book.opf": package, "OEBPS/toc.ncx": label})
    assert _prose("epub", data) == ["x", "Other", "Mme Dupont", "On the 1er June &c."]
    assert _part(_fixed("epub", data), "OEBPS/toc.ncx") == label.replace("Mme", "Ms.").replace("the 1er June", "June 1")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("docx", b"PK\x03\x04", "damaged"),
        ("docx", b"plain", "not a ZIP"),
        ("docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted"),
        ("docx", _docx(_paragraph("x"))[:-200], "damaged"),
        ("docx", _zipped({"a": "b"}), "Content_Types"),
        ("docx", _zipped({"[Content_Types].xml": "<Types/>"}), "not a Word document"),
        ("docx", _zipped({"[Content_Types].xml": _TYPES, "../x": ""}), "not to be trusted"),
        ("docx", _zipped({"[Content_Types].xml": _TYPES, "/x": ""}), "not to be trusted"),
        ("docx", _zipped({"[Content_Types].xml": _TYPES, "word/document.xml": " " * 3_000_000}), "packed too well"),
        ("docx", _zipped({"[Content_Types].xml": _TYPES, "word/document.xml": b"\xff"}), "not UTF-8"),
        ("odt", _zipped({"mimetype": "application/zip"}), "not an OpenDocument text"),
        ("odt", _zipped({"mimetype": "application/vnd.oasis.opendocument.text",
                         "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted"),
        ("epub", _zipped({"a": "b"}), "not an EPUB"),
        ("epub", _epub("<p/>", **{"META-INF/encryption.xml": '<e><c URI="OEBPS/b.xhtml"/></e>'}), "encrypted"),
        ("epub", _zipped({"META-INF/container.xml": "<container>"}), "container.xml: line 1"),
    ],
)  # fmt: skip
def test_what_is_refused(name: str, data: bytes, problem: str) -> None:
    with pytest.raises(FormatError, match=problem):
        _container(name).unpack(data)


def test_encrypted_members_are_refused() -> None:
    data = bytearray(_docx(_paragraph("x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FormatError, match="encrypted"):
        _container("docx").unpack(bytes(data))


def test_signed_files_stay() -> None:
    data = _docx(_paragraph(BEFORE), **{"_xmlsignatures/sig1.xml": "<x/>"})
    with pytest.raises(FormatError, match="signed"):
        _fixed("docx", data)


@pytest.mark.parametrize(
    ("part", "problem"),
    [("<w:document>", "word/document.xml: line 2"), ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', "declares an entity")],
)
def test_broken_parts_are_refused(part: str, problem: str) -> None:
    text = f"word/document.xml\n\n{part}"
    with pytest.raises(FormatError, match=problem):
        view_of("docx", text)


def test_deep_nesting_is_read() -> None:
    deep = "<w:sdt>" * 10_000 + _paragraph("Mme Dupont") + "</w:sdt>" * 10_000
    assert "Ms. Dupont" in _part(_fixed("docx", _docx(deep)), "word/document.xml")


_RUNS = ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:r><w:t>", "</w:t></w:r>", "<w:tab/>", "<w:p><w:r><w:t>"]
_SPANS = ["<text:p>", "</text:p>", "<text:span>", "</text:span>", "<text:s/>", "<text:note>", "</text:note>"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.one_of(
        files_of(_RUNS), st.lists(st.sampled_from(["Mme", " 1er", " June", "14h30 "])).map(lambda r: _paragraph(*r))
    )
)
def test_any_docx(body: str) -> None:
    _assert_sound("docx", _docx(body))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(files_of(_SPANS))
def test_any_odt(body: str) -> None:
    _assert_sound("odt", _odt(body))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(["docx", "odt", "epub"]), st.binary(), st.integers(0, 2_000))
def test_any_bytes(name: str, noise: bytes, place: int) -> None:
    """Damage anywhere in a file is refused in one line, or does no harm."""
    data = {"docx": _docx(_paragraph("x")), "odt": _odt("<text:p>x</text:p>"), "epub": _epub("<p>x</p>")}[name]
    _assert_sound(name, data[:place] + noise + data[place + len(noise) :])


def _assert_sound(name: str, data: bytes) -> None:
    try:
        text = _container(name).unpack(data)
        assert_faithful(view_of(name, text))
        fixed = _fixed(name, data)
        again = _fixed(name, fixed)
    except FormatError as error:
        again = fixed = b""
        message = str(error)
    else:
        message = ""
    assert again == fixed
    assert "\n" not in message
