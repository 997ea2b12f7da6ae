"""How much a string of letters looks like a word of its script: the test between two readings of the same bytes.

For each script a table of letter pairs is counted from words: the names of countries, languages and currencies in
CLDR (through Babel, over a thousand a language), which show how long words are built, and the commonest words of the
language below, which show the rest. A word is worth the bits that the table saves over letters drawn at random: real
words save one to two bits a letter, the same bytes in a wrong page lose some. Scripts can be compared by it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

CYRILLIC, GREEK, HEBREW, ARABIC = "cyrillic", "greek", "hebrew", "arabic"

# Model -> languages of CLDR to count from; any other name of a model is the code of its one language.
_LANGUAGES = {CYRILLIC: ("ru", "uk"), GREEK: ("el",), HEBREW: ("he",), ARABIC: ("ar",)}

_COMMON_WORDS = {
    CYRILLIC: (
        "и в не на я что он с как это по но они к у из за то все она так его от мы же вы бы о был мне еще нет меня ты "
        "до уже или ему когда если даже быть было была были для чтобы себя под будет время может очень есть человек "
        "года году лет один два три этот эти этого того тот где кто раз жизнь дело день рука работа слово место вопрос "
        "друг сторона страна мир случай ребенок голова правда привет здравствуйте спасибо новости газета город сегодня "
        "завтра вчера президент правительство государственный сказал сказала говорить думать знать хотеть видеть после "
        "через между который которая которые свой наш большой новый хороший первый последний русский российский война "
        "помощь люди конец женщина мужчина письмо книга дорога улица школа вода земля ночь утро вечер объявил заявил "
        "сообщает власти решение также только можно надо нельзя ничего всегда здесь там сейчас потом москва россия "
        "україна київ львів одеса що як це та він вона вони ми ви його її їх є буде бути був була було були також який "
        "яка які якщо коли де хто дуже ще вже або але щоб від до після через між людина життя місто країна світ рік "
        "роки день час слово праця дякую привіт сьогодні завтра вчора новини уряд державний мова війна допомога люди "
        "жінка чоловік дитина книга школа вулиця дорога вода земля ніч ранок вечір сказав сказала говорити думати"
    ),
    GREEK: (
        "και το να του η της με που την από για είναι στο ο οι τα τον δεν θα σε μας τη στην έχει ότι στη των αυτό αλλά "
        "πως σας ή μια μου στα πολύ όταν ήταν όπως πρέπει υπάρχει μπορεί κάθε μόνο χρόνια σήμερα μετά πριν όλα χώρα "
        "κυβέρνηση πρόεδρος ημέρα ζωή κόσμος άνθρωπος παιδιά γυναίκα πόλη νερό σχολείο δρόμος αύριο καλημέρα ευχαριστώ "
        "νέα εφημερίδα βοήθεια πόλεμος ειρήνη γλώσσα λέξη σπίτι δουλειά χρόνος νύχτα πρωί αθήνα ελλάδα είπε δήλωσε"
    ),
    HEBREW: (
        "של את על לא זה הוא היא אני כי עם גם אם כל אבל או מה היה הם אין יש רק כך עד אל בין לפני אחרי יותר שלום תודה "
        "ישראל ירושלים היום מחר אתמול ממשלה ראש עיר ארץ אנשים ילדים אישה איש מים בית ספר דרך לילה בוקר עולם חיים שנה "
        "שנים זמן חדשות עיתון עזרה מלחמה אמר אמרה הודיע אחד שני שלושה גדול חדש טוב ראשון אחרון"
    ),
    ARABIC: (
        "من في على إلى أن هذا هذه التي الذي كان كانت ما لا عن مع هو هي كل بعد قبل بين عند لم قد أو ثم حتى إذا كما لكن "
        "غير أي ذلك تلك هناك نحن أنت هم اليوم غدا أمس سلام السلام عليكم شكرا مرحبا مصر سوريا العراق العربية الحكومة "
        "الرئيس الوزير المدينة البلاد العالم الناس الحياة الحرب المساعدة الماء البيت الكتاب الطريق الليل الصباح السنة "
        "الوقت الأخبار الجريدة قال قالت أعلن واحد اثنان ثلاثة كبير جديد أول آخر محمد أحمد علي عبد الله اللغة"
    ),
    "tr": (
        "bir ve bu da de için ile çok daha ne var değil mi gibi sonra kadar ama olarak olan her şey şu şimdi iş başkan "
        "başbakan belediye gün yıl dün bugün kişi çocuk kadın erkek büyük küçük yeni eski iyi güzel doğu batı kuzey "
        "güney köy şehir ilçe dağ deniz ev yol su gece sabah dünya ülke devlet hükümet millet savaş barış yardım haber "
        "gazete söyledi dedi açıkladı oldu olduğu olduğunu yaptı geldi gitti aldı verdi türkiye istanbul ankara izmir "
        "oğlu yıldız şahin öztürk yılmaz demir kaya çelik aydın arslan doğan kılıç aslan çetin kara koç kurt özdemir"
    ),
    "is": (
        "það og að er í ég hann hún við þú þeir þær þau þetta þessi þing þjóð þar þá sem ekki til um frá með fyrir "
        "eftir hafa verið maður kona barn land ísland reykjavík fell fjörður vellir dalur nes vík höfn eyjar foss "
        "jökull kirkja dóttir sonur bær hús vegur vatn nótt dagur ár tími heimur líf sagði segir davíð guðmundur "
        "sigurður þór"
    ),
    "pl": (
        "się nie to na że jest do jak za od po przez dla czy tak był była było są już tylko ich jego jej być może pod "
        "tym także które który która wszystko człowiek ludzie życie świat miasto kraj państwo rząd prezydent rok lat "
        "dzień czas dziś wczoraj jutro praca pomoc wojna pokój język słowo dom droga woda ziemia noc rano wieczór "
        "powiedział "
        "oświadczył mówi wielki mały nowy stary dobry pierwszy ostatni kraków łódź wrocław gdańsk białystok poznań "
        "wałęsa michał paweł stanisław łukasz andrzej ską ski cki wski wska czyk"
    ),
}

_WORD = re.compile(r"[^\W\d_]+")
_SMOOTHING = 0.1  # of a sighting, for a pair never seen


@dataclass(frozen=True)
class LetterModel:
    """Pairs of neighbouring letters, the ends of the word included (as spaces), with the bits each saves."""

    pairs: dict[str, float]
    unseen: float  # a pair that never occurs, between letters of the alphabet
    alphabet: frozenset[str]

    def bits(self, word: str) -> float:
        """What the model saves on `word`; negative for what is no word. Letters from elsewhere cost most."""
        small = small_letters(word)
        total = 0.0
        for one, two in zip(f" {small}", f"{small} ", strict=True):
            if (one == " " or one in self.alphabet) and (two == " " or two in self.alphabet):
                total += self.pairs.get(one + two, self.unseen)
            else:
                total += 2 * self.unseen
        return total if _has_word_case(word) else total + 3 * self.unseen


def small_letters(word: str) -> str:
    """`word` in small letters, one for one: Python makes two characters of the Turkish İ."""
    return word.replace("İ", "i").lower()


def _has_word_case(word: str) -> bool:
    """Whether the capitals of `word` are none, the first, or all."""
    return word[1:].islower() or word == word.lower() or word == word.upper()


@lru_cache(maxsize=16)
def letter_model(script: str) -> LetterModel:
    """The model of a script, or of the language with that code; counted on first use."""
    counts: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    words = [(word, 3) for word in _COMMON_WORDS.get(script, "").split()]
    for language in _LANGUAGES.get(script, (script,)):
        words += [(word, 1) for word in _names(language)]
    for word, weight in words:
        for one, two in zip(f" {word}", f"{word} ", strict=True):
            counts[one + two] += weight
            starts[one] += weight
    alphabet = frozenset(letter for letter in starts if letter != " ")
    size = len(alphabet) + 1
    pairs = {
        pair: math.log2(size * (count + _SMOOTHING) / (starts[pair[0]] + _SMOOTHING * size))
        for pair, count in counts.items()
    }
    typical = sum(starts.values()) / size
    return LetterModel(pairs, math.log2(size * _SMOOTHING / (typical + _SMOOTHING * size)), alphabet)


def _names(language: str) -> list[str]:
    """The words of the names that CLDR has in `language`, in small letters; of a language with another script, those
    in its script only."""
    from babel import Locale

    locale = Locale.parse(language)
    names = [*locale.territories.values(), *locale.languages.values(), *locale.currencies.values()]
    latin = locale.character_order == "left-to-right" and language not in ("ru", "uk", "el")
    return [word for name in names for word in _WORD.findall(name.lower()) if latin or not word.isascii()]
