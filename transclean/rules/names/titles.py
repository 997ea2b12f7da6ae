"""Titles before names: one mechanism, driven by the `[titles]` sections of the locale files.

A line there is `"form" = "English"`, under the rule that mends it: the form exactly as it is written (with and without
its stop are two lines), and the English title without stop, which `document.style` adds: `Mr`, `Ms`, `Miss`, `Mses`,
`Messrs`, `Dr`, `Prof`, `Msgr`, `H.E. Mr`; `Mr/Ms` where the form tells no gender; empty where English writes the bare
name. A form that could be something else says what it `needs` (all of them):

- `source`: the document is translated from that language, or has another, clear title of it;
- `sibling`: another title of that language is in the document, whatever the source;
- `loan`: as `source`, but without that evidence the change is proposed, not made: English novels have Herr and Señora;
- `known`: as `source`, and the surname occurs with a given name, or a verb of speech follows;
- `grammar`: as `source`, and the place fits a title and not an initial;
- `law`: a word for a lawyer or a court stands near;
- `full`: a given name or initial before the surname; else it is reported.

`each`: the form governs a list of names, and English repeats the title. `after`: the form follows the name.
Beside the tables, `known` lists names that make of title and name no person in translation (brands, works, persons whom
English knows by the foreign title).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from transclean.document import Document
from transclean.language.words import function_words
from transclean.locales.locale import SOURCE_LANGUAGES, load_locale
from transclean.rules.names.given_names import gender_of, is_given_name
from transclean.rules.names.person import (
    GAP,
    PARTICLES,
    Name,
    acts,
    begins_sentence,
    capitalised_before,
    figure_before,
    is_initial,
    is_thing,
    lower_case_before,
    read_name,
    read_names,
    read_placeholder,
    stands_alone,
    word_after,
)
from transclean.rules.rule import FLAG, UNSAFE, Find, Hit, Safety
from transclean.rules.tables import word_set
from transclean.style import Style
from transclean.text.protect import OPAQUE
from transclean.text.segment import Segment


@dataclass(frozen=True)
class Title:
    """A form of the tables; the same form in two languages is one title. See the module's docstring."""

    form: str
    english: str
    languages: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    each: bool = False
    after: bool = False


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Title]]:
    """Rule code -> form -> title."""
    tables: dict[str, dict[str, Title]] = {}
    for language in SOURCE_LANGUAGES:
        for code, forms in load_locale(language).section("titles").items():
            if not isinstance(forms, dict) or not code.startswith("NAME"):
                continue
            for form, entry in forms.items():
                table = tables.setdefault(code, {})
                languages = (*table[form].languages, language) if form in table else (language,)
                table[form] = _title(form, entry, languages)
    return tables


def _title(form: str, entry: str | dict[str, Any], languages: tuple[str, ...]) -> Title:
    if isinstance(entry, str):
        return Title(form, entry, languages)
    return Title(form, languages=languages, **{**entry, "needs": frozenset(entry.get("needs", ()))})


def titles_of(code: str, *, after: bool = False) -> dict[str, Title]:
    """The titles that rule `code` mends: those before names, or `after` them."""
    return {form: title for form, title in _tables().get(code, {}).items() if title.after == after}


@lru_cache(maxsize=32)
def _known(languages: tuple[str, ...]) -> Sequence[str]:
    return [name for language in languages for name in load_locale(language).section("titles").get("known", [])]


def render(english: str, style: Style) -> str:
    """An English title of the tables as `style` writes it: `H.E. Mr` -> `H.E. Mr.`."""
    if english == "Miss":
        return style.title("Ms") if style.miss == "ms" else "Miss"
    if english == "Msgr" and not style.title_stop:
        return "Mgr"  # the British form
    return " ".join(word if word.endswith(".") else style.title(word) for word in english.split())


# Patterns.

_NAME_START = r"(?:[A-Z\u00c0-\u00de\u0100-\u017d\u0400-\u042f%{$<]|d[eu'’]|v[ao]n |l[ae] |[ae]l-|te[nr] |bin )"


def form_alternatives(forms: Sequence[str]) -> str:
    """`forms` as alternatives of a regular expression, longest first; a space in one may be any space."""
    ranked = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0]?") for form in ranked)


def triggers(code: str) -> Callable[[], Sequence[str]]:
    """The trigger of a rule of titles before names: a form and the beginning of a name."""

    def patterns() -> list[str]:
        made = []
        for stopped in (True, False):
            for latin in (True, False):  # the trigger dialect knows word boundaries of ASCII only
                forms = [f for f in titles_of(code) if f.endswith(".") == stopped and f[0].isascii() == latin]
                if forms:
                    gap = rf"[ \t\u00a0\u202f\r\n]{{{0 if stopped else 1},3}}"
                    edge = r"\b" if latin else ""
                    made.append(rf"{edge}(?:{form_alternatives(forms)}){gap}{_NAME_START}")
        return made

    return patterns


@lru_cache(maxsize=32)
def _pattern(code: str) -> re.Pattern[str]:
    forms = form_alternatives(list(titles_of(code)))
    return re.compile(
        rf"(?<![\w.'’-])(?P<article>[Tt]he{GAP})?(?<![\w.])(?P<form>{forms})(?:(?<=\.){GAP}?|{GAP})(?=[\w{OPAQUE}])"
    )


@lru_cache(maxsize=64)
def _other_titles(languages: tuple[str, ...], form: str, *, clear: bool) -> str:
    """A pattern for titles of `languages` other than `form`, before a capital; `clear`: those that need nothing."""
    bare = form.rstrip(".")
    forms = {
        title.form
        for table in _tables().values()
        for title in table.values()
        if set(title.languages) & set(languages) and title.form.rstrip(".") != bare and not (clear and title.needs)
    }
    if not forms:
        return r"(?!)"
    return rf"(?<![\w.])(?:{form_alternatives(sorted(forms))})\s?[A-Z\u00c0-\u00de\u0400-\u042f]"


# Evidence.


def spoken(title: Title, document: Document) -> bool:
    """Whether the document is translated from a language of `title`, or shows another clear title of it."""
    if document.mentions(_other_titles(title.languages, title.form, clear=True)):
        return True
    return document.source_is(*title.languages) and not _rests_on(title, document)


def _rests_on(title: Title, document: Document) -> bool:
    """Whether all that speaks for the source language is `title`, or others that English borrows: Herr and Frau."""
    if document.source != "auto":
        return False
    loans = {other.form for table in _tables().values() for other in table.values() if "loan" in other.needs}
    seen = (evidence.rpartition(": ")[2].split() for evidence in document.guess.evidence)
    return all(title.form in words or loans.issuperset(words[:1] or [""]) for words in seen)


def given_names_of(surname: str, document: Document) -> list[str]:
    """The words that stand before `surname` in the document as a given name does."""
    return _given_names(document.text).get(surname, [])


_PAIR = re.compile(r"\b(?P<given>[^\W\d_][\w-]+)(?= (?:(?:de|van|von|der|bin|al) ){0,3}(?P<surname>[^\W\d_][\w-]*\w))")


@lru_cache(maxsize=4)
def _given_names(text: str) -> dict[str, list[str]]:
    """Surname -> the capitalised words, no titles, that stand before it. One pass, so that many titles stay linear."""
    table: dict[str, list[str]] = {}
    for match in _PAIR.finditer(text):
        given = match["given"]
        if given[0].isupper() and match["surname"][0].isupper() and given.lower() not in _NO_NAMES:
            table.setdefault(match["surname"], []).append(given)
    return table


_NO_NAMES = word_set("mr mrs ms dr prof the said and but with for herr frau mme mlle pan bay sr sra president in")
_LAW = re.compile(
    r"\b(?:lawyers?|attorneys?|counsels?|barristers?|solicitors?|notar(?:y|ies)|advocates?|bailiffs?|defen[cs]e|courts?"
    r"|hearings?|trial|plead(?:s|ed)?|prosecution|bar association)\b"
)
_NEAR = 160  # characters
_REFERENCE = re.compile(r"\s?\(|\s(?:et al|and co-?workers)|,?\s(?:1[89]|20)\d\d\b|,\s(?!M\.)[^\W\d_]\.")
_AUTHOR = re.compile(r"\b(?!M\.)[A-Z]\. [A-Z][a-z]+")


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : end + _NEAR]


def _is_known(title: Title, name: Name, text: str, document: Document) -> bool:
    first = word_after(text, name.end)
    return (acts(text, name.end) and first not in ("is", "was")) or bool(given_names_of(name.surname, document))


def _fits_grammar(title: Title, name: Name, segment: Segment, start: int, document: Document) -> bool:
    """Whether a title, and not an initial, can stand at `start`: see NAME003."""
    text = segment.text
    if any(is_initial(word) for word in name.words) or _REFERENCE.match(text, name.end):
        return False
    first = name.words[0]
    if name.is_full and text[name.start].isupper() and not is_given_name(first) and first.lower() not in PARTICLES:
        return False  # M. Night Shyamalan, but M. Le Drian
    if _AUTHOR.search(text[max(0, start - 60) : start]) or _AUTHOR.search(text[name.end : name.end + 60]):
        return False  # a list of authors
    given = given_names_of(name.surname, document)
    if any(word[0] == title.form[0] for word in given):
        return False
    if given or lower_case_before(text, start):
        return True
    return begins_sentence(text, start) and (acts(text, name.end) or word_after(text, name.end) in ("and", "M"))


def _verdict(title: Title, name: Name, segment: Segment, start: int, document: Document) -> Safety | bool:
    """Whether the title may be put into English: yes (True), no (False), or only as far as the `Safety` says."""
    text, needs = segment.text, title.needs
    if not needs:
        return True
    if capitalised_before(text, start) or name.words[0].lower() in function_words("en"):
        return False  # `Ken Griffey Sr.`; `The lights went On. He left`
    if not name.is_full and text[name.end : name.end + 1] == " " and word_after(text, name.end) in _OBJECTS:
        return False
    if "sibling" in needs and not document.mentions(_other_titles(title.languages, title.form, clear=False)):
        return False
    if needs & {"source", "known", "grammar"} and not spoken(title, document):
        return False
    if "known" in needs and not _is_known(title, name, text, document):
        return False
    if "grammar" in needs and not _fits_grammar(title, name, segment, start, document):
        return False
    if "law" in needs and not (_LAW.search(_near(text, start, name.end)) and document.source_may_be(*title.languages)):
        return False
    if "full" in needs and not name.is_full:
        return FLAG
    if "loan" in needs and not spoken(title, document):
        return UNSAFE
    return True


# The mechanism.

_ENGLISH_TITLE = re.compile(rf"(?:Dr|Prof|Professor)\b\.?{GAP}?(?=\w)")
# English has this abbreviation too: of Sister, and of senior (Sr. Vice President Carla Hayes).
_SISTER_OR_SENIOR = frozenset({"Sr", "Sr."})
_POSTS = word_set(
    "vice president director manager engineer software developer designer analyst editor producer adviser advisor "
    "counsel officer partner consultant scientist researcher associate administrator accountant architect executive "
    "specialist technician coordinator lecturer correspondent writer pastor"
)
_HIGHER = frozenset(("Doktor", "Direktor", "Professor", "Minister", "General", "Graf", "Baron", "Pfarrer", "Oberst"))
# The object of an order, no name before it: Turn the switch to On. Hold it.
_OBJECTS = word_set("it them this that these those the a an your")


def find_titles(code: str) -> Find:
    """What finds the titles of rule `code` before names."""

    def find(segment: Segment, document: Document) -> Iterator[Hit]:
        table = titles_of(code)
        for match in _pattern(code).finditer(segment.text):
            form = match["form"].replace("\u00a0", " ")
            title = table.get(form) or _respaced(table, form)
            hit = _hit(match, title, segment, document)
            if hit is None:
                continue
            if document.tells_of_the_past:
                return  # Mlle Clairon and Herr von Grimm keep the titles of their time
            yield hit

    return find


def _respaced(table: dict[str, Title], form: str) -> Title:
    packed = form.replace(" ", "")
    return next(title for title in table.values() if title.form.replace(" ", "") == packed)


def _hit(match: re.Match[str], title: Title, segment: Segment, document: Document) -> Hit | None:
    text = segment.text
    start = match.start("form")
    academic = _ENGLISH_TITLE.match(text, match.end())
    if academic and title.english in ("Mr", "Ms", ""):
        # Herr Dr. Weber: the higher title stays alone.
        person = read_name(text, academic.end())
        ok = person is not None and _verdict(title, person, segment, start, document) is True
        return Hit(start, match.end(), "") if ok else None
    if title.each:
        return _repeated(match, title, segment, document)
    name = read_name(text, match.end()) or read_placeholder(segment, match.end())
    if name is None or is_thing(segment, start, name, title.form, _known(title.languages)):
        return None
    if name.words[0] in _HIGHER:
        return None  # Herr Doktor Faust has a title that is not to be left alone in English
    if title.form in _SISTER_OR_SENIOR and (
        gender_of(name.words[0]) == "f" or any(word.lower() in _POSTS for word in name.words)
    ):
        return None
    verdict = _verdict(title, name, segment, start, document)
    if verdict is False:
        return None
    if verdict is FLAG:
        return Hit(start, name.end, _royal(title, name, text), FLAG)
    english = title.english
    if "/" in english:
        gender = _gender(name, document)
        if gender is None:
            return Hit(start, name.end, None, FLAG, "A title that does not tell Mr. from Ms.")
        english = "Mr" if gender == "m" else "Ms"
    if match["article"] and stands_alone(text, name.end):
        start = match.start("article")
    written = render(english, document.style)
    husband = _husband(title, document.style).search(text[max(0, start - 20) : start]) if english == "Ms" else None
    if husband:
        # A couple: English says Mr. and Mrs., whatever the other title alone becomes.
        couple = f"{render('Mr', document.style)} and {render('Mrs', document.style)} "
        return Hit(start - len(husband.group()), match.end(), couple)
    gap = text[match.end("form") : match.end()]
    joint = _foreign_joint(title, text, match.end())
    if joint:
        return Hit(start, joint[1], f"{written} {text[match.end() : joint[0]]}and", _safety(verdict))
    # A line break of hard-wrapped text stays.
    written += gap if "\n" in gap else " "
    return Hit(start, match.end(), written if english else "", _safety(verdict))


@lru_cache(maxsize=64)
def _husband_forms(languages: tuple[str, ...]) -> str:
    forms = {
        title.form
        for table in _tables().values()
        for title in table.values()
        if title.english == "Mr" and set(title.languages) & set(languages)
    }
    return form_alternatives(sorted(forms))


def _husband(title: Title, style: Style) -> re.Pattern[str]:
    """What stands before the title of a wife: `M. et |Mme Dupont`, or already in English, `Mr. and |Mme Dupont`."""
    forms = f"{_husband_forms(title.languages)}|{re.escape(style.title('Mr'))}"
    return re.compile(rf"(?<![\w.])(?:{forms}){GAP}(?:and|et|und|y|e|&){GAP}$")


def _safety(verdict: Safety | bool) -> Safety | None:
    return verdict if isinstance(verdict, Safety) else None


def _foreign_joint(title: Title, text: str, start: int) -> tuple[int, int] | None:
    """Where a foreign conjunction stands in the list of names after a plural title: `Mmes Dupont |et| Durand`."""
    if title.english not in ("Mses", "Messrs", "Profs"):
        return None
    listed = read_names(text, start)
    if listed is None or listed[1] in ("and", "&"):
        return None
    last_but_one, last = listed[0][-2:]
    place = text.index(listed[1], last_but_one.end, last.start)
    return place, place + len(listed[1])


def _repeated(match: re.Match[str], title: Title, segment: Segment, document: Document) -> Hit | None:
    """`MM. Dupont, Martin et Durand` -> `Mr. Dupont, Mr. Martin and Mr. Durand`."""
    text = segment.text
    listed = read_names(text, match.end())
    if figure_before(text, match.start("form")):
        return None  # $12 MM. Sequoia and Accel led it
    if listed is None or is_thing(segment, match.start("form"), listed[0][0], title.form, _known(title.languages)):
        return None
    names, conjunction = listed
    written = render(title.english, document.style)
    parts: list[str] = []
    position = match.start("form")
    for name in names:
        between = text[position : name.start] if parts else ""
        parts.append(between.replace(conjunction, "and") + written + " " + text[name.start : name.end])
        position = name.end
    return Hit(match.start("form"), position, "".join(parts))


def _royal(title: Title, name: Name, text: str) -> str | None:
    """The proposal for a title before a bare given name: that of a queen, if it is one's."""
    for language in title.languages:
        rank = load_locale(language).section("titles").get("royals", {}).get(name.surname)
        if rank and len(name.words) == 1:
            return f"{rank} {text[name.start : name.end]}"
    return None


def _gender(name: Name, document: Document) -> str | None:
    if name.is_full:
        return gender_of(name.words[0])
    genders = {gender_of(word) for word in given_names_of(name.surname, document)} - {None}
    return genders.pop() if len(genders) == 1 else None
