"""The text proper of a page, and what stands around it: furniture stands aside, whatever the page is made with."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shapes

PROSE = "<p>The harbour board of Lindmoor approved a second ferry berth on Tuesday, after long talks.</p>"
MORE = "<p>Work begins in May, and nobody in the town expects that it will end before the winter.</p>"


def html(text):
    return read_text(text, format="html")


def asides(page):
    return [(line.text, line.aside) for line in html(page).lines if len(line.text) < 60]


@pytest.mark.parametrize(
    "page",
    [
        "<div>Top</div><article><h1>Head</h1>{}</article><div>Below</div>",
        "<div>Top</div><main><h1>Head</h1>{}</main><div>Below</div>",
        "<div>Top</div><div role=main><h1>Head</h1>{}</div><div>Below</div>",
        "<div>Top</div><main><div>Top</div><article><h1>Head</h1>{}</article></main><div>Below</div>",
        "<div>Top</div><article><h1>Head</h1>{}</article><article>Below</article>",
    ],
)
def test_what_stands_around_the_one_article_stands_aside(page):
    found = asides(page.format(PROSE + MORE))
    assert [words for words, aside in found if not aside] == ["Head"]
    assert {aside for words, aside in found if words != "Head"} == {"aside"}


def test_a_headline_above_the_article_and_what_follows_it_there_is_text():
    page = f"<div>Site</div><h1>Head</h1><div>By Ann Lee</div><article>{PROSE}{MORE}</article><div>Below</div>"
    assert asides(page) == [("Site", "aside"), ("Head", ""), ("By Ann Lee", ""), ("Below", "aside")]


def test_several_articles_are_all_text():
    page = f"<article><h2>One</h2>{PROSE}</article><article><h2>Two</h2>{MORE}</article>"
    assert asides(page) == [("One", ""), ("Two", "")]


def test_rows_of_the_article_are_text():
    page = f"<article>{PROSE}<table><tr><td>First<td>May</table></article><div>Below</div>"
    assert asides(page) == [("First | May", ""), ("Below", "aside")]


@pytest.mark.parametrize(
    "name",
    ["share", "article__share-bar", "related-content", "newsletter", "c-newsletter signup", "ad", "tags", "breadcrumb"],
)
def test_furniture_within_the_text_is_known_by_its_name(name):
    page = f"<h1>Head</h1>{PROSE}<div class='{name}'><h3>More</h3><p>Sign up</p></div>{MORE}"
    assert asides(page) == [("Head", ""), ("More", "aside"), ("Sign up", "aside")]


@pytest.mark.parametrize("name", ["shared", "added", "content", "download", "relatedness"])
def test_other_names_say_nothing(name):
    assert asides(f"<h1>Head</h1>{PROSE}<div class={name}><h3>More</h3></div>{MORE}") == [("Head", ""), ("More", "")]


def test_a_part_with_the_headline_or_much_of_the_prose_is_no_furniture_whatever_it_is_called():
    assert asides(f"<div class=banner><h1>Head</h1></div>{PROSE}") == [("Head", "")]
    assert asides(f"<div class='has sidebar'><h2>Head</h2>{PROSE}{MORE}</div>") == [("Head", "")]


def test_hidden_furniture_and_comments_around_the_article_ask_nobody():
    chrome = "<div hidden>Your choices on this site matter to us.</div><!-- This page was made by our own program. -->"
    page = f"{chrome}<article><h1>Head</h1>{PROSE}<p hidden>Call Egon first.</p>{MORE}</article>{chrome}"
    assert [asks for _, _, asks in left_out(html(page))] == [False, False, True, False, False]
    assert all(asks for _, _, asks in left_out(html(f"<h1>Head</h1>{PROSE}{chrome}")))


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:site_name' content='The Harbour Post'>",
        "<title>Berth approved | The Harbour Post</title>",
        "<meta property='og:title' content='Berth approved'><title>The Harbour Post - Berth approved</title>",
    ],
)
@pytest.mark.parametrize("level", [1, 2])
def test_the_name_of_the_site_is_no_headline(head, level):
    page = f"{head}<h1>The Harbour Post</h1><h{level}>Berth approved</h{level}>{PROSE}"
    assert [line.aside for line in html(page).lines] == ["header", "", ""]
    assert shapes(html(page))[0] == ("text", 0, "", "The Harbour Post")


def test_the_heading_that_a_page_is_called_by_is_its_headline():
    assert shapes(html(f"<title>Berth | Post</title><h3>Berth</h3>{PROSE}"))[0] == ("title", 3, "", "Berth")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Berth approved | Post</title><meta property='og:site_name' content=Post>", "Berth approved"),
        ("<title>Berth approved: a first look</title>", "Berth approved: a first look"),
        ("<title>Berth approved | Post</title>", "Berth approved | Post"),
    ],
)
def test_the_title_of_a_page_is_its_headline_without_the_name_of_the_site(head, title):
    assert shapes(html(f"{head}{PROSE}"))[0] == ("title", 0, "", title)


def test_a_headline_that_has_two_parts_itself_makes_no_heading_a_site():
    page = f"<title>Budget – what we know</title><h1>Budget – what we know</h1>{PROSE}<h2>Budget</h2>{MORE}"
    assert [line.aside for line in html(page).lines] == [""] * 4
