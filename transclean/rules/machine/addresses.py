"""Web addresses, e-mail addresses, handles and hashtags that an engine has pulled apart.

Joined piece by piece, as long as each next piece can only belong to the address: a label of the host, a path after a
slash. The first ordinary word ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.machine._raw import NEAR, before, opens_line, outside_code
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

# Top-level domains: the original ones, the commonest new ones, and those of countries whose text meets an engine.
_TOP_LEVEL_TEXT = (
    "com org net int edu gov mil info biz eu io co me tv news ngo africa asia cat ac ae af al am ar at au az ba "
    "bd be bg bh bo br by ca cd cf cg ch ci cl cm cn cr cu cy cz de dk do dz ec ee eg er es et fi fr gb ge gh gr "
    "gt hk hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh km kr kw kz la lb lk lt lu lv ly ma md mg mk ml "
    "mm mn mr mt mu mx my mz na ne ng ni nl no np nz om pa pe ph pk pl ps pt py qa ro rs ru rw sa sd se sg si sk "
    "sl sn so ss sv sy td tg th tj tm tn tr tz ua ug uk us uy uz ve vn ye za zm zw"
)
_TOP_LEVEL = frozenset(_TOP_LEVEL_TEXT.split())
# Those that are English words, and mostly words after a stop and a space.
_WORDS = frozenset(["am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to", "us"])
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_SCHEME = re.compile(r"\b(https?|ftp)[ ]?:[ ]{0,2}/[ ]?/[ ]?(?=[\w-])", re.IGNORECASE)
_WWW = re.compile(r"(?<![\w./@-])(www[ ]?\.[ ]?)(?=[a-z0-9])")
_PIECE = re.compile(r"[^\s<>\"“”«»()\[\],;|]+")
_LONE_MARK = re.compile(r"[ ]+([./?&])[ ]+(?=[\w~%])")


_SMALL_WORD = re.compile(r"(?:and|or|is|to|in|if|the|was|does|as|at|for|from|with|before)\b")
_ABBREVIATION = re.compile(r"\w{1,2}/\w{0,2}")


def _host(address: str) -> str:
    return re.split(r"[/?#:]", address, maxsplit=1)[0]


def _has_top_level(host: str) -> bool:
    return "." in host and host.rsplit(".", 1)[1].lower() in _TOP_LEVEL


def _is_host(host: str) -> bool:
    return host == "localhost" or bool(re.fullmatch(r"(?:[\w-]+\.)+[\w-]+", host))


def _read_address(text: str, position: int) -> tuple[str, int]:
    """The address, without scheme, that begins at `position`, its pieces joined; and where it ends in `text`."""
    piece = _PIECE.match(text, position)
    if piece is None:
        return "", position
    address, end = piece.group(), piece.end()
    while end < len(text) and text[end] == " ":
        lone = _LONE_MARK.match(text, end)
        if lone:  # "example . org", "org / page"
            following = _PIECE.match(text, lone.end())
            if following and _continues(address + lone[1], following.group(), text[following.end() :]):
                address, end = address + lone[1] + following.group(), following.end()
                continue
            break
        following = _PIECE.match(text, len(text) - len(text[end:].lstrip(" ")))
        if following is None or not _continues(address, following.group()):
            break
        address, end = address + following.group(), following.end()
    trailing = len(address) - len(address.rstrip(".,;:!?'’*_"))
    return address[: len(address) - trailing], end - trailing


def _continues(address: str, piece: str, rest: str | None = None) -> bool:
    """Whether `piece`, after a space, belongs to `address`.

    `rest`, what follows the piece, is given where the mark before it has spaces on both sides.
    """
    in_host = _host(address) == address
    label = _LABEL.match(piece.lstrip("."))
    if in_host and (address.endswith(".") or piece.startswith(".")):
        if label is None or address.endswith(".") == piece.startswith("."):
            return False
        if not _has_top_level(address.rstrip(".")):
            return True
        # example.co. uk, but not: example.org. then
        second_level = re.search(r"\.(?:co|com|org|net|gov|ac|edu|or|ne|go)\.?\Z", address) is not None
        country = len(label.group()) == 2 and _has_top_level("." + label.group())
        return country and (rest is not None or (second_level and label.group() not in _WORDS))
    if address.endswith("/"):
        if re.match(r"https?:|www\.", piece):
            return False
        goes_on = rest is not None and re.match(r"[ ][/?][ ]|[)\]]|\Z", rest)
        if not goes_on and (not piece[0].isalnum() or _ABBREVIATION.fullmatch(piece)):
            return False  # an option of a command; w/ for with
        return bool(goes_on or re.search(r"[\d/_=%]|\w[.-]\w", piece))
    if piece.startswith("/"):
        return len(piece) > 1 and piece[1] != "/"
    if address.endswith(("?", "&")):
        return "=" in piece
    if address.endswith("="):
        return "?" in address
    return False


def _find_urls(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    done = 0
    for pattern in (_SCHEME, _WWW):
        for match in outside_code(pattern, segment):
            start = match.start()
            if start < done:
                continue
            opening = match.group().replace(" ", "")
            www = pattern is _WWW
            rest, end = _read_address(raw, match.end())
            if not rest or (www and not _has_top_level(_host(rest))):
                continue
            if www and match.group().endswith(" ") and _SMALL_WORD.match(raw, match.end()):
                continue  # www. and .com are added
            if not www and not _is_host(_host(rest)):
                continue  # "A few http:// links"
            rest = re.sub(r"\Awww[ ]?\.[ ]?", "www.", rest)
            done = end
            yield Hit(start, end, opening + rest)


MT018 = Rule(
    code="MT018",
    name="broken-url",
    summary="web address pulled apart",
    why="Engines tokenise addresses and print the pieces with spaces: https: //www. example. org. The pieces are "
    "joined while they can only belong to the address; an ordinary word, or a capital after the last dot, "
    "ends it.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"(?i)\b(?:https?|ftp)(?: :|: | : ) ?/",
        r"(?i)\b(?:https?|ftp):/ /",
        r"(?i)\b(?:https?|ftp):// ",
        r"(?i)\b(?:https?|ftp)://[a-z0-9.-]{1,40}(?: \.|\. | / )[a-z0-9 ]",
        r"\bwww(?: \.|\. | \. )[a-z0-9]",
        r"\bwww\.[a-z0-9.-]{1,40}(?: \. ?|\. )[a-z]",
    ),
    find=_find_urls,
    targets=("*",),
    masked=False,
    fixes=(
        ("https: //example.org/page", "https://example.org/page"),
        (
            "(https: / / www.example.org / common / 001219900.pdf)",
            "(https://www.example.org/common/001219900.pdf)",
        ),
        ("www. 12345.example.org", "www.12345.example.org"),
        ("http: //www. example. com.", "http://www.example.com."),
        ("see https : // example . org / page ? id=3 for more", "see https://example.org/page?id=3 for more"),
        ("Visit https: // example. org and leave.", "Visit https://example.org and leave."),
        ("at www. example. org. Then leave.", "at www.example.org. Then leave."),
        ("www.example. org, the site", "www.example.org, the site"),
        ("http: //example. gov. uk/x", "http://example.gov.uk/x"),
        ("https:// www.example.co . uk/a", "https://www.example.co.uk/a"),
        Example("Voir http: //www. exemple. fr.", "Voir http://www.exemple.fr.", target="fr"),
    ),
    keeps=(
        "from https://example.org/download/ w/ some files",
        "wget http://example.org/ --header=None",
        "https://example.org/page",
        "It should not add www. and .com when they are there.",
        "the http: prefix",
        "See www. Then leave.",
        "and // or",
        "Read https://example.org. in short, it is good.",
        "at https://example.org / or by mail",
        "see https://example.org/ and reply",
        "It began with www. and ended with a slash.",
        "`https: //example.org`",
        "A few http:// links that are redirected to https:// in the documentation",
    ),
)


# E-mail.

_AT = re.compile(
    r"(?<![\w.+%-])(?P<name>[A-Za-z0-9][\w.+%-]{0,63}(?:[ ]\.[ ][\w+%-]{1,30}){0,2})(?P<at>[ ]?@[ ]?)"
    r"(?P<host>[a-z0-9-]{1,63}(?:[ ]?\.[ ]?[a-z0-9-]{1,63}){1,4})"
)
# Words before an address of which only the host is given: my @example.org address.
_NO_USERS = word_set(
    "a an and any at for from her his in is my of or our the their to use uses with your plus then name"
)
_LEADING_MARK = re.compile(r"(?<![^\s(\"“])([@#])[ ](?=[^\W\d])(?P<word>\w+)")
_CAMEL_CASE = re.compile(r"[^\W\d_]*[^\W\d_A-Z][A-Z][^\W_]*|[A-Z]{2,}[^\W\d_A-Z][^\W_]*")
# A handle in small letters and figures, as networks allow; an ordinary word there needs a verb of following before it.
_FOLLOW = re.compile(
    r"(?:\b(?:follow(?: (?:us|me|him|her|them)(?: on \w+)?)?|twitter|instagram|facebook):"
    r"|\b(?:follow|following|via|tweet(?:ed|s)?(?: by)?|cc|by|from|RT|suivez|sigue))[ ]\Z",
    re.IGNORECASE,
)


def _find_addresses(segment: Segment, _: Document) -> Iterator[Hit]:
    raw = segment.raw
    for match in outside_code(_AT, segment):
        host, end = _trim_host(match["host"], match.end())
        if match["name"].lower() in _NO_USERS:
            continue
        if host and (" " in match["at"] or host != match["host"][: len(host)]):
            yield Hit(match.start(), end, f"{match['name'].replace(' ', '')}@{host}")
    for match in outside_code(_LEADING_MARK, segment):
        mark, word = match[1], match["word"]
        if mark == "#":
            alone = not opens_line(raw, match.start()) or not _is_heading(raw, match)
            if _CAMEL_CASE.fullmatch(word) and alone:
                yield Hit(match.start(1), match.end(), mark + word)
        elif _FOLLOW.search(before(raw, match.start())) and re.fullmatch(r"[A-Za-z]\w{2,14}", word):
            yield Hit(match.start(1), match.end(), mark + word)


def _trim_host(spaced: str, end: int) -> tuple[str, int]:
    """The longest beginning of a spaced host that ends in a top-level domain, joined, and where it ends; else ""."""
    while spaced:
        joined = spaced.replace(" ", "")
        if _has_top_level(joined) and not (spaced[-4:-2] == ". " and joined[-2:] in _WORDS):
            return joined, end
        shorter = re.sub(r"[ ]?\.?[ ]?[a-z0-9-]+\Z", "", spaced)
        if shorter == spaced:
            break
        end -= len(spaced) - len(shorter)
        spaced = shorter
    return "", end


def _is_heading(raw: str, match: re.Match[str]) -> bool:
    """Whether a "# Word" that opens a line is a heading or a comment, not a hashtag in a sentence."""
    rest = raw[match.end() : match.end() + NEAR].partition("\n")[0].strip()
    others = re.search(r"^[ \t]*#", raw[: match.start()] + raw[match.end() :], re.MULTILINE)
    return not rest or not rest[0].islower() or others is not None


@lru_cache(maxsize=1)
def _address_triggers() -> tuple[str, ...]:
    return (
        r"[\w.+%-] @ ?[a-z0-9]",
        r"[\w.+%-]@ [a-z0-9]",
        r"\w@[a-z0-9]",
        r"(?:^|[ (\"“])# [A-Za-z]*[a-z][A-Z]",
        r"(?:^|[ (\"“])# [A-Z]{2,12}[a-z]",
        r"[a-zA-Z]:? @ [A-Za-z]",
    )


MT019 = Rule(
    code="MT019",
    name="broken-handle",
    summary="e-mail address, handle or hashtag pulled apart",
    why="Engines put spaces round @, # and the dots of an address. An e-mail address must end in a known top-level "
    'domain, a handle must follow a word that announces one, and a hashtag must be written in CamelCase: "# Heading", '
    '"meet @ noon" and "C # minor" stay.',
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=_address_triggers,
    find=in_prose(_find_addresses),
    targets=("*",),
    masked=False,
    fixes=(
        ("write to press @ example . org", "write to press@example.org"),
        ("info@ example.org", "info@example.org"),
        ("follow @ lemondefr", "follow @lemondefr"),
        ("Follow us on Twitter: @ AFPfrance", "Follow us on Twitter: @AFPfrance"),
        ("# ClimateAction now", "#ClimateAction now"),
        ("Mail jean.dupont@example. org. Then wait.", "Mail jean.dupont@example.org. Then wait."),
        ("they wrote # BlackLivesMatter and # MeToo", "they wrote #BlackLivesMatter and #MeToo"),
        ("john . doe @ example . com", "john.doe@example.com"),
        ("a.b @ mail . example . co . uk", "a.b@mail.example.co.uk"),
    ),
    keeps=(
        "She moved her mail to @example.org.",
        "# Heading",
        "meet @ noon",
        "# 1 hit",
        "apples @ $2",
        "C # minor",
        "# JavaScript",
        "# GitHub Actions",
        "Ask info@example.org. it is free.",
        "dinner @ home. no kidding",
        "lunch @ luigi's",
        "#\n# ServerName is the host\n# of the server",
        "# ServerName: the host",
    ),
)

RULES = (MT018, MT019)
