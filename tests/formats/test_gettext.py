"""gettext's PO: the translations, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.formats.checks import FRENCH, assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean import fix
from transclean.errors import FormatError

HEADER = 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"X-Source-Language: fr\\n"\n\n'
WRAPPED = {
    "po": (HEADER + 'msgid "14h30"\nmsgstr "{}"\n', HEADER + 'msgid "14h30"\nmsgstr "{}"\n'),
    "po: plural": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "{}"\nmsgstr[1] "x"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "{}"\nmsgstr[1] "x"\n',
    ),
    "po: with context": (
        '#: a.c:1\nmsgctxt "14h30"\nmsgid "a"\nmsgstr ""\n"{}"\n',
        '#: a.c:1\nmsgctxt "14h30"\nmsgid "a"\nmsgstr ""\n"{}"\n',
    ),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (HEADER + 'msgid "a"\nmsgstr "one"\nmsgid "b"\nmsgstr "two"\n', ["one", "two"]),
        ('msgid "a"\nmsgstr ""\n"one "\n"two\\n"\n"three"\n', ["one two\nthree"]),
        ('msgid "a"\nmsgstr "say \\"yes\\" \\\\ \\tnow"\n', ['say "yes" \\ \\tnow']),
        ('msgid "a"\nmsgstr ""\n', []),
        ('#, fuzzy\n#~ msgid "a"\n#~ msgstr "old"\n\n# note\n#. note\nmsgid "b"\nmsgstr "new"\n', ["new"]),
        ('#| msgid "x"\nmsgid "_File"\nmsgstr "_File"\nmsgid "a_b"\nmsgstr "A&B"\n', ["File", "A&B"]),
        ('domain "x"\n  msgid "b"\n  msgstr "new"', ["new"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("po", text) == prose
    assert_faithful(view_of("po", text))


def test_languages_of_the_header() -> None:
    view = view_of("po", HEADER)
    assert (view.language, view.origin) == ("en", "fr")
    assert view_of("po", 'msgid ""\nmsgstr "Language: \\n"\n').language is None


def test_fuzzy_entries_are_read_on_request() -> None:
    text = '#, c-format, fuzzy\nmsgid "a"\nmsgstr "one"\n\nmsgid "b"\nmsgstr "two"\n'
    assert prose_of("po", text) == ["two"]
    assert prose_of("po", text, **{"po.fuzzy": "yes"}) == ["one", "two"]


def test_only_the_touched_strings_of_an_entry_change() -> None:
    text = 'msgid "a"\nmsgstr ""\n"She arrived at 14"\n"h30, on the "\n"1er June,\\n"\n   "said Mme Dupont."\n'
    after = 'msgid "a"\nmsgstr ""\n"She arrived at 2:30 p.m."\n", on June 1"\n",\\n"\n   "said Ms. Dupont."\n'
    assert fixed("po", text) == after


def test_percent_signs_of_formatted_entries() -> None:
    text = 'msgid "a"\nmsgstr "50 %% of %s, 5% d"\n'
    flagged = "#, c-format\n" + text
    assert fixed("po", flagged) == flagged.replace("50 %%", "50%%")
    assert view_of("po", text).text == "50 %% of %s, 5% d"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Welcome, Mme %s!", "Welcome, Ms. %s!"),
        ("Mme {name} will pay 3,5 %%.", "Ms. {name} will pay 3.5%%."),
        ("Order %1 $ s of %2$s", "Order %1$s of %2$s"),
        ("Ticket № %d", "Ticket No. %d"),
    ],
)
def test_placeholders_stay_and_what_is_before_them_is_mended(before: str, after: str) -> None:
    entry = '#, c-format\nmsgid "x"\nmsgstr "{}"\n'
    assert fixed("po", entry.replace("{}", before)) == entry.replace("{}", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("_Mme Dupont", "_Ms. Dupont"), ("M_me Dupont", "M_me Dupont"), ("Mme _Dupont", "Ms. _Dupont")],
)
def test_accelerators_break_no_words(before: str, after: str) -> None:
    assert fixed("po", f'msgid "_Madame"\nmsgstr "{before}"\n') == f'msgid "_Madame"\nmsgstr "{after}"\n'


@pytest.mark.parametrize("text", ["one.  Two", "[ -- FILE ]", "( x )", "** a **", "unsafe \\\\' here"])
def test_layout_of_the_source_stays(text: str) -> None:
    entry = f'msgid "{text}"\nmsgstr "{text}"\n'
    assert fix(entry, format="po", source="de", target="en", style="us").text == entry


def test_edits_point_into_the_file() -> None:
    text = HEADER + 'msgid "Mme"\nmsgstr "She \\"met\\" Mme Dupont."\n'
    (edit,) = fix(text, format="po", **FRENCH).edits  # type: ignore[arg-type]
    assert (edit.before.strip(), edit.start) == ("Mme", text.rindex("Mme"))


def test_suppression_of_an_entry() -> None:
    text = '# transclean: ignore[ALL]\nmsgid "a"\nmsgstr "at 14h30"\n\nmsgid "b"\nmsgstr "at 15h30"\n'
    assert fixed("po", text) == text.replace("15h30", "3:30 p.m.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b', 2),
        ('msgid "a"\nmsgstr "b" x\n', 2),
        ('msgfoo "a"\n', 1),
        ('"a"\n', 1),
        ("\n\nmsgstr\n", 3),
    ],
)
def test_malformed(text: str, line: int) -> None:
    with pytest.raises(FormatError, match=f"^line {line}: "):
        view_of("po", text)


@given(files_of(['msgid "', 'msgstr "', '"\n', '"\n"', "#, c-format\n", "\\n", "%%", "%s", "msgstr[0] ", "_", "&"]))
def test_any_file(text: str) -> None:
    assert_sound("po", text)


@given(files_of(["\\n", "%%", "%s", "_", "&", "<b>", "</b>", "{n}", "\\x", "&nbsp;", "  "]))
def test_any_translation(text: str) -> None:
    text = text.replace('"', "'").replace("\n", '"\n"')
    assert_sound("po", f'#, c-format\nmsgid "_a"\nmsgstr "{text}"\n')
