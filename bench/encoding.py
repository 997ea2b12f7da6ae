"""How well damage of encodings is undone: sentences of many languages, damaged on purpose, and repaired.

    python bench/encoding.py [--show] [--all-rules]

Each sentence is written in UTF-8 and read in a wrong code page; twice over; damaged in one half only; and written in
its own old code page and read in another. Counted are the sentences that come back exactly as they were, those that
come back changed but wrong, and the undamaged sentences that the rules touch, which must be none.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator

from transclean.pipeline import Settings, engine_for

SENTENCES = {
    "en": (
        "“It’s over,” she said – and it wasn’t.",
        "The café on 5th Street charges €12 for a 20 °C room…",
        "Mr. Türk’s naïve friend Zoë paid £5 for a fiancé’s résumé.",
    ),
    "fr": (
        "L’été dernier, nous avons déjeuné à l’hôtel près du château.",
        "« Où êtes-vous né ? », demanda-t-elle à l’élève.",
        "Le cœur du problème, c’est que ça coûte 5 € de plus à Noël.",
    ),
    "de": (
        "Die Größe der Straße überraschte den Bürgermeister von Köln.",
        "„Natürlich möchte ich Äpfel“, sagte Jürgen später.",
        "Österreichische Gäste müssen außerdem höhere Gebühren zahlen.",
    ),
    "es": (
        "El niño comió mañana y después salió corriendo hacia Málaga.",
        "¿Cuántos años tenía José cuando llegó a España?",
        "La señora Núñez pidió más información sobre el avión.",
    ),
    "pl": (
        "Wałęsa pojechał do Gdańska, żeby spotkać się z przyjaciółmi.",
        "Źródło tej rzeki leży między Łodzią a Krakowem.",
        "Proszę powiedzieć, czy będą państwo jeść śniadanie.",
    ),
    "cs": (
        "Příliš žluťoučký kůň úpěl ďábelské ódy.",
        "Mluvčí Jana Studničková řekla, že se dnes vše změní.",
        "Dobrý den, můžete mi říct, kde je nádraží?",
    ),
    "tr": (
        "Cumhurbaşkanı Erdoğan dün İstanbul’da bir konuşma yaptı.",
        "Çocuklar okuldan sonra gölün yanında oynuyorlardı.",
        "Kadıköy’deki küçük dükkânın sahibi şöyle söyledi.",
    ),
    "ru": (
        "Министр сообщил журналистам, что переговоры продолжатся завтра.",
        "В Москве и Киеве прошли встречи с представителями общественности.",
        "«Мы всё понимаем», — сказала она и вышла.",
    ),
    "uk": (
        "Україна звернулася до міжнародної спільноти по допомогу.",
        "Його брат живе у Львові, а сестра — в Одесі.",
        "Цієї ночі п’ять областей залишилися без світла.",
    ),
    "el": (
        "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία.",
        "Οι κάτοικοι της Αθήνας περιμένουν απάντηση από τον δήμο.",
        "Καλημέρα, πού βρίσκεται ο σταθμός του τρένου;",
    ),
    "ar": (
        "قال الوزير إن المفاوضات ستستمر حتى نهاية الأسبوع.",
        "زار الرئيس مدينة حلب والتقى بعدد من السكان.",
        "هذه المدرسة القديمة تقع في شمال البلاد.",
    ),
    "zh": (
        "外交部发言人表示，谈判将于下周继续进行。",
        "他们在北京大学学习中国历史和文化。",
        "今年的经济增长比去年快得多。",
    ),
    "ja": (
        "首相は記者会見で新しい計画を発表しました。",
        "東京の天気は明日から良くなるでしょう。",
        "この本はとても面白いので、ぜひ読んでください。",
    ),
    "ko": (
        "정부는 내일 새로운 대책을 발표할 예정입니다.",
        "우리는 서울에서 만나 함께 점심을 먹었습니다.",
        "이 책은 한국의 역사에 대한 이야기입니다.",
    ),
    "vi": (
        "Thủ tướng cho biết cuộc đàm phán sẽ tiếp tục vào tuần tới.",
        "Người dân Hà Nội đang chờ đợi những thay đổi lớn.",
        "Trường học này nằm ở phía bắc của đất nước.",
    ),
}  # fmt: skip

UTF8_READ_AS = ("cp1252", "latin-1", "cp1250", "cp1251", "cp1254", "mac_roman", "cp437", "cp850", "koi8-r", "cp866")

# Old code page of the languages -> pages that it gets read as.
OLD_PAGES = (
    (("ru", "uk"), "cp1251", ("latin-1", "koi8-u", "cp866")),
    (("ru",), "koi8-r", ("latin-1", "cp1251")),
    (("ru",), "cp866", ("cp1251",)),
    (("el",), "cp1253", ("latin-1",)),
    (("ar",), "cp1256", ("latin-1",)),
    (("zh",), "gb2312", ("latin-1",)),
    (("ja",), "shift_jis", ("latin-1",)),
    (("ja",), "euc_jp", ("latin-1",)),
    (("ko",), "euc_kr", ("latin-1",)),
)
UTF8_READ_AS_EAST_ASIAN = ("gbk",)


def seen(data: bytes, page: str) -> str | None:
    """`data` read as `page`, undefined bytes as controls; None where a multi-byte page cannot be read at all."""
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        if page in UTF8_READ_AS_EAST_ASIAN:
            return None
    return "".join(_byte(byte, page) for byte in data)


def _byte(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def damaged() -> Iterator[tuple[str, str, str, str]]:
    """Kind of damage, language, damaged text, text as it was."""
    for language, sentences in SENTENCES.items():
        whole = " ".join(sentences)
        for page in (*UTF8_READ_AS, *UTF8_READ_AS_EAST_ASIAN):
            for sentence in sentences:
                once = seen(sentence.encode(), page)
                if once is None or once == sentence:
                    continue
                yield f"UTF-8 as {page}", language, once, sentence
            if page in UTF8_READ_AS_EAST_ASIAN:
                continue
            words = whole.split(" ")
            half = " ".join(words[: len(words) // 2])
            rest = whole[len(half) :]
            yield f"half, as {page}", language, (seen(half.encode(), page) or half) + rest, whole
        for sentence in sentences:
            twice = seen((seen(sentence.encode(), "cp1252") or "").encode(), "cp1252")
            if twice:
                yield "twice, as cp1252", language, twice, sentence
            mixed = seen((seen(sentence.encode(), "latin-1") or "").encode(), "cp1252")
            if mixed:
                yield "twice, latin-1 and cp1252", language, mixed, sentence
    for languages, page, wrong in OLD_PAGES:
        for other in wrong:
            for language in languages:
                for sentence in SENTENCES[language]:
                    text = seen(sentence.encode(page, "ignore"), other)
                    if text:
                        yield f"{page} as {other}", language, text, sentence.encode(page, "ignore").decode(page)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what does not come back")
    parser.add_argument(
        "--all-rules", action="store_true", help="for the undamaged sentences, not those of encoding only"
    )
    arguments = parser.parse_args()
    # The repairs of letters only: what the text was is then known to the character.
    repairs = ("ENC001", "ENC002", "ENC003", "ENC005", "ENC006", "ENC007", "ENC008", "ENC009", "ENC010")
    engine = engine_for(Settings(select=repairs, unsafe_fixes=True))
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for kind, language, text, wanted in damaged():
        if text == wanted:
            continue
        got = engine.run(text).text
        cell = table[kind]
        cell[0] += 1
        cell[1] += got == wanted
        cell[2] += got not in (wanted, text)
        if got != wanted and arguments.show:
            print(f"{kind}, {language}: {text!r}\n  gave {got!r}")
    print(f"{'damage':28} {'texts':>6} {'exact':>6} {'in part or wrong':>17}")
    for kind, (count, exact, wrong) in table.items():
        print(f"{kind:28} {count:6} {exact / count:6.0%} {wrong:17}")
    total, exact, wrong = (sum(column) for column in zip(*table.values(), strict=True))
    print(f"{'all':28} {total:6} {exact / total:6.0%} {wrong:17}")
    engine = engine_for(Settings(select=() if arguments.all_rules else ("ENC",), unsafe_fixes=not arguments.all_rules))
    touched = 0
    for language, sentences in SENTENCES.items():
        for sentence in sentences:
            got = engine.run(sentence).text
            touched += got != sentence
            if got != sentence:
                print(f"undamaged, {language}: {sentence!r} became {got!r}")
    print(f"undamaged sentences changed: {touched} of {sum(map(len, SENTENCES.values()))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
