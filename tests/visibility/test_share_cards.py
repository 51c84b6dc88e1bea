"""Share cards: of the live edition alone, at an address that says what stands on them."""

import re
from io import BytesIO

import pytest
from PIL import Image

from briefings import cards, workflow
from tests.documented import queries
from tests.making import HOUR, LONG_AGO, NOON, SECOND, TICK
from tests.visibility.card_addresses import card_path
from tests.workflow.site_and_pages import set_site

BEGINNING = "https://news.example"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def drawn(monkeypatch):
    """What was drawn."""
    drawn = []

    def noted(card):
        drawn.append(card)
        return b"\x89PNG of " + card.headline.encode()

    monkeypatch.setattr(cards, "draw", noted)
    return drawn


def named_on(page):
    """The path of the card that a page names; "" where it names none."""
    found = re.search(r'<meta property="og:image" content="([^"]*)">', page)
    assert found[1].startswith(BEGINNING)
    return found[1].removeprefix(BEGINNING) if "/card-" in found[1] else ""


def test_a_live_briefing_names_its_card_and_there_it_is(surfaces, make_edition):
    make_edition("quokka", topics=("Marmots",))

    page = surfaces["/briefings/quokka/"].at(NOON)
    answer = surfaces[named_on(page)].answer(NOON)

    assert (answer.status, answer["Content-Type"]) == (200, "image/png")
    assert Image.open(BytesIO(answer.body)).size == (1200, 630)
    assert '<meta property="og:image:width" content="1200">' in page
    assert '<meta property="og:image:height" content="630">' in page
    alt = "The quokka headline · Marmots · 1 June 2040 · Test Briefings"
    assert f'<meta property="og:image:alt" content="{alt}">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page


def test_it_is_asked_for_anew_each_time_and_said_to_be_the_same(surfaces, make_edition):
    card = surfaces[card_path(make_edition("quokka"), NOON)]

    answer = card.answer(NOON + HOUR)

    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["Last-Modified"] == "Fri, 01 Jun 2040 12:00:00 GMT"
    assert card.answer(NOON + HOUR, HTTP_IF_NONE_MATCH=answer["ETag"]).status == 304
    assert card.answer(NOON + HOUR, HTTP_IF_MODIFIED_SINCE=answer["Last-Modified"]).status == 304


def test_a_card_costs_a_few_queries(surfaces, make_edition):
    path = card_path(make_edition("quokka"), NOON)

    answer, asked = surfaces[path].counted(NOON)

    assert (answer.status, asked) == (200, queries("`/briefings/SLUG/card-DIGEST.png` "))


def test_another_headline_is_another_card_at_its_moment_and_the_former_one_is_unknown(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    second = make_edition("two", slug="one", briefing=first.briefing, live_from=NOON + HOUR)
    former, later = card_path(first, NOON), card_path(second, NOON)
    assert former != later

    for at, live, hidden in ((NOON + HOUR - TICK, former, later), (NOON + HOUR, later, former)):
        assert named_on(surfaces["/briefings/one/"].at(at)) == live
        assert surfaces[live].answer(at).status == 200
        assert surfaces[hidden].answer(at) == surfaces.unknown(at)


def test_what_stands_on_no_card_leaves_the_address_as_it_was(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    make_edition("one", briefing=first.briefing, kind="minor", lede="A comma.", live_from=NOON + HOUR)

    assert named_on(surfaces["/briefings/one/"].at(NOON)) == named_on(surfaces["/briefings/one/"].at(NOON + HOUR))


def test_another_name_of_the_site_and_another_accent_have_other_cards(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO)
    paths = [named_on(surfaces["/briefings/one/"].at(NOON))]

    for site in ({"name": "Site"}, {"name": "Site", "accent_light": "#123c7a"}):
        set_site(**site)
        paths.append(named_on(surfaces["/briefings/one/"].at(NOON)))

    assert len(set(paths)) == 3
    assert [surfaces[path].answer(NOON).status for path in paths] == [404, 404, 200]


def test_before_its_moment_nobody_has_the_card_of_what_is_scheduled_and_nothing_is_drawn(surfaces, make_edition, drawn):
    path = card_path(make_edition("one", live_from=NOON), NOON)

    assert surfaces[path].answer(NOON - TICK) == surfaces.unknown(NOON - TICK)
    assert drawn == []
    assert surfaces[path].answer(NOON).status == 200


@pytest.mark.parametrize("kind", ["withdrawn", "removed"])
def test_what_is_gone_names_no_card_and_its_former_one_is_unknown_though_it_is_kept(
    surfaces, make_edition, kind, media
):
    first = make_edition("one", live_from=NOON)
    make_edition("one", briefing=first.briefing, kind=kind, live_from=NOON + HOUR)
    path = card_path(first, NOON)
    assert surfaces[path].answer(NOON).status == 200
    assert list(media.rglob("*.png"))

    assert surfaces[path].answer(NOON + HOUR) == surfaces.unknown(NOON + HOUR)
    assert named_on(surfaces["/briefings/one/"].at(NOON + HOUR)) == ""


def test_an_edition_as_it_was_published_names_no_card(surfaces, make_edition):
    make_edition("one")

    assert named_on(surfaces["/briefings/one/v/1/"].at(NOON)) == ""


def test_a_former_slug_leads_to_the_card_of_today_and_to_no_other(surfaces, make_edition):
    first = make_edition("one", live_from=NOON)
    second = make_edition("two", briefing=first.briefing, live_from=NOON + HOUR)
    at = NOON + HOUR

    answer = surfaces[card_path(second, at, slug="one")].answer(at)

    assert (answer.status, answer["Location"]) == (301, card_path(second, at))
    assert surfaces[card_path(first, at)].answer(at) == surfaces.unknown(at)
    assert surfaces[card_path(second, at)].answer(NOON) == surfaces.unknown(NOON)


def test_a_card_that_was_merged_away_is_unknown(surfaces, make_edition):
    target, first = make_edition("target", live_from=LONG_AGO), make_edition("one", live_from=LONG_AGO)
    path = card_path(first, NOON)

    workflow.merge_into(first.briefing, into=target.briefing, by=None)

    assert surfaces[path].answer(NOON) == surfaces.unknown(NOON)


@pytest.mark.parametrize("digest", ["0" * 16, "ABCDEF0123456789", "0" * 15, "0" * 17, "x" * 16, "../../secret"])
def test_a_digest_that_is_none_of_today_is_unknown_and_draws_nothing(surfaces, make_edition, digest, drawn):
    make_edition("one")

    assert surfaces[f"/briefings/one/card-{digest}.png"].answer(NOON) == surfaces.unknown(NOON)
    assert drawn == []


@pytest.mark.parametrize("headline", ["北京会谈", "Goal ⚽"])
def test_a_headline_that_the_fonts_cannot_set_has_no_card(surfaces, make_edition, headline):
    make_edition("one", headline=headline)

    page = surfaces["/briefings/one/"].at(NOON)

    assert named_on(page) == ""
    assert 'name="twitter:card" content="summary"' in page


def test_a_card_is_drawn_once_whoever_asks_and_however_often(surfaces, make_edition, drawn):
    path = card_path(make_edition("one"), NOON)

    answers = {surfaces[path].answer(NOON + second * SECOND).body for second in range(5)}

    assert answers == {b"\x89PNG of The one headline"}
    assert len(drawn) == 1


def test_a_disk_that_takes_nothing_costs_nobody_a_card(surfaces, make_edition, drawn, media):
    media.parent.mkdir(exist_ok=True)
    media.write_text("a file where the folder should be")
    path = card_path(make_edition("one"), NOON)

    assert [surfaces[path].answer(NOON).status for _ in range(2)] == [200, 200]
    assert len(drawn) == 2


def test_a_card_that_the_disk_has_damaged_is_drawn_anew(surfaces, make_edition, media):
    path = card_path(make_edition("one"), NOON)
    whole = surfaces[path].answer(NOON)
    (file,) = media.rglob("*.png")
    file.write_bytes(file.read_bytes()[:-40])

    assert surfaces[path].answer(NOON) == whole


def test_a_briefing_that_is_read_from_right_to_left_has_its_date_and_direction(surfaces, make_edition, drawn):
    headline = "قطاع النخيل في البصرة"
    path = card_path(make_edition("one", language="ar", headline=headline), NOON)

    surfaces[path].answer(NOON)

    assert [(card.headline, card.direction, card.language) for card in drawn] == [(headline, "rtl", "ar")]
