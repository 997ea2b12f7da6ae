"""Terms that one document has in several forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from transclean.glossary import Status
from transclean.glossary.matching import Match
from transclean.rules.rule import Hit
from transclean.text.segment import Segment


def inconsistencies(matches: Iterable[Match], segment: Segment) -> Iterator[Hit]:
    """The first place of each form that is not its term's most frequent one, with the counts of all."""
    by_term: dict[str, dict[str, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for match in matches:
        # What is replaced becomes consistent by itself; a quotation has its own words.
        quoted = segment.quotation_at(match.start, match.end) is not None
        if match.entry.variant.status is not Status.REPLACE and not quoted:
            by_term[match.entry.term.id][match.entry.variant.text.casefold()].append(match)
    for forms in by_term.values():
        if len(forms) == 1:
            continue
        # Of forms that are as frequent, the better one.
        ordered = sorted(forms.values(), key=lambda places: (-len(places), _RANK[places[0].entry.variant.status]))
        counts = ", ".join(f"{_shown(places[0])} {len(places)}×" for places in ordered)
        usual = ordered[0][0].entry.variant.text
        for places in ordered[1:]:
            first = places[0]
            found = segment.text[first.start : first.end]
            proposal = usual[0].upper() + usual[1:] if found[0].isupper() else usual
            yield Hit(first.start, first.end, proposal, message=f"one term in several forms: {counts}")


_RANK = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.FLAG: 2}


def _shown(match: Match) -> str:
    return match.entry.variant.text
