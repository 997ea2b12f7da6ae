"""Names of persons in running text: where one ends, what stands around it, and when it is no person at all.

Shared by every rule about titles. A name is a run of capitalised words, initials (`J.-P.`) and particles (`de`, `von`,
`al-`); the words around it tell a title (`Sr. Morsi said`) from an initial (`J. M. Barrie`), a suffix (`Ken Griffey
Sr.`) or a piece of a work's title (`"Mme de Sade"`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transclean.language.words import function_words
from transclean.rules.english import MONTH_PATTERN, MONTHS, WEEKDAYS, ends_noun_phrase
from transclean.rules.tables import word_set
from transclean.rules.verbs import is_finite_verb
from transclean.text.protect import OPAQUE
from transclean.text.segment import Segment

GAP = r"(?:[ \t\u00a0\u202f]{1,2}|[ \t]?\r?\n[ \t]*)"
"""Between the words of a name: a space of any kind, or the line break of hard-wrapped text."""

_GAP = re.compile(GAP)
_WORD = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*(?![^\W\d_])|[^\W\d_]+(?:['’ʼ\-\u2011][^\W\d_]+)*")
_MAX_WORDS = 7

PARTICLES = word_set(
    "de del della delle dello der den des di dos das du da d von vom van zu zum zur af av al el ul bin ibn ben "
    "bint abu la le las los ten ter te"
)
"""Lower-case words inside a name, before a capitalised one."""

# Never part of a name when they follow one: "Mme Dupont Tuesday".
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})


@dataclass(frozen=True)
class Name:
    """Characters `start` to `end` of a text; `words` are its capitalised words and initials, without particles."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def is_full(self) -> bool:
        """Whether it has more than a surname: `Ana Ruiz`, `P. Jansen`."""
        return len(self.words) > 1


def is_initial(word: str) -> bool:
    return word.endswith(".")


def is_capitalised(word: str) -> bool:
    """Whether `word` can stand in a name: `Ruiz`, `d'Estaing`, `al-Assad`, `McDonald`."""
    if word[:1].isupper():
        return word != "I"
    head, _, tail = word.replace("’", "-").replace("'", "-").partition("-")
    return head in {*PARTICLES, "l"} and tail[:1].isupper()


def read_name(text: str, start: int) -> Name | None:
    """The name that begins at `start`, as long as it goes; None if there is none."""
    words: list[str] = []
    position = end = start
    for _ in range(_MAX_WORDS):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match.group()
        possessive = word[-2:] in ("'s", "’s")
        stop = match.end() - 2 * possessive
        word = word[:-2] if possessive else word
        if is_capitalised(word) and word not in (_CALENDAR if words else WEEKDAYS):
            words.append(word)
            end = stop
        elif word not in PARTICLES:
            break
        gap = None if possessive else _GAP.match(text, stop)
        if gap is None:
            break
        position = gap.end()
    if all(is_initial(word) for word in words):
        return None
    return Name(start, end, tuple(words))


def read_placeholder(segment: Segment, start: int) -> Name | None:
    """The placeholder that begins at `start`, where a program puts a name: `Mme %s`, `Frau {name}`."""
    text = segment.text
    if text[start : start + 1] != OPAQUE or segment.raw[start] not in "%{$<":
        return None
    end = start
    while text[end : end + 1] == OPAQUE:
        end += 1
    return Name(start, end, (segment.raw[start:end],))


_CONJUNCTION = re.compile(rf",?{GAP}(?P<word>and|et|y|e|und|ve|&){GAP}|,{GAP}")


def read_names(text: str, start: int) -> tuple[list[Name], str] | None:
    """The names of a list that begins at `start` (`Dupont, Martin et Durand`), and the last conjunction in it.

    None if there are fewer than two, or no conjunction before the last.
    """
    first = read_name(text, start)
    if first is None:
        return None
    names = [first]
    while joint := _CONJUNCTION.match(text, names[-1].end):
        following = read_name(text, joint.end())
        if following is None:
            break
        names.append(following)
        if joint["word"]:
            return names, joint["word"]
    return None


# What stands before.

_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.'’-]*)(?P<comma>,?)\s{1,2}$")
_FIGURE_BEFORE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\s?$)\d+\s?$|(?<!\d)\d{3}\s?,\s?$")
_INITIAL_BEFORE = re.compile(r"(?<![\w.])[A-ZÀ-ÖØ-ÞĀ-ŽЀ-Я]\.\s?$")
_TWO_CAPITALISED = re.compile(r"(?P<first>[^\W\d_][\w.'’-]+)\s[^\W\d_][\w.'’-]+,\s{1,2}$")
_TITLES_BEFORE = word_set("M. Mr Mr. Ms Ms. Mrs Mrs. Mme Mme. Mlle Dr Dr. Sr Sr. Sra Sra. Herr Frau Pan Pani Bay Sig.")
_OPENERS = word_set(
    "according although during however meanwhile though through today tomorrow until while yesterday against "
    "because before between dear despite since last later now once then under unlike asked said"
)
# What a sentence begins with that asks or orders something: Ask Herr Vogel.
_ORDERS = word_set(
    "ask call contact email find follow give greet help inform invite let meet notify remind see send show tell thank "
    "visit welcome write"
)
_STREETS = re.compile(
    r"(?i:\b(?:rue|place|avenue|boulevard|bd|quai|square|impasse|all[ée]e|calle|avenida|plaza|paseo|rua|pra[çc]a|via"
    r"|piazza|corso|platz|stra(?:ß|ss)e|ulica|street|lyc[ée]e|coll[èe]ge|h[ôo]pital|h[ôo]tel|chez|caf[ée]|restaurant|cuv[ée]e|domaine|villa|pensione?|casa|residencial"
    r"|maison|quinta|pousada|librairie)(?:\s(?:de\sla|de|du|des|da|do|del|della))?)\s$"
)


def _lead(text: str, start: int) -> str:
    return text[max(0, start - 60) : start]


def capitalised_before(text: str, start: int) -> bool:
    """Whether a word of a name (or a figure) stands right before `start`: what follows is then a suffix or an initial.

    `Ken Griffey |Sr.`, `Robert Downey, |Sr.`, `J. |M. Barrie`, `Prof. |M. Subotowicz`; not `The |Sr.`.
    """
    lead = _lead(text, start)
    if figure_before(text, start):
        return True  # 146 Hr. (before Christ, in Romanian)
    if _INITIAL_BEFORE.search(lead):
        return True
    match = _BEFORE.search(lead)
    if match is None or not match["word"][0].isupper():
        return False
    if match["comma"]:
        pair = _TWO_CAPITALISED.search(lead)
        if pair is None or not pair["first"][0].isupper():
            return False
        # `In Madrid, |Sr. López` and `M. Juppé, |M. Fillon` hold no full name.
        return pair["first"].lower() not in function_words("en") and pair["first"] not in _TITLES_BEFORE
    word = match["word"]
    if word.endswith("."):
        # A title (Prof.) or an abbreviation; a longer word ends a sentence.
        return len(word) <= 6
    plain = word.lower()
    if plain in _ORDERS and begins_sentence(text, start - len(lead) + match.start()):
        return False
    return plain not in function_words("en") and plain not in _OPENERS and word not in _CALENDAR


def figure_before(text: str, start: int) -> bool:
    """Whether a figure that is no year stands right before `start`: `$12 |MM.`, not `In 2012 |M. Sarkozy`."""
    return _FIGURE_BEFORE.search(_lead(text, start)) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    lead = _lead(text, start).rstrip(" \t\n\r\"“«'‘([")
    return not lead or lead[-1] in ".!?:"


_LOWER_BEFORE = re.compile(r"(?:\b[a-z][\w'’-]*|\b\d{4}|[,;\"”’)»])\s{1,2}[\"“‘'(]?$")


def lower_case_before(text: str, start: int) -> bool:
    """Whether a lower-case word, a year or a comma stands before `start`, as before a title in mid-sentence."""
    return _LOWER_BEFORE.search(_lead(text, start)) is not None


# What stands after.

_NEXT_WORD = re.compile(r",?\s{1,2}([^\W\d_][\w'’-]*)")


def word_after(text: str, end: int) -> str:
    """The next word, if only a space or a comma is between; else an empty string."""
    match = _NEXT_WORD.match(text, end)
    return match.group(1) if match else ""


def acts(text: str, end: int) -> bool:
    """Whether a verb follows the name that ends at `end`: `M. Firer| was voting`."""
    return is_finite_verb(word_after(text, end))


def stands_alone(text: str, end: int) -> bool:
    """Whether no noun and no relative follows the name that ends at `end`, and so no article can belong before it.

    `the Mr. Duncan| said` and `the Dr. Weber|.`, but not `the Mr. Bean| films` or `the Mr. Smith| of the film`.
    """
    if text[end : end + 1] == ",":
        return word_after(text, end) not in _RELATIVE or word_after(text, end) in _PRONOUNS
    if text[end : end + 1] in _JOINERS or not ends_noun_phrase(text, end):
        return False
    return word_after(text, end) not in _RELATIVE or _WHEN.match(text, end) is not None


# When or how something was said, not which one is meant.
_WHEN = re.compile(
    rf"\s(?:on\s(?:{'|'.join(WEEKDAYS)}|{MONTH_PATTERN}|\d)|in\s(?:{MONTH_PATTERN}|\d{{4}}\b|an?\s(?:recent\s|long\s)?"
    r"(?:interview|statement|report|article|editorial|letter|message|telephone|phone)\b))"
)
_JOINERS = frozenset("-\u2010\u2011/&")
_PRONOUNS = word_set("we he she they you it")  # after a comma no relative clause, but a new one
# The Mr. Smith to whom I wrote, here referred to, mentioned above: one of several.
_RELATIVE = (
    word_set("of from who whom whose that which about in on with to here there mentioned referred named called")
    | _PRONOUNS
)


# What is no person.

_THING = (
    r"(?:agency|album|award|band|bank|bar|book|brand|café|cafe|character|company|film|firm|foundation|group|hotel"
    r"|magazine"
    r"|model|movie|museum|novel|opera|painting|perfume|play|prize|restaurant|series|ship|show|song|store|street|wine)"
)
_THING_AFTER = re.compile(rf"\s?\((?:the\s)?{_THING}\b|,\s(?:an?|the)\s(?:\w+\s)?{_THING}\b|\s(?i:{_THING})s?\b")
# What the last word of a name makes a place or a body: Doña Ana County. Alone some are surnames: Mme Park.
_PLACES = word_set(
    "county township street road avenue square park bridge hospital school college university institute library "
    "stadium airport station lake river island islands valley beach bay mountain mountains hills cup prize award "
    "foundation fund"
)
_BRACKETED = re.compile(r"\s\(([^\W\d_]+)")
_WORDS_AND_MARKS = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = word_set("a an the of and in on at to for de du des la le les et di da del van von der die das in d' l'")


def is_thing(segment: Segment, start: int, name: Name, form: str, known: Sequence[str]) -> bool:
    """Whether the title `form` at `start` and `name` are no title and person: a brand, a work, an address, an initial.

    `known`: names that follow this title in brands and works, or whose bearers English knows by the foreign title.
    """
    text = segment.text
    spelled = " ".join(text[name.start : name.end].split())
    if any(spelled == k or spelled.startswith(k + " ") for k in known):
        return True
    if name.is_full and name.surname.lower() in _PLACES:
        return True
    if _THING_AFTER.match(text, name.end) or _STREETS.search(_lead(text, start)):
        return True
    bracketed = _BRACKETED.match(text, name.end)
    if bracketed and len(bracketed[1]) > len(form.rstrip(".")) and bracketed[1].startswith(form.rstrip(".")):
        return True  # M. Soligo (Maria)
    before, after = text[start - 1 : start], text[name.end : name.end + 1]
    if before and before in "*_‘'" and after and after in "*_’'":
        return True
    quotation = segment.quotation_at(start, name.end)
    return quotation is not None and _is_title_of_work(text[quotation.start : quotation.end], form)


def _is_title_of_work(quoted: str, form: str) -> bool:
    """Whether a quotation reads as the title of a work, or as foreign words: short, without an English verb."""
    words = _WORDS_AND_MARKS.findall(quoted)
    if len(words) > 6 or quoted.rstrip()[-1:] in ".!?":
        return False
    return all(word[0].isupper() or word in _SMALL or word == form for word in words)
