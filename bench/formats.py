"""How fast each format is read: clean files, made from a seed.

    python bench/formats.py [--runs N] [--size MB] [--format NAME] [--write bench/FORMATS.md]

Each figure is the best of N runs in megabytes of file (UTF-8) a second of processor time: of `Format.read` alone, and
of the whole process `transclean check`, from its start to its end. "prose" is text as in articles; "dense" is what has
much markup for its text, as READMEs and web sites have: navigation, tables, lists of links, short strings.
"""

from __future__ import annotations

import argparse
import html
import itertools
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from corpus import clean_text
from peers import MB, cpu

from transclean.formats import format_named

Make = Callable[[Iterator[str], int], str]
"""Makes one part of a file from sentences without end; the part has the number given."""


_LABELS = (
    "Save the report", "Open the folder", "All documents of this year", "Search in the archive", "About this site",
    "The file could not be read", "Terms of use", "Your changes were saved",
)  # fmt: skip


def _label(number: int) -> str:
    return _LABELS[number % len(_LABELS)]


def _markdown_article(sentence: Iterator[str], number: int) -> str:
    one, two, three = itertools.islice(sentence, 3)
    heading = f"## {one}\n\n" if number % 8 == 0 else ""
    return f"{heading}{one} {two} *{three}*\n{one}\n\n{two} See [the report](https://example.org/{number}).\n\n"


def _markdown_readme(sentence: Iterator[str], number: int) -> str:
    two, three, four = itertools.islice(sentence, 3)
    short = _label(number)
    return (
        f"### {short}\n\n{four} See [`key{number}`](https://example.org/docs/{number}).\n\n"
        f"- **{short}**: set `key{number}` to [`true`](#key-{number}). {two}\n- {three} (*optional*)\n"
        f"- [{short}][ref-{number}]\n\n"
        f"```sh\ninstall --option {number}  # {two}\nrun\n```\n\n"
        f"| Option | Meaning |\n|---|---|\n| `--a{number}` | {two} |\n| `--b` | **{three}** |\n\n"
        f"[ref-{number}]: https://example.org/ref/{number}\n\n"
    )


def _html_article(sentence: Iterator[str], number: int) -> str:
    one, two, three, four = map(html.escape, itertools.islice(sentence, 4))
    return f'<h2 id="s{number}">{one}</h2>\n<p>{one} {two} <em>{three}</em> {four}</p>\n<p>{two} {four}</p>\n'


def _html_page(sentence: Iterator[str], number: int) -> str:
    one, two = map(html.escape, itertools.islice(sentence, 2))
    label, other = _label(number), _label(number + 1)
    title = f' title="{label}"' if number % 4 == 0 else ""
    return (
        f'<div class="card" id="c{number}"><ul class="nav">\n'
        f'  <li class="item"><a class="link" href="/news/a/{number}">{label}</a></li>\n'
        f'  <li class="item active"><a class="link" href="/news/b/{number}"{title}>{other}</a></li>\n'
        f"</ul>\n<p>{one} <em>{two}</em></p>\n"
        f'<table><tr><td class="n">{number}</td><td><b>{label}</b></td><td><code>x{number}</code></td></tr>\n'
        f'<tr><td class="n"><span class="v">{number + 1}</span></td><td>{two}<br>{label}</td></tr></table></div>\n'
    )


def _po(sentence: Iterator[str], number: int) -> str:
    one, two = itertools.islice(sentence, 2)
    return f'#: source/file{number}.c:{number}\nmsgid ""\n"{one} "\n"{two}"\nmsgstr ""\n"{one} "\n"{two}"\n\n'


def _po_short(sentence: Iterator[str], number: int) -> str:
    one = _label(number)
    flag = "#, c-format\n" if number % 4 == 0 else ""
    return f'#: file{number}.c:{number}\n{flag}msgid "{one} %d"\nmsgstr "{one} %d"\n\n'


def _xliff(sentence: Iterator[str], number: int) -> str:
    one = html.escape(" ".join(itertools.islice(sentence, 2)), quote=False)
    return f'<trans-unit id="{number}">\n<source>{one}</source>\n<target>{one}</target>\n</trans-unit>\n'


def _xliff_short(sentence: Iterator[str], number: int) -> str:
    one = _label(number)
    inner = f'{one} <g id="1">{number}</g> <x id="2"/>'
    return f'<trans-unit id="{number}"><source>{inner}</source><target state="new">{inner}</target></trans-unit>\n'


def _json(sentence: Iterator[str], number: int) -> str:
    return f'"key.{number}": {json.dumps(next(sentence), ensure_ascii=False)},\n'


def _yaml(sentence: Iterator[str], number: int) -> str:
    return f"  key_{number}: {json.dumps(next(sentence), ensure_ascii=False)}\n"


def _rst(sentence: Iterator[str], number: int) -> str:
    one, two, three = itertools.islice(sentence, 3)
    return f"{one} *{two}*\n{three}\n\n* {two}\n* {three} ``x{number}``\n\n"


def _asciidoc(sentence: Iterator[str], number: int) -> str:
    one, two, three = itertools.islice(sentence, 3)
    return f"== Part {number}\n\n{one} _{two}_\n{three}\n\n* {two}\n* {three} `x{number}`\n\n"


def _srt(sentence: Iterator[str], number: int) -> str:
    return f"{number + 1}\n00:00:{number % 60:02},000 --> 00:00:{number % 60:02},900\n{next(sentence)}\n\n"


def _csv(sentence: Iterator[str], number: int) -> str:
    one, two = itertools.islice(sentence, 2)
    return f'{number},"{one}","{two}"\n'


def _properties(sentence: Iterator[str], number: int) -> str:
    return f"key.{number} = {next(sentence)}\n"


def _android(sentence: Iterator[str], number: int) -> str:
    text = html.escape(next(sentence), quote=False).replace("'", r"\'")
    return f'<string name="s{number}">{text}</string>\n'


def _qt(sentence: Iterator[str], number: int) -> str:
    one = html.escape(next(sentence), quote=False)
    return f"<message><source>{one}</source><translation>{one}</translation></message>\n"


def _docx(sentence: Iterator[str], number: int) -> str:
    one, two = (html.escape(text, quote=False) for text in itertools.islice(sentence, 2))
    first = f'<w:r><w:t xml:space="preserve">{one} </w:t></w:r>'
    return f"<w:p>{first}<w:r><w:rPr><w:i/></w:rPr><w:t>{two}</w:t></w:r></w:p>"


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# Format, kind of file, what is before all parts, what makes a part, what is after all.
_FILES: tuple[tuple[str, str, str, Make, str], ...] = (
    ("markdown", "prose", "", _markdown_article, ""),
    ("markdown", "dense", "", _markdown_readme, ""),
    ("html", "prose", "<!DOCTYPE html><html lang=en><body>\n", _html_article, "</body></html>\n"),
    ("html", "dense", "<!DOCTYPE html><html lang=en><body>\n", _html_page, "</body></html>\n"),
    ("po", "prose", "", _po, ""),
    ("po", "dense", "", _po_short, ""),
    ("xliff", "prose", '<xliff version="1.2"><file><body>', _xliff, "</body></file></xliff>"),
    ("xliff", "dense", '<xliff version="1.2"><file><body>', _xliff_short, "</body></file></xliff>"),
    ("rst", "prose", "", _rst, ""),
    ("asciidoc", "prose", "", _asciidoc, ""),
    ("json", "prose", "{", _json, '"": ""}'),
    ("yaml", "prose", "en:\n", _yaml, ""),
    ("properties", "prose", "", _properties, ""),
    ("android", "prose", "<resources>", _android, "</resources>"),
    ("qt", "prose", "<TS>", _qt, "</TS>"),
    ("csv", "prose", "id,fr,en\n", _csv, ""),
    ("srt", "prose", "", _srt, ""),
    ("docx", "prose", f"word/document.xml\n<w:document {_WORD}><w:body>", _docx, "</w:body></w:document>"),
)


_CONTAINERS = ("docx",)
"""Formats whose files are no text: measured is the text of their parts."""


def clean_file(before: str, make: Make, after: str, size: int) -> str:
    """A file of about `size` characters."""
    # A stop after a title or an abbreviation ends no sentence.
    sentences = itertools.cycle(
        sentence
        for paragraph in clean_text(400_000).split("\n\n")
        for sentence in re.split(r"(?<!Mr\.)(?<!Ms\.)(?<!\.m\.)(?<=[.”]) (?=[A-Z“])", paragraph)
        if sentence.endswith(".") and sentence.count("“") == sentence.count("”")
    )
    parts = [before]
    length = 0
    for number in itertools.count():
        if length >= size:
            break
        parts.append(make(sentences, number))
        length += len(parts[-1])
    return "".join([*parts, after])


def rate(name: str, text: str, runs: int) -> float:
    """Megabytes of `text` that the format `name` reads in a second of processor time, at best."""
    read = format_named(name).read
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        read(text, {})
        seconds.append(time.process_time() - start)
    return len(text.encode()) / MB / min(seconds)


def whole_rate(name: str, text: str, runs: int) -> float:
    """The same of the command, with all that it does."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "transclean", "check", "--quiet", "--jobs", "1", "--format", name, str(path)]
        for _ in range(runs + 1):  # the first may have to build the database of patterns
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return path.stat().st_size / MB / min(seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--size", type=float, default=20, help="megabytes of each file")
    parser.add_argument("--format", help="this one alone")
    parser.add_argument("--write", type=Path, help="write the table to this file")
    arguments = parser.parse_args()
    lines = [
        f"Measured with `python bench/formats.py`: {platform.system()} {platform.machine()}, {cpu()}, "
        f"{os.cpu_count()} cores, CPython {platform.python_version()}. Clean files of {arguments.size:g} MB, best of "
        f"{arguments.runs} runs, megabytes a second of processor time.",
        "",
        "| format | file | reading alone | whole process |",
        "|---|---|---|---|",
    ]
    for name, kind, before, make, after in _FILES:
        if arguments.format in (None, name):
            text = clean_file(before, make, after, round(arguments.size * MB))
            whole = "" if name in _CONTAINERS else f"{whole_rate(name, text, arguments.runs):.0f}"
            lines.append(f"| {name} | {kind} | {rate(name, text, arguments.runs):.0f} | {whole} |")
            print(lines[-1], file=sys.stderr)
    table = "\n".join(lines) + "\n"
    print(table)
    if arguments.write:
        arguments.write.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
