"""Time grows with the length of a draft and no faster. Limits are wide: the machine may be busy."""

import time

import pytest

from briefings.importing import read_text

_NESTED = {
    "html": [
        "<div>",
        "<b>",
        "<p><b>",
        "<ul><li>a",
        "<table><tr><td>a",
        "<header>a",
        "<a href=http://a.b>",
        "<i hidden>a",
    ],
    "markdown": ["> ", "- ", "1. ", "> - ", "[", "![a", "[a](", "*a ", "**a *b ", "_a", "`a", "<a ", "~~a "],
    "text": ["> ", "- ", "(", "“", ">"],
}
_REPEATED = {
    "html": [
        "<",
        "<!--",
        "<![CDATA[",
        "</a",
        "<a x='\"",
        "&",
        "&#1",
        "<script>",
        "</p>",
        "<b>a</b>a",
        "<br>a",
        "<p>\u202e",
    ],
    "markdown": [
        "a\n",
        "> a\n",
        "|a",
        "[a]: b\n",
        "[^a]: b\n",
        "```\n",
        "a\n---\n",
        "<!-- ",
        "&eacute;",
        "\\*",
        "---\n",
    ],
    "text": ["a\n", "a  ", "a\tb\n", "|", "\t", "- a\n", "\u202ea\n", "a " * 35 + "\n"],
}
_CASES = [(name, piece) for kinds in (_NESTED, _REPEATED) for name, pieces in kinds.items() for piece in pieces]


def _seconds(draft: str, name: str) -> float:
    """The better of two runs."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read_text(draft, format=name)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(("name", "piece"), _CASES, ids=lambda value: repr(value[:14]))
def test_four_times_the_text_takes_nowhere_near_sixteen_times_the_time(name, piece):
    short, long = (piece * (characters // len(piece)) for characters in (25_000, 100_000))
    assert _seconds(long, name) < 10 * max(_seconds(short, name), 0.05)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_100_kb_of_prose_take_a_fraction_of_a_second(name):
    draft = "<p>The allies **met** in [Paris](https://a.org/x) on <b>Monday</b>, “as planned”.\n\n" * 1_250
    assert _seconds(draft, name) < 0.6


def test_emphasis_that_is_opened_anew_in_every_paragraph_grows_no_tree():
    page = "".join(f"<b id={number}>" for number in range(5_000)) + "<p>a" * 20_000
    assert _seconds(page, "html") < 3
