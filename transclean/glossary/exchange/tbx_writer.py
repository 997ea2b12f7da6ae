"""Terms written as TBX-Basic: of 2019 in both styles, and of 2008.

Forms to replace are `deprecatedTerm`; forms to report `supersededTerm`, the nearest there is. What TBX-Basic has no
data category for, conditions above all, stands in notes that `tbx` reads back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from transclean.errors import GlossaryError
from transclean.glossary.exchange.pairs import Languages
from transclean.glossary.exchange.tbx import NOTE
from transclean.glossary.table import table_of
from transclean.glossary.term import Status, Term, Wording, is_acronym

_STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.REPLACE: "deprecatedTerm-admn-sts",
    Status.FLAG: "supersededTerm-admn-sts",
}
_PROPERTIES = ("requires", "requires_near", "unless", "unless_document", "write", "article", "case", "status")
# A name as XML wants it for an identifier.
_IDENTIFIER = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_MODELS = "https://raw.githubusercontent.com/LTAC-Global/"
_MODEL = '<?xml-model href="{}" type="application/xml" schematypens="http://{}"?>\n'


@dataclass(frozen=True)
class _Dialect:
    """How an edition names things; `category` holds the data categories' elements, by name, with their end tags."""

    opening: str
    header: str
    closing: str
    entry: str
    section: str
    term: str
    categories: dict[str, str]

    def category(self, name: str, value: str) -> str:
        opening = self.categories[name]
        return f"<{opening}>{_text(value)}</{opening.split()[0]}>"


_FILE = (
    "<fileDesc><titleStmt><title>Glossary</title></titleStmt>"
    "<sourceDesc><p>Written by transclean</p></sourceDesc></fileDesc>"
)
_ATTRIBUTES = {
    "subjectField": 'descrip type="subjectField"',
    "source": 'admin type="source"',
    "administrativeStatus": 'termNote type="administrativeStatus"',
    "termType": 'termNote type="termType"',
}
_DCT = _Dialect(
    opening=_MODEL.format(_MODELS + "TBX-Basic_dialect/master/DCT/TBX-Basic.nvdl",
                          "purl.oclc.org/dsdl/nvdl/ns/structure/1.0")
    + '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"'
    ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">\n',
    header=f"<tbxHeader>{_FILE}</tbxHeader>",
    closing="</tbx>\n",
    entry="conceptEntry",
    section="langSec",
    term="termSec",
    categories={
        "subjectField": "min:subjectField",
        "source": "basic:source",
        "administrativeStatus": "min:administrativeStatus",
        "termType": "basic:termType",
    },
)  # fmt: skip
_DCA = _Dialect(
    opening=_MODEL.format(_MODELS + "TBX_Core_RNG/master/TBXcoreStructV03.rng", "relaxng.org/ns/structure/1.0")
    + '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n',
    header=f"<tbxHeader>{_FILE}</tbxHeader>",
    closing="</tbx>\n",
    entry="conceptEntry",
    section="langSec",
    term="termSec",
    categories=_ATTRIBUTES,
)
_MARTIF = _Dialect(
    opening='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif type="TBX-Basic" xml:lang="en">\n',
    header=f'<martifHeader>{_FILE}<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>',
    closing="</martif>\n",
    entry="termEntry",
    section="langSet",
    term="tig",
    categories=_ATTRIBUTES,
)


def write_dct(terms: Sequence[Term], _languages: Languages) -> str:
    return _document(terms, _DCT)


def write_dca(terms: Sequence[Term], _languages: Languages) -> str:
    return _document(terms, _DCA)


def write_martif(terms: Sequence[Term], _languages: Languages) -> str:
    return _document(terms, _MARTIF)


def _document(terms: Sequence[Term], dialect: _Dialect) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', dialect.opening + dialect.header, "<text>", "<body>"]
    taken: set[str] = set()
    for term in terms:
        lines += _entry(term, dialect, _identifier(term, taken))
    return "\n".join([*lines, "</body>", "</text>", dialect.closing])


def _identifier(term: Term, taken: set[str]) -> str:
    """The term's id if it may be one in XML, and is the first in its case; else one made for it."""
    identifier = term.id
    if not _IDENTIFIER.fullmatch(identifier) or identifier in taken:
        identifier = f"term.{len(taken) + 1}"
        while identifier in taken:
            identifier += "_"
    taken.add(identifier)
    return identifier


def _entry(term: Term, dialect: _Dialect, identifier: str) -> Iterator[str]:
    yield f"<{dialect.entry} id={quoteattr(identifier)}>"
    if term.domain:
        yield "  " + dialect.category("subjectField", term.domain)
    if term.source:
        yield "  " + dialect.category("source", term.source)
    header, row = table_of([term])
    properties = {name: cell for name, cell in zip(header, row, strict=True) if name in _PROPERTIES}
    if identifier != term.id:
        properties["id"] = term.id
    for name, cell in properties.items():
        yield f"  <note>{NOTE}{name}: {_text(cell)}</note>"
    if term.note:
        yield f"  <note>{_text(term.note)}</note>"
    for language, wording in term.wordings.items():
        yield f"  <{dialect.section} xml:lang={quoteattr(language)}>"
        for form, status in wording.forms:
            yield "    " + _form(form, status, wording, dialect)
        yield f"  </{dialect.section}>"
    yield f"</{dialect.entry}>"


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _text(value: str) -> str:
    """`value` as the content of an element. Raises GlossaryError for a character that XML cannot hold."""
    found = _NOT_XML.search(value)
    if found:
        raise GlossaryError(f"{value!r}: TBX cannot hold the character U+{ord(found.group()):04X}")
    return escape(value)


def _form(form: str, status: Status, wording: Wording, dialect: _Dialect) -> str:
    abbreviation = form == wording.abbreviation and status is Status.ADMITTED
    kind = ("acronym" if is_acronym(form) else "abbreviation") if abbreviation else ""
    notes = dialect.category("administrativeStatus", _STATUSES[status])
    if kind:
        notes += dialect.category("termType", kind)
    return f"<{dialect.term}><term>{_text(form)}</term>{notes}</{dialect.term}>"
