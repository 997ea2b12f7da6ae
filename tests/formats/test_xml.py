"""The formats of XML: XLIFF, TMX, Qt, Android, and what other XML is not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, files_of, fixed, prose_of, view_of
from transclean.errors import FormatError
from transclean.formats import format_of


def _xliff(unit: str) -> str:
    languages = 'source-language="fr" target-language="en-US"'
    return f'<xliff version="1.2"><file {languages}><body>{unit}</body></file></xliff>'


def _xliff2(unit: str) -> str:
    return f'<xliff version="2.0" srcLang="fr" trgLang="en"><file id="f">{unit}</file></xliff>'


def _tmx(segments: str, source: str = "fr") -> str:
    return f'<tmx version="1.4"><header srclang="{source}"/><body><tu>{segments}</tu></body></tmx>'


def _qt(message: str) -> str:
    return f'<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS language="en_GB"><context>{message}</context></TS>'


def _android(strings: str) -> str:
    return f"<resources>{strings}</resources>"


def _same(file: str) -> tuple[str, str]:
    return file, file


_SOURCE = "Mme Dupont &amp; 14h30"

WRAPPED = {
    "xliff": _same(_xliff(f"<trans-unit id='14h30'><source>{_SOURCE}</source><target>{{}}</target></trans-unit>")),
    "xliff: 2": _same(_xliff2(f"<unit><segment><source>{_SOURCE}</source><target>{{}}</target></segment></unit>")),
    "xliff: CDATA": _same(_xliff("<trans-unit id='1'><target><![CDATA[{}]]></target></trans-unit>")),
    "tmx": _same(_tmx(f"<tuv xml:lang='fr'><seg>{_SOURCE}</seg></tuv><tuv xml:lang='en'><seg>{{}}</seg></tuv>")),
    "qt": _same(_qt(f"<message><source>{_SOURCE}</source><translation>{{}}</translation></message>")),
    "android": _same(_android("<string name='1er June'>{}</string>")),
    "xml": _same(_android("<plurals name='a'><item quantity='one'>{}</item></plurals>")),
}


@pytest.mark.parametrize(
    ("unit", "prose"),
    [
        ("<trans-unit><source>Mme</source><target>One</target><note>Mme</note></trans-unit>", ["One"]),
        ("<trans-unit><target>One</target><alt-trans><target>Mme</target></alt-trans></trans-unit>", ["One"]),
        ("<trans-unit translate='no'><target>Mme</target></trans-unit>", []),
        ("<group translate='no'><trans-unit><target>Mme</target></trans-unit></group>", []),
        ("<trans-unit approved='yes'><target>Mme</target></trans-unit>", []),
        ("<trans-unit><target state='final'>Mme</target></trans-unit>", []),
        ("<trans-unit><target/></trans-unit><trans-unit><target>One</target></trans-unit>", ["One"]),
        ("<trans-unit><target>a <g id='1'>b</g><x id='2'/> <ph>c</ph></target></trans-unit>", ["a b< <"]),
        ("<trans-unit><target>1<bpt>&lt;sup></bpt>er<ept>&lt;/sup></ept> June</target></trans-unit>", ["1er June"]),
        ("<trans-unit><target>a <mrk mtype='protected'>Mme</mrk></target></trans-unit>", ["a <"]),
        ("<trans-unit><target><mrk mtype='seg'>a.</mrk> <mrk mtype='seg'>b</mrk></target></trans-unit>", ["a. b"]),
        ("<trans-unit><target> a <!-- b --> &amp; &#233;<?c?> </target></trans-unit>", ["a  & é"]),
    ],
)
def test_xliff(unit: str, prose: list[str]) -> None:
    text = _xliff(unit)
    assert prose_of("xliff", text) == prose
    assert_faithful(view_of("xliff", text))


@pytest.mark.parametrize(
    ("unit", "prose"),
    [
        ("<unit translate='no'><segment><target>Mme</target></segment></unit>", []),
        ("<unit><segment state='final'><target>Mme</target></segment></unit>", []),
        ("<unit><ignorable><target>Mme</target></ignorable></unit>", []),
        ("<unit><matches><match><target>Mme</target></match></matches></unit>", []),
        ("<unit><segment><target>a<sm id='1' translate='no'/> Mme <em startRef='1'/>b</target></segment></unit>",
         ["a Mme b"]),
        ("<unit><segment><target>a <pc id='1'>b</pc><ph id='2'/><cp hex='1'/></target></segment></unit>", ["a b<<"]),
    ],
)  # fmt: skip
def test_xliff_2(unit: str, prose: list[str]) -> None:
    assert prose_of("xliff", _xliff2(unit)) == prose


def test_xliff_2_what_is_not_to_be_translated_may_go_on_in_the_next_segment() -> None:
    first = "<segment><target>Mme Martin <sm id='1' translate='no'/>Mme B.</target></segment>"
    text = _xliff2(f"<unit>{first}<segment><target>Mme C.<em startRef='1'/> Mme Dupont</target></segment></unit>")
    assert fixed("xliff", text) == text.replace("Mme Martin", "Ms. Martin").replace("Mme D", "Ms. D")


def test_xliff_languages_are_evidence() -> None:
    view = view_of("xliff", _xliff(""))
    assert (view.origin, view.language) == ("fr", "en")
    text = _xliff("<trans-unit><target>Mme Dupont came</target></trans-unit>")
    assert transclean.fix(text, format="xliff").text == text.replace("Mme", "Ms.")


def test_xliff_files_in_another_language_stay() -> None:
    unit = "<body><trans-unit><target>One</target></trans-unit></body>"
    files = "".join(f'<file target-language="{code}">{unit}</file>' for code in ("en", "de", "en-GB"))
    assert prose_of("xliff", f"<xliff>{files}</xliff>") == ["One", "One"]


def test_xliff_final_is_an_option() -> None:
    text = _xliff("<trans-unit approved='yes'><target state='final'>One</target></trans-unit>")
    assert prose_of("xliff", text, **{"xliff.final": "fix"}) == ["One"]


_SEGMENTS = "".join(f"<tuv xml:lang='{code}'><seg>{code}</seg></tuv>" for code in ("fr", "EN-US", "de"))


def test_tmx() -> None:
    assert prose_of("tmx", _tmx(_SEGMENTS)) == ["EN-US"]
    assert prose_of("tmx", _tmx(_SEGMENTS, source="en")) == []  # two languages, and neither is English
    assert prose_of("tmx", _tmx(_SEGMENTS), **{"tmx.language": "de"}) == ["de"]
    assert view_of("tmx", _tmx(_SEGMENTS)).origin == "fr"
    assert prose_of("tmx", _tmx("<tuv lang='en'><seg><hi>1<bpt>b</bpt>er<ept/></hi> <ph/></seg></tuv>")) == ["1er <"]


def test_qt() -> None:
    text = _qt(
        "<message numerus='yes'><source>Mme &amp;two</source><translation>\n  <numerusform>One</numerusform>\n"
        "  <numerusform>%n &amp;two &lt;b></numerusform></translation></message>"
        "<message><translation type='vanished'>Mme</translation></message>"
        "<message><translation type='unfinished'>Three %1</translation><comment>Mme</comment></message>"
    )
    assert prose_of("qt", text) == ["One", "%n two <b>", "Three %1"]
    view = view_of("qt", text)
    assert [view.text[slice(*span)] for span in view.blocked] == ["%n", "%1"]
    assert view.language == "en"
    quoted = _qt("<message><source>&quot;x&quot;</source><translation>« x »</translation></message>")
    assert fixed("qt", quoted) == quoted.replace("« x »", "&quot;x&quot;")


def test_qt_rich_text() -> None:
    message = "<message><source>&lt;b>&amp;amp;</source><translation>{}</translation></message>"
    text = _qt(message.format("&amp;ldquo;Add&amp;rdquo;; &lt;b&gt;Mme&lt;/b&gt; Dupont &amp;amp; &amp;lt;x&amp;gt;"))
    assert prose_of("qt", text) == ["“Add”; Mme Dupont &amp;amp; &amp;lt;x&amp;gt;"]
    assert fixed("qt", text) == text.replace("Mme", "Ms.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "xliff",
            _xliff("<trans-unit><source>a [ {0} ]  don\\'t</source><target>b [ {0} ]  don\\'t</target></trans-unit>"),
        ),
        ("tmx", _tmx("<tuv xml:lang='fr'><seg>a [  ]</seg></tuv><tuv xml:lang='en'><seg>b [  ] c</seg></tuv>")),
        ("qt", _qt("<message><source>a  (%1)</source><translation>b  (%1)</translation></message>")),
    ],
)
def test_layout_that_the_source_has_stays(name: str, text: str) -> None:
    assert fixed(name, text) == text
    bare = text.replace(">a [", ">a").replace(">a  ", ">a ").replace("]  ", "] ", 1)
    assert fixed(name, bare) != bare


def test_other_ts_files_have_no_prose() -> None:
    assert prose_of("qt", "export const name = 'Mme';") == []


def test_android() -> None:
    text = _android(
        "<string name='a' translatable='false'>Mme</string><string name='b'>@string/a</string><color>Mme</color>"
        "<string name='c'>Don\\'t <b>1er</b> June<br/>and <xliff:g xmlns:xliff='x'>Mme</xliff:g></string>"
        '<string-array name="d"><item>"Two  "</item></string-array>'
    )
    assert prose_of("android", text) == ["Don't 1er June", "and <", "Two"]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("android", _android("<string>« yes », don\\'t\\n1er June</string>"),
         _android('<string>\\"yes\\", don\\\'t\\nJune 1</string>')),
        ("android", _android("<string><![CDATA[Mme Dupont, <b>A & B</b>]]></string>"),
         _android("<string><![CDATA[Ms. Dupont, <b>A & B</b>]]></string>")),
        ("xliff", _xliff("<trans-unit><target>« a &lt; b » <g id='1'>Mme</g> A</target></trans-unit>"),
         _xliff("<trans-unit><target>\"a &lt; b\" <g id='1'>Ms.</g> A</target></trans-unit>")),
    ],
)  # fmt: skip
def test_repairs(name: str, before: str, after: str) -> None:
    assert fixed(name, before) == after


@pytest.mark.parametrize("text", ["Hello ", " of ", "a &amp;nbsp; b", "%1$s &#160; %2$d"])
def test_what_a_program_needs_stays(text: str) -> None:
    text = _android(f"<string>{text}</string>")
    assert fixed("android", text) == text


def test_unknown_xml_has_no_prose() -> None:
    for text in ("<project><name>Mme Dupont</name></project>", "Mme Dupont", "<a>Mme Dupont", ""):
        assert prose_of("xml", text) == []
    assert prose_of("tbx", "<martif>Mme Dupont</martif>") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<xliff>\n<file>", "line 2: is not well-formed XML"),
        ("<xliff>\n</file>", "line 2: is not well-formed XML"),
        ("<xliff a=1/>", "line 1: is not well-formed XML"),
        ("<xliff>&eacute;</xliff>", "undefined entity"),
        ("", "no element found"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "declares an entity"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "declares an entity"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;]><xliff/>', "declares an entity"),
    ],
)
def test_what_is_refused(text: str, problem: str) -> None:
    with pytest.raises(FormatError, match=problem):
        view_of("xliff", text)


def test_encoding_declarations_are_ignored() -> None:
    unit = "<trans-unit><target>Mme Düpont €</target></trans-unit>"
    for encoding in ("UTF-16", "iso-8859-1", "no-such-encoding"):
        text = f'<?xml version="1.0" encoding="{encoding}"?>' + _xliff(unit)
        assert prose_of("xliff", text) == ["Mme Düpont €"]


def test_new_characters_fit_the_declared_encoding() -> None:
    view = view_of("xliff", '<?xml version="1.0" encoding="iso-8859-1"?>' + _xliff(""))
    assert view.written("“<”", 0) == "&#8220;&lt;&#8221;"


def test_deep_nesting_is_read() -> None:
    text = _xliff("<trans-unit><target>" + "<g>" * 10_000 + "Mme Dupont" + "</g>" * 10_000 + "</target></trans-unit>")
    assert fixed("xliff", text) == text.replace("Mme", "Ms.")


def test_places_of_edits() -> None:
    text = '<?xml version="1.0"?>\n<!-- ü -->\n' + _xliff(
        "\n<trans-unit>\n<target>Today Mme Dupont came.</target></trans-unit>"
    )
    (edit,) = transclean.fix(text, format="xliff", **FRENCH).edits  # type: ignore[arg-type]
    assert text[edit.start : edit.end] == edit.before
    assert text.count("\n", 0, edit.start) == 4


def test_suppressions() -> None:
    for comment in ("\n<!-- transclean: ignore[NAME001] -->\n", "<!-- transclean: file-ignore[ALL] -->"):
        text = _xliff(f"{comment}<trans-unit><target>Mme Dupont</target></trans-unit>")
        assert fixed("xliff", text) == text


@pytest.mark.parametrize(
    ("path", "name", "wanted"),
    [
        ("app/src/main/res/values-en/strings.xml", "android", True),
        ("pom.xml", "xml", False),
        ("src/app/main.ts", "qt", False),
        ("translations/app_en.ts", "qt", True),
        ("app_pt_BR.ts", "qt", True),
        ("l10n/messages.xlf", "xliff", True),
        ("memory.TMX", "tmx", True),
        ("terms.tbx", "tbx", False),
    ],
)
def test_files_in_folders(path: str, name: str, wanted: bool) -> None:
    known = format_of(path)
    assert known is not None
    assert (known.name, known.wanted(path)) == (name, wanted)


_CONTENT = files_of(
    ["<g id='1'>", "</g>", "<x/>", "<ph>", "</ph>", "&amp;", "&lt;", "&#233;", "<![CDATA[", "]]>", "\\'", '\\"']
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(["xliff", "qt", "android", "tmx"]), _CONTENT)
def test_any_content(name: str, content: str) -> None:
    wrapped = {
        "xliff": _xliff(f"<trans-unit><target>{content}</target></trans-unit>"),
        "qt": _qt(f"<message><translation>{content}</translation></message>"),
        "android": _android(f"<string>{content}</string>"),
        "tmx": _tmx(f"<tuv xml:lang='en'><seg>{content}</seg></tuv>"),
    }
    assert_sound(name, wrapped[name])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(["xliff", "qt", "android", "tmx", "xml"]), st.text())
def test_any_text(name: str, text: str) -> None:
    assert_sound(name, text)
