"""Glossaries in other tools' formats: what is written reads back equal, and what is broken says where."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transclean.errors import GlossaryError
from transclean.glossary import Term, Wording, load_termbase
from transclean.glossary.exchange import FORMATS, guess_format, read_glossary
from transclean.glossary.exchange.tbx_writer import write_dca, write_dct, write_martif
from transclean.pipeline import Settings, engine_for

TERMS = (
    Term(
        "ohchr",
        {
            "en": Wording("Office for Rights", "OHR", ("Rights Office",), ("Rights Bureau", "HCDH"), ("RO",)),
            "fr": Wording("Bureau des droits", "BDD", ("Bureau pour les droits",), ("Office des droits",), ()),
            "zh": Wording("权利办公室"),
        },
        requires=("Geneva", "rights"),
        requires_near=("UN",),
        unless=("{name} Office",),
        unless_document=("tax", "a < b & c"),
        abbreviate=True,
        no_article=True,
        domain="body",
        note="A note & more <b>.",
        source="knowledge",
    ),
    Term("gizmo", {"en": Wording("gizmo")}, exact_case=True, keep=True),
    Term("=odd id", {"en": Wording("plus+one", replace=("+1", "-ism", "@home", "=x")), "de": Wording("Plus")}),
)  # fmt: skip
FULL = ("tsv", "csv", "tbx", "tbx-dca", "tbx-2008")


def _written(folder: Path, name: str, terms: tuple[Term, ...] = TERMS, languages: tuple[str, str] = ("", "en")) -> Path:
    path = folder / f"glossary.{'tsv' if name in ('tsv', 'list') else 'tbx' if 'tbx' in name else 'csv'}"
    path.write_text(FORMATS[name].write(terms, languages), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FULL)
def test_a_full_format_reads_back_equal(tmp_path: Path, name: str) -> None:
    path = _written(tmp_path, name)
    reading = read_glossary(str(path))
    assert not reading.problems
    assert tuple(term for _, term in reading.terms) == TERMS


_WORDS = st.text("abcXYZé'&<>\"=+-@,; ", min_size=1, max_size=12).map(str.strip).filter(bool)
_FORMS = st.lists(_WORDS, max_size=3, unique=True).map(tuple)


_WORDINGS = st.builds(Wording, _WORDS, st.just(""), admitted=_FORMS, replace=_FORMS, flag=_FORMS)


@given(st.lists(_WORDINGS, min_size=1, max_size=4), st.sampled_from(FULL))
def test_any_terms_read_back_equal(wordings: list[Wording], name: str) -> None:
    from tempfile import TemporaryDirectory

    clean = [Wording(*(_single(part) for part in wording)) for wording in wordings]
    terms = tuple(Term(f"t{number}", {"en": wording}) for number, wording in enumerate(clean))
    with TemporaryDirectory() as folder:
        path = _written(Path(folder), name, terms)
        assert tuple(term for _, term in read_glossary(str(path), name).terms) == terms


def _single(part: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """With white space as XML has it: single."""
    return " ".join(part.split()) if isinstance(part, str) else tuple(dict.fromkeys(" ".join(p.split()) for p in part))


@pytest.mark.parametrize("name", FULL)
def test_the_shipped_glossary_goes_through_every_full_format(tmp_path: Path, name: str) -> None:
    terms = load_termbase(()).terms
    path = _written(tmp_path, name, terms)
    assert tuple(term for _, term in read_glossary(str(path)).terms) == terms


@pytest.mark.parametrize("name", [*FULL, "deepl", "weblate", "list"])
def test_the_format_is_seen_from_the_content(tmp_path: Path, name: str) -> None:
    path = _written(tmp_path, name, languages=("en", "fr") if name == "weblate" else ("", "en"))
    shown = guess_format(str(path), path.read_text(encoding="utf-8"))
    assert shown == ("tbx" if "tbx" in name else name)


# TBX against the standard's own rules: which elements may stand in which, and in what order.

_AUX = "(descrip|admin|note)*"
_V2 = {
    "martif": "martifHeader,text",
    "martifHeader": "fileDesc,encodingDesc?,revisionDesc?",
    "fileDesc": "titleStmt?,publicationStmt?,sourceDesc+",
    "titleStmt": "title,note*",
    "sourceDesc": "p+",
    "encodingDesc": "p+",
    "text": "body,back?",
    "body": "termEntry+",
    "termEntry": f"{_AUX},langSet+",
    "langSet": f"{_AUX},tig+",
    "tig": f"term,termNote*,{_AUX}",
}
_V3 = {
    **{name: model for name, model in _V2.items() if name in ("titleStmt", "sourceDesc", "encodingDesc", "fileDesc")},
    "tbx": "tbxHeader,text",
    "tbxHeader": "fileDesc,encodingDesc?",
    "text": "body,back?",
    "body": "conceptEntry+",
    "conceptEntry": f"{_AUX},langSec+",
    "langSec": f"{_AUX},termSec+",
    "termSec": "term,(termNote|descrip|admin|note)*",
}
_CLASSES = {"subjectField": "descrip", "source": "admin", "administrativeStatus": "termNote", "termType": "termNote"}
_NAMESPACES = {
    "subjectField": "http://www.tbxinfo.net/ns/min",
    "administrativeStatus": "http://www.tbxinfo.net/ns/min",
    "source": "http://www.tbxinfo.net/ns/basic",
    "termType": "http://www.tbxinfo.net/ns/basic",
}
_VALUES = {
    "administrativeStatus": {f"{s}Term-admn-sts" for s in ("preferred", "admitted", "deprecated", "superseded")},
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
}


def _check(element: ElementTree.Element, models: dict[str, str], core: str, *, dct: bool) -> None:
    namespace, _, name = element.tag.rpartition("}")
    kind = element.get("type", "")
    if name in _CLASSES:
        assert dct
        assert namespace[1:] == _NAMESPACES[name]
        kind, name = name, _CLASSES[name]
    else:
        assert namespace[1:] == core
        assert not (dct and name in _CLASSES.values()), "no attributes for categories in DCT"
    if name in _CLASSES.values():
        assert _CLASSES[kind] == name
        assert element.text in _VALUES.get(kind, {element.text})
    if name in ("langSet", "langSec", "martif", "tbx"):
        assert element.get("{http://www.w3.org/XML/1998/namespace}lang")
    if name in models:
        children = [child.tag.rpartition("}")[2] for child in element]
        names = "".join(f"{_CLASSES.get(child, child)};" for child in children)
        model = re.sub(r"\w+", lambda word: f"(?:{word[0]};)", models[name]).replace(",", "")
        assert re.fullmatch(model, names), (name, names)
    else:
        assert not len(element), f"nothing may be inside {name}"
    for child in element:
        _check(child, models, core, dct=dct)


@pytest.mark.parametrize(
    ("write", "models", "core", "dct"),
    [
        (write_martif, _V2, "", False),
        (write_dca, _V3, "urn:iso:std:iso:30042:ed-2", False),
        (write_dct, _V3, "urn:iso:std:iso:30042:ed-2", True),
    ],
)
def test_tbx_follows_the_rules_of_the_standard(write, models, core, dct) -> None:  # type: ignore[no-untyped-def]
    root = ElementTree.fromstring(write([*TERMS, *load_termbase(()).terms], ("", "en")))
    assert root.get("type") == "TBX-Basic"
    assert root.get("style") == ({True: "dct", False: "dca"}[dct] if core else None)
    _check(root, models, core, dct=dct)
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", identifier or "") for identifier in identifiers)


def test_tbx_of_others_is_read(tmp_path: Path) -> None:
    path = tmp_path / "other.tbx"
    path.write_text(
        """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="c1">
<descripGrp><descrip type="subjectField">law</descrip></descripGrp>
<langSet xml:lang="en-GB"><ntig><termGrp><term>court of <hi>law</hi></term></termGrp></ntig>
<tig><term>COL</term><termNote type="termType">initialism</termNote></tig>
<tig><term>law court</term><termNote type="administrativeStatus">forbidden</termNote></tig></langSet>
<langSet xml:lang="fr"><tig><term>tribunal</term></tig><tig><term>cour</term></tig></langSet>
</termEntry></body></text></martif>""",
        encoding="utf-8",
    )
    ((line, term),) = read_glossary(str(path)).terms
    assert line == 2
    assert term.wordings["en"] == Wording("court of law", "COL", (), ("law court",), ())
    assert term.wordings["fr"] == Wording("tribunal", "", ("cour",))
    assert term.domain == "law"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<tbx><text>", "line 1: no XML"),
        ("<html/>", "line 1: <html> is not TBX"),
        ('<!DOCTYPE t [<!ENTITY a "aaaa">]><tbx>&a;</tbx>', "line 1: declares an entity"),
        ('<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>', "declares an entity"),
        ("<tbx>\n<conceptEntry id='a'>\n<langSec xml:lang='en'/></conceptEntry></tbx>", "line 2: an entry without"),
    ],
)
def test_a_broken_or_hostile_tbx_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "bad.tbx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError) as error:
        load_termbase([path], with_default=False)
    assert str(error.value).startswith(str(path))
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", [*FULL, "list"])
def test_a_text_is_held_to_a_glossary_in_any_format(tmp_path: Path, name: str) -> None:
    terms = (Term("lift", {"en": Wording("lift", replace=("elevating cabin",))}),)
    path = _written(tmp_path, name, terms)
    settings = Settings(select=("GLO",), target="en", glossaries=(str(path),))
    assert engine_for(settings).run("the elevating cabin stopped").text == "the lift stopped"


def test_deepl_tables_have_four_columns_and_say_what_is_never_translated(tmp_path: Path) -> None:
    path = _written(tmp_path, "deepl")
    rows = path.read_text(encoding="utf-8").splitlines()
    assert "Office for Rights,Bureau des droits,en,fr" in rows
    assert "gizmo,gizmo,en,en" in rows
    back = {term.preferred: term for _, term in read_glossary(str(path)).terms}
    assert back["Office for Rights"].wordings["fr"].preferred == "Bureau des droits"


def test_weblate_tables_keep_forbidden_and_untranslatable_terms(tmp_path: Path) -> None:
    path = tmp_path / "weblate.csv"
    path.write_text(
        "source,target,context,developer_comments,flags\n"
        "council,conseil,c,the body,\ncouncil,concile,c,,forbidden\nWeblate,Weblate,,,read-only\n",
        encoding="utf-8",
    )
    terms = [term for _, term in read_glossary(str(path), languages=("en", "fr")).terms]
    assert terms[0].wordings["fr"] == Wording("conseil", replace=("concile",))
    assert terms[0].note == "the body"
    assert terms[1].keep
    again = tmp_path / "again.csv"
    again.write_text(FORMATS["weblate"].write(terms, ("en", "fr")), encoding="utf-8")
    assert [term for _, term in read_glossary(str(again), languages=("en", "fr")).terms] == terms


def test_cells_are_safe_in_a_spreadsheet() -> None:
    for name in ("tsv", "csv", "list"):
        for line in FORMATS[name].write(TERMS, ("", "en")).splitlines():
            cells = re.split(r"[\t,]", line)
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells), line


def test_what_xml_cannot_hold_is_said() -> None:
    with pytest.raises(GlossaryError, match=r"cannot hold the character U\+001B"):
        write_dct([Term("a", {"en": Wording("a\x1bb")})], ("", "en"))
