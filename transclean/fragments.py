"""Left-over pieces of a text in another language than its own: runs of another script, sentences, quotations, phrases.

What tells a language is its small words. A piece counts only if it has several of another language that the text's own
does not share, and at least four words; a name (`Universidad de la República`) is none, whatever small words it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transclean.document import LANGUAGES
from transclean.language.words import language_of, looks_foreign, script_language, small_word_languages
from transclean.text.protect import mask, protected_spans
from transclean.text.segment import Segment
from transclean.text.span import Span

_MIN_WORDS = 4
_MIN_SMALL_WORDS = 3
_MIN_DENSITY = 0.3
"""The share of small words in running text of any European language is nearer to a half."""


@dataclass(frozen=True)
class Fragment:
    """A left-over piece in another language than the text's: characters `span.start` to `span.end`."""

    span: Span
    language: str


_SCRIPT_OF_LANGUAGE = {"ru": "cyrillic", "uk": "cyrillic", "ar": "arabic", "zh": "cjk", "ja": "cjk"}
_SCRIPTS = {
    "cyrillic": "\u0400-\u04ff",
    "arabic": "\u0620-\u064a\u0671-\u06d3\u0750-\u077f",
    "cjk": "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff",
}
_RUNS = {
    # One letter may be a symbol; a Chinese character is a word.
    name: re.compile(rf"[{letters}]{'{1,}' if name == 'cjk' else '{2,}'}(?:[^\w\n]{{0,3}}[{letters}]+)*")
    for name, letters in _SCRIPTS.items()
}
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")

# Of the alphabets with spaces between words; other scripts are found as runs.
_LETTERS = r"[^\W\d_\u0530-\uffff]"
_WORD = re.compile(rf"{_LETTERS}+(?:['’]{_LETTERS}+)*")
# Languages so near each other that a few words do not tell them apart.
_FAMILIES = (frozenset({"fr", "es", "it", "pt", "ro", "ca", "la"}), frozenset({"ru", "uk", "bg"}))
_SENTENCE = re.compile(r"[^\s.!?…。！？](?:[^.!?…。！？\n]|[.!?](?=\w))*[.!?…。！？]*")


def find_fragments(text: str, language: str) -> list[Fragment]:
    """The pieces of `text` that are not in `language`, in order, none overlapping another."""
    visible = mask(text, protected_spans(text))
    found: list[Fragment] = list(_script_runs(visible, language))
    for sentence in _SENTENCE.finditer(visible):
        found += _in_sentence(visible, Span(*sentence.span()), language)
    kept: list[Fragment] = []
    for fragment in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not kept or fragment.span.start >= kept[-1].span.end:
            kept.append(fragment)
    return kept


def _script_runs(text: str, language: str) -> Iterator[Fragment]:
    for script, pattern in _RUNS.items():
        if _SCRIPT_OF_LANGUAGE.get(language) == script:
            continue
        for match in pattern.finditer(text):
            yield Fragment(Span(*match.span()), _language_of_run(match.group(), script))


def _language_of_run(run: str, script: str) -> str:
    if script == "cyrillic":
        return language_of(run) or ("uk" if _UKRAINIAN.search(run) else "ru")
    return script_language(run) or "und"


def _in_sentence(text: str, span: Span, language: str) -> Iterator[Fragment]:
    """The whole of a foreign sentence; else its foreign quotations and phrases."""
    whole = _as_fragment(text, span, language)
    if whole:
        yield whole
        return
    sentence = text[span.start : span.end]
    for quotation in Segment(sentence).quotations:
        quoted = _as_fragment(text, Span(span.start + quotation.start, span.start + quotation.end), language)
        if quoted:
            yield quoted
    yield from _phrases(text, span, language)


def _as_fragment(text: str, span: Span, language: str) -> Fragment | None:
    piece = text[span.start : span.end]
    words = [match.group() for match in _WORD.finditer(piece)]
    if len(words) < _MIN_WORDS or not looks_foreign(piece, language) or _is_name(words):
        return None
    other = language_of(piece)
    if other is None or other == language or (other == "bg" and language in {"ru", "uk"}):
        return None
    start = span.start + len(piece) - len(piece.lstrip(_QUOTES_AND_SPACES))
    return Fragment(Span(start, start + len(piece.strip(_QUOTES_AND_SPACES))), other)


_QUOTES_AND_SPACES = ' \t\r\n"“”«»\u00a0\u2060'


def _is_name(words: list[str]) -> bool:
    """Whether the words of a name are all: capitalised ones, and small ones between them."""
    return all(word[0].isupper() or len(word) <= 3 for word in words) and not words[0].islower()


def _phrases(text: str, span: Span, language: str) -> list[Fragment]:
    """Runs of words that hold small words of one other language and none of `language`."""
    tokens = list(_WORD.finditer(text, *span))
    small = [_small(token.group()) for token in tokens]
    candidates: list[tuple[int, Fragment]] = []
    relatives = {language}.union(*(family for family in _FAMILIES if language in family))
    for other in sorted({code for codes in small for code in codes if code in LANGUAGES} - relatives):
        run: list[int] = []
        for index, codes in [*enumerate(small), (len(small), (language,))]:
            if language not in codes or other in codes:
                run.append(index)
                continue
            candidates += _phrase(tokens, small, run, language, other)
            run = []
    # Related languages share small words: the one that has most of them in the run.
    candidates.sort(key=lambda candidate: (-candidate[0], candidate[1].span))
    kept: list[Fragment] = []
    for _, fragment in candidates:
        if not any(fragment.span.overlaps(other.span) for other in kept):
            kept.append(fragment)
    return kept


def _phrase(
    tokens: Sequence[re.Match[str]], small: Sequence[tuple[str, ...]], run: Sequence[int], language: str, other: str
) -> list[tuple[int, Fragment]]:
    """The piece of `run` from the first small word of `other` to the noun after the last, and how many these are."""
    telling = [i for i in run if other in small[i] and language not in small[i]]
    if len(telling) < _MIN_SMALL_WORDS or len({tokens[i].group().lower() for i in telling}) == 1:
        return []
    first, last = telling[0], min(telling[-1] + 1, run[-1])
    words = [tokens[i].group() for i in range(first, last + 1)]
    if len(words) < _MIN_WORDS or len(telling) < _MIN_DENSITY * len(words):
        return []
    # Capitals with small words between them are a name.
    begins_with_capital = any(tokens[i].group()[0].isupper() for i in range(max(0, first - 1), first + 1))
    if begins_with_capital and all(word[0].isupper() or small[first + k] for k, word in enumerate(words)):
        return []
    return [(len(telling), Fragment(Span(tokens[first].start(), tokens[last].end()), other))]


def _small(word: str) -> tuple[str, ...]:
    """The languages that have `word` as a small word; capitals are an acronym (UN, DES)."""
    return () if word.isupper() and len(word) > 1 else small_word_languages(word)
