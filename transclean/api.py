"""The interface for Python: the same engine as the command line. Pure, thread-safe, no state but caches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transclean.change import Change
from transclean.detection import Detection, detect_text
from transclean.document import Profile
from transclean.pipeline import Settings, engine_for

Edit = Change
Finding = Change


@dataclass(frozen=True)
class Result:
    """What `fix` returns.

    `text`: the repaired text. `edits`: the changes made, in order, with offsets into the *input* (characters,
    half-open), so that `input[e.start:e.end] == e.before`. `findings`: what was found but left alone, because it
    is not safe or has no sure repair. `profile`: what the text shows of its language, source and style.
    """

    text: str
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    profile: Profile


def fix(
    text: str,
    *,
    source: str = "auto",
    target: str = "auto",
    style: str = "auto",
    style_options: Mapping[str, str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    unsafe_fixes: bool = False,
    glossary: Sequence[str] = (),
    no_glossary: bool = False,
    format: str = "plain",
    allow: Sequence[str] = (),
) -> Result:
    """Repair `text`.

    `source` is the language it was translated from, `target` the one it is in; `auto` finds out. `style` is one of
    us, un, uk, uk-double, auto. `select`, `ignore` and `extend_select` take rule codes, prefixes, names or `ALL`.
    With `unsafe_fixes` also repairs that are only right most of the time are made. `glossary` names further
    glossary files; `no_glossary` leaves out the one that comes with transclean. `format` is the name of a file
    format (plain, markdown, html …), so that the text of a whole file can be passed. `allow` lists strings never
    touched.

    Raises transclean.errors.ConfigError for an option that does not exist, FormatError for a text that is not in its
    format.
    """
    settings = Settings(
        source=source, target=target, style=style, style_options=tuple(sorted((style_options or {}).items())),
        select=tuple(select), ignore=tuple(ignore), extend_select=tuple(extend_select), unsafe_fixes=unsafe_fixes,
        glossaries=tuple(glossary), default_glossary=not no_glossary, format=format, allow=tuple(allow),
    )  # fmt: skip
    outcome = engine_for(settings).run(text)
    return Result(outcome.text, outcome.changes, outcome.reports, outcome.profile())


def fix_text(text: str) -> str:
    """`text` with every safe repair made."""
    return fix(text).text


def check(text: str, **options: object) -> list[Finding]:
    """All that `fix` would change or report, in order. Takes the options of `fix`."""
    result = fix(text, **options)  # type: ignore[arg-type]
    return sorted((*result.edits, *result.findings), key=lambda finding: (finding.start, finding.end))


def detect(text: str) -> Detection:
    """The language of `text`, left-over pieces in another language, and the language it was translated from."""
    return detect_text(text)
