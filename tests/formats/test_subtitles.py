"""Subtitles: the text of the cues, with sentences that run over several."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.formats.checks import assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError

_TIMES = "00:00:01,000 --> 00:00:02,500"
_SRT = "1\n" + _TIMES + "\n{}\n\n2\n" + _TIMES + " X1:14\nBye.\n"
_VTT = "WEBVTT - 14h30\n\nNOTE at 14h30\n\n14h30\n00:01.000 --> 00:02.500 align:start\n<v Mme X>{}\n"
_ASS = (
    "[Script Info]\nTitle: 14h30\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.50,Default,14h30,0,0,0,,{{\\an8}}{}\nComment: 0,0,0,D,,0,0,0,,at 14h30\n"
)
_ASS_FILE = _ASS.replace("{{", "{").replace("}}", "}")
WRAPPED = {"srt": (_SRT, _SRT), "vtt": (_VTT, _VTT), "ass": (_ASS_FILE, _ASS_FILE)}


def srt(*cues: str) -> str:
    return "\n\n".join(f"{number}\n{_TIMES}\n{cue}" for number, cue in enumerate(cues, 1)) + "\n"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (srt("One\ntwo", "three.", "Four"), ["One\ntwo\nthree.", "Four"]),
        (srt("- One\n- Two", "<i>- Three?</i>", "{\\an8}Four"), ["One", "Two", "Three?", "Four"]),
        (srt("One", "", "1984", "two."), ["One\n1984\ntwo."]),
        (f"{_TIMES}\nOne.\n{_TIMES}\nTwo.\n\nThree", ["One.", "Two.", "Three"]),
        ("", []),
    ],
)
def test_subrip(text: str, prose: list[str]) -> None:
    assert prose_of("srt", text) == prose
    assert_faithful(view_of("srt", text))


def test_webvtt() -> None:
    text = (
        "WEBVTT\n\nSTYLE\n::cue(b) { color: red }\n\nREGION\nid:a\n\nNOTE\nMme Dupont\n\nid\n00:01.000 --> 00:02.000\n"
        "<v Mme X><c.loud>One</c> &amp; two\n\nNOTE x\n\n00:02.000 --> 00:03.000\n&eacute;t&eacute; <00:02.500>now.\n"
    )
    assert prose_of("vtt", text) == ["One &amp; two\nété <00:02.500>now."]
    assert_faithful(view_of("vtt", text))


def test_substation() -> None:
    text = _ASS.format("One\\Ntwo\\hthree {\\p1}m 0 0 l 1 1{\\p0} {\\k20}x") + "[Fonts]\nDialogue: no\n"
    view = view_of("ass", text)
    assert view.text == "One\ntwo\u00a0three {\\p1}m 0 0 l 1 1{\\p0} {\\k20}x"
    assert [view.text[slice(*span)] for span in view.blocked] == ["{\\p1}m 0 0 l 1 1{\\p0}", "{\\k20}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("from the 1er", "June on."), ("from the 1er", "June on.")),
        (("arrived with Mme", "Dupont at 14h30."), ("arrived with Ms.", "Dupont at 2:30 p.m.")),
        (("from the\n1er June on",), ("from June 1 on",)),
        (("<i>from the 1er</i> June",), ("<i>from June 1</i>",)),
        (("- at 14h30\n-at 15h30",), ("- at 2:30 p.m.\n-at 3:30 p.m.",)),
        (("he said « yes", "to all », then."), ('he said "yes', 'to all", then.')),
    ],
)
def test_nothing_moves_between_cues(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert fixed("srt", srt(*before)) == srt(*after)


def test_written() -> None:
    assert fixed("ass", _ASS.format("from the\\N1er June")) == _ASS.format("from June 1")
    assert fixed("vtt", _VTT.format("5 € &lt; 6")) == _VTT.format("€5 &lt; 6")


def test_suppressions() -> None:
    text = (
        "WEBVTT\n\nNOTE transclean: ignore[ALL]\n\n"
        "00:01.000 --> 00:02.000\nat 14h30.\n\n"
        "00:01.000 --> 00:02.000\nat 15h30 or\n"
    )
    assert fixed("vtt", text) == text.replace("15h30", "3:30 p.m.")
    script = "; transclean: file-ignore[ALL]\n" + _ASS.format("at 14h30")
    assert fixed("ass", script) == script


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("srt", "1\n00:00:01,000 --> 00:0"),
        ("srt", "\nOne."),
        ("vtt", "\nOne."),
        ("vtt", "WEBVTT\n\n00:01 -> 00:02 --> x\n"),
        ("ass", "One."),
        ("ass", "[Events]\nDialogue: 0,1"),
    ],
)
def test_malformed(name: str, text: str) -> None:
    with pytest.raises(FormatError, match=r"^line \d: "):
        view_of(name, text)


@pytest.mark.parametrize("name", ["srt", "vtt", "ass"])
@given(
    text=files_of([f"1\n{_TIMES}\n", f"\n{_TIMES}\n", "<i>", "</i>", "{\\an8}", "- ", "\\N", "-->", "WEBVTT\n", "&lt;"])
)
def test_any_file(name: str, text: str) -> None:
    assert_sound(name, {"srt": "", "vtt": "WEBVTT\n\n", "ass": "[Events]\nDialogue: 0,,,,,,,,,"}[name] + text)


@given(files_of(["<i>", "</i>", "- ", "-", "–", "{\\an8}", "<c>", "—", '"']), files_of(["June", ".", "<b>", "</b>"]))
def test_any_cues(one: str, other: str) -> None:
    assert_sound("srt", srt(one, other))
