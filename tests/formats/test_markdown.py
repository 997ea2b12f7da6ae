"""Markdown: what is prose in it, what is not, and what new text must not become."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import transclean
from tests.formats.checks import FRENCH, assert_faithful, assert_sound, edited, files_of, fixed, prose_of, view_of

WRAPPED = {
    "markdown": ("{}\n", "{}\n"),
    "markdown: heading": ("# {}\n\nText.\n", "# {}\n\nText.\n"),
    "markdown: list in quotation": ("> - {}\n>   And so on.\n", "> - {}\n>   And so on.\n"),
    "markdown: table": ("| a | b |\n|---|---|\n| {} | `14h30` |\n", "| a | b |\n|---|---|\n| {} | `14h30` |\n"),
    "markdown: footnote": ("Text.[^1]\n\n[^1]: {}\n", "Text.[^1]\n\n[^1]: {}\n"),
    "markdown: link": ("[{}](https://example.org/14h30)\n", "[{}](https://example.org/14h30)\n"),
    "markdown: image": ("![{}](14h30.png)\n", "![{}](14h30.png)\n"),
    "markdown: HTML": ('<div class="14h30">\n  {}\n</div>\n', '<div class="14h30">\n  {}\n</div>\n'),
    "markdown: front matter": ("---\ntitle: {}\nslug: 14h30\n---\n", "---\ntitle: {}\nslug: 14h30\n---\n"),
    "markdown: TOML": ('+++\ntitle = "{}"\nslug = "14h30"\n+++\n', '+++\ntitle = "{}"\nslug = "14h30"\n+++\n'),
    "markdown: task": ("- [ ] {}\n", "- [ ] {}\n"),
    "markdown: admonition": ('!!! note "{}"\n\n    Text.\n', '!!! note "{}"\n\n    Text.\n'),
    "markdown: container": (":::tip[{}]\n\nText.\n\n:::\n", ":::tip[{}]\n\nText.\n\n:::\n"),
    "mdx": ("<Note a={{b: 1}}>\n\n{}\n\n</Note>\n", "<Note a={{b: 1}}>\n\n{}\n\n</Note>\n"),
}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("**1er** June, *Mme* Dupont", ["1er June, Mme Dupont"]),
        ("> from May 26 to\n> 1er June", ["from May 26 to\n1er June"]),
        ("- one\n  two\n\n  three\n- four", ["one\ntwo", "three", "four"]),
        ('« [text](url "title") »', ["« text »"]),
        ("a \\* b &eacute;&nbsp;!", ["a * b é\u00a0!"]),
        ("one  \ntwo\\\nthree<br>\nfour", ["one\ntwo\nthree\nfour"]),
        ("Title\n=====\n\n# Head {#id}\n\n***\n\nText", ["Title", "Head", "Text"]),
        ("| a | b |\n|---|--:|\n| c | d \\| e |", ["a", "b", "c", "d | e"]),
        ("term\n: what it means", ["term", "what it means"]),
        ("> [!NOTE]\n> Text", ["Text"]),
        ("[label]: https://example.org 'title'\n\nText", ["Text"]),
        ("Text <!-- comment --> here<!-- and --> there", ["Text here there"]),
        ("<details>\n<summary> Title </summary>\n\nText\n</details>", ["Title", "Text"]),
        ("<p>One &amp; <b>two</b><br/>\n  three</p>\n", ["One & two\nthree"]),
        ("<!-- a comment\nof two lines -->\n\n<script>\nx = 'Mme'\n</script>\n\nText", ["Text"]),
        ("1<sup>er</sup> June", ["1er June"]),
        ("    code\n\nText\n\n```\nMme\n```\n", ["Text"]),
        ("{{% notice tip %}}\nText\n{{% /notice %}}\n\n{% include x.html %}\nMore", ["Text", "More"]),
        ("{% highlight python %}\nMme\n{% endhighlight %}\n\nText", ["Text"]),
        ("!!! note\n    Text\n\n    More\n\nAfter", ["note\nText", "More", "After"]),
        ("::: tip Title\nText\n:::\nAfter", ["Title", "Text", "After"]),
        ("---\ntitle: One\nlayout: two\n---\nText", ["One", "Text"]),
        ("---\nlayout: two\n", ["layout: two"]),
        ("costs US$5–US$6, or $5", ["costs US$5–US$6, or $5"]),
    ],
)
def test_prose(text: str, prose: list[str]) -> None:
    assert prose_of("markdown", text) == prose
    assert_faithful(view_of("markdown", text))


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("see `Mme` and ``a `b` c``", ["`Mme`", "``a `b` c``"]),
        ("<https://example.org/> and <a@b.org>", ["<https://example.org/>", "<a@b.org>"]),
        ("[Mme Dupont], [M.][]\n\n[Mme Dupont]: x\n[M.]: y", ["[Mme Dupont]", "[M.]"]),
        ("[[Mme Dupont]] and [[page|Mme]]", ["[[Mme Dupont]]"]),
        ("word[^1]\n\n[^1]: note", ["[^1]"]),
        ("10<sup>6</sup> and <code>Mme</code>, <kbd>M.</kbd>", ["<sup>6</sup>", "<code>Mme</code>", "<kbd>M.</kbd>"]),
        ('<span translate="no">Mme</span> Dupont', ['<span translate="no">Mme</span>']),
        ("$x_1$ and $$y$$", ["$x_1$", "$$y$$"]),
        ('see {{< ref "Mme" >}}, {{ site.name }}', ['{{< ref "Mme" >}}', "{{ site.name }}"]),
        ("Hello :smile: {: .mme}", [":smile:", "{: .mme}"]),
        ("Write &amp;nbsp; or &shy;.", ["&amp;nbsp;", "&shy;"]),
        ("# Text {#mme .x}\n\nText", []),
    ],
)
def test_protected(text: str, protected: list[str]) -> None:
    view = view_of("markdown", text)
    assert [view.text[slice(*span)] for span in view.blocked] == protected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("**1er** June, *Mme* Dupont", "**June 1**, *Ms.* Dupont"),
        ("He said « [yes](https://example.org) ».", 'He said "[yes](https://example.org)".'),
        ("> from May 26 to\n> 1er June", "> from May 26 to\n> June 1"),
        ("Mme Dupont  \nleft.  \nMme Martin came.", "Ms. Dupont  \nleft.  \nMs. Martin came."),
        ("the 1<sup>er</sup> June", "June 1"),
        ("| Mme Dupont  |  b |\n|---|---|\n| a  |  b |", "| Ms. Dupont  |  b |\n|---|---|\n| a  |  b |"),
        (
            "| Who | When |\n|:---:|---|\n| Mme Dupont | 14h30 |",
            "| Who | When |\n|:---:|---|\n| Ms. Dupont | 14h30 |",
        ),
        ("Her *Carta à Sra. Nunes*, and Sra. Nunes", "Her *Carta à Sra. Nunes*, and Ms. Nunes"),
        (
            "Let $f(x)$ be $x_1$ on $(0,1)$, with 3,5 % of « them ».",
            'Let $f(x)$ be $x_1$ on $(0,1)$, with 3.5% of "them".',
        ),
        ("Mme&nbsp;Dupont wrote &lt;b&gt; &amp;c. &copy;", "Ms. Dupont wrote &lt;b&gt; &amp;c. &copy;"),
        ('---\ntitle: "Mme Dupont, \\"at 14h30\\""\n---\n', '---\ntitle: "Ms. Dupont, \\"at 2:30 p.m.\\""\n---\n'),
        ("---\ntitle: 'Mme d''Arc'\n---\n", "---\ntitle: 'Ms. d''Arc'\n---\n"),
        ("---\nsummary: >\n  Mme Dupont\n  at 14h30\n---\n", "---\nsummary: >\n  Ms. Dupont\n  at 2:30 p.m.\n---\n"),
    ],
)
def test_repairs(before: str, after: str) -> None:
    assert fixed("markdown", before) == after


def test_front_matter_keys_are_an_option() -> None:
    text = "---\ntitle: One\nsubtitle: Two\n---\n"
    assert prose_of("markdown", text, **{"markdown.front-matter": "subtitle, other"}) == ["Two"]
    assert prose_of("markdown", text, **{"markdown.front-matter": ""}) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("on the\n1er. Then", "1er", "1"),
        ("Text\n— more", "—", "-"),
        ("> Text\n> № 5", "№", "#"),
        ("- x", "x", "- y"),
        ("---\ntitle: One\n---\n", "One", "One: two"),
        ("---\ntitle: One\n---\n", "One", '"One" two'),
        ("one  \ntwo", "e\nt", "e t"),
        ("[text](url)", "text", ""),
    ],
)
def test_refused(text: str, old: str, new: str) -> None:
    """Edits that would begin a list, another kind of value, or take away what readers see."""
    assert edited("markdown", text, old, new) is None


@pytest.mark.parametrize(
    ("text", "old", "new", "result"),
    [
        ("a b c", "b", "*b", "a \\*b c"),
        ("a b c", "b", "*b d*", "a *b d* c"),
        ("a b c", "b", "2 * 3 snake_case", "a 2 * 3 snake_case c"),
        ("a b c", "b", "&amp;", "a &amp;amp; c"),
        ("a &lt;b&gt; c", "<b>", "<d>", "a &lt;d&gt; c"),
        ("| a | b |\n|---|---|\n", "b", "c|d", "| a | c\\|d |\n|---|---|\n"),
        ("> - a b", "b", "b\nc", "> - a b\n>   c"),
        ("a&nbsp;! b", "b", "b\u00a0?", "a&nbsp;! b&nbsp;?"),
        ("**a** b", "a", "", " b"),
        ('---\ntitle: "One"\n---\n', "One", 'a "b" \\', '---\ntitle: "a \\"b\\" \\\\"\n---\n'),
    ],
)
def test_written(text: str, old: str, new: str, result: str) -> None:
    assert edited("markdown", text, old, new) == result


@pytest.mark.parametrize(
    "text",
    [
        "<!-- transclean: ignore[NAME001] -->\nMme Dupont\n",
        "Mme Dupont <!-- transclean: ignore[NAME001] -->\n",
        "<!-- transclean: file-ignore[NAME001] -->\n\nMme Dupont\n",
        "---\ntitle: Mme Dupont  # transclean: ignore[NAME001]\n---\n",
    ],
)
def test_suppressions(text: str) -> None:
    assert fixed("markdown", text) == text
    assert "Mme" in text


def test_places_of_edits() -> None:
    text = "# Tïtle\n\nSee **Mme** Dupont at 14h30 in Geneva.\n"
    edits = transclean.fix(text, format="markdown", **FRENCH).edits  # type: ignore[arg-type]
    assert [(edit.before, edit.after) for edit in edits] == [("Mme** ", "Ms.** "), ("14h30", "2:30 p.m.")]
    assert [text[edit.start : edit.end] for edit in edits] == [edit.before for edit in edits]


def test_mdx() -> None:
    text = (
        "import {Mme} from './x'\n\n# Title {1 + 1}\n\n<Tabs items={[{a: 'Mme'}]}>\n\nText <Tab.Item>in</Tab.Item>\n\n"
        "</Tabs>\n\n```js\nif (x) {\n```\n\n{/* Mme */}\n\nMme Dupont\n"
    )
    assert prose_of("mdx", text) == ["Title {1 + 1}", "Text in", "Mme Dupont"]
    assert fixed("mdx", text) == text.replace("Mme Dupont", "Ms. Dupont")


@pytest.mark.parametrize("text", ["> " * 10_000 + "x", "- " * 10_000 + "x", "<b>" * 10_000, "[" * 10_000, "{" * 10_000])
@pytest.mark.parametrize("name", ["markdown", "mdx"])
def test_deep_nesting_is_read(name: str, text: str) -> None:
    assert_faithful(view_of(name, text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    files_of(
        [
            "**",
            "*",
            "_",
            "`",
            "```\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "| a | b |\n|---|---|\n|",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "[",
            "](u)",
            "](",
            "![",
            "\\",
            "&eacute;",
            "{{< x >}}",
            "{% raw %}",
            "---\ntitle: ",
            "---\n",
            "$",
            "<br>",
            ":::",
        ]
    )
)
def test_any_text(text: str) -> None:
    assert_sound("markdown", text, runs=3)
    assert_faithful(view_of("mdx", text))
