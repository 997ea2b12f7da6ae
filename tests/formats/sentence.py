"""The sentence that every format is tried on.

Each test module of a format has a `WRAPPED`: name of the format -> a file around the sentence, as it comes and as it
is to be given back, with `{}` in place of the sentence. A name may go on after a colon: `markdown: heading`.
`test_same_result.py` puts them together.
"""

from __future__ import annotations

BEFORE = "Mme Dupont arrived at 14h30 on the 1er June with 1 234,56 €."
AFTER = "Ms. Dupont arrived at 2:30 p.m. on June 1 with €1,234.56."
