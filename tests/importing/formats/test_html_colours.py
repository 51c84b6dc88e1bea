"""Words of a page in the colour of what lies under them are hidden, whatever says the colours."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    "words",
    [
        "<font color='#ffffff'>Secret.</font>",
        "<font color=FFFFFF>Secret.</font>",
        "<span style='color:#fefefe'>Secret.</span>",
        "<span style='color:#ffffff00'>Secret.</span>",
        "<span style='color:hsl(0,0%,100%)'>Secret.</span>",
        "<span style='color:rgb(255 255 255)'>Secret.</span>",
        "<span style='color:rgb(100% 100% 100% / 50%)'>Secret.</span>",
        "<span style='color:rgba(9,9,9,0)'>Secret.</span>",
        "<span style='background:black;color:black'>Secret.</span>",
        "<span style='background-color:#900'><b style='color:#990000'>Secret.</b></span>",
        "<font color=navy><span style='background:#000080 none'>Secret.</span></font>",
    ],
)
def test_words_in_the_colour_of_their_ground_are_left_out(words):
    reading = html(f"<p>Work begins. {words}</p>")
    assert (shown(reading), left_out(reading)) == (["Work begins."], [("hidden", "Secret.", True)])


@pytest.mark.parametrize("ground", ["bgcolor='#FFFFFF'", "style='background:white'", "style='background:#fff none'"])
def test_a_white_ground_is_no_ground(ground):
    assert shown(html(f"<body {ground}><p>Work begins. <span style='color:#fff'>Secret.</span></body>")) == [
        "Work begins."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "<font color=red>Text</font>",
        "<span style='color:white;background:black'>Text</span>",
        "<span style='color:transparent;background:linear-gradient(red, blue)'>Text</span>",
        "<span style='color:white;background:#fff url(x.png)'>Text</span>",
        "<table bgcolor=white background=x.png><tr><td><i style='color:white'>Text</i></table>",
        "<span style='color:var(--x)'>Text</span>",
        "<span style='color:rgb(1,2)'>Text</span>",
        "<span style='background:black'>Text</span>",
    ],
)
def test_words_that_may_be_seen_on_their_ground_show(words):
    assert shown(html(f"<p>{words}")) == ["Text"]
