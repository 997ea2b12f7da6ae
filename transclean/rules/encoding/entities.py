"""ENC014 to ENC016: HTML entities in text that is not HTML: whole, escaped twice, broken by a tokeniser."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from html.entities import name2codepoint

from transclean.document import Document
from transclean.rules.encoding.mentions import mentions_escapes
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Hit, Rule, Stage
from transclean.text.segment import Segment

_BODY = r"(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7})"
_ENTITY = re.compile(rf"&(?P<body>{_BODY});")
_TWICE = re.compile(rf"&amp;(?:amp;){{0,4}}{_BODY};")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>")
_MOST_LEVELS = 4


def _is_entity(body: str) -> bool:
    """Whether `body`, what stands between & and ;, is one of HTML 4's names, apos, or the number of a character."""
    if body.startswith("#"):
        number = int(body[2:], 16) if body[1] in "xX" else int(body[1:])
        return 9 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return body in name2codepoint or body == "apos"


def _character(body: str) -> str:
    """The character that an entity says. Numbers 128 to 159 are Windows-1252, as in HTML 5."""
    return html.unescape(f"&{body};")


def _is_markup(segment: Segment) -> bool:
    """Whether entities are in their place in the paragraph: it has tags, or speaks of markup."""
    return bool(_TAG.search(segment.raw)) or mentions_escapes(segment)


def _find_entities(segment: Segment, document: Document) -> Iterator[Hit]:
    if _is_markup(segment):
        return
    text = segment.text
    for match in _ENTITY.finditer(text):
        if _is_entity(match["body"]) and not _TWICE.match(text, match.start()):
            yield Hit(match.start(), match.end(), _character(match["body"]))


def _find_escaped_twice(segment: Segment, document: Document) -> Iterator[Hit]:
    if _is_markup(segment):
        return
    for match in _TWICE.finditer(segment.text):
        if not _is_entity(match.group().rpartition("&amp;")[2].rpartition("amp;")[2].rstrip(";") or "amp"):
            continue
        plain = match.group()
        for _ in range(_MOST_LEVELS):
            plain = html.unescape(plain)
        yield Hit(match.start(), match.end(), plain)


# Names that no sentence has between an ampersand and a semicolon; `copy`, `cent` or `and` could be words.
_UNMISTAKABLE = re.compile(
    r"(?:quot|amp|apos|lt|gt|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|euro"
    r"|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|szlig|[ao]elig)"
)


@lru_cache(maxsize=1)
def _broken() -> re.Pattern[str]:
    """An entity with spaces inside, or without its semicolon before a space or a mark."""
    name = rf"(?P<name>{_UNMISTAKABLE.pattern})"
    number = r"#\s?(?P<number>[xX][0-9a-fA-F]{2,5}|\d{2,5})"
    return re.compile(rf"&\s?(?:amp\s?;\s?)*(?:{name}|{number})(?:\s?;|(?![\w;=]))")


def _find_broken(segment: Segment, document: Document) -> Iterator[Hit]:
    if _is_markup(segment):
        return
    for match in _broken().finditer(segment.text):
        start, end = match.span()
        if _ENTITY.fullmatch(match.group()) or _TWICE.fullmatch(match.group()):
            continue
        bare = not match.group().endswith(";")
        if bare and (re.match(r"&\s", match.group()) or _is_address(segment.text, start)):
            continue  # R & D: a sign with a space, and no semicolon
        body = match["name"] or f"#{match['number']}"
        if _is_entity(body):
            yield Hit(start, end, _character(body))


def _is_address(text: str, place: int) -> bool:
    """Whether the word that runs up to `place` has the marks of a query: ?a=1&lt=2."""
    word = re.search(r"\S*$", text[max(0, place - 80) : place])
    return bool(word and re.search(r"[=?/]", word.group()))


_TRIGGERS = (rf"&{_BODY};",)

ENC014 = Rule(
    code="ENC014",
    name="html-entity",
    summary="HTML entity in plain text",
    why="""Translation services answer in HTML unless asked not to, and &#39;, &quot; and &amp; stay in the text: the
    most frequent artefact measured after quotes. Names of HTML 4 and numbers are decoded, with their semicolon. In
    a paragraph with tags, or one that speaks of HTML, the escapes are in their place.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=_TRIGGERS,
    find=_find_entities,
    fixes=(
        ("It&#39;s the minister&#39;s turn.", "It's the minister's turn."),
        ("&quot;Yes,&quot; he said.", '"Yes," he said.'),
        ("Johnson &amp; Johnson", "Johnson & Johnson"),
        ("5&nbsp;%", "5\u00a0%"),
        ("caf&eacute;", "café"),
        ("&lt;&lt; Oui &gt;&gt;", "<< Oui >>"),
        ("It&#x27;s &#8220;over&#8221;&hellip; &#150; or not", "It's “over”… – or not"),
    ),
    keeps=(
        "AT&T",
        "R&D; sales",
        "https://example.org/?a=1&copy=2",
        "<p>Fish &amp; chips</p>",
        "`&#39;` is the apostrophe entity",
        "profit & loss; cut &paste; the &#0; and &#1234567;",
    ),
)

ENC015 = Rule(
    code="ENC015",
    name="html-entity-escaped-twice",
    summary="HTML entity escaped twice",
    why="""Text that went through two programs that escape: &amp;#39; is &#39; with its ampersand escaped again. It is
    decoded until nothing is left to decode.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=(rf"&amp;(?:amp;){{0,4}}{_BODY};",),
    find=_find_escaped_twice,
    fixes=(
        ("It&amp;#39;s", "It's"),
        ("&amp;quot;No&amp;quot;", '"No"'),
        ("A &amp;amp; B", "A & B"),
        ("&amp;lt;b&amp;gt;", "<b>"),
        ("caf&amp;amp;eacute;", "café"),
    ),
    keeps=(
        "Write &amp;amp; in HTML to show &amp;",
        "`&amp;quot;`",
        "Smith &amp;Sons; others",
        "<td>A &amp;amp; B</td>",
    ),
)

ENC016 = Rule(
    code="ENC016",
    name="html-entity-broken",
    summary="HTML entity broken by spaces, or without its semicolon",
    why="""A tokeniser that ran before the text was decoded parts & quot ; and &# 39 ; into pieces, or drops the
    semicolon. Only names that cannot be words (quot, not copy) are joined again; the rules of spacing then close the
    gaps.""",
    safety=SAFE,
    stage=Stage.ENCODING,
    targets=("*",),
    trigger=(
        rf"&[ \t]?(?:amp[ \t]?;[ \t]?)*(?:{_UNMISTAKABLE.pattern}|#[ \t]?\d{{2,5}}|#[ \t]?[xX][0-9a-fA-F]{{2,5}})\b",
        rf"&\r?\n{_BODY}[ \t]?;",
    ),
    find=in_prose(_find_broken),
    fixes=(
        ("He said & quot ; yes & quot ;", 'He said " yes "'),
        ("it &# 39; s", "it ' s"),
        ("R & amp ; D", "R & D"),
        ("Mars & #39; moons", "Mars ' moons"),
        ("He said &quot yes &quot.", 'He said " yes ".'),
        ("& amp ; quot ; no & amp; #39 ;", "\" no '"),
    ),
    keeps=(
        "A & B; C & D",
        "& so on",
        "Q & A; then lunch",
        "cut & copy; a & cent; this & that;",
        "https://example.org/?a=1&lt=2",
        "It&#39;s",
        "plan & amp up",
    ),
)

RULES = (ENC014, ENC015, ENC016)
