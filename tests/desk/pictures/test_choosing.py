"""Pictures found and shown: newest first, by words of what one may know, and to nobody else a byte of one."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from briefings import policy
from briefings.models import Image
from tests.desk.pictures.making import CHOOSE, figure_of, make_image
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/image/"


def chosen_from(client, words="", page="1"):
    return [facts["credit"] for facts in client.get(CHOOSE, {"q": words, "page": page}).json()["pictures"]]


def test_the_newest_come_first_and_the_rest_page_by_page(desk, mira):
    image = make_image(mira)
    rows = [
        Image(token=f"token-of-{number:013}", sha256=f"{number:064}", width=48, height=30, widths=[48], fallback="jpg")
        for number in range(30)
    ]
    Image.objects.bulk_create(rows)

    first, second = (desk.get(CHOOSE, {"page": page}).json() for page in ("1", "2"))

    assert [len(first["pictures"]), first["next"], len(second["pictures"]), second["next"]] == [24, 2, 7, None]
    assert second["pictures"][-1]["id"] == str(image.uuid)


def test_a_page_that_is_none_is_one_of_them_or_empty(desk):
    for page in ("", "0", "-1", "x", "9" * 30, "²", "\x00"):
        assert desk.get(CHOOSE, {"page": page}).json() == {"pictures": [], "next": None}, page


def test_words_are_found_in_credit_caption_people_and_captions_of_drafts(desk, mira):
    image = make_image(mira, credit="Ada / Agency", caption="On the island", people="Bo Lindt")
    make_image(mira, credit="Other")
    make_draft("quokka", blocks=(figure_of(image, "Ears", caption="At dusk"),))

    for words in ("ada", "island", "lindt", "dusk", "ears", "agency dusk bo"):
        assert chosen_from(desk, words) == ["Ada / Agency"], words
    assert chosen_from(desk, "agency nowhere") == chosen_from(desk, "%") == []
    assert "Other" not in desk.get(LIST, {"q": "dusk"}).content.decode()


def test_no_search_tells_a_writer_of_a_caption_in_somebody_elses_draft(at_desk, mira):
    image = make_image(mira, credit="Public picture")
    make_edition("quokka", live_from=LONG_AGO, blocks=(figure_of(image, "Ears"),))
    make_draft("wombat", blocks=(figure_of(image, "Ears", caption="Secret"),))
    writer = at_desk("sam", "writer")

    assert chosen_from(writer) == ["Public picture"]
    assert chosen_from(writer, "Secret") == chosen_from(writer, "Ears") == []


@pytest.fixture
def shelf(staff, mira):
    """Pictures in every standing, by a name that is their credit too."""
    tom = staff("tom", "writer")
    made = {name: make_image(mira, credit=name) for name in ("hidden", "in their draft", "live", "scheduled")}
    made |= {"theirs": make_image(tom, credit="theirs"), "erased": make_image(tom, credit="erased")}
    make_draft("quokka", by=tom, blocks=(figure_of(made["in their draft"]),))
    make_edition("numbat", live_from=LONG_AGO, blocks=(figure_of(made["live"]),))
    make_edition("wombat", live_from=NOON, blocks=(figure_of(made["scheduled"]),))
    Image.objects.filter(credit="erased").update(erased_at=LONG_AGO)
    return made


def test_each_role_knows_of_the_pictures_that_the_policy_names(at_desk, shelf):
    everything = {"hidden", "in their draft", "live", "scheduled", "theirs"}
    known = {
        ("tom", "writer"): {"in their draft", "live", "theirs"},
        ("sam", "writer"): {"live"},
        ("eve", "editor"): everything,
        ("mira", "chief"): everything,
    }

    for who, expected in known.items():
        client = at_desk(*who)
        assert set(chosen_from(client)) == expected, who
        for name, image in shelf.items():
            status = client.get(f"{LIST}{image.uuid}/file/{image.widths[0]}.webp").status_code
            assert status == (200 if name in expected else 404), (who, name)
    assert at_desk("olga", "admin").get(CHOOSE).status_code == 403


def test_a_file_is_whole_typed_and_kept_by_nobody_but_its_reader(desk, shelf):
    image = shelf["hidden"]
    address = f"{LIST}{image.uuid}/file/{image.widths[0]}"

    for ending, kind in (("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")):
        answer = desk.get(f"{address}.{ending}")
        assert answer["Content-Type"] == kind
        assert answer["Cache-Control"] == "private, no-cache"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert int(answer["Content-Length"]) == len(answer.content) > 100
        assert desk.get(f"{address}.{ending}", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_hidden_and_unknown_and_nonsense_are_one_answer(at_desk, shelf):
    sam, hidden = at_desk("sam", "writer"), shelf["hidden"]
    names = [
        f"{hidden.uuid}/file/{hidden.widths[0]}.webp",
        f"{hidden.uuid}/file/master.jpg",
        "4b3a9d3e-0000-4000-8000-000000000000/file/320.webp",
        "nonsense/file/320.webp",
        f"{shelf['live'].uuid}/file/master.jpg",
        f"{shelf['live'].uuid}/file/320.svg",
    ]

    answers = {(answer.status_code, answer.content) for name in names if (answer := sam.get(LIST + name))}

    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_strangers_are_sent_to_the_login_and_have_no_file_before_readers_do(shelf):
    image = shelf["hidden"]

    assert Client().get(f"{LIST}{image.uuid}/file/{image.widths[0]}.webp").status_code == 302
    assert Client().get(f"/media/{image.token}/{image.widths[0]}.webp").status_code == 404
    assert Client().get(f"/media/{shelf['live'].token}/{shelf['live'].widths[0]}.webp").status_code == 200


@pytest.mark.parametrize("number", [1, 6])
def test_the_list_and_the_chooser_cost_the_same_for_few_and_for_many(at_desk, staff, number, django_assert_num_queries):
    tom = staff("tom", "writer")
    for one in range(number):
        make_image(tom, size=(40, 30), credit=str(one))
    client = at_desk("tom")
    client.get(LIST)

    with django_assert_num_queries(6):
        assert client.get(LIST).content.decode().count("<img") == number
    with django_assert_num_queries(6):
        assert len(chosen_from(client)) == number


def test_the_policy_answers_for_nobody():
    assert not policy.images(AnonymousUser()).exists()
