"""Configuration: which file holds, what wins, and how mistakes are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import transclean
from transclean.config import Configuration
from transclean.errors import ConfigError
from transclean.options import Options, declared

RULES = ("--select", "DATE001,NAME001", "--source", "fr", "--style", "us")


def settings(path: Path, **given: object) -> object:
    return Configuration(given).settings_for(str(path), "plain")


def style(folder: Path, **given: object) -> str:
    return Configuration(given).for_folder(str(folder)).options.style


def test_the_nearest_file_holds_alone(tmp_path: Path) -> None:
    sub = tmp_path / "sub" / "deep"
    sub.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.transclean]\nstyle = "un"\nunsafe-fixes = true\n')
    assert style(sub) == "un"
    (tmp_path / "sub" / "pyproject.toml").write_text("[tool.other]\n")  # says nothing to us
    assert style(sub) == "un"
    (tmp_path / "sub" / "transclean.toml").write_text('source = "fr"\n')
    options = Configuration().for_folder(str(sub)).options
    assert (options.source, options.style, options.unsafe_fixes) == ("fr", "auto", False)


def test_order_of_names_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.transclean]\nstyle = "us"\n')
    assert style(tmp_path) == "us"
    (tmp_path / "transclean.toml").write_text('style = "uk"\n')
    assert style(tmp_path) == "uk"
    (tmp_path / ".transclean.toml").write_text('style = "un"\n')
    assert style(tmp_path) == "un"


def test_the_command_line_beats_the_file(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text('style = "uk"\nsource = "fr"\n')
    options = Configuration({"style": "un"}).for_folder(str(tmp_path)).options
    assert (options.style, options.source) == ("un", "fr")
    assert Configuration({"isolated": True}).for_folder(str(tmp_path)).options.source == "auto"
    other = tmp_path / "other.toml"
    other.write_text('style = "us"\n')
    assert style(tmp_path, config=str(other)) == "us"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('styel = "us"', "unknown key 'styel'; did you mean style?"),
        ("unsafe_fixes = true", "unknown key 'unsafe_fixes'; did you mean unsafe-fixes?"),
        ("diff = true", "unknown key 'diff'"),
        ('style = "usa"', "style: 'usa' is not one of us, un"),
        ('select = ["DATE0001"]', "select: no rule 'DATE0001'; did you mean DATE001?"),
        ('select = "DATE"', "select: 'DATE' is not a list of strings"),
        ('per-file-ignores = { "*.md" = ["DTE001"] }', "per-file-ignores: no rule 'DTE001'"),
        ('languages = { "fr/**" = "French" }', "languages: no language 'French'"),
        ('protect-re = ["(unclosed"]', "protect-re: '(unclosed' is no regular expression"),
        ('[style-options]\n"date.oder" = "dmy"', "style-options: no style option 'date.oder'"),
        ('encoding = "latin-99"', "encoding: no encoding 'latin-99'"),
        ("jobs = 0", "jobs: 0 is not a number above 0"),
        ("unsafe-fixes = 1", "unsafe-fixes: 1 is not true or false"),
        ("style = ", "transclean.toml: "),
    ],
)
def test_mistakes_name_file_key_and_the_nearest(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "transclean.toml").write_text(content)
    with pytest.raises(ConfigError) as caught:
        Configuration().for_folder(str(tmp_path))
    assert message in str(caught.value)
    assert "transclean.toml: " in str(caught.value)


def test_mistakes_end_the_run_with_2(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text("nonsense = 1\n")
    (tmp_path / "a.txt").write_text("Mme Dupont left.\n")
    ran = transclean("fix", "a.txt", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("transclean.toml: unknown key 'nonsense'\n")
    assert (tmp_path / "a.txt").read_text() == "Mme Dupont left.\n"


def test_every_key_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text(
        """
        source = "fr-CA"
        target = "en"
        style = "un"
        select = ["ALL"]
        ignore = ["NAME"]
        extend-select = ["NAME001"]
        unsafe-fixes = true
        glossary = ["terms.tsv"]
        no-glossary = true
        allow = ["Mme Tussaud"]
        protect-re = ['\\bREF \\d+']
        exclude = ["old/"]
        force-exclude = true
        encoding = "cp1252"
        keep-encoding = true
        exit-non-zero-on-fix = true
        output-format = "json"
        statistics = true
        color = "never"
        quiet = true
        verbose = false
        jobs = 2
        no-cache = true
        style-options = { "date.order" = "dmy" }
        format-options = { "markdown.front-matter" = "title" }
        languages = { "fr/" = "fr" }
        per-file-ignores = { "*.md" = ["DATE001"] }
        """
    )
    options = Configuration().for_folder(str(tmp_path)).options
    assert options.source == "fr"
    assert options.glossary == (str(tmp_path / "terms.tsv"),)
    keys = {option.name for option in declared().values() if option.key}
    untouched = {name for name in keys if getattr(options, name) == getattr(Options(), name)}
    assert untouched == {"target", "verbose"} - {"target"} | ({"target"} if options.target == "auto" else set())


def test_patterns_are_relative_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text(
        'languages = { "fr/" = "fr", "*.es.txt" = "es" }\nper-file-ignores = { "/docs/*.md" = ["DATE001"] }\n'
    )
    configuration = Configuration()
    target = {name: configuration.settings_for(str(tmp_path / name), "plain").target for name in TARGETS}
    assert target == TARGETS
    ignored = configuration.settings_for(str(tmp_path / "docs" / "a.md"), "plain").ignore
    assert ignored == ("french-ordinal-date",)
    assert configuration.settings_for(str(tmp_path / "docs" / "sub" / "a.md"), "plain").ignore == ()
    by_command_line = Configuration({"target": "en"})
    assert by_command_line.settings_for(str(tmp_path / "fr" / "a.txt"), "plain").target == "en"


TARGETS = {"fr/a.txt": "fr", "sub/fr/b.txt": "fr", "a.es.txt": "es", "a.txt": "auto"}


def test_per_file_ignores_beat_narrow_selection(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text(
        'select = ["DATE001", "NAME001"]\nsource = "fr"\nper-file-ignores = { "a.txt" = ["NAME"] }\n'
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Mme Dupont left on 1er June.\n")
    transclean("fix", ".", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text() == "Mme Dupont left on June 1.\n"
    assert (tmp_path / "b.txt").read_text() == "Ms. Dupont left on June 1.\n"


def test_allow_and_protect(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text("allow = [\"Mme Dupont\"]\nprotect-re = ['\\[.*?\\]']\n")
    text = "Mme Dupont and Mme Haddad [see Mme Fatima, 1er June] left on 1er June.\n"
    (tmp_path / "a.txt").write_text(text)
    transclean("fix", *RULES, "a.txt", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_text() == (
        "Mme Dupont and Ms. Haddad [see Mme Fatima, 1er June] left on June 1.\n"
    )


def test_options_of_the_run_come_from_where_it_starts(tmp_path: Path) -> None:
    (tmp_path / "transclean.toml").write_text('output-format = "json"\nselect = ["NAME001"]\n')
    sub = tmp_path / "sub"
    sub.mkdir()
    (sub / "transclean.toml").write_text('output-format = "text"\nselect = ["NAME001"]\nsource = "fr"\n')
    (sub / "a.txt").write_text("Mme Dupont left.\n")
    assert transclean("check", "sub", cwd=tmp_path).out.startswith("[\n")
