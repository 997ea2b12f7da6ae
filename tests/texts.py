"""Texts for property tests: prose with artefacts mixed in, cut and joined at random."""

from __future__ import annotations

from hypothesis import strategies as st

from transclean.rules.registry import all_rules

_INPUTS = sorted({example.input for rule in all_rules() for example in rule.examples})
_JOINTS = ["", " ", "  ", "\n", "\n\n", "\r\n", ", ", ". ", " - ", '"', "“", "»", "(", ")", "\u00a0", "&", "'", "`"]
_PROSE = [
    "The minister said on Tuesday that the talks would go on.",
    "She met the delegation in Geneva, and left.",
    "Le ministre a dit que les discussions continuaient.",
    "Der Minister sagte, dass die Gespräche weitergehen.",
    "Mme Dupont and M. Martin arrived at 14h30 on the 1er June with 1 234,56 €.",
]


def dirty_texts() -> st.SearchStrategy[str]:
    """Examples of rules, prose and noise, joined."""
    piece = st.one_of(
        st.sampled_from(_INPUTS),
        st.sampled_from(_INPUTS).flatmap(_part),
        st.sampled_from(_PROSE),
        st.text(max_size=12),
    )
    return st.lists(st.tuples(piece, st.sampled_from(_JOINTS)), max_size=6).map(
        lambda pairs: "".join(part + joint for part, joint in pairs)
    )


def _part(text: str) -> st.SearchStrategy[str]:
    bound = st.integers(0, len(text))
    return st.tuples(bound, bound).map(lambda cut: text[min(cut) : max(cut)])
