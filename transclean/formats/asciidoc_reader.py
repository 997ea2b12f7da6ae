"""AsciiDoc: its paragraphs, titles, lists and tables.

A scanner of our own: Asciidoctor is Ruby, and neither it nor its Python kin say where in the source the text of a
block stands. Blocks are told by their first line, as Asciidoctor does; delimited blocks hold prose or code by the
characters of their delimiter and by the style in brackets before them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transclean.formats.careful import CarefulView
from transclean.formats.prose_flow import Flow, is_enumerator
from transclean.formats.references import REFERENCE
from transclean.formats.view import Builder, View
from transclean.text.revision import Replacement
from transclean.text.span import Span

_VERBATIM_STYLES = re.compile(
    r"\[(?:(?:source|listing|literal|stem|latexmath|asciimath|pass|comment|plantuml|ditaa|graphviz|mermaid)[%,#.\]]|,)"
)
_VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}.*|[,:!]={3,})[ \t]*")
_PROSE_BLOCK = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)[ \t]*")
_TABLE = re.compile(r"\|={3,}[ \t]*")
_NOT_PROSE = re.compile(
    r"//(?!/)|:!?[\w-]+!?:(?:[ \t]|$)|\[.*\][ \t]*$|'{3,}[ \t]*$|<{3,}[ \t]*$|-{3}[ \t]*$|\*{3}[ \t]*$|\+[ \t]*$"
    r"|[A-Za-z]\w*::[^\s\[]*\[.*\][ \t]*$"
)
_SECTION = re.compile(r"(?:={1,6}|#{1,6})[ \t]+")
_TITLE = re.compile(r"\.(?![\s.])")
_WORD = re.compile(r"\w")
_UNDERLINE = re.compile(r"(?:={2,}|-{2,}|~{2,}|\^{2,}|\+{2,})[ \t]*")
_ITEM = re.compile(
    r"[ \t]*(?:(?:\*{1,6}|-|\.{1,6}|\u2022|\d{1,5}\.|[a-zA-Z]\.(?=[ \t]+\S)|<[\d.]+>)[ \t]+)(?:\[[ xX*]\][ \t]+)?"
)
_TERM = re.compile(r"[ \t]*(?P<term>\S.*?)(?P<mark>:{2,4}|;;)(?:[ \t]+|$)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_CELL = re.compile(r"(?P<spec>(?:\d+(?:\.\d+)?\+|\d+\*|\.\d+\+)?[<^>]?(?:\.[<^>])?(?P<style>[adehlmsv])?)(?<!\\)\|")

_INLINE_MAX = 600
"""Characters that inline markup may be long: so that what is never closed costs little."""

_QUOTES = {'"`': "\u201c", '`"': "\u201d", "'`": "\u2018", "`'": "\u2019"}
_WITH_TEXT = frozenset(("link", "xref", "mailto", "http", "https", "ftp", "irc", "footnote"))


@lru_cache(maxsize=1)
def _inline() -> re.Pattern[str]:
    """Inline markup: constrained marks stand at the edges of words, doubled ones anywhere."""
    before, after = r"(?<![\w:;}\\])", r"(?!\w)"

    def marks(name: str, mark: str) -> str:
        m = re.escape(mark)
        inside = rf"[^\n{m}](?:[^{m}]{{0,{_INLINE_MAX}}}?[^\s{m}])?"
        return rf"(?P<{name}_2>{m}{m}(?!\s){inside}{m}{m})|(?P<{name}>{before}{m}(?![\s{m}]){inside}{m}{after})"

    return re.compile(
        r"\\(?P<escaped>[*_`#^~\[{<&('\\])"
        rf"|(?P<pass>\+\+\+.{{1,{_INLINE_MAX}}}?\+\+\+|\+\+.{{1,{_INLINE_MAX}}}?\+\+|{before}\+(?![\s+])[^+\n]{{0,200}}(?<!\s)\+{after})"
        r"|(?P<open>[\"']`(?=\S))|(?P<close>(?<=\S)`[\"'])"
        rf"|(?P<code>``(?!\s)[^`]{{1,{_INLINE_MAX}}}``|`(?![\s`])[^`]{{1,{_INLINE_MAX}}}`(?![\"']))"
        rf"|(?P<macro>(?<![\w\\])(?P<name>[a-z][a-z0-9]{{1,20}}):(?!\s)(?P<target>[^\s\[\]]{{0,400}})\[(?P<text>[^\]]{{0,{_INLINE_MAX}}})\])"
        r"|(?P<reference><<[^<>,\n]{1,200}(?:,(?P<label>[^<>]{1,300}))?>>)"
        r"|(?P<anchor>\[\[[^\[\]\n]{1,200}\]\]|\(\(\([^()\n]{1,200}\)\)\)|\{[\w:.-]{1,80}\})"
        rf"|(?P<role>\[[.#%][\w.#% -]{{1,80}}\](?=[#*_`]))"
        rf"|{marks('bold', '*')}|{marks('italic', '_')}|{marks('mark', '#')}|(?P<sup>\^[^\W\d_]{{1,5}}\^)"
        r"|(?P<index>\^[^\s^]{1,60}\^|~[^\s~]{1,60}~)"
        rf"|(?P<entity>{REFERENCE})"
        r"|(?P<break>[ ]\+(?=\n|\Z))",
        re.DOTALL,
    )


_SPECIAL = re.compile(r"(?<!\w)[*_#`](?=\w)|[{^~](?=\w)|\|")


def _kinds(text: str) -> list[str]:
    """The inline markup in `text`."""
    return [match.lastgroup or "" for match in _inline().finditer(text) if match.lastgroup not in ("escaped", "entity")]


def _makes_markup(source: str, edit: Replacement) -> bool:
    """Whether a line would begin as a list, a title or the like does, which did not before."""
    start = source.rfind("\n", 0, edit.start) + 1
    if start != edit.start and "\n" not in edit.text:
        return False
    after = edit.text + source[edit.end : edit.end + 40].partition("\n")[0]
    return _is_structure(after) and not _is_structure(source[edit.start : edit.start + 40].partition("\n")[0])


def _is_structure(line: str) -> bool:
    patterns = (_NOT_PROSE, _SECTION, _TITLE, _ITEM, _ADMONITION, _TABLE, _VERBATIM, _PROSE_BLOCK)
    return line[:1] in (" ", "\t", "|") or any(pattern.match(line) for pattern in patterns)


class _Text:
    """A text on its way into a view, line by line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = Builder(source, self._written)
        self._flow = Flow(source, self._builder, [])
        self._position = 0  # where the next line begins
        self._verbatim = False  # whether a style says that the next block is
        self._in_list = False
        self._notes: list[Span] = []  # the footnotes of the block: they are read after it
        self._titles: list[Span] = []  # those that a line stands under, of the same length

    def read(self) -> View:
        self._header()
        while self._position < len(self._source):
            self._block()
            while self._notes:
                self._flow.pause()
                self._prose(*self._notes.pop(0))
        view = self._builder.view()
        return CarefulView(**vars(view), kinds=_kinds, refuses=self._refuses)

    def _refuses(self, edits: list[Replacement]) -> bool:
        """Whether a block would begin, or a line break that readers see go away."""
        return any(
            _makes_markup(self._source, edit)
            or ("\n" not in edit.text and " +\n" in self._source[edit.start : edit.end])
            for edit in edits
        ) or self._leaves_line_under_title(edits)

    def _leaves_line_under_title(self, edits: list[Replacement]) -> bool:
        """Whether a title becomes longer or shorter than Asciidoctor allows it to be over its line, by a character."""
        if not any(title.start <= edits[0].start <= title.end for title in self._titles):
            return False
        return abs(sum(len(edit.text) - (edit.end - edit.start) for edit in edits)) > 1

    def _written(self, text: str, place: int) -> str:
        start = self._source.rfind("\n", 0, place) + 1
        in_table = "|" in self._source[start:place]
        return _SPECIAL.sub(lambda m: m[0] if m[0] == "|" and not in_table else "\\" + m[0], text)

    def _line_end(self, start: int) -> int:
        end = self._source.find("\n", start)
        return len(self._source) if end == -1 else end

    def _header(self) -> None:
        """The title, with author and revision, which are no prose, under it."""
        position = 0
        seen_title = False
        while position < len(self._source):
            end = self._line_end(position)
            line = self._source[position:end]
            if line.startswith("= ") and not seen_title:
                self._prose(position + 2, end)
                self._flow.pause()
                seen_title = True
            elif self._underlined(position, end) and not seen_title:
                self._paragraph(position, end)
                self._flow.pause()
                seen_title = True
                end = self._position - 1
            elif not (seen_title and line.strip()) and not _NOT_PROSE.match(line):
                break
            position = end + 1
        if seen_title:
            self._position = position

    def _block(self) -> None:
        source, start = self._source, self._position
        end = self._line_end(start)
        line = source[start:end]
        self._position = end + 1
        if not line.strip():
            self._flow.pause()
            return
        if _VERBATIM.fullmatch(line) or (self._verbatim and _PROSE_BLOCK.fullmatch(line)):
            self._flow.pause()
            self._past_delimiter(line.rstrip())
        elif _TABLE.fullmatch(line):
            self._table(line.rstrip())
        elif _PROSE_BLOCK.fullmatch(line):
            self._flow.pause()
        elif _NOT_PROSE.match(line):
            self._flow.pause()
            self._verbatim = self._verbatim or _VERBATIM_STYLES.match(line) is not None
            self._in_list = self._in_list or line.startswith("+")
            return
        elif self._verbatim or (line[0] in " \t" and not _ITEM.match(line) and not self._in_list):
            self._flow.pause()
            self._to_blank()
        else:
            self._paragraph(start, end)
        self._verbatim = False

    def _past_delimiter(self, delimiter: str) -> None:
        """Skip to the line after the next that is like `delimiter`."""
        closing = "```" if delimiter.startswith("```") else delimiter
        while self._position < len(self._source):
            end = self._line_end(self._position)
            line = self._source[self._position : end].rstrip()
            self._position = end + 1
            if line == closing:
                return

    def _to_blank(self) -> None:
        while self._position < len(self._source):
            end = self._line_end(self._position)
            if not self._source[self._position : end].strip():
                return
            self._position = end + 1

    def _paragraph(self, start: int, end: int) -> None:
        """A paragraph that begins at `start`, or a title of one line."""
        source, flow = self._source, self._flow
        flow.pause()
        for pattern in (_SECTION, _TITLE):
            heading = pattern.match(source, start, end)
            if heading:
                self._prose(heading.end(), end)
                self._in_list = False
                flow.pause()
                return
        if self._underlined(start, end):
            self._prose(start, end)
            self._titles.append(Span(start, end))
            self._position = self._line_end(end + 1) + 1
            self._in_list = False
            return
        item = _ITEM.match(source, start, end)
        if item and not is_enumerator(source, item[0]):
            item = None
        term = _TERM.match(source, start, end) if item is None else None
        self._in_list = item is not None or term is not None or (self._in_list and source[start] in " \t")
        if item:
            start = item.end()
        elif term:
            self._prose(*term.span("term"))
            flow.pause()
            start = term.end()
        admonition = _ADMONITION.match(source, start, end)
        if admonition:
            start = admonition.end()
        self._prose(start, self._paragraph_end(end))

    def _underlined(self, start: int, end: int) -> bool:
        """Whether the line is a title with a line of its length under it."""
        under = self._source[end + 1 : self._line_end(end + 1)]
        return (
            _UNDERLINE.fullmatch(under) is not None
            and abs(len(under.rstrip()) - (end - start)) <= 1
            and _WORD.search(self._source, start, end) is not None
        )

    def _paragraph_end(self, end: int) -> int:
        """Where the paragraph with a line that ends at `end` ends."""
        source = self._source
        while self._position < len(source):
            stop = self._line_end(self._position)
            line = source[self._position : stop]
            if not line.strip() or _ends_paragraph(line) or (self._in_list and _begins_item(line)):
                break
            end = stop
            self._position = stop + 1
        return end

    def _table(self, delimiter: str) -> None:
        """The cells of a table; those in code or of a nested document are left out."""
        source, flow = self._source, self._flow
        flow.pause()
        is_prose = False
        while self._position < len(source):
            start = self._position
            end = self._line_end(start)
            self._position = end + 1
            if source[start:end].rstrip() == delimiter:
                break
            if not source[start:end].strip() or source.startswith("//", start):
                flow.pause()
                continue
            for cell in _CELL.finditer(source, start, end):
                if is_prose:
                    self._prose(start, _before_blanks(source, start, cell.start()))
                flow.pause()
                start = cell.end()
                is_prose = cell["style"] not in ("l", "m", "a", "v")
            if is_prose:
                self._prose(start, end)
                flow.line_break(end)
        flow.pause()

    def _prose(self, start: int, end: int) -> None:
        """Add prose with inline markup."""
        flow, source = self._flow, self._source
        while start < end and source[start] in " \t":
            start += 1
        for match in _inline().finditer(source, start, end):
            here, there = match.span()
            kind = match.lastgroup or ""
            flow.add_lines(start, here)
            start = there
            if match["macro"]:
                self._macro(match)
            elif match["reference"]:
                self._labelled(match.span(), match.span("label"))
            elif kind == "break":
                flow.line_break(here)
                start = there
            elif kind == "escaped":
                flow.decode(here, there, match["escaped"])
            elif kind in ("open", "close"):
                flow.decode(here, there, _QUOTES[source[here:there]])
            elif kind == "entity":
                flow.reference(here, there)
            elif kind.rstrip("_2") in ("bold", "italic", "mark", "sup"):
                width = 2 if kind.endswith("_2") else 1
                flow.markup(Span(here, here + width), Span(there - width, there))
                self._prose(here + width, there - width)
                flow.end = there
            elif kind != "role":
                flow.protect(here, there)
        flow.add_lines(start, end)

    def _macro(self, match: re.Match[str]) -> None:
        """A macro with its text in brackets: prose in links and footnotes."""
        start, end = match.span("text")
        if match["name"] not in _WITH_TEXT or start == end:
            self._flow.protect(*match.span())
            return
        if match["name"] == "footnote":
            self._flow.meet(match.start())
            self._notes.append(Span(start, end))
            return
        if "=" in match["text"]:
            end = start + match["text"].find(",") if "," in match["text"] else start
        self._labelled(match.span(), (start, end))

    def _labelled(self, place: tuple[int, int], label: tuple[int, int]) -> None:
        """A link with its text, or without any."""
        if label[0] >= label[1] or label[0] < 0:
            self._flow.protect(*place)
            return
        self._flow.markup(Span(place[0], label[0]), Span(label[1], place[1]), needless=False)
        self._prose(*label)
        self._flow.end = place[1]


def _ends_paragraph(line: str) -> bool:
    """Whether a line of a paragraph is none of its lines."""
    return (
        _NOT_PROSE.match(line) is not None
        or _VERBATIM.fullmatch(line) is not None
        or _PROSE_BLOCK.fullmatch(line) is not None
        or _TABLE.fullmatch(line) is not None
    )


def _begins_item(line: str) -> bool:
    return _ITEM.match(line) is not None or _TERM.match(line) is not None


def _before_blanks(source: str, start: int, end: int) -> int:
    while end > start and source[end - 1] in " \t":
        end -= 1
    return end


def read_text(source: str) -> View:
    """The view of a text."""
    return _Text(source).read()
