import gzip
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from briefings.content import TopicName
from tests.outputs.makers import DRAFT, LATER, PATH, make_briefing, make_content, quote, section
from tests.outputs.pages import EDITIONS, ENTRY, ERRORS, Outline, briefing_page, changes_page, public_pages, rendered

PAGES = sorted(public_pages())
STYLES = Path(__file__).parents[2] / "briefings" / "static" / "briefings" / "site.css"


@pytest.fixture(scope="module")
def pages():
    return public_pages()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_one_first_heading_a_language_a_name_and_a_main_part(pages, name):
    page = Outline(pages[name])

    assert pages[name].startswith("<!doctype html>")
    assert [len(page.all(tag)) for tag in ("h1", "main", "title", "html")] == [1, 1, 1, 1]
    assert page.all("html")[0]["lang"]
    assert page.all("meta", name="viewport")


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"500"}))
def test_every_page_has_landmarks_a_description_and_feeds(pages, name):
    page = Outline(pages[name])

    assert page.all("header", **{"class": "masthead"})
    assert page.all("footer")
    assert page.all("meta", name="description")[0]["content"].strip()
    is_error = name in ERRORS
    assert [link["href"][:21] for link in page.all("link", rel="canonical")] == ["https://news.example/"] * (
        not is_error
    )
    types = [link["type"] for link in page.all("link", rel="alternate") if "hreflang" not in link]
    assert {"application/rss+xml", "application/atom+xml"} <= set(types)
    assert page.tags[[tag for tag, _ in page.tags].index("body") + 1] == ("a", {"class": "skip", "href": "#main"})


@pytest.mark.parametrize("name", PAGES)
def test_no_page_waits_for_a_script_or_needs_an_inline_style_or_another_host(pages, name):
    page = Outline(pages[name])

    data = page.all("script", type="application/ld+json")  # which none runs
    scripts = [script for script in page.all("script") if script not in data]
    since, taking = ((f"/static/briefings/{name}.js", "") for name in ("since", "taking"))
    assert [(script["src"], script["defer"]) for script in scripts] in ([], [since], [since, taking])
    assert not {tag for tag, _ in page.tags} & {"style", "iframe", "img", "svg"}
    assert not [
        attributes for _, attributes in page.tags if any(key == "style" or key[:2] == "on" for key in attributes)
    ]
    sheets = [link["href"] for link in page.all("link", rel="stylesheet") if link.get("media") != "print"]
    assert sheets[0] == "/static/briefings/site.css"
    assert [sheet.rpartition("/")[0] for sheet in sheets[1:]] in ([], ["/static/briefings"])


@pytest.mark.parametrize("name", PAGES)
def test_every_anchor_on_a_page_is_unique_and_every_link_to_one_arrives(pages, name):
    page = Outline(pages[name])
    anchors = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = [link["href"][1:] for link in page.all("a") if link["href"].startswith("#")]

    assert len(anchors) == len(set(anchors))
    assert set(links) <= set(anchors)


@pytest.mark.parametrize("name", PAGES)
def test_no_heading_level_is_skipped(pages, name):
    levels = [int(tag[1]) for tag, _ in Outline(pages[name]).tags if re.fullmatch("h[1-6]", tag)]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_briefing_says_who_said_what_beside_the_words():
    page = Outline(briefing_page(make_briefing()))

    assert [span["title"] for span in page.all("span", **{"class": "said"})] == [
        "Steve Witkoff, US Special Envoy",
        "Steve Witkoff, US Special Envoy",
        "Emmanuel Macron, French President",
    ]
    assert "“fair, lasting and clear-eyed” Emmanuel Macron, French President" in page.text
    assert [link["href"] for link in page.all("a", **{"class": "words"})] == ["#qaaaaaaaa", "#qbbbbbbbb", "#qcccccccc"]


def test_a_briefing_holds_every_word_of_the_draft_and_says_its_open_question_plainly():
    text = Outline(briefing_page(make_briefing())).text

    for line in [*DRAFT[:8], *DRAFT[9:]]:
        assert line in text
    assert text.index(DRAFT[-1]) < text.index("Not known yet, as of 6 January 2026.")


def test_every_part_has_a_link_to_itself():
    links = [link["href"] for link in Outline(briefing_page(make_briefing())).all("a", **{"class": "self"})]

    assert links == [f"#{letter}{part * 8}" for letter, part in ("sa", "sb", "fa", "fb", "fc", "fd")]


def test_what_an_editor_typed_is_text_and_never_markup():
    bad = '<script>alert("x")</script>'
    content = make_content(
        headline=bad,
        lede=bad,
        dateline=bad,
        topics=(TopicName(name=bad, slug="x"),),
        blocks=(section("<p>x</p>", heading=bad), quote("qaaaaaaaa", bad, section=None, role=bad)),
    )

    page = Outline(briefing_page(make_briefing(content=content)))

    assert page.all("script", type="application/ld+json") == [{"type": "application/ld+json"}]
    assert len(page.all("script")) == 3
    assert page.text.count(bad) >= 6
    compared = Outline(changes_page(make_content(), make_briefing(number=2, content=content, editions=EDITIONS[:2])))
    assert len(compared.all("script")) == 1
    assert compared.text.count(bad) >= 6


def test_a_line_under_the_headline_leads_to_what_was_wrong_and_what_is_right():
    page = Outline(briefing_page(make_briefing(number=3, updated=LATER, editions=EDITIONS)))
    line, _of_the_rail = page.all("a", href="#changes")
    text = page.text

    told = [
        "Corrected 7 January 2026",
        DRAFT[1],
        "What was changed",
        "The summit was in Paris.",
        "The summit was in Rome.",
    ]
    assert [text.index(words) for words in told] == sorted(text.index(words) for words in told)
    assert page.all("section", id="changes")
    assert line["href"] == "#changes"
    assert "Correction · 7 January 2026, 09:30 CET" in text
    assert "Updated 7 January 2026, 09:30 CET" in text


def test_a_list_tells_the_news_before_what_was_corrected_in_it():
    text = Outline(public_pages()["topic"]).text
    assert text.index(ENTRY.lede) < text.index("The summit was in Paris.")


@pytest.mark.parametrize("note", ["The summit was in Paris.", "the summit was in Paris", ""])
def test_a_note_that_repeats_the_correction_is_said_once(note):
    *others, last = EDITIONS
    editions = (*others, replace(last, note=note))
    page = briefing_page(make_briefing(number=3, updated=LATER, editions=editions))

    assert page[page.index("<main") : page.index("</main")].casefold().count("the summit was in paris") == 1


def test_a_note_of_its_own_is_said_beside_the_correction():
    *others, last = EDITIONS
    editions = (*others, replace(last, note="We thank a reader in Lyon."))

    assert "We thank a reader in Lyon." in briefing_page(make_briefing(number=3, updated=LATER, editions=editions))


def test_what_was_not_changed_has_no_such_line():
    page = Outline(briefing_page(make_briefing()))

    assert page.all("a", href="#changes") == page.all("section", id="changes") == []


def test_a_briefing_that_was_never_updated_shows_one_date():
    assert "Updated" not in Outline(briefing_page(make_briefing())).text


def test_the_list_of_editions_leads_to_those_alone_that_may_be_read():
    html = briefing_page(make_briefing(number=3, editions=EDITIONS), "briefings/editions.html")
    links = [link["href"] for link in Outline(html).all("a") if "/v/" in link["href"]]

    assert links == [f"{PATH}v/3/", f"{PATH}v/1/"]
    assert "erased on 1 February 2026" in Outline(html).text


def test_a_withdrawn_briefing_shows_its_notice_and_nothing_of_its_text():
    briefing = make_briefing(editions=EDITIONS, gone="withdrawn", notice="The account was wrong.")
    text = Outline(briefing_page(briefing, "briefings/gone.html")).text

    assert "The account was wrong." in text
    for hidden in (*DRAFT, "Witkoff", "The summit was"):
        assert hidden not in text


def test_an_arabic_page_runs_from_right_to_left():
    assert Outline(public_pages()["arabic"]).all("html", lang="ar", dir="rtl")


def test_an_empty_site_says_so_kindly(pages):
    assert "Nothing has been published yet." in Outline(pages["empty home"]).text


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_repeats_nothing_of_the_request(name):
    context = {"request_path": "/briefings/secret/", "exception": "Resolver404 secret", "reason": "secret"}

    assert rendered(f"{name}.html", **context) == rendered(f"{name}.html")


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_stands_without_any_context(name):
    assert Outline(render_to_string(f"{name}.html")).all("h1")


def test_an_unlocated_quotation_is_attributed_without_a_link():
    content = make_content(blocks=(section("<p>x</p>"), quote("qaaaaaaaa", "missing")))

    page = Outline(briefing_page(replace(make_briefing(), content=content)))

    assert "“missing”" in page.text
    assert page.all("a", **{"class": "words"}) == []


def test_the_stylesheet_stays_small_and_loads_nothing():
    for sheet, most in ((STYLES, 4.5 * 1024), (STYLES.with_name("lists.css"), 1024)):
        styles = sheet.read_text(encoding="utf-8")
        assert len(gzip.compress(styles.encode())) < most
        assert "url(" not in styles
        assert "@import" not in styles


def _first_entry(language="en", zone="Europe/Berlin", **differences):
    with override(language), timezone.override(ZoneInfo(zone)):
        entry = replace(ENTRY, **differences)
        local = replace(entry, published=timezone.localtime(entry.published), updated=timezone.localtime(entry.updated))
        return render_to_string("briefings/_entries.html", {"entries": [local]})


def test_an_entry_that_was_drawn_before_is_drawn_anew_for_another_language_or_zone():
    drawn = _first_entry()

    assert _first_entry() == drawn
    assert "7 ene 2026" in _first_entry(language="es")
    assert _first_entry(zone="America/Chicago") != drawn
    assert "Another lede" in _first_entry(lede="Another lede")
