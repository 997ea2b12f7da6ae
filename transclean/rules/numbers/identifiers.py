"""Numbers that name a thing: what an engine has grouped in them like a quantity, or got wrong by their own check.

International bank account numbers and ISBNs carry check digits (ISO 13616 with ISO 7064 MOD 97-10; ISO 2108), so a
mistake shows without the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transclean.document import Document
from transclean.rules.rule import FLAG, Example, Hit, Rule, Stage
from transclean.text.segment import Segment

_IBAN = re.compile(r"\bIBAN\b[:.]?\s?(?P<number>[A-Z]{2}\d{2}(?:[ ,.]?[A-Z0-9]){0,40})(?!\w)")
_ISBN = re.compile(r"\bISBN(?:-1[03])?[:.]?\s?(?P<number>\d(?:[ ,.–-]?\d){8,11}[ ,.–-]?[\dX])(?![\w-])")
_TELEPHONE = re.compile(
    r"(?<![\w+])(?P<plus>\+\d[\d .()-]{0,20},\d[\d .,()-]{0,20}\d)"
    r"|\b(?:[Tt]el(?:ephone)?|[Tt]él|[Ff]ax|[Pp]hone|[Cc]all|[Mm]obile|WhatsApp)\b[.:]?\s"
    r"(?P<local>\(?0\d[\d .)-]{0,12},\d\d[\d .,-]{0,20}\d)"
)
_IBAN_LENGTH = 15  # the shortest, of Norway; a shorter one is only quoted in part


def _find(segment: Segment, document: Document) -> Iterator[Hit]:
    for match in _IBAN.finditer(segment.raw):
        number = match["number"].rstrip(",.")
        plain = re.sub(r"[ ,.]", "", number)
        span = match.start("number"), match.start("number") + len(number)
        if re.search(r"\d[,.]\d", number):
            yield Hit(*span, re.sub(r"(?<=\d)[,.](?=\d)", "", number))
        elif len(plain) >= _IBAN_LENGTH and _remainder(plain) != 1:
            yield Hit(*span, None, message="the check digits of this IBAN do not fit: a digit is wrong")
    for match in _ISBN.finditer(segment.raw):
        number = match["number"]
        digits = re.sub(r"\D", "", number[:-1]) + number[-1]
        if re.search(r"\d[,.]\d", number):
            yield Hit(*match.span("number"), re.sub(r"[,.]", "-", number))
        elif len(digits) in (10, 13) and not _is_isbn(digits):
            yield Hit(
                *match.span("number"), None, message="the check digit of this ISBN does not fit: a digit is wrong"
            )
    for match in _TELEPHONE.finditer(segment.raw):
        group = "plus" if match["plus"] else "local"
        yield Hit(*match.span(group), match[group].replace(",", " "))


def _remainder(iban: str) -> int:
    """ISO 7064 MOD 97-10 of an IBAN: 1 if it is right."""
    return int("".join(str(int(character, 36)) for character in iban[4:] + iban[:4])) % 97


def _is_isbn(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return "X" not in digits and sum(value * (3 if i % 2 else 1) for i, value in enumerate(values)) % 10 == 0


NUM040 = Rule(
    code="NUM040",
    name="broken-identifier",
    summary="Telephone number, IBAN or ISBN that cannot be right",
    why=(
        "Engines group the digits of a telephone number or an account like thousands, and now and then change one. A "
        "comma has no place in either, and an IBAN and an ISBN have check digits that tell. A wrong digit elsewhere "
        "shows only beside the source. What the number should be is not for a program to decide: reported."
    ),
    safety=FLAG,
    stage=Stage.NUMBERS,
    trigger=(
        r"\bIBAN\b",
        r"\bISBN",
        r"\+\d[\d .()-]*,\d",
        r"\b(?:[Tt]el|[Tt]elephone|[Ff]ax|[Pp]hone|[Cc]all|[Mm]obile|WhatsApp)[.:]?[ \u00a0]\(?0[\d .()-]*,\d",
        r"[Tt]él[.:]?[ \u00a0]\(?0[\d .()-]*,\d",
    ),
    find=_find,
    targets=("*",),
    masked=False,
    fixes=(
        Example("IBAN FR76 3,000", flag="FR76 3,000", suggest="FR76 3000"),
        Example("Call +41 22,555,01 64.", flag="+41 22,555,01 64", suggest="+41 22 555 01 64"),
        Example("Tel. 022,555,44,44", flag="022,555,44,44", suggest="022 555 44 44"),
        Example("IBAN: DE89 3704 0044 0532 0130 01", flag="DE89 3704 0044 0532 0130 01"),
        Example("ISBN 978-2-07-036822-9", flag="978-2-07-036822-9"),
        Example("ISBN 0-306-40615-3", flag="0-306-40615-3"),
    ),
    keeps=(
        "+44 7700 900 123",
        "ISBN 978-2-07-036822-8",
        "75008 Paris",
        "0800 123 456",
        "IBAN DE89 3704 0044 0532 0130 00 of the bank",
        "ISBN 0-306-40615-2",
        "+5,000 people called",
        "growth of +2,300 to +4,100 jobs",
        "Call 0,5 a half.",
    ),
)

RULES = (NUM040,)
