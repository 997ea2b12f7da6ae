"""Common content words of English news, as triggers for words and loops that an engine repeats.

A trigger cannot say "the same word twice": it takes the words themselves. As plain literals they cost the scan
next to nothing. Rules look at any repeated word once a paragraph is theirs; this table only brings them there.
"""

from __future__ import annotations

_NOUNS = (
    "access accident account act action activity administration age agency agreement aid air airport amount "
    "analysis animal answer app application approach area army article artist association atmosphere attack "
    "attention author authority aviation award baby ball bank base battle beach bed bill bird board boat body book "
    "border boy bridge budget building bus business camera camp campaign cancer candidate capital car card care "
    "career case cat cause cell center centre century chain chairman challenge chance change channel character "
    "charge child choice church circle citizen city claim class club coach coalition coast coffee college color "
    "comment commission commissioner committee community company competition computer concert condition conference "
    "conflict congress connection construction contact content contract control cooperation cost council country "
    "county course court cover crime crisis culture currency customer damage dance data day deal death debate debt "
    "decade decision defense degree delegation demand department deposit design detail development device director "
    "disaster disease district doctor document dog dollar door draw drug earthquake economy edition education "
    "effect effort election emergency employee energy engine enterprise environment epidemic equipment euro event "
    "evidence example exchange exhibition experience expert explosion export eye face factor factory family fan "
    "farmer father festival field fight figure film finance fire fish flight flood food football force foreigner "
    "form foundation friend front fruit fuel fund future game garden gas girl goal gold governor government ground "
    "group growth guest guide gun hand head health heart hero history home hospital hotel hour house housing idea "
    "image impact incident income increase industry infection inflation information infrastructure injury "
    "innovation inspection institute institution insurance interest internet interview investigation investment "
    "investor island issue item job journalist judge justice king kitchen lake land language law lawyer leader "
    "league letter level library life light line list loan location logo love lunch machine magazine man manager "
    "map march mark market mask master match material mayor measure meat media medicine meeting member message "
    "metal meter method migrant million mind mine minister ministry minute mobile model moment money month morning "
    "mother motor mountain movement movie museum music name nation nature network news newspaper night number nurse "
    "office officer official oil operation opinion opportunity opposition order organization outbreak owner page "
    "painting palace pandemic paper parent park parliament part partner party passenger patient peace pension "
    "people percent performance period person phone photo picture piece pilot place plan plane planet plant plate "
    "platform player point police policy politician pollution population port position post power practice prayer "
    "president press price prime prince prison prize problem procedure process product production professor program "
    "programme progress project property protection protest province provision public quality quarantine quarter "
    "queen question race rain rate reaction reason record reform refugee regime region regulation relation religion "
    "report representative republic request research resident resource restaurant result revenue review right risk "
    "river road role room rule safety sale sample sanction school science score sea season seat secretary section "
    "sector security series service session share ship shop show side sign site situation size skill society "
    "soldier solution song source space spokesman spokesperson sport square staff stage star state statement "
    "station step stock store storm story strategy street structure student study success summer sun supply support "
    "surface surgery system table tax teacher team technology temperature term territory terrorist test text "
    "theater theatre theme thing threat ticket time tourism tourist tower town track trade traffic train training "
    "transport treatment tree trial trip troop truck union unit university user vaccine value vehicle version "
    "victim victory video village violence virus visit visitor voice vote voter wage wall war water wave way weapon "
    "weather website week weight well west wind window winter woman word work worker world writer year youth zone"
)
_ADJECTIVES = (
    "active additional administrative agricultural ancient annual armed artificial available basic central certain "
    "chemical civil clean clear clinical closed commercial common complete complex constant constitutional cultural "
    "current dangerous democratic different difficult digital direct domestic early eastern economic educational "
    "electric electronic entire environmental ethnic european exclusive explosive external federal female filial "
    "final financial fiscal foreign former free front full further general global golden green gross historical "
    "human illegal immune important independent individual industrial infected initial internal international joint "
    "judicial large last leading legal liberal local low main major male maximum medical mental middle military "
    "minimum modern moral municipal national natural necessary negative new normal northern nuclear official only "
    "open ordinary original overseas past permanent personal physical political poor popular positive possible "
    "potential present presidential previous primary private professional provincial public rapid recent regional "
    "regular relevant religious rural russian same secondary secret secretly separate serious sexual short similar "
    "single small social solar southern soviet special specific stable state strategic strong successful technical "
    "third total traditional united universal urban various visual western whole young"
)
_VERBS = (
    "accept achieve add adopt affect agree allow announce appear apply approve arrest arrive ask attend become "
    "begin believe belong bring build call carry celebrate close collect come comply conduct confirm consider "
    "contain continue contribute create decide declare decline decrease demonstrate deny describe destroy develop "
    "discover discuss discussed encourage ensure enter establish estimate exceed exist expand expect explain "
    "express face fail fall follow found gather give grow handle happen help hold identify implement improve "
    "include increase inform injure install intend introduce invest investigate involve join keep kill know launch "
    "lead learn leave live look lose make manage mean meet mention move need note obtain occur offer open operate "
    "organize participate pass perform plan play prepare prevent produce prohibit promote propose protect prove "
    "provide publish put reach receive recognize recommend record reduce refuse register release remain remember "
    "remove replace represent require resign resolve respond return reveal rise say see seem sell send serve set "
    "share sign speak spend start stop strengthen submit suffer suggest support take talk teach tell think treat "
    "turn understand use visit want warn watch win work write"
)
_IRREGULAR = (
    "became began brought built came children gave given held kept known left led lost made men met paid said seen "
    "sent sold spent spoke taken thought told took understood went women won written"
)


def doubled_words() -> list[str]:
    """Each word twice with a space between, as literals for a trigger: nouns in both numbers, verbs in the past."""
    words = {*_IRREGULAR.split(), *_ADJECTIVES.split(), *_ADJECTIVES.title().split()}
    for noun in _NOUNS.split():
        words |= {noun, noun.capitalize(), _with_s(noun), _with_s(noun).capitalize()}
    for verb in _VERBS.split():
        stem = verb[:-1] if verb.endswith("e") else verb
        words.add(stem[:-1] + "ied" if stem.endswith("y") and stem[-2] not in "aeiou" else stem + "ed")
    # Not `(?i)`: it takes fifteen times as long to compile.
    return [f"{word} {word}" for word in sorted(words)]


def doubled_nouns() -> list[str]:
    """The nouns alone, as above: what single-word loops are mostly made of. With an article they have commas."""
    return [form for word in _NOUNS.split() for form in (f"{word} {word}", f"{word}, the {word}, the {word}")]


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
