"""English verbs, as far as rules about names and news need them."""

from __future__ import annotations

from transclean.rules.tables import word_set

SPEECH_VERBS = word_set(
    "accused added admitted announced answered argued asked asserted believes calls claimed claims commented "
    "concluded confirmed continued declared demanded denied emphasized explained explains expressed indicated "
    "insisted insists noted notes observed pointed promised recalled remarked repeated replied reported "
    "reports responded said says stated stresses stressed suggested tells thinks told underlined urged wants "
    "warned warns wrote writes"
)
"""Past and present forms of verbs that introduce what somebody said or thought."""

_IRREGULAR_PASTS = word_set(
    "became began blew bore bought broke brought built came caught chose drew drove fell felt flew forgot "
    "fought found gave got grew held kept knew lay led left lent lost made meant met paid put ran rose sat saw "
    "sent set shook sold sought spent spoke spread stood struck swore taught thought threw took understood "
    "went withdrew woke won wore lied died tied"
)
_AUXILIARIES = word_set(
    "is was has had will would did does do can could may might must should are were have isn't wasn't hasn't"
)


def is_finite_verb(word: str) -> bool:
    """Whether `word`, after a name, is likely its verb: an auxiliary, a verb of speech, a past form."""
    lower = word.lower()
    if lower in _AUXILIARIES or lower in SPEECH_VERBS or lower in _IRREGULAR_PASTS:
        return True
    return len(lower) > 4 and lower.endswith("ed") and word.islower()
