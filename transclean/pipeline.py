"""The one way through: text, hits, paragraphs, stages of rules, edits.

`Engine.run` scans the text once for every rule's trigger. A text without hits is returned as it is. Else each
paragraph with hits goes through the stages, each until it changes nothing, and all of them again until the paragraph
is at rest; edits are composed into offsets of the input. Then the whole is scanned again, until a walk changes nothing:
so `fix(fix(x)) == fix(x)`. Rules that only report are asked at the end. A text that would not come to rest is given
back untouched.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from transclean.change import Change
from transclean.document import Document, Profile
from transclean.formats import format_named
from transclean.formats.view import View, spliced
from transclean.rules.mentions import without_mentioned
from transclean.rules.registry import Entry, select_rules, sources_fingerprint
from transclean.rules.rule import FLAG, SAFE, UNSAFE, Hit, Rule
from transclean.run import Run, Verdict
from transclean.scan import build_scanner
from transclean.surroundings import Surroundings
from transclean.text.blocked import moved, within
from transclean.text.newlines import LineEnds
from transclean.text.protect import joined
from transclean.text.revision import Cause, Replacement, Revision, resolve, splice
from transclean.text.segment import Paragraphs, Segment
from transclean.text.span import Span

_SAFETIES = (SAFE, UNSAFE, FLAG)  # from sure to unsure

MAX_PASSES = 8
MAX_ROUNDS = 6  # of one stage over one paragraph
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True)
class Settings:
    """What to do. The fields are the options of `transclean.fix`, with the same names and meaning."""

    source: str = "auto"
    target: str = "auto"
    style: str = "auto"
    style_options: tuple[tuple[str, str], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    unsafe_fixes: bool = False
    glossaries: tuple[str, ...] = ()
    default_glossary: bool = True
    format: str = "plain"
    format_options: tuple[tuple[str, str], ...] = ()
    allow: tuple[str, ...] = ()
    protect: tuple[str, ...] = ()
    cache: bool = True


@dataclass(frozen=True)
class Outcome:
    """`text`: the repaired text; `changes`: the edits made; `reports`: what was found and left alone; `profile`: tells
    what the text shows of its language, source and style."""

    text: str
    changes: tuple[Change, ...]
    reports: tuple[Change, ...]
    profile: Callable[[], Profile]


@dataclass
class _Found:
    """What rules saw: replacements to make, hits to report."""

    replacements: list[Replacement] = field(default_factory=list)
    reports: list[tuple[Rule, Hit]] = field(default_factory=list)


class Engine:
    """The rules of one run with their scanner. Immutable after construction, safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._format = format_named(settings.format)
        self.rules: tuple[Entry, ...] = select_rules(
            settings.select, settings.ignore, settings.extend_select, keep=settings.cache
        )
        if settings.target not in ("auto", "und"):
            self.rules = tuple(rule for rule in self.rules if rule.serves(settings.target))
        if settings.style == "auto" and not settings.style_options:
            # They would be silent: so that their triggers, frequent in any text, cost nothing.
            self.rules = tuple(rule for rule in self.rules if not rule.needs_style)
        glossary = ""
        self._kept = settings.allow
        if settings.glossaries or not settings.default_glossary:
            from transclean.glossary.termbase import kept_forms
            from transclean.rules.terms.glossary import with_glossaries

            self.rules, glossary = with_glossaries(self.rules, settings.glossaries, settings.default_glossary)
            self._kept += kept_forms(settings.glossaries, with_default=settings.default_glossary)
        self._by_code = {rule.code: rule for rule in self.rules}
        target = settings.target
        key = f"{sources_fingerprint()} {target} {' '.join(self._by_code)} {glossary}" if settings.cache else None
        self._scanner = build_scanner(lambda: [rule.load().triggers_for(target) for rule in self.rules], key=key)

    def run(self, text: str, *, keep_breaks: bool = False, language: str | None = None) -> Outcome:
        """Repair `text`, the text of a file in the format of the settings. See the module's docstring.

        CR LF is kept as it is; with `keep_breaks` so is CR alone, the line end of old files, which is otherwise for a
        rule to judge. `language`: of the text, if neither the settings nor the file itself say so. Raises FormatError
        for a text that is not in that format.
        """
        if "\r" not in text or (not keep_breaks and _LONE_RETURN.search(text)):
            return self._run(text, language)
        ends = LineEnds(text)
        return _with_line_ends(self._run(ends.text, language), ends)

    def leaves_alone(self, data: bytes) -> bool:
        """Whether `data`, of a file, is a plain text in which no rule finds anything to look at.

        False leaves it open. Most files of an archive are such ones; they need not be decoded.
        """
        return self._format.is_plain and self._scanner.finds_nothing(data)

    def _run(self, text: str, language: str | None) -> Outcome:
        """Repair `text` until the file, read anew, is at rest too: mended markup may show prose that was hidden."""
        outcome = self._run_once(text, language)
        if self._format.is_plain or not outcome.changes:
            return outcome
        revision = Revision(text)
        for _ in range(MAX_PASSES):
            revision.apply([_as_replacement(change) for change in outcome.changes])
            outcome = self._run_once(revision.text, language)
            if not outcome.changes:
                break
        else:
            return Outcome(text, (), (), outcome.profile)
        changes = [
            self._change(Span(start, end), text[start:end], new, causes)
            for start, end, new, causes in revision.edits
            if text[start:end] != new
        ]
        return Outcome(
            revision.text,
            tuple(changes),
            tuple(
                dataclasses.replace(report, start=start, end=end, before=text[start:end])
                for report in outcome.reports
                for start, end in [revision.to_original(report.start, report.end)]
            ),
            outcome.profile,
        )

    def _run_once(self, text: str, language: str | None) -> Outcome:
        view = self._format.read(text, dict(self.settings.format_options))
        if view.language is None and language is not None:
            view = dataclasses.replace(view, language=language)
        # In a view, suppressions may stand where no rule looks; elsewhere SUP001 sees them.
        suppressed = not view.is_source and "transclean:" in text
        quiet = view.prose is not None and self._scanner.finds_nothing(view.prose)
        hits = [] if quiet else self._scanner.scan(view.text)
        if not hits and not suppressed:
            return Outcome(text, (), (), lambda: _profile(self._document(view.text, view)))
        document = self._document(view.text, view, view.blocked)
        run = Run(view, self._kept)
        verified = False
        for _ in range(MAX_PASSES):
            blocked = self._blocked(run)
            replacements = self._walk(run, hits, blocked, document)
            if not replacements:
                # At rest with what earlier passes knew of the document; is it also with what the result shows?
                if verified or not run.revision.edits:
                    break
                fresh = self._document(run.revision.text, view, blocked)
                if not run.reused and fresh.verdicts == document.verdicts:
                    break
                verified = True
                document = fresh
                run.start_again()
            else:
                run.revision.apply(replacements)
                verified = False
                document = self._carry(document, run.revision.text, view)
                hits = self._scanner.scan(run.revision.text)
        else:
            return Outcome(text, (), (), partial(_profile, document))
        return self._outcome(run, self._reports(run, hits, blocked, document), document)

    def _document(self, text: str, view: View, blocked: Sequence[Span] = ()) -> Document:
        s = self.settings
        source = view.origin if view.origin and s.source == "auto" else s.source
        target = view.language if view.language and s.target == "auto" else s.target
        return Document(text, source, target, s.style, dict(s.style_options), blocked=blocked)

    def _carry(self, document: Document, text: str, view: View) -> Document:
        """The document after edits. Evidence seen once is not forgotten because the edits removed it."""
        following = self._document(text, view)
        if document.guess.language is not None:
            following.guess = document.guess
        following.seen.update(word for word in document.seen.items() if word[1])
        following.style = document.style
        following.is_technical = document.is_technical
        following.is_older = document.is_older
        following.tells_of_the_past = document.tells_of_the_past
        return following

    # One walk over the document.

    def _blocked(self, run: Run) -> list[Span]:
        """What nothing may touch: what is no prose in this format, and what the user protects."""
        text = run.revision.text
        blocked = run.view.reread(text) if run.view.reread else moved(run.view.blocked, run.revision)
        if not self.settings.protect:
            return blocked
        protected = (Span(*m.span()) for pattern in self.settings.protect for m in re.finditer(pattern, text))
        return joined([*blocked, *(span for span in protected if span.start < span.end)])

    # One walk over the document: the rules for the whole text; if they change nothing, the paragraphs.

    def _walk(
        self, run: Run, hits: list[tuple[int, int]], blocked: list[Span], document: Document
    ) -> list[Replacement]:
        """The replacements to make now, in offsets of the current text."""
        text = run.revision.text
        paragraphs = run.paragraphs()
        found = _Found()
        rules = [r for r in self._serving({owner for _, owner in hits}, document, repairs=True) if r.whole_document]
        if rules:
            whole = Segment(text, 0, blocked, masks=run.masks, paragraphs=paragraphs)
            self._collect(whole, rules, Surroundings(whole, document, run.foreign, paragraphs), found, run)
        run.reused = False
        run.on_whole = found.reports
        if found.replacements:
            return resolve(found.replacements)
        replacements = []
        for span, owners in _paragraphs(text, hits, blocked, paragraphs):
            inside = within(blocked, span)
            raw = text[span.start : span.end]
            if run.known(raw, inside, span.start) is not None:
                run.reused = True
                continue
            rules = [r for r in self._serving(owners, document, repairs=True) if not r.whole_document]
            if rules:
                revision = self._mend(Segment(raw, span.start, inside, masks=run.masks), rules, document, run)
                replacements += [
                    r._replace(start=r.start + span.start, end=r.end + span.start)
                    for r in revision.edits
                    if raw[r.start : r.end] != r.text
                ]
        return replacements

    def _mend(self, segment: Segment, rules: list[Rule], document: Document, run: Run) -> Revision:
        """Take one paragraph through the stages, again and again until it stays as it is."""
        revision = Revision(segment.raw)
        around = Surroundings(segment, document, run.foreign)
        current = segment
        refused = run.refused
        for _ in range(MAX_ROUNDS):
            seen = len(revision.edits), revision.text
            reports: list[tuple[Rule, Hit]] = []
            done = 0  # the last stage that is through
            while due := [rule.stage for rule in rules if rule.stage > done]:
                stage = min(due)
                for _ in range(MAX_ROUNDS):
                    active = [rule for rule in rules if rule.stage == stage]
                    found = _Found()
                    self._collect(current, active, around, found, run, revision)
                    chosen = resolve(found.replacements)
                    if not chosen:
                        reports += found.reports
                        break
                    revision.apply(chosen)
                    current = Segment(revision.text, segment.start, moved(segment.blocked, revision), masks=run.masks)
                    around = around.after(current)
                    owners = {owner for _, owner in self._scanner.scan(revision.text)}
                    rules = [r for r in self._serving(owners, document, repairs=True) if not r.whole_document]
                done = stage
            if seen == (len(revision.edits), revision.text):
                place = -1 if run.refused == refused else segment.start
                run.at_rest[revision.text, tuple(current.blocked), place] = reports
                break
        return revision

    def _reports(
        self, run: Run, hits: list[tuple[int, int]], blocked: list[Span], document: Document
    ) -> list[tuple[Rule, Hit]]:
        """What is to be reported of a text at rest, in its offsets."""
        text = run.revision.text
        paragraphs = run.paragraphs()
        found = _Found(reports=list(run.on_whole))
        owners = {owner for _, owner in hits}
        whole = Segment(text, 0, blocked, masks=run.masks, paragraphs=paragraphs)
        around = Surroundings(whole, document, run.foreign, paragraphs)
        rules = [rule for rule in self._serving(owners, document, repairs=False) if rule.whole_document]
        self._collect(whole, rules, around, found, run)
        for span, owners in _paragraphs(text, hits, blocked, paragraphs):
            inside = within(blocked, span)
            raw = text[span.start : span.end]
            here = _Found(reports=list(run.known(raw, inside, span.start) or ()))
            rules = [rule for rule in self._serving(owners, document, repairs=False) if not rule.whole_document]
            if rules:
                segment = Segment(raw, span.start, inside, masks=run.masks)
                self._collect(segment, rules, Surroundings(segment, document, run.foreign), here, run)
            found.reports += [(rule, hit.shifted(span.start)) for rule, hit in here.reports]
        return found.reports

    def _serving(self, owners: Iterable[int], document: Document, *, repairs: bool) -> list[Rule]:
        """Those of `owners`, by code, that are for texts like this one, and may make repairs, or only report."""
        weakest = (SAFE, UNSAFE) if self.settings.unsafe_fixes else (SAFE,)
        rules = (self.rules[i].load() for i in sorted(owners) if self._serves(self.rules[i], document))
        return [rule for rule in rules if (rule.safety in weakest) is repairs]

    def _serves(self, rule: Entry, document: Document) -> bool:
        return "*" in rule.targets or rule.serves(document.target_language)

    def _collect(
        self,
        segment: Segment,
        rules: Iterable[Rule],
        around: Surroundings,
        found: _Found,
        run: Run,
        local: Revision | None = None,
    ) -> None:
        """Ask `rules` what they see in `segment`. `local`: how the paragraph became what `segment` is."""
        document = around.document
        for rule in rules:
            if (rule.needs_style and not document.style.explicit) or (rule.of_today and document.is_older):
                continue
            for hit in without_mentioned(rule.find(segment, document), segment):
                if not self._stands(rule, hit, segment, around) or run.allows(hit.start, hit.end, segment.raw):
                    continue
                if not ("*" in rule.targets or rule.in_foreign_quotes) and run.in_foreign_markup(
                    hit, segment.start, local, document
                ):
                    continue
                safety = hit.safety or rule.safety
                applies = safety is SAFE or (safety is UNSAFE and self.settings.unsafe_fixes)
                if applies and hit.replacement is not None:
                    replacement = Replacement(
                        hit.start, hit.end, hit.replacement, (Cause(rule.code, _SAFETIES.index(safety)),)
                    )
                    verdict = run.verdict(replacement, rule, segment.start, local)
                    if verdict is Verdict.MADE:
                        found.replacements.append(replacement)
                    elif verdict is Verdict.NO_PLACE:
                        message = f"{hit.message or rule.summary}; left alone, as the markup there does not allow it"
                        found.reports.append((rule, hit._replace(safety=FLAG, message=message)))
                else:
                    found.reports.append((rule, hit._replace(safety=safety if hit.replacement is not None else FLAG)))

    def _stands(self, rule: Rule, hit: Hit, segment: Segment, around: Surroundings) -> bool:
        """Whether a hit may be used: it changes something, touches nothing protected, is in nothing foreign."""
        if rule.masked and segment.is_protected(hit.start, hit.end):
            return False
        if segment.blocked and within(segment.blocked, Span(hit.start, hit.end)):
            return False
        if hit.replacement == segment.raw[hit.start : hit.end]:
            return False
        return "*" in rule.targets or not around.is_foreign(hit, quoted=not rule.in_foreign_quotes)

    # Edits and reports, as the user sees them.

    def _change(self, place: Span, before: str, after: str, causes: Sequence[Cause]) -> Change:
        codes = tuple(dict.fromkeys(cause.code for cause in causes))
        rule = self._by_code[codes[0]].load()
        safety = _SAFETIES[max(cause.doubt for cause in causes)]
        return Change(*place, before, after, codes, rule.name, rule.summary, safety)

    def _outcome(self, run: Run, reports: Sequence[tuple[Rule, Hit]], document: Document) -> Outcome:
        view, source = run.view, run.view.source
        made: list[Replacement] = []
        changes = []
        for start, end, text, causes in run.revision.edits:
            edits = view.edits(start, end, text) if view.text[start:end] != text else None
            if not edits:
                continue
            made += edits
            place, after = spliced(source, view.to_source(start, end), edits)
            changes.append(self._change(place, source[slice(*place)], after, causes))
        # A view may have a note or an attribute after the sentence that it stands in.
        made.sort()
        changes.sort(key=lambda change: change.start)
        left = []
        for rule, hit in reports:
            start, end = view.to_source(*run.revision.to_original(hit.start, hit.end))
            if run.suppressions.covers(rule.code, start, end, rule.name):
                continue
            left.append(
                Change(start, end, source[start:end], hit.replacement, (rule.code,), rule.name,
                       hit.message or rule.summary, hit.safety or rule.safety)
            )  # fmt: skip
        if "SUP001" in self._by_code:
            left += run.suppressions.unused()
        return Outcome(
            splice(source, made),
            tuple(changes),
            tuple(sorted(left, key=lambda c: (c.start, c.end, c.codes))),
            partial(_profile, document),
        )


def _profile(document: Document) -> Profile:
    return document.profile


def _as_replacement(change: Change) -> Replacement:
    doubt = _SAFETIES.index(change.safety)
    return Replacement(change.start, change.end, change.after or "", tuple(Cause(code, doubt) for code in change.codes))


def _with_line_ends(outcome: Outcome, ends: LineEnds) -> Outcome:
    """`outcome`, of a text with plain line ends, for the text that has those of `ends`."""

    def on_disk(change: Change) -> Change:
        start, end = ends.to_raw(change.start), ends.to_raw(change.end)
        after = None if change.after is None else ends.give_back(change.after, change.start, change.end)
        return dataclasses.replace(change, start=start, end=end, before=ends.raw[start:end], after=after)

    changes = tuple(map(on_disk, outcome.changes))
    text = splice(ends.raw, [Replacement(change.start, change.end, change.after or "") for change in changes])
    return Outcome(text, changes, tuple(map(on_disk, outcome.reports)), outcome.profile)


def _paragraphs(
    text: str, hits: list[tuple[int, int]], blocked: list[Span], paragraphs: Paragraphs
) -> Iterable[tuple[Span, set[int]]]:
    """The paragraphs that hold hits, with the owners of these; hits inside blocked spans do not count.

    One that ends with the first character of such a span began before it: Mme {name}.
    """
    current = -1
    owners: set[int] = set()
    index = 0
    for end, owner in hits:
        place = end - 1  # the last character of the match
        if place > 0 and text[place] == "\n":
            place -= 1
        while index < len(blocked) and blocked[index].end <= place:
            index += 1
        if index < len(blocked) and blocked[index].start < place:
            continue
        found = paragraphs.index_at(place)
        if found != current:
            if owners:
                yield paragraphs.spans[current], owners
            current = found
            owners = set()
        if paragraphs.spans[found].start < paragraphs.spans[found].end:
            owners.add(owner)
    if owners:
        yield paragraphs.spans[current], owners


@lru_cache(maxsize=32)
def engine_for(settings: Settings) -> Engine:
    """The engine for `settings`, kept: building one takes milliseconds, and a run over files wants the same."""
    return Engine(settings)
