"""A picture in a text: chosen, saved, moved, duplicated, deleted, shown in a preview, and kept in a conflict."""

import pytest

from briefings import working_copy
from briefings.admin.briefings import text_comparison
from briefings.models import Draft, Figure, Image
from tests.desk.pictures.making import figure_of, make_image
from tests.desk.sheets import added, address, fields_of, messages, opened, sent
from tests.documented import queries
from tests.making import LONG_AGO, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(mira):
    return make_image(mira, credit="Ada Byron / Agency", caption="A quokka")


@pytest.fixture
def draft(image):
    return make_draft("quokka", blocks=(figure_of(image, caption="Its caption."), figure_of(image, "Another")))


def saved(draft):
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


def pressed(client, draft, fields, button):
    return fields_of(client.post(address(draft), {**fields, "_part": button}))


def test_a_text_with_pictures_sent_as_it_was_opened_changes_nothing(desk, draft):
    before = saved(draft)

    answer = sent(desk, draft, opened(desk, draft))

    assert messages(answer) == ["Nothing was changed, so nothing new was saved."]
    assert saved(draft) == before


def test_every_field_of_a_picture_is_saved(desk, draft, mira):
    other = make_image(mira)
    changed = {
        "figure-0-image": str(other.uuid).upper(),
        "figure-0-alt": "A wombat",
        "figure-0-decorative": "on",
        "figure-0-caption": "New caption.",
    }

    sent(desk, draft, opened(desk, draft) | changed)

    first = saved(draft).figures[0]
    assert (first.image.id, first.alt, first.decorative, first.caption) == (
        str(other.uuid),
        "A wombat",
        True,
        "New caption.",
    )


def test_a_picture_is_added_with_a_key_of_its_own_between_other_parts(desk, image):
    draft = make_draft("quokka")
    fields = added(opened(desk, draft), "figure", image=str(image.uuid), alt="A quokka", region="body", ordering="15")

    sent(desk, draft, fields)

    blocks = saved(draft).blocks
    assert [block.type for block in blocks] == ["section", "figure", "quote", "quote"]
    assert blocks[1].key[0] == "p"
    sent(desk, draft, fields)  # the same form once more
    assert Figure.objects.count() == 1


def test_a_part_that_was_added_and_left_empty_is_none(desk, draft):
    sent(desk, draft, added(opened(desk, draft), "figure", decorative="on") | {"lede": "Other."})

    assert (saved(draft).lede, len(saved(draft).figures)) == ("Other.", 2)


def test_a_picture_without_its_file_is_kept_and_found_lacking(desk, draft):
    answer = sent(desk, draft, added(opened(desk, draft), "figure", alt="To come"))

    assert saved(draft).figures[-1].image is None
    page = answer.content.decode()
    assert "Choose the picture, or delete this part." in page
    assert f'data-finding="{saved(draft).figures[-1].key}"' in page


def test_what_is_no_picture_on_file_is_an_error_at_its_field_and_nothing_is_lost(desk, draft):
    fields = opened(desk, draft) | {"lede": "Typed."}

    for given in ("nonsense", "4b3a9d3e-0000-4000-8000-000000000000", "\x00", "x" * 5000, "<script>"):
        answer = sent(desk, draft, fields | {"figure-0-image": given})
        assert "Typed." in answer.content.decode(), given
        assert answer.context["page"].problems == 1, given

    assert saved(draft).lede == "The quokka lede."


def test_a_picture_that_one_may_not_know_of_is_as_unknown_as_none(at_desk, staff, image):
    tom = at_desk("tom", "writer")
    draft = make_draft("wombat", by=staff("sam", "writer"), blocks=())
    Draft.objects.update(owner=tom.get("/admin/").wsgi_request.user)

    for given in (str(image.uuid), "4b3a9d3e-0000-4000-8000-000000000000"):
        answer = sent(tom, draft, added(opened(tom, draft), "figure", image=given, alt="x"))
        assert "No such picture is on file. Choose it again." in answer.content.decode()
    assert not Figure.objects.exists()


def test_a_picture_that_stood_in_ones_draft_may_stay_there(at_desk, staff, image):
    tom = staff("tom", "writer")
    draft = make_draft("quokka", by=tom, blocks=(figure_of(image),))

    sent(at_desk("tom"), draft, opened(at_desk("tom"), draft) | {"figure-0-caption": "Mine."})

    assert saved(draft).figures[0].caption == "Mine."


def test_a_picture_moves_is_duplicated_and_goes(desk, draft):
    keys = [figure.key for figure in saved(draft).figures]

    sent(desk, draft, pressed(desk, draft, opened(desk, draft), "down figure-0"))
    assert [figure.key for figure in saved(draft).figures] == keys[::-1]

    sent(desk, draft, pressed(desk, draft, opened(desk, draft), "copy figure-0"))
    first, copy, _last = saved(draft).figures
    assert (copy.image, copy.alt) == (first.image, first.alt)
    assert copy.key not in keys

    sent(desk, draft, opened(desk, draft) | {"figure-1-DELETE": "on"})
    assert [figure.key for figure in saved(draft).figures] == keys[::-1]


def test_a_picture_part_that_did_not_come_back_is_not_taken_for_deleted(desk, draft):
    fields = {name: value for name, value in opened(desk, draft).items() if not name.startswith("figure-1-")}

    answer = sent(desk, draft, fields | {"lede": "Typed."})

    assert "Parts of the text did not arrive" in answer.content.decode()
    assert Figure.objects.count() == 2


def test_no_key_of_another_briefings_picture_is_taken(desk, draft, image):
    other = make_draft("wombat", blocks=(figure_of(image),))
    foreign = saved(other).figures[0].key

    sent(desk, draft, added(opened(desk, draft), "figure", key=foreign, image=str(image.uuid), alt="New"))

    assert saved(draft).figures[-1].key != foreign
    assert saved(other).figures[0].key == foreign


def test_an_error_elsewhere_brings_the_chosen_picture_back_with_its_thumbnail(desk, draft, mira):
    other = make_image(mira)

    answer = sent(desk, draft, opened(desk, draft) | {"figure-0-image": str(other.uuid), "slug": "No Slug!"})

    page = answer.content.decode()
    assert f'value="{other.uuid}"' in page
    assert f"/admin/briefings/image/{other.uuid}/file/" in page


def test_two_texts_name_a_picture_by_what_it_shows_and_show_both(desk, at_desk, draft, mira):
    other = make_image(mira, credit="Bo Lindt")
    mine = opened(desk, draft) | {"figure-0-image": str(other.uuid)}
    sent(at_desk("noor"), draft, opened(at_desk("noor"), draft) | {"figure-0-caption": "Theirs."})

    answer = sent(desk, draft, mine)

    page = answer.content.decode()
    assert "Picture “A quokka”" in page
    assert "Bo Lindt" in page
    assert "Ada Byron" in page
    assert "Theirs." in page
    fields = fields_of(answer, "")
    choice = f"choose-{saved(draft).figures[0].key}"
    desk.post(f"/admin/briefings/draft/{draft.pk}/merge/", {**fields, choice: "mine"})
    assert saved(draft).figures[0].image.id == str(other.uuid)


def test_a_conflict_over_something_else_keeps_a_new_picture(desk, at_desk, draft, image):
    mine = added(opened(desk, draft), "figure", image=str(image.uuid), alt="Mine")
    sent(at_desk("noor"), draft, opened(at_desk("noor"), draft) | {"lede": "Theirs."})

    answer = sent(desk, draft, mine)
    desk.post(f"/admin/briefings/draft/{draft.pk}/merge/", fields_of(answer, ""))

    assert saved(draft).lede == "Theirs."
    assert [figure.alt for figure in saved(draft).figures] == ["A quokka", "Another", "Mine"]


def test_a_carried_text_with_pictures_comes_back_the_same(draft):
    text = saved(draft)

    assert text_comparison.mine_of(text_comparison.signed(text), draft) == text


def test_a_preview_shows_the_picture_from_the_desk_and_not_from_the_public_door(desk, draft, image):
    page = desk.post(f"/admin/briefings/draft/{draft.pk}/preview/", opened(desk, draft)).content.decode()

    assert f"/admin/briefings/image/{image.uuid}/file/" in page
    assert "/media/" not in page
    assert "Ada Byron / Agency" in page


@pytest.mark.parametrize("parts", [1, 8])
def test_the_writing_page_costs_the_same_for_few_and_for_many_pictures(desk, mira, parts, django_assert_num_queries):
    images = [make_image(mira, size=(40, 30)) for _ in range(2)]
    blocks = tuple(figure_of(images[number % 2], f"No. {number}") for number in range(parts * 3))
    draft = make_draft("quokka", blocks=blocks)
    desk.get(address(draft))

    with django_assert_num_queries(queries("writing page") + 1):
        page = desk.get(address(draft)).content.decode()

    assert page.count('class="inline-related has_original part part-figure') == parts * 3 + 1


def test_what_readers_got_keeps_the_picture_when_its_credit_is_changed_later(desk, image):
    edition = make_edition("wombat", live_from=LONG_AGO, blocks=(figure_of(image),))
    Image.objects.filter(pk=image.pk).update(credit="Somebody else")

    page = desk.get(f"/briefings/{edition.summary.slug}/").content.decode()

    assert "Ada Byron / Agency" in page
    assert "Somebody else" not in page
