"""The likely encoding of bytes that are not UTF-8: charset-normalizer's judgement, with our prior beside it.

Alone, it often takes Western European text for Central European: the two code pages share most accented letters, and
where a text shows few of them both look equally clean (a Spanish news text became cp1250 in 12 of 12 samples, with
every `ñ` a `ń`). So it only ranks the encodings that translated text really comes in, and among those that are about
equally clean the one in widest use is taken.
"""

from __future__ import annotations

import re

# In the order of how common they are, by HTTP Archive's counts of legacy pages, East Asian ones where no
# Latin text can be mistaken for them.
_CANDIDATES = (
    "cp1252", "cp1251", "cp1254", "cp1250", "cp1256", "gb18030", "shift_jis", "euc_kr", "big5", "euc_jp", "cp1253",
    "cp1255", "iso8859_2", "koi8_r", "iso8859_5", "cp866", "mac_roman", "cp850",
)  # fmt: skip
# Icelandic letters in what would be Western European: nearly always the Turkish ğ, ş, ı of cp1254.
_ICELANDIC = re.compile("[ðþýÐÞÝ]")
# Low quotation marks, daggers or capitals at the end or inside of words of a Windows code page: the accented letters of
# DOS (cp850) or Macintosh.
_DOS_OR_MACINTOSH = re.compile("(?<=[a-z])[‚„†‡ˆ‰‹›ŠŽŒŸ](?=[a-z ])")
_VETOES = {
    "cp1252": (_ICELANDIC, _DOS_OR_MACINTOSH),
    "cp1254": (_DOS_OR_MACINTOSH,),
    "cp1250": (_DOS_OR_MACINTOSH,),
    "cp1251": (_DOS_OR_MACINTOSH,),
}
_ABOUT_AS_CLEAN = 0.03  # of charset-normalizer's share of oddities ("chaos")
_ABOUT_AS_LIKELY = 0.15  # of its likeness to a language ("coherence")


def likely_encoding(data: bytes) -> str | None:
    """The codec that `data` is most likely text in; None if none fits."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data, cp_isolation=list(_CANDIDATES)))
    if not matches:
        return None
    cleanest = min(match.chaos for match in matches)
    clean = [match for match in matches if match.chaos <= cleanest + _ABOUT_AS_CLEAN]
    likeliest = max(match.coherence for match in clean)
    possible = {
        name
        for match in clean
        if match.coherence >= likeliest - _ABOUT_AS_LIKELY
        for name in (match.encoding, *match.could_be_from_charset)
    }
    ranked = [name for name in _CANDIDATES if name in possible]
    for name in ranked:
        text = data.decode(name, "replace")
        if not any(veto.search(text) for veto in _VETOES.get(name, ())):
            return name
    return ranked[0] if ranked else None
