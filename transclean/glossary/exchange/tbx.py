"""TBX, the termbases of ISO 30042: both editions, in all their styles, read into terms.

2008: martif, termEntry, langSet, tig or ntig. 2019: tbx, conceptEntry, langSec, termSec, with data categories as
attributes (DCA) or as elements of their own (DCT). What a term of ours has beyond TBX-Basic stands in notes that
begin with `transclean` (see `tbx_writer`); other notes are the term's note.

The parser is expat, which loads nothing from outside; declarations of entities are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from transclean.errors import GlossaryError
from transclean.glossary.problem import Problem
from transclean.glossary.table import term_of
from transclean.glossary.term import ENGLISH, Status, Term, Wording

NOTE = "transclean "
"""How a note begins that holds a property of ours: `transclean unless: a|b`."""

_ENTRIES = ("termEntry", "conceptEntry")
_SECTIONS = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
_STATUSES = {
    "preferredTerm": Status.PREFERRED,
    "admittedTerm": Status.ADMITTED,
    "deprecatedTerm": Status.REPLACE,
    "supersededTerm": Status.FLAG,
    # What is found in the wild.
    "preferred": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.REPLACE,
    "forbidden": Status.REPLACE,
    "notRecommended": Status.REPLACE,
    "obsolete": Status.REPLACE,
    "superseded": Status.FLAG,
    "standardizedTerm": Status.PREFERRED,
    "recommendedTerm": Status.PREFERRED,
}
_ABBREVIATIONS = ("abbreviation", "acronym", "initialism", "shortForm")


@dataclass
class Node:
    """An element: its name without namespace, its attributes, text and children, and the line it begins at."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Node]:
        """The elements of these names at any depth, but not inside one another."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(*names)

    def category(self, name: str) -> str:
        """The value of a data category of this element: an element with that type, or in DCT of that name."""
        for child in self.children:
            if name in (child.attributes.get("type"), child.name):
                return child.content
            if child.name.endswith("Grp") and child.name not in _TERMS:
                value = child.category(name)
                if value:
                    return value
        return ""

    @property
    def content(self) -> str:
        """The text, its white space made single spaces, with that of marked-up parts."""
        return " ".join(self.text.split())


def read(path: str, content: str, _languages: tuple[str, str], problems: list[Problem]) -> Iterator[tuple[int, Term]]:
    """The terms of the entries, each with its line."""
    root = _parse(content)
    if root.name not in ("martif", "tbx", "TBX"):
        raise GlossaryError(f"line {root.line}: <{root.name}> is not TBX")
    for entry in root.all(*_ENTRIES):
        try:
            yield entry.line, _term(entry)
        except GlossaryError as error:
            problems.append(Problem(path, entry.line, str(error)))


def _parse(content: str) -> Node:
    """The root of a document. Raises GlossaryError, with the line, if it is none."""
    parser = expat.ParserCreate(namespace_separator=" ")
    document = Node("", {}, 0)
    path = [document]

    def start(name: str, attributes: dict[str, str]) -> None:
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        path[-1].children.append(node)
        path.append(node)

    def end(_name: str) -> None:
        node = path.pop()
        if node.name in ("hi", "foreign"):  # mark-up inside a text
            path[-1].text += node.text

    def text(data: str) -> None:
        path[-1].text += data

    def entity(*_: object) -> None:
        raise GlossaryError(f"line {parser.CurrentLineNumber}: declares an entity, which is not read for safety")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    parser.buffer_text = True
    try:
        # As bytes: a declaration of another encoding no longer holds for what has been decoded.
        parser.Parse(content.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise GlossaryError(f"line {error.lineno}: no XML: {expat.errors.messages[error.code]}") from None
    return document.children[0]


def _term(entry: Node) -> Term:
    wordings: dict[str, Wording] = {}
    for section in entry.all(*_SECTIONS):
        code = section.attributes.get("lang", "").split("-")[0].split("_")[0].lower()
        if not code:
            raise GlossaryError(f"<{section.name}> without a language")
        wording = _wording(list(section.all(*_TERMS)), english=code == ENGLISH)
        if wording is not None:
            wordings[code] = wording
    if not wordings:
        raise GlossaryError("an entry without a term to write")
    properties, notes = _notes(entry)
    needed = entry.category("Translation needed").lower() or entry.category("translationNote").lower()
    if needed == "no":
        properties["status"] = "keep"
    first = next(iter(wordings.values()))
    # The same checks and defaults as for a row of a table.
    row = {"preferred": first.preferred, "abbreviation": first.abbreviation, **properties}
    bare = term_of(row)
    return Term(
        id=properties.get("id") or entry.attributes.get("id") or bare.id,
        wordings=wordings,
        requires=bare.requires,
        requires_near=bare.requires_near,
        unless=bare.unless,
        unless_document=bare.unless_document,
        abbreviate=bare.abbreviate,
        no_article=bare.no_article,
        exact_case=bare.exact_case,
        keep=bare.keep,
        domain=entry.category("subjectField"),
        note="\n".join(notes) or entry.category("definition"),
        source=entry.category("source"),
    )


def _notes(entry: Node) -> tuple[dict[str, str], list[str]]:
    """What the notes of an entry say: properties of ours, and notes for the reader."""
    properties: dict[str, str] = {}
    notes = []
    for node in entry.children:
        if node.name != "note":
            continue
        text = node.content
        key, colon, value = text.removeprefix(NOTE).partition(": ")
        if text.startswith(NOTE) and colon:
            properties[key] = value
        elif text:
            notes.append(text)
    return properties, notes


def _wording(nodes: list[Node], *, english: bool) -> Wording | None:
    """What the terms of a language section come to; None without one that is right."""
    forms: dict[Status, list[str]] = {status: [] for status in Status}
    abbreviation = ""
    for node in nodes:
        term = next(node.all("term"), None)
        if term is None or not term.content:
            raise GlossaryError(f"<{node.name}> without a term")
        written = node.category("administrativeStatus") or node.category("normativeAuthorization")
        status = _STATUSES.get(written.removesuffix("-admn-sts"))
        if status is None:
            status = Status.ADMITTED if forms[Status.PREFERRED] else Status.PREFERRED
        kind = node.category("termType")
        if kind in _ABBREVIATIONS and status in (Status.ADMITTED, Status.PREFERRED) and not abbreviation:
            abbreviation = term.content
        else:
            forms[status].append(term.content)
    names = [*forms[Status.PREFERRED], *forms[Status.ADMITTED]]
    if not names:
        names, abbreviation = ([abbreviation], "") if abbreviation else ([], "")
    if not names:
        return None
    replace, flag = tuple(forms[Status.REPLACE]), tuple(forms[Status.FLAG])
    if english:
        return Wording(names[0], abbreviation, tuple(names[1:]), replace, flag)
    return Wording.of_names(names, abbreviation=abbreviation, replace=replace, flag=flag)
