"""Markup of fields, wherever it stands: the words come out line by line, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.markup import label, plain

ONE, TWO = "Oman sent tanks to Yemen.", "Yemen denied that it had asked."
BOTH = [ONE, TWO]


def lines(text):
    return [line.removeprefix("- ") for line in plain(text).splitlines() if line]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}<br>{TWO}",
        f"{ONE}<br/><br />{TWO}",
        f"<p>{ONE}</p><p>{TWO}</p>",
        f"<p class='a' data-x=\"1\">{ONE}\n<p>{TWO}",
        f"<div><div>{ONE}</div>\n<div><span>{TWO}</span></div></div>",
        f"<ul><li>{ONE}</li><li><p>{TWO}</p></li></ul>",
        f"<h2>{ONE}</h2><blockquote>{TWO}</blockquote>",
        f"{ONE}\n<ol>\n<li>{TWO}</li>\n</ol>",
        f"<table><tr><td>{ONE}</td></tr><tr><td>{TWO}</td></tr></table>",
        f"&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;",
        f"&amp;lt;p&amp;gt;{ONE}&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;{TWO}&amp;lt;/p&amp;gt;",
        f"<![CDATA[<p>{ONE}</p>]]><p>{TWO}</p>",
        f"<!-- wp:paragraph --><p>{ONE}</p><!-- /wp:paragraph --><p>{TWO}</p>",
        f"{ONE}\\n\\n{TWO}",
        f"{ONE}\\r\\n{TWO}",
        f"<P>{ONE}</P><SCRIPT>var x = '<p>no</p>';</SCRIPT><style>p {{}}</style><P>{TWO}</P>",
        f"<nav><a href='/'>Home</a></nav><p>{ONE}</p><p>{TWO}</p><footer>Subscribe</footer>",
    ],
)
def test_blocks_are_lines_however_the_text_begins(text):
    assert lines(text) == BOTH


def test_items_of_a_list_stand_where_they_stood_with_a_dash():
    text = f"<p>Before.</p><ul><li>{ONE}</li><li>{TWO}</li></ul><p>After.</p>"
    assert plain(text).split("\n\n") == ["Before.", f"- {ONE}", f"- {TWO}", "After."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "C&ocirc;te d&#39;Ivoire &amp; Togo&nbsp;said &#x201C;no&#x201D;",
            "Côte d'Ivoire & Togo said “no”",
        ),
        ("Oman <b>denied</b> <a href='x'>it</a>.", "Oman denied it."),
        ('said \\"no\\" and \\"never\\"', 'said "no" and "never"'),
        ("Bogot\\u00e1 and \\ud83d\\ude00 \\u00e9\\n", "Bogotá and 😀 é"),
    ],
)
def test_entities_and_inline_elements_are_words(text, words):
    assert plain(text).strip() == words


@pytest.mark.parametrize(
    "text",
    [
        "Profits of AT&T; rose < 5 % and > 3 %.",
        "a < b, c > d & e",
        "a file in C:\\news\\new",
        'one \\" alone',
        "<unknown>words</unknown>",
        "  two  blanks\n\tand a tab ",
        "",
    ],
)
def test_a_text_without_markup_is_as_it_was(text):
    assert plain(text) == text


def test_a_title_is_one_line_without_markup():
    assert label("Oman&rsquo;s <i>denial</i><br>again") == "Oman’s denial again"
    assert label("a < b") == "a < b"


@given(st.text(alphabet="<>/pbri li&;#x2\\nu0\n -", max_size=60))
def test_no_markup_raises(text):
    assert plain(text) is not None
