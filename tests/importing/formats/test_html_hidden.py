"""What an element hides by what it says of itself, and what shows again inside it."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    "how",
    [
        "hidden",
        'style="DISPLAY: none"',
        'style="display:none!important"',
        "style='visibility:hidden'",
        "style='visibility: collapse'",
        "style='opacity:0'",
        "style='opacity: 0.0;'",
        "style='font-size:0px'",
        "style='font-size:1pt'",
        "style='mso-hide:all'",
        "style='position:absolute;left:-9999px'",
        "style='text-indent:-999em'",
        "style='position:absolute;clip:rect(0 0 0 0)'",
        "style='clip-path:inset(50%)'",
        "style='max-height:0;overflow:hidden'",
        "style='color:white'",
        "style='color: #FFFFFF'",
        "style='color:rgba(0,0,0,0)'",
        "style='font:0/0 a'",
        "style='font:italic 0px Arial'",
        "style='font-size:.1px'",
        "style='font-size:0.01em'",
        "style='opacity:1%'",
        "style='opacity:.01'",
        "style='filter:opacity(0)'",
        "style='content-visibility:hidden'",
        "style='-webkit-text-fill-color:transparent'",
        "style='-webkit-clip-path:circle(0)'",
        "style='clip-path:polygon(0 0, 0px 0px, 0 0)'",
        "style='height:0;overflow:clip'",
        "style='transform:scale(0)'",
        "style='transform:translateX(-9999px)'",
        "style='margin-left:-9999px'",
        "style='margin:0 0 0 -9999px'",
        "style='position:absolute;inset:-9999px auto auto'",
        "style='position:absolute;inset:0 0 0 -9999px'",
        "style='position:absolute;right:9999px'",
        "style='position:fixed;bottom:-9999px'",
        "style='position:absolute;left:-100vw'",
        "style='position:absolute;left:calc(-9999px)'",
        "style='font-family:\"a;b\";display:none'",
    ],
)
def test_what_is_hidden_directly_is_left_out_at_its_place(how):
    reading = html(f"<p>Work begins. <span {how}>Phone 555 0199.</span> It ends.</p>")
    assert shown(reading) == ["Work begins. It ends."]
    assert left_out(reading) == [("hidden", "Phone 555 0199.", True)]
    assert [line.inside for line in reading.lines] == ["", "0:12"]


@pytest.mark.parametrize(
    "how",
    [
        "aria-hidden=true",
        "style='opacity:0.5'",
        "style='opacity:0;transform:translateY(20px)'",
        "style='font-size:10px'",
        "style='overflow:hidden'",
        "style='text-indent:-18pt'",
        "style='position:absolute;left:-4px'",
        "style='color:white;background:#900'",
        "style='color:#fffff0'",
        "style='clip:rect(0 90px 90px 0)'",
        "style='font:12px/0 Arial'",
        "style='opacity:.06'",
        "style='filter:opacity(0.9)'",
        "style='transform:scale(0.9)'",
        "style='transform:translateX(-50%)'",
        "style='margin-left:-100%'",
        "style='position:absolute;right:-20px'",
        "style='right:9999px'",
        "style='height:0;overflow:visible'",
        "style='clip-path:polygon(0 0, 100% 0, 0 100%)'",
        "style='font-family:\"a;display:none\"'",
    ],
)
def test_what_a_reader_of_the_page_sees_is_shown(how):
    assert shown(html(f"<p>Work <span {how}>begins</span>.</p>")) == ["Work begins."]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("visibility:hidden", "visibility:visible"),
        ("font-size:0", "font-size:16px"),
        ("font:0/0 a", "font-size:medium"),
        ("text-indent:-9999px", "text-indent:0"),
        ("color:white", "color:black"),
        ("color:white", "background:black"),
    ],
)
def test_words_that_show_again_inside_what_is_hidden_are_text(outer, inner):
    reading = html(f"<div style='{outer}'>555 0199<p style='{inner}'>Text</p>555 0188</div>")
    assert shown(reading) == ["Text"]
    assert left_out(reading) == [("hidden", "555 0199", True), ("hidden", "555 0188", True)]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("display:none", "visibility:visible"),
        ("visibility:hidden;opacity:0", "visibility:visible"),
        ("visibility:hidden;font-size:0", "visibility:visible"),
        ("visibility:hidden", "visibility:inherit"),
        ("visibility:hidden", "visibility:hidden"),
        ("visibility:hidden", "font-size:16px"),
        ("visibility:hidden", "visibility:visible;display:none"),
        ("font-size:0", "font-size:1em"),
        ("font-size:0", "font-size:larger"),
        ("color:white", "color:#fefefe"),
        ("color:white", "font-weight:bold"),
    ],
)
def test_words_inside_what_is_hidden_stay_hidden_unless_they_say_otherwise(outer, inner):
    assert shown(html(f"<div style='{outer}'><p style='{inner}'>555 0199</p></div><p>Text")) == ["Text"]


def test_what_is_deleted_stays_so_whatever_its_words_say_of_their_looks():
    assert shown(html("<p style='visibility:hidden'><del>555 <b style='visibility:visible'>0199</b></del><p>Text")) == [
        "Text"
    ]
