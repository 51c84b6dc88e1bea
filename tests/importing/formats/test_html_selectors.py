"""Which elements the rules of a page's own sheet are about, as browsers apply them."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown

HIDES = "{display:none}"


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    ("selector", "page"),
    [
        (".hide *", "<div class=hide><p>555 0199</p></div>"),
        ("*.x", "<p class=x>555 0199"),
        ("[data-note]", "<p data-note>555 0199"),
        ("p[data-note='to the desk']", "<p data-note='To the desk'>555 0199"),
        ('[data-note="a,b"], i', "<p data-note='a,b'>555 0199"),
        ("p%, [class~=x]", "<p class='a x b'>555 0199"),
        ("[class^=x-]", "<p class=x-1>555 0199"),
        ("[class$=-x i]", "<p class=1-X>555 0199"),
        ("[class*=hid]", "<p class=is-hidden>555 0199"),
        ("[lang|=de]", "<p lang=de-AT>555 0199"),
        ("p:not(.show)", "<p>555 0199<p class=show>Text"),
        ("p:not(.show, .a .b)", "<p>555 0199"),
        ("p:not(:hover)", "<p>555 0199"),
        (".a > p", "<div class=a><p>555 0199"),
        (".a>section  p", "<div class=a><section><div><p>555 0199"),
        ("h2 + p", "<h2>Text</h2><p>555 0199</p><p>Text"),
        ("h2 ~ p.x", "<h2>Text</h2><p>Text<p class=x>555 0199"),
        ("hr + p", "<p>Text<hr><p>555 0199"),
        ("p:first-child", "<div><p>555 0199<p>Text</div>"),
        ("p:first-of-type", "<div><h2>Text</h2><p>555 0199<p>Text</div>"),
        ("p:nth-child(2)", "<div><p>Text<p>555 0199<p>Text</div>"),
        ("p:nth-child(even)", "<div><p>Text<p>555 0199<p>Text</div>"),
        ("p:nth-child(-n+1)", "<div><p>555 0199<p>Text</div>"),
        ("p:nth-child(3n - 1)", "<div><p>Text<p>555 0199<p>Text</div>"),
        ("p:nth-child(n+2)", "<div><p>Text<p>555 0199</div>"),
        ("p:nth-of-type(2)", "<div><h2>Text</h2><p>Text<p>555 0199</div>"),
        (":is(.a, .b) p", "<div class=b><p>555 0199</p></div>"),
        (":where(p:is(.x))", "<p class=x>555 0199"),
        (":root .x", "<html><p class=x>555 0199"),
        ("a:link", "<p>Text <a href='https://a.example/'>555 0199</a>"),
        ("#t:checked ~ .x", "<input id=t checked><p class=x>555 0199"),
        ("#t:not(:checked) ~ .x", "<input id=t><p class=x>555 0199"),
        (r".sm\:x", "<p class='sm:x'>555 0199"),
        (r".\78 ", "<p class=x>555 0199"),
        (".é", "<p class=É>555 0199"),
        ("p:valid.x", "<p class=x>555 0199"),
    ],
)
def test_a_selector_hides_what_it_is_about(selector, page):
    reading = html(f"<style>{selector}{HIDES}</style>{page}")
    assert set(shown(reading)) <= {"Text"}
    assert left_out(reading) == [("hidden", "555 0199", True)]


@pytest.mark.parametrize(
    ("selector", "page"),
    [
        (".a > p", "<div class=a><section><p>Text"),
        (".a .b p", "<div class=a></div><div class=b><p>Text"),
        (".a.b p", "<div class=a><div class=b><p>Text"),
        ("h2 + p", "<h2>Text</h2><div></div><p>Text"),
        ("h2 ~ p", "<div><h2>Text</h2></div><p>Text"),
        ("[data-note=a]", "<p data-note=b>Text"),
        ("[data-note]", "<p>Text"),
        ("[class~=x]", "<p class=x-y>Text"),
        ("[class^=x]", "<p class=a-x>Text"),
        ("[class$=x]", "<p class=x-y>Text"),
        ("[lang|=de]", "<p lang=den>Text"),
        ("[class*=.]", "<p class=x>Text"),
        ("p:not(.x)", "<p class=x>Text"),
        ("p:not(.a .b)", "<div class=a><p class=b>Text"),
        ("p:empty", "<p>Text"),
        ("p::before, p:before, p:hover, p:-moz-broken", "<p>Text"),
        ("p:not(:empty):hover", "<p>Text"),
        ("p:not(:defined)", "<p>Text"),
        ("p:is(:hover, :focus)", "<p>Text"),
        ("p:nth-child(2)", "<div><p>Text</div><div><p>Text</div>"),
        ("p:nth-child(2n)", "<div><p>Text</div>"),
        ("p:nth-child(n+2)", "<div><p>Text</div>"),
        ("p:nth-child(-n+1)", "<div><h2>Text</h2><p>Text</div>"),
        ("p:first-child", "<div><h2>Text</h2><p>Text</div>"),
        ("p:nth-of-type(2)", "<div><p>Text<h2>Text</h2></div>"),
        ("#t:checked ~ .x", "<input id=t><p class=x>Text"),
        ("p, %", "<div>Text</div>"),
    ],
)
def test_a_selector_hides_nothing_that_it_is_not_about(selector, page):
    assert left_out(html(f"<style>{selector}{HIDES}</style>{page}")) == []


@pytest.mark.parametrize(
    "selector", ["p:last-child", "p:has(b)", ":is(p:lang(de))", "p:not(:only-child)", "p:dir(rtl)"]
)
def test_what_a_selector_may_hide_that_only_the_rest_of_the_page_decides_is_left_out(selector):
    assert left_out(html(f"<style>{selector}{HIDES}</style><p>555 0199</p>")) == [("hidden", "555 0199", True)]


def test_what_such_a_selector_says_otherwise_is_not_taken_for_true():
    sheet = "p{display:none} p:last-child{display:block} u:last-child{font-weight:bold}"
    reading = html(f"<style>{sheet}</style><p>555 0199</p><u>Text")
    assert shown(reading) == ["Text"]
    assert all(line.runs == () for line in reading.lines)


def test_the_weightier_selector_wins():
    page = "<style>p.x{display:none} [class]{display:block} p{display:block}</style><p class=x>555 0199</p>Text"
    assert shown(html(page)) == ["Text"]
    assert shown(html("<style>p#a{display:block} p.x[id]{display:none}</style><p class=x id=a>Text")) == ["Text"]


@pytest.mark.parametrize(
    "sheet",
    [
        "@supports (display: grid){.x{display:none}}",
        "@layer base{.x{display:none}}",
        "@container (width > 1px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        "@media (hover: hover) and (pointer: fine){.x{display:none}}",
        "@media (prefers-color-scheme: light){.x{display:none}}",
        "@media (max-width: 1920px){.x{display:none}}",
        "div{color:red; .x{display:none} margin:0}",
        "div{&:hover{color:red} > .x{display:none}}",
        "p{&.x, i{display:none}}",
        "div{@media screen{.x{display:none}}}",
        ".q::before{content:'}'} .x{display:none}",
        ".q{background:url(data:image/png;base64,a}b)} .x{display:none}",
        "/* a { */ .x{display:none}",
        ".x{display:none",
        ".x{font:0/0 a}",
        ".x{font:normal 0px/1 Arial}",
    ],
)
def test_a_rule_is_found_wherever_it_stands_in_a_sheet(sheet):
    assert left_out(html(f"<style>{sheet}</style><div><p class=x>555 0199</p></div>")) == [("hidden", "555 0199", True)]


@pytest.mark.parametrize(
    "sheet",
    [
        "@supports not (display: grid){.x{display:none}}",
        "@media not screen{.x{display:none}}",
        "@media (max-width: 900px){.x{display:none}}",
        "@media print{div{.x{display:none}}}",
        "@keyframes a{from{display:none} .x{display:none}}",
        "@page{.x{display:none}}",
        "i{.x{display:none}}",
        ".x{content:';display:none'}",
        ".x::before{content:'{'} .y{display:none}",
        "} .y{display:none}",
        ".x{font:bold 12px Arial}",
    ],
)
def test_a_rule_that_does_not_hold_in_its_place_hides_nothing(sheet):
    assert left_out(html(f"<style>{sheet}</style><div><p class=x>Text</p></div>")) == []


def test_rules_that_nest_beyond_all_measure_are_not_followed():
    assert shown(html(f"<style>{'&, .x &{' * 40}display:none</style><p class=x>Text")) == ["Text"]


def test_looking_around_without_end_is_refused():
    page = f"<style>b i i i i i i i u{HIDES}</style>{'<i>' * 40}<u>Text"
    with pytest.raises(ValueError, match="too many rules of style"):
        html(page)


def test_a_sheet_whose_selectors_take_too_long_to_read_is_refused(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.html_styles.MOST_STEPS", 50_000)
    with pytest.raises(ValueError, match="too many rules of style"):
        html(f"<style>{'a,' * 3_000}a{{{'b{opacity:0}' * 500}</style>Text")
