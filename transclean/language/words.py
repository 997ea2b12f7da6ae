"""The cheap layer of language detection: script and function words. Deterministic, no model, microseconds.

A language is its small words: a sentence of any length has some, and few are shared. The tables hold the
commonest words of each language, with the shared ones under each language that has them, so that a text in one
language scores there highest. Languages that transclean does not otherwise know are here too (Swedish, Romanian
…), so that they are not taken for English.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS: dict[str, str] = {
    "en": "the of and to a in is was for that with on as by at from are be this it he she they have has had not "
    "but which were said his her their will would an who been its or we you i do did more about if one all there "
    "when what into than also after out up no my me your our him them so can could may should these those such "
    "over under met how any now new old two first last year years people time just like back day days well way many much "
    "very even against between through during while where because before until since about again still only own both each "
    "other another some most make made get got went come came take took says told asked left here then too us let see per",
    "fr": "le la les l' d' de des du et à au aux un une est en que qui dans pour par sur pas ne n' se s' son sa ses ce cette "
    "ces il elle ils elles avec plus a ont été sont était mais ou où nous vous leur leurs je j' tu mon ma mes comme "
    "tout fait être avait qu c' y on selon après entre sans même aussi dont cet deux",
    "es": "el la los las de del y a en un una es que se no por con para su sus lo al como más pero fue ha han son era "
    "este esta estos entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ser o si ya "
    "qué dos años según le les porque está así",
    "de": "der die das und den dem des ein eine einen einem einer in zu im ist mit für auf von nicht es sich auch als an "
    "hat er sie wir ich war wird bei aus dass nach wie haben oder aber noch vor zum zur über um sind so werden nur "
    "wenn ihre seine durch man mehr was sein gegen kann kein doch am schon unter hatte uns diese ja",
    "it": "il lo la i gli le di del della dei delle dello e è a al alla in nel nella un una uno che non per con da dal dalla "
    "si sono come più ma ha hanno anche su sul questo questa o se ci era stato essere loro suo sua fra tra quando "
    "già dopo ed c' l' un dell nell all degli alle ai quanto perché molto tutti",
    "pt": "o a os as de do da dos das e em no na nos nas um uma é que não para por com se ao à mais como mas foi são ou "
    "seu sua seus suas ele ela isso esta este entre quando muito já também só pelo pela até sem sobre há ter era "
    "depois mesmo aos tem foram ser está lhe às pelos você eu",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als bij naar door maar uit nog over dan wordt "
    "werd hebben heeft had deze dit die was worden kan meer of geen ze hij ik je we zich tot tegen wel al veel onder "
    "zou toen omdat u mijn haar hun",
    "pl": "w i z na do nie się to że jest o jak za od po ale przez dla czy tak co był była było są ze już tylko ich jego jej "
    "być może przed roku oraz także które który która pod tym tego mnie mi my ja bardzo gdy lub jeszcze sobie",
    "tr": "ve bir bu da de için ile çok olarak daha gibi kadar ne o en olan sonra var ama değil mi mı ki her ya ben biz "
    "olduğu olduğunu tarafından dedi göre ise ancak iki yeni yıl diye bunun üzerine",
    "sv": "och att det som en på är av för med den till i inte om har de ett han var jag hon men sig från vi så kan när år "
    "man nu också efter eller hade skulle mot ut där under vid blev bara två varit alla andra vara",
    "da": "og at det som en på er af for med den til i ikke om har de et han var jeg hun men sig fra vi så kan når år man nu "
    "også efter eller havde skulle mod ud der under ved blev kun to været alle andre være hvor hvad",
    "no": "og at det som en på er av for med den til i ikke om har de et han var jeg hun men seg fra vi så kan når år man nå "
    "også etter eller hadde skulle mot ut der under ved ble bare to vært alle andre være hvor hva",
    "ro": "de și în a la cu pe nu o un că este din pentru se care mai au ce sunt fost lui dar prin ca sau fi al ale său "
    "după când între despre foarte să ei el ea îl iar acest această",
    "cs": "a v se na je že to z do o s i ve k za pro by od jako po ale si jsem být jeho byl byla bylo které který jsou už "
    "také než při až nebo jak ze tak když jen její jejich",
    "fi": "ja on ei se että oli hän mutta ovat myös kun niin tai ole ovat mukaan jonka joka sekä vain kuin sen jo nyt hänen "
    "ollut olla ne tämä tämän vuonna jos",
    "hu": "a az és hogy nem is egy van volt meg ez de csak már azt el ha mint még ki be kell sem vagy lesz ezt azonban szerint",
    "id": "yang dan di dari ini itu untuk dengan tidak dalam pada ke akan adalah oleh sebagai juga atau bisa ada kata "
    "telah karena mereka saya kami tersebut",
    "ca": "el la els les de del i a en un una és que no per amb es al com més però va ha són era aquest aquesta entre quan "
    "molt sense també fins hi on qui des tot ser o si ja dels als pel",
    "la": "et in est non ad cum ut sed qui quae quod ex per ab aut si de nec eius sunt esse enim hoc",
    "uk": "і в на не що з до за як це та у про від є він але його для або також був було була вони який яка які їх вже "
    "після тому ще при через років року",
    "ru": "и в на не что с по как это к из у за от но он его для а же или также был было была они который которая которые их "
    "уже после о при до года лет она мы я все так бы только",
    "bg": "и на в да се не за от е с че по са до като ще си или който която което това към при след още беше има през",
}  # fmt: skip

# A letter before an apostrophe is a word of French and Italian (l'eau), on its own it is an initial or an item of a list.
# An elided word ends at its apostrophe (l'homme); a compound is one word: the non of non-governmental is not French.
_WORD = re.compile(r"\b[cdjlns]'(?=\w)|[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in set(words.split()):
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}


_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff\uf900-\ufaff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("ar", re.compile("[\u0600-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f]")),  # without digits and their signs
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)


# Any letter of those scripts, or another that is neither Latin nor Cyrillic nor like them; most text has none.
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0530-\u1dff\u2e80-\ud7ff\uf900-\ufdff]")

_CYRILLIC = frozenset({"ru", "uk", "bg"})
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")


# A capital in the middle of a sentence begins a name: the Le of Le Pen, the De of De Gaulle are not French here.
_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZÀ-ÖØ-Þ][^\W\d_]*")


def scores(text: str) -> dict[str, int]:
    """How many words of `text` are function words of each language."""
    table = _languages_of_word()
    counts: dict[str, int] = {}
    if not text.isupper():
        text = _NAME.sub("", text)
    for word in filter(table.__contains__, _WORD.findall(text.lower().replace("’", "'"))):
        for language in table[word]:
            counts[language] = counts.get(language, 0) + 1
    return counts


def script_language(text: str) -> str | None:
    """The language that the script alone tells, if most letters are not Latin or Cyrillic."""
    if text.isascii() or not _OTHER_SCRIPT.search(text):
        return None
    letters = len(_LETTER.findall(text))
    if not letters:
        return None
    kana = 0
    for language, pattern in _SCRIPTS:
        count = len(pattern.findall(text))
        if language == "ja":
            kana = count
            continue
        if language == "zh" and count + kana > letters / 2:
            return "ja" if kana > count / 20 else "zh"
        if count > letters / 2:
            return language
    return "ja" if kana > letters / 2 else None


def language_of(text: str, *, clear: int = 2) -> str | None:
    """The language of `text`, if script or function words tell it by a clear margin; None otherwise.

    `clear`: how many function words at the least. The winner must have half as many again as the next, except
    among near relatives (Danish and Norwegian), where any of them will do for our purposes.
    """
    by_script = script_language(text)
    if by_script:
        return by_script
    ranked = sorted(scores(text).items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < clear:
        return None
    language, best = ranked[0]
    rivals = [count for other, count in ranked[1:] if {language, other} != {"da", "no"}]
    if rivals and rivals[0] * 1.5 > best:
        return None
    return language


def looks_foreign(text: str, language: str) -> bool:
    """Whether `text`, perhaps short, is clearly not in `language`: another one has more function words by far."""
    by_script = script_language(text)
    if by_script:
        return by_script != language
    cyrillic = 0 if text.isascii() else len(_CYRILLIC_LETTER.findall(text))
    # Fewer letters may be all that is left over: `500 руб.`, `25 км/ч`.
    if language not in _CYRILLIC and cyrillic >= 5 and cyrillic * 2 > len(_LETTER.findall(text)):
        return True
    counts = scores(text)
    own = counts.pop(language, 0)
    best = max(counts.values(), default=0)
    return best >= 2 and best >= 2 * own + 1 if own else best >= 2


# Small words that belong to the name after them: Ursula von der Leyen, Charles de Gaulle, Osama bin Laden.
_PARTICLES = re.compile(
    r"\b(?:(?:van|von|vom|zu|de|der|den|des|du|di|da|del|della|do|dos|das|la|le|el|al|bin|ten|ter) )+(?=[A-ZÀ-ÖØ-Þ])"
)


# One word proves little: only for a language that translations come from is it enough.
_SOURCES = ("fr", "es", "de", "it", "pt", "nl", "pl", "tr", "ru", "uk")


def leans_foreign(text: str, language: str) -> bool:
    """Whether what little there is of `text` speaks for another language and nothing for `language`."""
    if looks_foreign(text, language):
        return True
    counts = scores(_PARTICLES.sub("", text))
    return language not in counts and any(source in counts for source in _SOURCES)


# Small words of other languages that are English words of another kind.
_ALSO_ENGLISH = frozenset((
    "war", "die", "hat", "man", "den", "son", "con", "era", "door", "sin", "fin", "par",
    "plus", "pour", "per", "van", "ton", "ha", "ours",
))  # fmt: skip


def quotes_foreign(text: str, language: str) -> bool:
    """Whether the words of a quotation are in another language than `language`, as far as they show one.

    A small word of a language that translations come from is enough, where none of `language` stands; but it must be
    written small: Le Monde is a name.
    """
    if looks_foreign(text, language):
        return True
    if language in scores(text):
        return False
    words = _WORD.findall(_PARTICLES.sub("", text))
    if len(words) < 2:
        return False
    counts = scores(" ".join(word for word in words if word[0].islower() and word not in _ALSO_ENGLISH))
    return any(source in counts for source in _SOURCES)


_NOT_ENGLISH = re.compile("[¿¡ß]")


def speaks_against_english(text: str) -> bool:
    """Whether the little that a short `text` shows is of another language: a small word, a letter, a script."""
    plain = {word.lower() for word in _PLAIN_WORD.findall(_NAME.sub("", _PARTICLES.sub("", text)))}
    languages = [of_word for of_word in map(_languages_of_word().get, plain) if of_word]
    english = sum("en" in of_word for of_word in languages)
    others = max(sum(source in of_word and "en" not in of_word for of_word in languages) for source in _SOURCES)
    if english:
        return others > english  # a, no and as are Spanish too
    return others > 0 or _NOT_ENGLISH.search(text) is not None or len(_OTHER_SCRIPT.findall(text)) > 1


_PLAIN_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_FEWEST_PLAIN = 4


def lacks_english(text: str) -> bool:
    """Whether a short `text` has some words in small letters, and none that is a small word of English alone."""
    words = set(_PLAIN_WORD.findall(text))
    if sum(map(str.islower, words)) < _FEWEST_PLAIN:
        return False
    languages = (_languages_of_word().get(word.lower(), ()) for word in words)
    return all("en" not in of_word or any(source in of_word for source in _SOURCES) for of_word in languages)


@lru_cache(maxsize=32)
def function_words(language: str) -> frozenset[str]:
    """The commonest small words of `language`, lower case."""
    return frozenset(_WORDS.get(language, "").split())


def small_word_languages(word: str) -> tuple[str, ...]:
    """The languages that have `word`, in any case, among their commonest small words; for `l'eau` those of `l'`."""
    table = _languages_of_word()
    lower = word.lower().replace("’", "'")
    return table.get(lower) or table.get(lower.partition("'")[0] + "'", ())
