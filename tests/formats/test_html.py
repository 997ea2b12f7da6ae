"""HTML: what of a page is prose, what rules see through, what stays."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, files_of, fixed, prose_of, view_of

WRAPPED = {
    "html": ("<p>{}</p>\n", "<p>{}</p>\n"),
    "html: page": (
        '<!DOCTYPE html>\n<html lang="en">\n<head><title>{}</title></head>\n<body class="14h30">\n  {}\n</body>\n',
        '<!DOCTYPE html>\n<html lang="en">\n<head><title>{}</title></head>\n<body class="14h30">\n  {}\n</body>\n',
    ),
    "html: attributes": (
        '<img alt="{}" src="14h30.png"><a title=\'{}\' href="#">x</a><meta name="description" content="{}">',
        '<img alt="{}" src="14h30.png"><a title=\'{}\' href="#">x</a><meta name="description" content="{}">',
    ),
    "html: upper case": ("<TABLE><TR><TD ALIGN=left>{}<TD>{}</TABLE>", "<TABLE><TR><TD ALIGN=left>{}<TD>{}</TABLE>"),
    "html: XHTML": (
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p/><p>{}</p></body></html>',
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p/><p>{}</p></body></html>',
    ),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("<p>One</p> <p>Two<p>Three<div>Four", ["One", "Two", "Three", "Four"]),
        ("<b>1<sup>er</sup></b> <A href=x>June</A>", ["1er June"]),
        ("<p>One\n     two  three \n   four   \nfive</p>", ["One\ntwo three\nfour\nfive"]),
        ("<p>one<br>two<br/>three", ["one", "two", "three"]),
        ("a &lt; b &eacute; &copy 2020 &unknown; & c", ["a < b é © 2020 &unknown; & c"]),
        ("<!-- Mme --><script>x = '<p>Mme</p>'</script><style>p</style>Text<![CDATA[x]]>", ["Text"]),
        ("<!doctype html><?php if ($a->b) { ?>Text<% x > 1 %> here", ["Text here"]),
        ("<pre>Mme</pre><textarea placeholder='Name'>Mme</textarea><iframe>Mme</iframe>Text", ["Name", "Text"]),
        ("<title>One <b> &amp; two</title>", ["One <b> & two"]),
        ('see <a title="Two" href=x>this</a> page', ["see <this page", "Two"]),
        ('<input type=text placeholder="Name" value="Mme"><p aria-label="Label">', ["<", "Name", "Label"]),
        ("<meta name=keywords content='Mme'><meta property='og:title' content='Title'>", ["Title"]),
        ("<p title=Mme>Text", ["Text"]),
        ('<p data-x="a>b" title=\'c>"d\'>Text', ['c>"d', "Text"]),
        ("1 < 2 and <3 </ >", ["1 < 2 and <3"]),
        ("Text <a href='unclosed", ["Text"]),
        ("Text <!-- unclosed", ["Text"]),
        ("<svg><title>Mme</title></svg>Text", ["<Text"]),
        ("<td>&nbsp;</td><p>&nbsp;One&nbsp;!&nbsp;</p>", ["One\u00a0!"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("html", text) == prose
    assert_faithful(view_of("html", text))


@pytest.mark.parametrize(
    "text",
    [
        "the <code>Mme</code> key, <kbd class='x'>1er June</kbd>, <samp>14h30</samp>, <var>Mme</var>",
        '<p translate="no">Mme Dupont</p>',
        '<p>the <span class="a notranslate b">Mme Dupont</span> shop</p>',
        '<html lang="en"><p lang="fr">Mme Dupont</p><p>the <i lang="fr-CA">1er June</i></p>',
        '<p lang="fr">Mme Dupont<div>and</div>',
        '<div translate="no"><div>a</div>Mme Dupont</div>',
        '<html lang="fr"><p>Mme Dupont</p>',
        "<p>a &nbsp; b&nbsp;&nbsp;c</p>",
        "<p>write &amp;laquo; for it</p>",
        "<a href='1er June'>a</a><p id='Mme'>b</p>",
        "<textarea>Mme Dupont</textarea><xmp><p>Mme Dupont</p></xmp>",
    ],
)
def test_untouched(text: str) -> None:
    assert transclean.fix(text, format="html", source="fr", style="us").text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p><em>Mme</em> Dupont, <b>1<sup>er</sup></b> June", "<p><em>Ms.</em> Dupont, <b>June 1</b>"),
        ("on the <b>1er</b> June", "on June 1"),
        ("He said &laquo;&nbsp;yes&nbsp;&raquo; to her", 'He said "yes" to her'),
        ("He said « <a href=x>yes</a> » to her", 'He said "<a href=x>yes</a>" to her'),
        ("It costs 1&nbsp;234,56&nbsp;&euro; now", "It costs &euro;1,234.56 now"),
        ("<img alt='« yes » &amp; no'>", "<img alt='\"yes\" &amp; no'>"),
        ('<img alt="« yes »">', '<img alt="&quot;yes&quot;">'),
        ("<p>On the 1er\n    June he came", "<p>On June 1 he came"),
        ("<p>The caf&amp;eacute; opens.", "<p>The caf&eacute; opens."),
        ("<p>Write &amp;eacute; for it.", "<p>Write &amp;eacute; for it."),
        ("<p>Her <i>Carta à Sra. Nunes</i>, and Sra. Nunes", "<p>Her <i>Carta à Sra. Nunes</i>, and Ms. Nunes"),
        ("<p lang=fr>Mme A<p>Mme Dupont", "<p lang=fr>Mme A<p>Ms. Dupont"),
    ],
)
def test_repairs(before: str, after: str) -> None:
    assert fixed("html", before) == after


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("<p>cost", "&pound;"),
        ('<meta charset="utf-8"><p>cost', "£"),
        ('<meta charset="utf-8"><p>caf&eacute; cost', "&pound;"),
        ("<p>é cost", "£"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><p>cost', "&#163;"),
        ('<?xml version="1.0"?><p>cost', "£"),
    ],
)
def test_new_characters_are_written_as_the_file_does(text: str, new: str) -> None:
    view = view_of("html", text)
    assert view.written("£", len(text)) == new


def test_language_of_the_page() -> None:
    assert view_of("html", '<HTML class=x LANG="en-GB"><p>Text').language == "en"
    assert view_of("html", "<html xml:lang='pt'><p>Text").language == "pt"
    assert view_of("html", "<p lang=fr>Text").language is None


def test_places_of_edits() -> None:
    text = '<p>Tëxt</p>\n<p>See <a title="1er June" href="#"><b>Mme Dupont</b></a> at 14h30.</p>\n'
    edits = transclean.fix(text, format="html", **FRENCH).edits  # type: ignore[arg-type]
    found = [text[edit.start : edit.end] for edit in edits]
    assert found == [edit.before for edit in edits]
    assert [text.strip() for text in found] == ["1er June", "Mme", "14h30"]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- transclean: ignore[NAME001] -->\n<p>Mme Dupont</p>\n",
        "<p>Mme Dupont</p> <!-- transclean: ignore[NAME001] -->\n",
        "<p>x</p><!-- transclean: file-ignore[NAME001] -->\n\n<p>Mme Dupont</p>\n",
    ],
)
def test_suppressions(text: str) -> None:
    assert fixed("html", text) == text


@pytest.mark.parametrize(
    "text", ["<div>" * 10_000 + "x", "<b>" * 10_000 + "x" + "</b>" * 10_000, "<code <" * 10_000, "<p a='" * 10_000]
)
def test_deep_nesting_is_read(text: str) -> None:
    assert_faithful(view_of("html", text))


_PIECES = ["<p>", "</p>", "<b>", "</b>", "<a title='", "'>", '<img alt="', '">', "<code>", "</code>", "<!--", "-->"]
_MORE = [
    "<pre>",
    "</pre>",
    "&eacute;",
    "&nbsp;",
    "&laquo;",
    "&#8211;",
    "<i lang=fr>",
    "</i>",
    "<br>",
    "<P",
    ">",
    "<",
    "&",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(files_of([*_PIECES, *_MORE]))
def test_any_text(text: str) -> None:
    assert_sound("html", text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(files_of(["<?xml version='1.0'?>", "<title/>", "<script/>", "<![CDATA[", "]]>", *_PIECES]))
def test_any_xhtml(text: str) -> None:
    assert_sound("html", "<?xml version='1.0'?>" + text)
