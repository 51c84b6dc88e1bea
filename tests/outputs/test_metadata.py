"""What others get of a page: descriptions, cards, structured data."""

import gzip
import json
from dataclasses import replace

import pytest

from briefings.content import FigureBlock, ImageName, PersonName
from briefings.outputs import descriptions
from briefings.outputs.facts import Paths
from briefings.outputs.locales import locale
from briefings.outputs.metadata import of_briefings, structured_data
from briefings.outputs.metadata.page_metadata import ShareImage
from briefings.outputs.page import parts
from briefings.outputs.pictures import picture
from tests.outputs.makers import MACRON, SITE, make_briefing, make_content, quote, section
from tests.outputs.page_tree import tree
from tests.outputs.pages import public_pages
from tests.outputs.test_look import STATIC

CARD = ShareImage(url="https://news.example/cards/1.png", type="image/png", width=1200, height=630, alt="A card")
IMAGE = ImageName(
    id="6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b13",
    token="t" * 22,
    width=1600,
    height=1200,
    widths=(640, 1280),
    fallback="jpg",
    credit="Mira Novak",
)
SENTENCE = "Somebody said something of weight to somebody else, and nobody knows yet what will come of it."


def metadata_of(content, *, card=None, paths=None, **differences):
    briefing = make_briefing(content=content, **differences)
    page = parts(content, as_of=briefing.live_from, paths=paths)
    return of_briefings.briefing(SITE, facts=briefing, page=page, card=card)


def things(metadata, kind):
    return [thing for thing in metadata.data if thing["@type"] == kind]


@pytest.mark.parametrize(
    "words", ["", "Short.", "Quite short", SENTENCE, SENTENCE * 3, "x" * 300, f"Short {'x' * 300}"]
)
@pytest.mark.parametrize("name", ["", "The Brief", "A site with a name " * 9])
def test_a_description_has_70_to_160_characters_whatever_there_is_to_say(words, name):
    assert 70 <= len(descriptions.fitted(name, words)) <= 160


def test_a_description_ends_with_a_word_and_says_no_more_than_it_needs():
    assert descriptions.fitted("The Brief", SENTENCE, "More.") == SENTENCE
    cut = descriptions.fitted("The Brief", SENTENCE * 2)
    assert cut.endswith(" nobody…") or f"{cut[:-1]} " in SENTENCE * 2
    assert descriptions.fitted("The Brief", "Fares rise", "So do tides.").startswith(
        "Fares rise. So do tides. The Brief "
    )


def test_names_in_a_description_are_whole_as_far_as_there_is_room():
    named = descriptions.naming("On ferries:", ["a" * 70, "b" * 70, "c" * 70])

    assert named == f"On ferries: {'a' * 70} · {'b' * 70}"


@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "en_US"), ("de", "de_DE"), ("de-AT", "de_AT"), ("uz-Arab", ""), ("zh-Hant-TW", "zh_TW"), ("rm", "")],
)
def test_a_language_has_a_territory_its_own_or_the_likely_one(language, named):
    assert locale(language) == named


def test_nothing_in_the_data_ends_its_element_or_a_line_of_it():
    bad = "</script><!--<script>&\u2028\u2029\"'\\"
    html = structured_data.element([{"@type": "Thing", "name": bad}])

    assert tree(html).data == [{"@type": "Thing", "name": bad}]
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside)["@graph"][0]["name"] == bad


def test_beside_a_link_stands_the_card_else_the_picture_of_the_page_else_the_sites():
    figure = FigureBlock(key="paaaaaaaa", image=IMAGE, alt="A hall", caption="The hall")
    content = make_content()

    pictured = make_content(blocks=(*content.blocks, figure))

    shown = metadata_of(pictured)
    assert shown.image.url == f"https://news.example/media/{'t' * 22}/1280.jpg"
    assert (shown.image.width, shown.image.height, shown.image.alt) == (1280, 960, "A hall")
    assert things(shown, "NewsArticle")[0]["image"]["creditText"] == "Mira Novak"
    assert metadata_of(pictured, card=CARD).image == metadata_of(content, card=CARD).image == CARD
    assert things(metadata_of(pictured, card=CARD), "NewsArticle")[0]["image"]["url"] == shown.image.url
    assert things(metadata_of(content, card=CARD), "NewsArticle")[0]["image"]["url"] == CARD.url
    assert metadata_of(content).image.url == "https://news.example/apple-touch-icon.png"
    assert not metadata_of(content).image.is_wide
    assert "image" not in things(metadata_of(content), "NewsArticle")[0]


def test_a_speaker_has_an_address_where_the_page_leads_to_one_and_never_otherwise():
    private = PersonName(name="A neighbour", id="6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b14", kind="private")
    public = MACRON.model_copy(update={"id": "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b15"})
    content = make_content(
        blocks=(
            quote("qaaaaaaaa", "It was loud.", person=private, role="", section=None),
            quote("qbbbbbbbb", "It was fair.", person=public, role="President", section=None, said_on="2026-01-06"),
        )
    )

    said = things(metadata_of(content, paths=Paths(people={public.id: "/people/macron/"})), "Quotation")
    assert [one["spokenByCharacter"] for one in said] == [
        {"@type": "Person", "name": "A neighbour"},
        {"@type": "Person", "name": "Emmanuel Macron", "url": f"{SITE.url}/people/macron/", "jobTitle": "President"},
    ]
    assert [one.get("dateCreated") for one in said] == [None, "2026-01-06"]


@pytest.mark.parametrize(
    ("kind", "by", "type_"),
    [
        ("body", "spokenByCharacter", "Organization"),
        ("document", "isBasedOn", "CreativeWork"),
        ("unnamed", "spokenByCharacter", "Person"),
    ],
)
def test_a_body_speaks_and_a_document_is_what_words_are_based_on(kind, by, type_):
    said = quote("qaaaaaaaa", "It stands.", person=PersonName(name="The one", kind=kind), role="", section=None)

    [quotation] = things(metadata_of(make_content(blocks=(said,))), "Quotation")
    assert quotation[by] == {"@type": type_, "name": "The one"}


def test_words_that_are_not_found_in_the_text_lead_to_its_section():
    content = make_content(blocks=(section("<p>Nothing of it.</p>"), quote("qaaaaaaaa", "It stands.")))

    [quotation] = things(metadata_of(content), "Quotation")
    assert quotation["url"].endswith("#saaaaaaaa")


def test_words_are_counted_where_spaces_part_them():
    content = make_content(lede="Four words of it.", blocks=(section("<p>Two more.</p>", heading="One"),), faq=())

    assert things(metadata_of(content), "NewsArticle")[0]["wordCount"] == 7
    japanese = content.model_copy(update={"language": "ja"})
    assert "wordCount" not in things(metadata_of(japanese), "NewsArticle")[0]


def test_a_briefing_without_an_answer_has_no_questions_and_one_of_a_body_an_organization():
    content = make_content(faq=(), authors=(PersonName(name="The desk", kind="body"),))

    assert things(metadata_of(content), "FAQPage") == []
    assert things(metadata_of(content), "NewsArticle")[0]["author"] == [{"@type": "Organization", "name": "The desk"}]


def test_an_edition_as_published_says_which_it_is_and_leads_to_the_briefing():
    metadata = metadata_of(make_content(), as_published=True, path="/briefings/ukraine-allies/v/1/")

    assert (metadata.is_indexed, metadata.data, metadata.url) == (
        False,
        (),
        "https://news.example/briefings/ukraine-allies/",
    )
    assert metadata.description.startswith("Edition 1, as published on 6 January 2026, 15:04 CET. ")


def test_the_first_load_of_a_page_fits_into_what_a_server_sends_at_once():
    styles = len(gzip.compress((STATIC / "site.css").read_bytes()))

    sizes = {name: len(gzip.compress(html.encode())) + styles for name, html in public_pages().items()}
    assert {name: size for name, size in sizes.items() if size > 14_000} == {}


def test_the_sites_logo_stands_for_it_where_there_is_one():
    logo = picture(IMAGE)
    site = replace(SITE, logo=logo)

    metadata = of_briefings.editions(site, facts=make_briefing())
    assert metadata.image.url == f"https://news.example{logo.largest}"
    assert (metadata.image.alt, metadata.image.is_wide) == (SITE.name, False)
