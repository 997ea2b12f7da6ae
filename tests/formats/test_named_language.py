"""The language that a file's name or folder says its text is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from transclean.batch.mend import Action, mend
from transclean.batch.walk import job_for
from transclean.config import Configuration
from transclean.formats.named_language import language_named


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("app/res/values-fr/strings.xml", "fr"),
        ("values-pt-rBR/strings.xml", "pt"),
        ("values-b+sr+Latn/strings.xml", "sr"),
        ("values-mcc310-mnc004-fr/strings.xml", "fr"),
        ("values/strings.xml", None),
        ("values-night/strings.xml", None),
        ("values-v21/strings.xml", None),
        ("values-car/strings.xml", None),
        ("fr.lproj/Localizable.strings", "fr"),
        ("zh-Hans.lproj/a.strings", "zh"),
        ("Base.lproj/a.strings", None),
        ("locale/fr/LC_MESSAGES/a.po", "fr"),
        ("sr@latin/LC_MESSAGES/a.po", "sr"),
        ("po/pt_BR.po", "pt"),
        ("en.json", "en"),
        ("messages_de.properties", "de"),
        ("messages_fr_CA.properties", "fr"),
        ("messages.properties", None),
        ("app_fr.arb", "fr"),
        ("config/devise.fr.yml", "fr"),
        ("validators.fr.xlf", "fr"),
        ("package.json", None),
        ("my_file.json", None),
        ("log-in.json", None),
        ("locales/fr/common.json", "fr"),
        ("_locales/pt_BR/messages.json", "pt"),
        ("i18n/fr/guide/page.md", "fr"),
        ("translations/app.json", None),
        ("film.fr.srt", "fr"),
        ("film.eng.srt", "en"),
        ("film.en.hi.srt", "en"),
        ("film.hi.srt", "hi"),
        ("film.srt", None),
        ("README.fr.md", "fr"),
        ("README_zh-CN.md", "zh"),
        ("how-to-do-it.md", None),
        ("it.md", None),
    ],
)
def test_names(path: str, language: str | None) -> None:
    assert language_named(path) == language


@pytest.mark.parametrize(
    ("name", "text", "fixed"),
    [
        ("values-fr/strings.xml", '<resources><string name="a">{}</string></resources>', False),
        ("values-en/strings.xml", '<resources><string name="a">{}</string></resources>', True),
        ("values/strings.xml", '<resources><string name="a">{}</string></resources>', True),
        ("fr.json", '{{"a": "{}"}}', False),
        ("en.json", '{{"a": "{}"}}', True),
        ("film.fr.srt", "1\n00:00:01,000 --> 00:00:02,000\n{}\n", False),
        # The file itself knows better.
        ("fr.po", 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "a"\nmsgstr "{}"\n', True),
        ("en.po", 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "a"\nmsgstr "{}"\n', False),
    ],
)
def test_files(tmp_path: Path, name: str, text: str, fixed: bool) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.format("Mme Dupont"), encoding="utf-8")
    mend(job_for(str(path), 100, Configuration({})), Action(write=True))
    assert path.read_text(encoding="utf-8") == text.format("Ms. Dupont" if fixed else "Mme Dupont")


def test_the_user_knows_best(tmp_path: Path) -> None:
    path = tmp_path / "fr.json"
    path.write_text('{"a": "Mme Dupont"}', encoding="utf-8")
    mend(job_for(str(path), 100, Configuration({"target": "en"})), Action(write=True))
    assert path.read_text(encoding="utf-8") == '{"a": "Ms. Dupont"}'
