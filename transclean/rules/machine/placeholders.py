"""Placeholders of format strings and templates that an engine has put spaces into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transclean.document import Document
from transclean.rules.machine._raw import outside_code
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Example, Hit, Rule, Safety, Stage
from transclean.text.segment import Segment

_CONVERSION = r"(?:l{0,2}[sdiufgex]|@)"
_STATEMENT = (
    r"(?:end)?(?:if|for|block|with|trans|blocktrans|blocktranslate|macro|raw|filter|call|autoescape)|else|elif|set|"
    r"include|extends|load|translate|url|csrf_token|comment"
)
# Broken form -> how to write it, as a template of `re.Match.expand`; how sure it is.
_PLACEHOLDERS: tuple[tuple[str, str, Safety | None], ...] = (
    (r"\$\{(?: +(?P<a>\w[\w.]*) *| *(?P<b>\w[\w.]*) +)\}", r"${\g<a>\g<b>}", None),
    # "$ {price}" may be an amount in dollars.
    (r"\$ +\{ *(?P<a>[A-Za-z_]\w*) *\}", r"${\g<a>}", UNSAFE),
    (rf"% ?(?P<a>\d{{1,2}}) ?\$ ?(?P<b>{_CONVERSION})(?!\w)", r"%\g<a>$\g<b>", None),
    (r"(?<!\d)(?<!\d )% ?\( ?(?P<a>[A-Za-z_]\w*) ?\) ?(?P<b>[sdif])(?![\w'’])", r"%(\g<a>)\g<b>", None),
    (r"\{ \{(?P<a> ?)(?P<b>[A-Za-z_][\w.]{2,})(?P<c> ?)\} ?\}|\{\{(?P<d> ?)(?P<e>[A-Za-z_][\w.]{2,})(?P<f> ?)\} \}",
     r"{{\g<a>\g<b>\g<c>\g<d>\g<e>\g<f>}}", None),
    (rf"\{{ ?% ?(?P<a>(?:{_STATEMENT})\b[^{{}}%\n]{{0,80}}?) ?% ?\}}", r"{% \g<a> %}", None),
    (r"\{ ?\\ ?(?P<a>an[1-9]|[ibu][01]) ?\}", r"{\\\g<a>}", None),
    (r"(?<![\d%])(?<!\d )% (?P<a>[sd])(?![\w'’])", r"%\g<a>", FLAG),
)  # fmt: skip


@lru_cache(maxsize=1)
def _placeholder_patterns() -> list[tuple[re.Pattern[str], str, Safety | None]]:
    return [(re.compile(pattern), template, safety) for pattern, template, safety in _PLACEHOLDERS]


def _find_placeholders(segment: Segment, _: Document) -> Iterator[Hit]:
    for pattern, template, safety in _placeholder_patterns():
        for match in outside_code(pattern, segment):
            mended = match.expand(template)
            if mended != match.group():
                yield Hit(match.start(), match.end(), mended, safety)


MT020 = Rule(
    code="MT020",
    name="broken-placeholder",
    summary="placeholder with spaces inside",
    why="Engines tokenise format strings: ${ name}, %1 $ s, % (count) d, { {name} }. Only the forms that can be "
    'nothing else are mended; "% s" and "$ {price}" may be prose, and "{ 0 }" is a set. One space on each side in '
    "{{ name }} is the template language's own style.",
    safety=SAFE,
    stage=Stage.FRAMES,
    trigger=(
        r"\$ ?\{ ?\w",
        r"% ?[0-9]{1,2} ?\$",
        r"% ?\( ?[A-Za-z_]\w{0,40} ?\) ?[sdif]",
        r"\{ \{|\} \}",
        r"\{ ?% ?[a-z]",
        r"\{ ?\\ ?[anibu]{1,2}[0-9]",
        r"[^0-9 \n] % [sd]\b",
    ),
    find=_find_placeholders,
    targets=("*",),
    masked=False,
    fixes=(
        ("Dear ${ name}, hello", "Dear ${name}, hello"),
        ("Dear ${ user.name }, hello", "Dear ${user.name}, hello"),
        ("$ {name} wrote", "${name} wrote"),
        ("%1 $ s of %2 $ s", "%1$s of %2$s"),
        ("% 1$ s of %2$ d", "%1$s of %2$d"),
        ("% (name) s wrote %( count )d lines", "%(name)s wrote %(count)d lines"),
        ("Dear { {name} },", "Dear {{name}},"),
        ("{ % if user % }Hello{ % endif % }", "{% if user %}Hello{% endif %}"),
        ("{ \\ an8 }Hello", "{\\an8}Hello"),
        Example("Hello % s!", flag="% s"),
    ),
    keeps=(
        "a set { 0 }",
        "100 % safe",
        "{{ user.name }}",
        "Hello {name}, %s of %1$s, ${x}, %(count)d",
        "5 % d'augmentation",
        "50 % (total) d'entre eux",
        "{ 1, 2 }",
        "the set { {a}, {b} }",
        "{% if user %}",
        "`% s`, `$ {x}`",
    ),
)

RULES = (MT020,)
