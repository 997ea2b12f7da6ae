"""Markdown and tags that an engine has put spaces into, or has lost a half of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.language.words import scores
from transclean.rules.machine._raw import before, opens_line, outside_code
from transclean.rules.prose import in_prose
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

# Markdown.

_URL = r"(?:https?://|www\.|mailto:)[^\s()]+"
_LINK_GAP = re.compile(rf"\[(?P<text>[^\[\]\n]*[^\W\d_]{{2}}[^\[\]\n]*)\](?P<gap>[ ]+)(?=\([ ]?{_URL}[ ]?\))")
_LINK_TEXT = re.compile(
    r"\[(?P<text>[ ][^\[\]\n]*|[^\[\]\s][^\[\]\n]*[ ])\](?=\((?:\w+:|/|#|\.{1,2}/|\w[\w/-]*\.)[^()\s]*\))"
)
_LINK_TARGET = re.compile(rf"(?<=\]\()(?:[ ]+({_URL})[ ]*|({_URL})[ ]+)(?=\))")
_IMAGE = re.compile(
    r"(?:(?m:^)|(?<=[ ]))![ ]+(?=\[[^\[\]\n]*\]\([^()\s]+\.(?:png|jpe?g|gif|svg|webp)\))", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<![*_~\w\\])(?P<open>\*\*|__|~~)(?![*_~])|(?<![*_~\\])(?P<close>\*\*|__|~~)(?![*_~\w])")
# A pointer of C: const char **argv
_C_TYPE = re.compile(r"\b(?:char|int|void|float|double|const|struct|long|short|unsigned|size_t|FILE|bool)[ ]?\Z")
_WORDS_IN_EMPHASIS = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}|[^\W\d_]{2,}", re.DOTALL)


def _find_markdown(segment: Segment, _: Document) -> Iterator[Hit]:
    for match in outside_code(_LINK_GAP, segment):
        if match["text"].strip().lower() != "sic":
            yield Hit(match.start("gap"), match.end("gap"), "")
    for match in outside_code(_LINK_TEXT, segment):
        if re.search(r"[^\W\d_]{2}", match["text"]):
            yield Hit(match.start("text"), match.end("text"), match["text"].strip())
    for match in outside_code(_LINK_TARGET, segment):
        yield Hit(match.start(), match.end(), match[1] or match[2])
    for match in outside_code(_IMAGE, segment):
        yield Hit(match.start(), match.end(), "!")
    yield from _find_emphasis(segment)


def _find_emphasis(segment: Segment) -> Iterator[Hit]:
    """Pairs of marks on one line, from the left, with spaces inside."""
    raw = segment.raw
    opening: re.Match[str] | None = None
    for match in outside_code(_EMPHASIS, segment):
        if opening is None or "\n" in raw[opening.end() : match.start()] or opening.group() != match.group():
            opening = match if match["open"] else None
            continue
        inside = raw[opening.end() : match.start()]
        stripped = inside.strip(" ")
        closes = raw[match.end() : match.end() + 1]
        if _C_TYPE.search(before(raw, opening.start())) or stripped.startswith(("'", "’", ")", ",")):
            opening = None
            continue
        if inside != stripped and not closes.isalnum() and _WORDS_IN_EMPHASIS.fullmatch(_letters_at_edges(stripped)):
            yield Hit(opening.end(), match.start(), stripped, _emphasis_safety(raw, opening, stripped))
        opening = None


def _letters_at_edges(text: str) -> str:
    """`text` without the punctuation around it; empty where it ends as no emphasis does."""
    return "" if text.endswith((",", "(")) else text.strip("\"“”'’‘().,:;!?…«» ")


def _emphasis_safety(raw: str, opening: re.Match[str], text: str) -> Safety | None:
    """Unsafe where the marks may be something else: blanks to fill in, footnote signs, a banner in capitals."""
    first = opens_line(raw, opening.start())
    if opening.group() == "__":
        words = text.split()
        return None if first and len(words) <= 4 and not scores(words[-1]) else UNSAFE
    if first and text.endswith((".", "!", "?")):
        return UNSAFE
    return UNSAFE if text.isupper() else None


MT022 = Rule(
    code="MT022",
    name="broken-markdown",
    summary="Markdown with spaces that undo it",
    why="CommonMark reads ** as bold only without a space inside, and a link only where ]( touch. Engines put "
    "spaces there. Numbers and single letters between the marks are arithmetic; __ with a longer text may be "
    "blanks to fill in.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"\*\* [^\n*]+\*\*",
        r"\*\*[^\n*]+ \*\*",
        r"__ [^\n_]+__",
        r"__[^\n_]+ __",
        r"~~ [^\n~]+~~",
        r"~~[^\n~]+ ~~",
        r"\] {1,3}\( ?(?:https?:|www\.|mailto:)",
        r"\[ [^\]\n]+\]\(",
        r"[^\[\n] \]\(",
        r"\]\( ?(?:https?:|www\.|mailto:)[^\n() ]+ ",
        r"\]\( (?:https?:|www\.|mailto:)",
        r"! {1,3}\[[^\]\n]*\]\(",
    ),
    find=in_prose(_find_markdown),
    targets=("*",),
    masked=False,
    fixes=(
        ("This is ** important ** news.", "This is **important** news."),
        ("[the report] (https://example.org)", "[the report](https://example.org)"),
        ("[ the report ](https://example.org)", "[the report](https://example.org)"),
        ("__ note __ that", "__note__ that"),
        ("**Important: ** read ** this** first.", "**Important:** read **this** first."),
        ("[the report]( https://example.org )", "[the report](https://example.org)"),
        ("! [A map](map.png)", "![A map](map.png)"),
        ("~~ old price ~~ new price", "~~old price~~ new price"),
        Example("Ceci est ** important **.", "Ceci est **important**.", target="fr"),
    ),
    keeps=(
        "2 ** 3 ** 2",
        "a * b * c",
        "* item one\n* item two",
        "[a] (b)",
        "f(x) = x ** 2",
        "the **first** and the **second** time",
        "as reported [1] (https://example.org)",
        "- [ ] buy milk\n- [x] buy bread",
        "- [ ](https://example.org)",
        "Wow! [the report](https://example.org)",
        "def f(** kwargs, ** options)",
        "passing char **' as argument 1 of test(const char **) adds qualifiers",
        "main takes int argc and char ** argv and char ** envp",
        "match = /(chrome)[ \\/]([\\w.]+)/.exec(ua)",
        "Name ____ Date ____",
        "Use `** x **`.",
    ),
)


# Tags.

_INLINE = (
    "a|b|i|u|s|em|strong|span|small|big|sup|sub|mark|q|font|code|kbd|cite|abbr|g|bpt|ept|ph|mrk|tt|del|ins|label|button"
)
_BLOCK = "p|div|li|ul|ol|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|section|article|header|footer|title|figure"
_VOID = "br|hr|img|wbr|input|bx|ex|x"
_ATTRIBUTE = r"\s+[A-Za-z][\w:-]*\s*=\s*(?:\"[^\"\n<>]*\"|'[^'\n<>]*'|“[^”\n<>]*”|[\w#.-]+)"


@lru_cache(maxsize=1)
def _tags() -> re.Pattern[str]:
    return re.compile(
        rf"<[ ]{{0,2}}(?P<slash>/?)[ ]{{0,2}}(?P<name>{_INLINE}|{_BLOCK}|{_VOID})"
        rf"(?P<attributes>(?:{_ATTRIBUTE}){{0,12}})"
        r"(?P<end>[ ]{0,2}/?[ ]{0,2})>",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _spaced_equals() -> re.Pattern[str]:
    return re.compile(r"\s+([A-Za-z][\w:-]*)\s*=\s*(\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|[\w#.-]+)")


def _tidy_tag(match: re.Match[str]) -> str:
    attributes = _spaced_equals().sub(
        lambda found: f" {found[1]}=" + found[2].replace("“", '"').replace("”", '"'), match["attributes"]
    )
    closed = "/" in match["end"]
    end = (" /" if match["end"].startswith(" ") else "/") if closed else ""
    return f"<{match['slash']}{match['name']}{attributes}{end}>"


def _is_html(tag: re.Match[str]) -> bool:
    """Whether a tag with attributes is sloppy, but good: spaces before > and round = are, other quotes are not."""
    return bool(tag["attributes"]) and tag.group()[1] != " " and "“" not in tag["attributes"]


def _find_tags(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    tags = list(outside_code(_tags(), segment))
    closings = {tag["name"].lower() for tag in tags if tag["slash"]}
    void = re.compile(_VOID, re.IGNORECASE)
    opened: list[tuple[re.Match[str], bool]] = []
    for tag in tags:
        name = tag["name"].lower()
        tidy = _tidy_tag(tag)
        broken = tidy != tag.group() and not _is_html(tag)
        # "5 < i > 3": a spaced opening tag is one only with its closing tag, an attribute, or a slash.
        sure = tag["slash"] or tag["attributes"] or name in closings or (void.fullmatch(name) and name != "x")
        if not sure:
            continue
        start, end = tag.span()
        if not tag["slash"]:
            opened.append((tag, broken))
        else:
            while opened and opened[-1][0]["name"].lower() != name:
                opened.pop()
            if opened:
                opening, opening_broken = opened.pop()
                padded = raw[opening.end() : opening.end() + 1] == " " and raw[tag.start() - 1] == " "
                if padded and (broken or opening_broken):
                    inside = raw[opening.end() : start]
                    yield Hit(opening.start(), end, _tidy_tag(opening) + inside.strip(" ") + tidy)
                    continue
        if broken:
            yield Hit(start, end, tidy)


MT023 = Rule(
    code="MT023",
    name="broken-tag",
    summary="tag with spaces inside",
    why="Engines tokenise tags: < b > Yes < / b >. Known names of HTML, XLIFF and subtitles only; an opening tag "
    'needs its closing tag or an attribute, so that "5 < i > 3" stays. Padding inside a broken pair goes with'
    " it.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"(?i)<(?: {1,2}| {0,2}/ {1,2}| {1,2}/ {0,2})[a-z][a-z0-9]{0,9}[ />]",
        r"(?i)</?[a-z][a-z0-9]{0,9} {1,2}>",
        r"(?i)<[a-z][a-z0-9]{0,9} {0,2}/ {1,2}>",
        r"(?i)<[a-z][a-z0-9]{0,9} [^<>\n]+ (?:=|>|/ >)",
        r"(?i)<[a-z][a-z0-9]{0,9} [^<>\n]+= ",
    ),
    find=_find_tags,
    targets=("*",),
    masked=False,
    fixes=(
        ("< b > Yes < / b >", "<b>Yes</b>"),
        ("</ p>", "</p>"),
        ("<i >no</i >", "<i>no</i>"),
        ("line one< br / >line two", "line one<br />line two"),
        (
            'see < a href = "https://example.org" > the report < /a >.',
            'see <a href="https://example.org">the report</a>.',
        ),
        ("< g id = “1” >Hello< / g >", '<g id="1">Hello</g>'),
        ("<b>Yes</ b> and <br/ > no", "<b>Yes</b> and <br/> no"),
    ),
    keeps=(
        "a < b and c > d",
        "if (i < p)",
        "x <- y",
        "5 < i > 3 is odd",
        "<b> Yes </b>",
        '<br /> and <img src="x.png" />',
        "use `< b >`",
        '<a href= "#top" >up</a>',
        "for p < q and q > r / s",
    ),
)


# Halves of tags.

_PAIRED = "b|i|u|em|strong|span|sup|sub|small|mark|font|g"


@lru_cache(maxsize=1)
def _inline_tags() -> re.Pattern[str]:
    return re.compile(rf"<(?P<slash>/?)(?P<name>{_PAIRED})(?P<attributes>\s[^<>\n]*)?(?<!/)>")


_SPOKEN_OF = re.compile(r"[ ](?:tags?|elements?|and|or|is|are|to|in|for)\b|[,`]")


def _balanced_in(document: Document, name: str) -> bool:
    """Whether the document as a whole closes as many of these as it opens: a pair may hold several paragraphs."""
    return document.count(rf"<{name}[ >]") == document.count(f"</{name}>")


def _find_unbalanced(segment: Segment, document: Document) -> Iterator[Hit]:
    raw = segment.raw
    tags = [
        tag for tag in outside_code(_inline_tags(), segment) if not _SPOKEN_OF.match(raw, tag.end()) or tag["slash"]
    ]
    opened: list[re.Match[str]] = []
    crossing: list[tuple[str, int]] = []  # closing tags that still have to come, and where the crossing began
    for tag in tags:
        if not tag["slash"]:
            opened.append(tag)
            continue
        names = [open_tag["name"] for open_tag in opened]
        if tag["name"] not in names:
            if not _balanced_in(document, tag["name"]):
                yield Hit(tag.start(), tag.end(), None)
            continue
        place = len(names) - 1 - names[::-1].index(tag["name"])
        late = [start for name, start in crossing if name == tag["name"]]
        if late:
            yield Hit(min(late), tag.end(), None, message="tags cross")
            crossing = [(name, start) for name, start in crossing if name != tag["name"]]
        crossing += [(name, tag.start()) for name in names[place + 1 :]]
        del opened[place]
    for tag in opened:
        if not _balanced_in(document, tag["name"]):
            yield Hit(tag.start(), tag.end(), None)


MT024 = Rule(
    code="MT024",
    name="unbalanced-tag",
    summary="tag without its other half",
    why="Engines drop, add and cross tags. Where the missing half belongs only the source text can tell. Tags that "
    'HTML lets stand alone, and tags that are spoken of ("the <b> element"), are passed over.',
    safety=FLAG,
    stage=Stage.FRAMES,
    trigger=(rf"<(?:{_PAIRED})[ >]", rf"</(?:{_PAIRED})>"),
    find=_find_unbalanced,
    targets=("*",),
    masked=False,
    fixes=(
        Example("Click <b>here to start.", flag="<b>"),
        Example("He left.</i>", flag="</i>"),
        Example("<b><i>x</b></i>", flag="</b></i>"),
    ),
    keeps=(
        "<b>here</b>",
        "a <br> b",
        '<img src="x.png">',
        "5 <b",
        "<b><i>x</i></b>",
        "The <b> element makes text bold.",
        "<p>One.<p>Two.",
        "<i>One.\n\nTwo.</i>",
    ),
)

RULES = (MT022, MT023, MT024)
