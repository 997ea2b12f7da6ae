"""Documents open in LibreOffice after repairs, and show the same text but for these."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from transclean.batch.mend import Action, mend
from transclean.batch.walk import job_for
from transclean.config import Configuration

_SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_TO_TEXT = shutil.which("pdftotext")
# The tests must run with Python alone; that every other byte of a file stays as it was is tested without LibreOffice.
pytestmark = [
    pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(_TO_TEXT is None, reason="pdftotext is not installed"),
]

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"))
)


def _docx(body: str, header: str = "", footnote: str = "") -> dict[str, str]:
    """The parts of a Word document."""
    section = "<w:sectPr><w:headerReference w:type='default' r:id='h'/></w:sectPr>"
    notes = f'<w:footnote w:id="2">{_paragraph(footnote)}</w:footnote>'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{types}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("header1", "header"), ("footnotes", "footnotes"))
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="h" Type="{_OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="f" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}{section}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {_WORD}>{_paragraph(header)}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {_WORD}>{notes}</w:footnotes>",
    }


def _paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(run if run[:1] == '<' else _run(run) for run in runs)}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _odt(body: str, header: str = "") -> dict[str, str]:
    """The parts of an OpenDocument text."""
    kind = "application/vnd.oasis.opendocument.text"
    styles = "office:automatic-styles"
    layout = '<style:page-layout style:name="P"><style:header-style/></style:page-layout>'
    page = (
        f'<style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p>{header}</text:p>'
    )
    manifest = f'xmlns:manifest="{_ODF}:manifest:1.0"'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    return {
        "mimetype": kind,
        "META-INF/manifest.xml": f"<manifest:manifest {manifest}>{entries}</manifest:manifest>",
        "content.xml": f"<office:document-content {_ODF_NAMES}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF_NAMES}><{styles}>{layout}</{styles}>"
        f"<office:master-styles>{page}</style:header></style:master-page></office:master-styles></office:document-styles>",
    }


def _save(path: Path, parts: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)


def _assert_shows_repairs(folder: Path, documents: Mapping[str, Mapping[str, str]], repairs: Mapping[str, str]) -> None:
    """Each of `documents`, by file name, shows after repairs what it showed before, but for `repairs`."""
    before, after = [], []
    for name, parts in documents.items():
        before.append(folder / f"before-{name}")
        after.append(folder / f"after-{name}")
        _save(before[-1], parts)
        shutil.copy(before[-1], after[-1])
        configuration = Configuration({"source": "fr", "target": "en", "style": "us"})
        result = mend(job_for(str(after[-1]), 0, configuration), Action(write=True))
        assert (result.problem, result.changed) == ("", True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(_SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *before, *after]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for old, new in zip(before, after, strict=True):
        shown = _text(old)
        for wrong, right in repairs.items():
            shown = shown.replace(wrong, right)
        assert _text(new) == shown
        assert shown != _text(old)


def _text(document: Path) -> str:
    command = [str(_TO_TEXT), "-layout", str(document.with_suffix(".pdf")), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split())


def test_docx(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{_paragraph('Mme Petit &amp; sons')}</w:tc></w:tr></w:tbl>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>Mlle Gone </w:delText></w:r></w:del>'
    field = '<w:fldSimple w:instr=" REF x "><w:r><w:t>14h30</w:t></w:r></w:fldSimple>'
    over_runs = _paragraph("Mm", _run("e Dupont", "<w:b/>"), " left at ", _run("14", "<w:i/>"), "h30 for A &lt; B")
    documents = {
        "runs.docx": _docx(
            over_runs + _paragraph("On the 1", _run("er", '<w:vertAlign w:val="superscript"/>'), " June")
        ),
        "parts.docx": _docx(table + _paragraph("Mme Dupont", note, " came."), "Mme Martin", "Mme Durand"),
        "kept.docx": _docx(_paragraph(deleted, "Mme Dupont came at ", field, " to Paris.")),
    }
    repairs = {"Mme": "Ms.", "left at 14h30": "left at 2:30 p.m.", "the 1er June": "June 1"}
    _assert_shows_repairs(tmp_path, documents, repairs)


def test_odt(tmp_path: Path) -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>'
    note += "Mme Durand</text:p></text:note-body></text:note>"
    cell = "<table:table-cell><text:p>Mme Petit &amp; sons</text:p></table:table-cell>"
    table = f"<table:table><table:table-column/><table:table-row>{cell}</table:table-row></table:table>"
    documents = {
        "spans.odt": _odt(
            "<text:p>Mm<text:span>e Dupont</text:span> left at <text:span>14</text:span>h30<text:s text:c='3'/>for A"
            " &lt; B</text:p><text:h>On the 1<text:span>er</text:span> June</text:h>"
        ),
        "parts.odt": _odt(f"{table}<text:p>Mme Dupont{note} came.</text:p>", "Mme Martin"),
    }
    repairs = {"Mme": "Ms.", "left at 14h30": "left at 2:30 p.m.", "the 1er June": "June 1"}
    _assert_shows_repairs(tmp_path, documents, repairs)
