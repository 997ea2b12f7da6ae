"""Nationalities, languages, religions, months and weekdays in lower case, as most languages but English have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from transclean.document import Document
from transclean.rules.english import MONTHS, WEEKDAYS
from transclean.rules.prose import in_prose
from transclean.rules.rule import SAFE, Example, Hit, Rule, Stage
from transclean.rules.tables import word_set
from transclean.text.segment import Segment

# Adjectives of countries and peoples. CLDR has names of languages, but no demonyms. Words with a sense of their own in
# lower case are left out: polish, turkey, china, swede, pole, mandarin, moor, slav, basque.
_DEMONYMS: Final = """
afghan african albanian algerian american andalusian angolan argentine argentinian armenian asian australian austrian
azerbaijani bavarian belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian
canadian caribbean catalan chadian chechen chilean chinese colombian congolese corsican croatian cuban cypriot czech
danish dutch ecuadorian egyptian english eritrean estonian ethiopian european finnish flemish french georgian german
ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian
ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz laotian latvian lebanese
liberian libyan lithuanian macedonian malagasy malaysian maltese mauritanian mexican moldovan mongolian montenegrin
moroccan mozambican namibian nepalese nicaraguan nigerian nigerien norwegian ottoman pakistani palestinian panamanian
paraguayan persian peruvian portuguese prussian qatari romanian russian rwandan salvadoran saudi scandinavian scottish
senegalese serbian siberian sicilian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian
taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uzbek venetian
venezuelan vietnamese welsh yemeni zambian zimbabwean
bahraini bangladeshi beninese bhutanese burundian emirati fijian filipino gabonese gambian guinean malawian malian
maldivian mauritian omani samoan surinamese togolese tongan
"""
_PEOPLES: Final = """
africans albanians algerians americans arab arabs armenians asians australians austrians belgians brazilians
bulgarians canadians chileans croatians cubans czechs egyptians englishman europeans frenchman georgians germans
greeks hungarians indians indonesians iranians iraqis israelis italians kenyans koreans kurds lebanese libyans
lithuanians mexicans moroccans nigerians norwegians pakistanis palestinians persians peruvians romanians russians
rwandans saudis scandinavians serbs slovaks somalis spaniard spaniards syrians tibetans tunisians ugandans ukrainian
ukrainians venezuelans
"""
_FAITHS: Final = """
anglican anglicans bahai buddhism buddhist buddhists christian christianity christians hindu hinduism hindus islam
islamic islamist islamists jew jewish jews judaism lutheran lutherans mormon mormons muslim muslims protestantism
shiite shiites sikh sikhs sunni sunnis yazidi yazidis zionism zionist zionists
"""
_LANGUAGES: Final = """
amharic arabic bengali cantonese farsi gujarati hausa hebrew hindi kannada malayalam marathi nepali pashto punjabi
quechua swahili tagalog tamil telugu tigrinya urdu wolof yoruba
"""
_ENDING = re.compile(r"(?:ian|ese|ish)$")

# What stays in lower case by custom (AP Stylebook, entries of the foods and things).
_FIXED = re.compile(
    r"(?:french (?:fr(?:y|ies)\b|toast|press|windows?|doors?|horns?|dressing|bread|kiss|bulldogs?|polish|cuffs?|curves?"
    r"|heels?|knots?|braids?|seams?|pleats?|leave|letters?|vanilla)|frenched"
    r"|dutch (?:ovens?|doors?|treat|courage|uncles?)"
    r"|venetian (?:blinds?|red)|swiss (?:cheese|chard|steak|rolls?)|russian (?:roulette|dressing)|turkish (?:baths?"
    r"|delight|towels?)"
    r"|danish pastr(?:y|ies)|german (?:measles|shepherds?|chocolate)|english (?:muffins?|horns?)"
    r"|english on (?:it|the (?:cue )?ball)"
    r"|brazilian nuts?"
    r"|irish (?:stew|coffee)|jew['’]?s['’]?[ -]harps?|french-polish|welsh (?:on|out)\b"
    r"|brazilian wax|american cheese|prussian blue|indian (?:ink|summer|corn)|cuban heels?"
    r"|persian (?:cats?|lamb)|afghan (?:hounds?|coats?)|welsh (?:rarebit|rabbit)|canadian bacon|japanese (?:beetles?"
    r"|maple)"
    r"|chinese (?:checkers|cabbage)|spanish moss|greek salad|belgian waffles?|swedish meatballs?|scottish terriers?)\b"
)
# These are things: a sofa and two ottomans, gum arabic, a cheese danish, a crocheted afghan.
_THING = re.compile(
    r"ottomans?\b(?! (?:empire|sultan|turk|rule|era|period|army|government|authorit))|(?<=gum )arabic"
    r"|arabic (?:numerals?|figures)"
    r"|(?:(?<=[Cc]heese )|(?<=\b[Aa] ))danish\b(?! (?!(?:and|or|on|for|with|from|in|at|to)\b)[a-z])"
    r"|(?:(?<=crocheted )|(?<=knitted )|(?<=wool )|(?<=woollen )|(?<=crocheted an )|(?<=knitted an ))afghans?"
)
_PREFIXED = re.compile(r"\b(?:non|anti|pro|ex|pan|trans|inter|intra|neo|post|pre|all|[A-Z][a-z]+o)-$")
_FIRST_HALF = re.compile(r"([^\W\d_]+)-$")


@lru_cache(maxsize=1)
def proper_adjectives() -> frozenset[str]:
    """Demonyms, languages and faiths that mean nothing else, in lower case."""
    from babel import Locale

    # Only the endings of languages that cannot be mistaken for a word: CLDR has Even, Fang and Ewe too.
    languages = {
        name.lower() for name in Locale.parse("en").languages.values() if _ENDING.search(name) and name.isalpha()
    }
    words = word_set(_DEMONYMS) | word_set(_PEOPLES) | word_set(_FAITHS) | word_set(_LANGUAGES)
    return (words | languages) - {"polish", "cornish"}


@lru_cache(maxsize=1)
def _adjective() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.@#/_=:'’&$])(?:{'|'.join(sorted(proper_adjectives(), key=lambda w: (-len(w), w)))})(?![\w@/_=]|\.\w)"
    )


_CHURCH = re.compile(
    r"(?<![\w./-])(?<!more )(?<!most )(?:(?:roman )?catholic"
    r"|(?:[Gg]reek|[Rr]ussian|[Uu]krainian|[Ss]erbian|[Cc]optic|[Ee]astern) orthodox)"
    r"(?= (?:church|priests?|bishops?|archbishops?|cardinals?)\b)"
)
# A soviet is a council, too: the adjective only where what it belongs to stands after it.
_SOVIET = re.compile(
    r"(?<![\w./-])soviet(?= (?:[Uu]nion|republics?|army|troops|forces|regime|bloc|era|leaders?|leadership|government"
    r"|invasion|occupation|authorities|times|citizens?|dissidents?|states?|dictator)\b|-era\b)"
)
_LATIN = re.compile(r"(?<![\w./-])latin(?= [Aa]merican?s?\b)")


def is_uncased(text: str) -> bool:
    """Whether a text of some length has no capitals at all: lower-cased on purpose, as corpora are."""
    sample = text[:4000]
    return sample == sample.lower() and len(sample.split()) >= 10


def _continues(before: str) -> bool:
    """Whether a hyphen that ends `before` joins a prefix or the first of two peoples: `non-`, `Franco-`, `mexican-`."""
    first = _FIRST_HALF.search(before)
    return _PREFIXED.search(before) is not None or (first is not None and first[1].lower() in proper_adjectives())


def _adjectives(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    if is_uncased(document.text):
        return
    for match in _adjective().finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 20) : start], text[end : end + 24]
        if _FIXED.match(text, start) or _THING.match(text, start) or (before.endswith("-") and not _continues(before)):
            continue
        if re.match(r"-(?:[a-z]+-|[^a-z])", after):
            continue  # a slug: french-toast-recipe
        yield Hit(start, start + 1, text[start].upper())
    for pattern in (_CHURCH, _LATIN, _SOVIET):
        for match in pattern.finditer(text):
            yield Hit(*match.span(), match.group().title())


CAP001 = Rule(
    code="CAP001",
    name="proper-adjective",
    summary="Nationality, language or religion in lower case",
    why="English capitalises them; Romance and Slavic languages do not. Words with a sense of their own are not on "
    "the list (polish, china, turkey), nor phrases that AP keeps in lower case (french fries, venetian blinds, "
    "roman numerals), nor identifiers. Native edited text has none of these words in lower case.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: [
        rf"\b(?:{'|'.join(sorted(proper_adjectives()))})\b",
        r"\b(?:catholic|orthodox) (?:church|priest|bishop|arch|card)",
        r"\blatin [Aa]m",
        r"\bsoviet[ -][a-zU]",
    ],
    find=_adjectives,
    of_today=True,
    sources=("fr", "es", "it", "pt", "ru", "uk", "zh", "pl"),
    fixes=(
        ("the french government", "the French government"),
        ("speaks spanish and german", "speaks Spanish and German"),
        ("a ukrainian soldier", "a Ukrainian soldier"),
        ("the muslim community", "the Muslim community"),
        ("the arab world", "the Arab world"),
        ("the russian-ukrainian war", "the Russian-Ukrainian war"),
        ("the Franco-german border", "the Franco-German border"),
        ("the non-jewish and french-speaking population", "the non-Jewish and French-speaking population"),
        ("a catholic priest from latin america", "a Catholic priest from Latin america"),
        ("a former soviet republic", "a former Soviet republic"),
    ),
    keeps=(
        "polish the floor",
        "We had coffee and a danish on the staircase ottoman.",
        "She crocheted an afghan, and he played the jew's harp.",
        "Mix it with gum arabic, and never welsh on a bet, in arabic numerals or in words.",
        "It was the orthodox church view, and the orthodox bishops agreed.",
        Example("He was a jew, and so was she.", context="Thou hath said it; he hath sworn, and 'tis shewn unto thee."),
        "french fries",
        "china plates",
        "a turkey sandwich",
        "dutch oven",
        "Put a little english on the cue ball.",
        "venetian blinds",
        "swiss.css",
        "lang=french",
        "roman numerals",
        "brazil nut",
        "his catholic tastes",
        "the workers' soviet met in secret",
        "see french-toast-recipe",
        "an americo-european probe",
        "the british decision in june to leave the european union was on the table , they said .",
    ),
)

_PLAIN_MONTHS = [month.lower() for month in MONTHS if month not in ("March", "May", "August")]
_PLAIN_DAYS = [day.lower() for day in WEEKDAYS]
_CALENDAR = re.compile(
    rf"(?:(?<![\w.@#/_=:$-])|(?<=\b[Mm]id-))(?:{'|'.join(_PLAIN_MONTHS)}|(?:{'|'.join(_PLAIN_DAYS)})s?)"
    r"(?![\w@/_=]|\.\w|-[a-z]+-| (?:bugs?|beetles?)\b)"
)


@lru_cache(maxsize=1)
def _doubtful() -> re.Pattern[str]:
    """may, march and august where they are months: with a year, and a day or a preposition of time before."""
    return re.compile(
        r"(?:\d(?:st|nd|rd|th)? |\b(?:in|since|until|till|by|from|of|early|late|mid|last|to|between|before|after"
        rf"|during|on|(?:{'|'.join(MONTHS)}|{'|'.join(_PLAIN_MONTHS)}) and) )"
        r"(?P<word>may|march|august)(?= (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:1[5-9]|20)\d\d(?!\d| (?:people|miles|men"
        r"|troops|feet)))"
        r"|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate|[Ll]ast) (?P<bare>august)"
        r"(?=[,.;:)]|\Z| (?:he|she|it|they|we|you|I|the|and|when)\b)"
        # With a day alone the preposition must be one of days: one of 5 may come, but never on 5 may.
        r"|\bon (?:(?:[12]?\d|3[01]) (?P<after_day>may|march|august)(?! be\b)(?![\w-])"
        r"|(?P<before_day>may|march|august) (?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\w,.:-]*\d))"
    )


def _calendar(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    if is_uncased(document.text):
        return
    for match in _CALENDAR.finditer(text):
        yield Hit(match.start(), match.start() + 1, text[match.start()].upper())
    for match in _doubtful().finditer(text):
        start = match.start(match.lastgroup or "word")
        yield Hit(start, start + 1, text[start].upper())


CAP002 = Rule(
    code="CAP002",
    name="month-weekday-capital",
    summary="Month or weekday in lower case",
    why="English capitalises months and weekdays. may, march and august are words too: they need a year beside them "
    "and a day or a preposition before, or on and a day. Abbreviations (mon, tue) are left to code and schedules.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=(
        rf"\b(?:{'|'.join([*_PLAIN_MONTHS, *_PLAIN_DAYS])})s?\b",
        r"\b(?:may|march|august) \d",
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate|[Ll]ast) august\b",
        r"\bon \d{1,2} (?:may|march|august)\b",
    ),
    find=in_prose(_calendar),
    of_today=True,
    sources=("fr", "es", "it", "pt", "ru", "nl", "pl", "tr"),
    fixes=(
        ("on monday", "on Monday"),
        ("in october 2020", "in October 2020"),
        ("5 may 2019", "5 May 2019"),
        ("last friday night", "last Friday night"),
        ("since march 2020", "since March 2020"),
        ("on sundays in august.", "on Sundays in August."),
        ("Since august they have read.", "Since August they have read."),
        ("until mid-september", "until mid-September"),
        ("on 8 march, and again on may 9", "on 8 March, and again on May 9"),
        ("between April and may 2025", "between April and May 2025"),
    ),
    keeps=(
        "you may go",
        "they march on",
        "an august body",
        "cron: mon,tue",
        "day=monday",
        "may 5 people come",
        "They will march 2000 miles.",
        "in august company",
        "The june bugs hit the screen door.",
        "One of 5 may come, and one on 5 may be late.",
        "May you be happy, and may 2025 bring you peace.",
        "In the end he may 2019 or no 2019 resign.",
    ),
)

_VERBS_OF_I = word_set(
    "am was have had will would can could do did don't don’t didn't didn’t can't can’t should must might may  "
    "think thought know knew want need see saw say said get got go went like love feel felt hope guess mean  "
    "just also never always really still only even understand believe remember work live lived came come  "
    "found find took take made make told tell heard left met read wrote read bought ate grew began started  "
    "understood agree wish suppose prefer walk walked run ran sit sat stand stood keep kept give gave put talk "
    "speak spoke learn play drive drove sleep slept wait look ask call try use buy sell "
)
_PRONOUN = re.compile(
    rf"(?<![\w&.’'\[/=-])i(?=['’](?:m|ve|ll|d)\b|\s(?:{'|'.join(sorted(_VERBS_OF_I))}|(?!squared|cubed)[a-z]{{2,}}ed)\b(?!\s?[=(]))"
)
_NUMBERED = re.compile(
    r"\b(?:the|by|for|let|index|variable|each|where|section|part|chapter|table|figure|item|annex|appendix|phase|type|class"
    r"|war|step"
    r"|level|volume|book|act|line|row|element|that|if|i{1,3}|iv|vi{0,3}|ix)\s$",
    re.IGNORECASE,
)
# Who begins sentences in small letters writes so.
_SMALL_SENTENCE = re.compile(r"[a-z]{2}(?<!etc)(?<!\bvs)(?<! al)[.?!] (?:i\b(?!\.)|[a-z]+ [a-z]+ [a-z]+)")
_FIGURES = re.compile(r"\b(?:i \+|i\+|i =|i=|[jk] |\[i\])")


def _pronoun(segment: Segment, document: Document) -> Iterator[Hit]:
    text = segment.text
    if is_uncased(document.text) or is_uncased(text):
        return
    code_like = _FIGURES.search(text) is not None or _SMALL_SENTENCE.search(text) is not None
    for match in _PRONOUN.finditer(text):
        numbered = _NUMBERED.search(text[max(0, match.start() - 12) : match.start()])
        contracted = text[match.end() : match.end() + 1] in "'’"
        if not contracted and (
            code_like or (numbered and numbered.group().strip().lower() not in ("that", "if", "where"))
        ):
            continue
        yield Hit(match.start(), match.end(), "I")


CAP003 = Rule(
    code="CAP003",
    name="pronoun-i",
    summary="The pronoun I in lower case",
    why="Only before a verb that goes with I, and not after for, section or part, nor where the text counts with i "
    "and j: the letter is also an index, a Roman numeral and the Catalan and Slavic and.",
    safety=SAFE,
    stage=Stage.WORDS,
    trigger=lambda: [
        r"\bi['’](?:m|ve|ll|d)\b",
        # With what may stand before it, since an i at the end of a word is common.
        *(rf"{before}i[ \n][a-z]{{2,14}}ed\b" for before in (r"\A", r"\(", *" \n\"'“‘,–—-")),
        *(rf"\bi[ \n]{verb}" for verb in sorted(_VERBS_OF_I)),
    ],
    find=in_prose(_pronoun),
    of_today=True,
    sources=("*",),
    fixes=(
        ("what i learned", "what I learned"),
        ("i can see it.", "I can see it."),
        ("yes, i'm here", "yes, I'm here"),
        ("He said that i was late.", "He said that I was late."),
        ("that is (i think) enough", "that is (I think) enough"),
    ),
    keeps=(
        "i.e. all",
        "item (i) and (ii)",
        "Fabra i Coats",
        "the i-Stop system",
        "for i in range(3)",
        "i = 1",
        "section i",
        "i 5",
        "section i was repealed",
        "Since i squared is minus one, multiplying by i turns it.",
        "The i was the first new daily for 25 years.",
        'Her last text read: "i can\'t find parking. go in without me. i mean it"',
        "when i reached j and k",
        "part ii i liked best of all",
        "lol i dunno what to say to you all, i just got here and i'm tired",
    ),
)

RULES = (CAP001, CAP002, CAP003)
