"""XLIFF 1.2 and 2: the targets, which were translated from the sources beside them.

What is locked (`translate="no"`), and what somebody has signed off as final, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from transclean.formats.language import primary
from transclean.formats.names import names
from transclean.formats.view import Builder, View
from transclean.formats.xml_source import Content, Kind, Token, Treatment, Writing, attributes, root_of, skip, tokens

# Inline elements by what they stand for (XLIFF 1.2, 2.3; XLIFF 2.1, 4.2.3): marks of formatting, which rules see
# through, with what they enclose; and marks that hold the code of such formatting, which is left out.
_THROUGH = names("g mrk pc bx ex sc ec sm em")
_ABSENT = names("bpt ept")
_SIGNED_OFF = frozenset(("final", "signed-off"))


def read_xliff(text: str, *, with_final: bool) -> View:
    """The view of an XLIFF file; `with_final`: what has been signed off is read too."""
    return _Reader(text, with_final=with_final).read(root_of(text))


class _Reader:
    def __init__(self, source: str, *, with_final: bool) -> None:
        self._source = source
        self._with_final = with_final
        writing = Writing(source)
        self._builder = Builder(source, writing.written)
        self._content = Content(source, self._builder, writing, self._treat)
        self._language: str | None = None
        self._origin: str | None = None
        self._translated = (0, 0)  # where the text stands that the next target translates
        self._kept_out: str | None = None  # the last annotation that began of what is not to be translated

    def read(self, root: Token) -> View:
        path: list[str] = []
        locked: list[int] = []  # depths at which what must not be touched begins
        rest = tokens(self._source, root.start)
        for token in rest:
            if token.kind is Kind.CLOSE:
                path.pop()
                if locked and locked[-1] == len(path):
                    locked.pop()
            elif token.kind is Kind.OPEN:
                parent = path[-1] if path else ""
                if token.local == "target" and parent in ("trans-unit", "segment") and not locked:
                    self._target(token, rest)
                    continue
                if token.local == "source" and parent in ("trans-unit", "segment"):
                    self._translated = token.end, skip(rest)
                    continue
                if self._is_locked(token):
                    locked.append(len(path))
                path.append(token.local)
        return self._builder.view(language=self._language, origin=self._origin)

    def _is_locked(self, token: Token) -> bool:
        """Whether nothing in the element may be touched. Takes note of the languages that it declares."""
        if token.local not in ("xliff", "file", "group", "unit", "trans-unit", "segment"):
            return False
        given = attributes(self._source, token)
        if token.local in ("xliff", "file"):
            target = primary(given.get("target-language") or given.get("trgLang"))
            if self._language is None:
                self._language = target
                self._origin = primary(given.get("source-language") or given.get("srcLang"))
            elif target not in (None, self._language):
                return True  # a view is in one language
        if given.get("translate") == "no":
            return True
        return not self._with_final and (given.get("approved") == "yes" or given.get("state") in _SIGNED_OFF)

    def _target(self, token: Token, rest: Iterator[Token]) -> None:
        if not self._with_final and attributes(self._source, token).get("state") in _SIGNED_OFF:
            skip(rest)
        else:
            self._content.element(token, rest, self._source[slice(*self._translated)])
            self._translated = (0, 0)

    def _treat(self, token: Token) -> Treatment:
        if token.local in _ABSENT:
            return Treatment.ABSENT
        if token.local not in _THROUGH:
            return Treatment.OPAQUE
        given = attributes(self._source, token) if token.local in ("mrk", "sm", "em") else {}
        # An annotation that starts in one element and ends in another has a mark for each.
        if token.local == "sm" and given.get("translate") == "no":
            self._kept_out = given.get("id", "")
            return Treatment.KEPT_OUT
        if token.local == "em" and given.get("startRef") == self._kept_out:
            return Treatment.LET_IN
        if given.get("mtype") == "protected" or given.get("translate") == "no":
            return Treatment.OPAQUE
        return Treatment.THROUGH
