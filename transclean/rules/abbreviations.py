"""Which full stops belong to an abbreviation: one table for every rule that must tell them from the end of a sentence.

The forms are those of American, British and bibliographic English (AP's states and months, Chicago chapter 10), with
what scholars print in Latin. Single letters (initials, `U.S.`, `a.m.`, `e.g.`) need no table.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TITLES: Final = (
    "mr mrs ms mx dr prof rev fr st ste sr jr esq hon gen lt col maj capt cmdr adm sgt cpl pvt brig gov sen rep "
    "pres supt insp amb atty msgr mgr mme mlle messrs mmes drs profs revs gens sens reps govs"
)
_COMPANIES: Final = "inc co cos corp ltd llc plc pty bros mfg intl int'l assn assoc dept univ inst ent ind"
_PLACES: Final = (
    "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa penn tenn tex vt va wash wis wyo ont que alta sask man ave blvd rd st ste hwy pkwy sq mt mts ft pt is "
    "isl bldg apt"
)
_TIMES: Final = (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun hr hrs min sec"
)
_BOOKS: Final = (
    "no nos vol vols p pp ch chap chaps sec secs art arts para paras fig figs ed eds trans transl tr rev repr ser "
    "pt pts app bk bks ill illus fn n nn l ll col cols v vv vs op cit loc ibid id idem cf ca c fl viz al et seq "
    "sqq ff sc ms mss q.v anon comp comps def div doc ex introd lib lit mod ref refs suppl tab univ pub publ rpt "
    "rept reg diss"
)
_MEASURES: Final = (
    "in ins ft yd mi oz lb lbs gal qt pt sq cu approx est max min avg temp wt ht cal kg km cm mm hrs mos yr yrs wk wks"
)
_OTHER: Final = (
    "etc e.g i.e a.k.a incl excl resp misc abbr adj adv var spp sp subsp ssp syn nat natl nat'l govt gov't tel "
    "ext ph.d m.d b.a m.a b.sc m.sc d.phil hist biol chem phys med math econ dist asst acct admin cont cert conf "
    "cyber orig perh poss prob obs occas pl sing masc fem neut pron bef aft fwd mktg mgmt tech vet rec lat long "
    "alt"
)


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    return frozenset(" ".join((_TITLES, _COMPANIES, _PLACES, _TIMES, _BOOKS, _MEASURES, _OTHER)).split())


_WORD_BEFORE = re.compile(r"(?:[^\W\d_]|['’](?=[^\W\d_])|\.(?=[^\W\d_]))+$")
_LONGEST = 16  # characters; no abbreviation is longer


def is_abbreviation(word: str) -> bool:
    """Whether `word`, given without its last full stop, is written with one: `etc`, `Co`, `a.m`, `U.S`, `J`.

    A word that is also an ordinary one (`no`, `sun`, `ill`) counts as an abbreviation.
    """
    folded = word.lower().replace("’", "'")
    if folded in _table():
        return True
    parts = folded.split(".")
    return all(0 < len(part) <= 2 for part in parts) and (len(parts) > 1 or len(folded) == 1)


def ends_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `text[stop]` is one that ends an abbreviation or an initial."""
    match = _WORD_BEFORE.search(text[max(0, stop - _LONGEST) : stop])
    return match is not None and is_abbreviation(match.group())
