"""What cannot be saved is said at its field, all of it at once, and everything typed is still there."""

import pytest

from briefings.models import Draft, Person
from tests.desk.sheets import added, fields_of, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


def errors(answer) -> list[str]:
    page = answer.context["page"]
    forms = [page.facts, *(form for part in page.parts.values() for form in part.forms), page.publish]
    return [sentence for form in forms if form.is_bound for of_field in form.errors.values() for sentence in of_field]


def test_every_fault_is_named_at_once_and_nothing_that_was_typed_is_lost(desk, draft):
    typed = {
        "headline": "H" * 301,
        "slug": "No Slug!",
        "language": "Klingon",
        "section-0-heading": "bad\x07bell",
        "quote-0-said_on": "2026-02-30",
        "question-0-question": "Q" * 400,
        "source-0-url": "ftp://nowhere",
        "lede": "A lede that is fine.",
    }
    answer = sent(desk, draft, opened(desk, draft) | typed)

    assert answer.status_code == 200
    assert errors(answer) == [
        "This holds 301 characters; 300 is the most. Shorten it.",
        "This may hold small letters a to z, digits and single hyphens only.",
        "This is no language code. Write it as in “en”, “pt-BR” or “zh-Hant”.",
        "This holds an invisible control character (U+0007). Delete it.",
        "Enter a valid date.",
        "This holds 400 characters; 300 is the most. Shorten it.",
        "This is no web address. It begins with https:// or http://.",
    ]
    assert "Not saved yet: 7 fields need a look." in answer.content.decode()
    back = fields_of(answer)
    assert {name: back[name] for name in typed} == typed
    assert Draft.objects.get().version == 1


def test_the_same_form_is_saved_once_it_is_mended(desk, draft):
    broken = sent(desk, draft, opened(desk, draft) | {"slug": "No Slug!", "lede": "Typed."})

    sent(desk, draft, fields_of(broken) | {"slug": "a-slug"})

    assert (Draft.objects.get().slug, Draft.objects.get().lede) == ("a-slug", "Typed.")


def test_a_quotation_without_words_is_asked_for_them(desk, draft):
    answer = sent(desk, draft, added(opened(desk, draft), "quote", speaker="Ada", placement="text"))

    assert errors(answer) == ["Write the words that were said, or delete this quotation."]


def test_of_two_people_with_one_name_the_form_asks_which_and_keeps_the_choice(desk, draft):
    one, two = (Person.objects.create(name="Kim Doe", kind=kind) for kind in ("public", "private"))
    asked = sent(desk, draft, opened(desk, draft) | {"quote-0-speaker": "Kim Doe"})
    assert errors(asked) == ["2 people on file are called “Kim Doe”. Choose which one."]
    assert f'<option value="{two.uuid}">Kim Doe, private person</option>' in asked.content.decode()

    sent(desk, draft, fields_of(asked) | {"quote-0-person": str(two.uuid)})

    assert Draft.objects.get().quotes.order_by("ordering").first().person == two
    assert one.quotes.count() == 0
    assert opened(desk, draft)["quote-0-person"] == str(two.uuid)


def test_of_two_authors_with_one_name_the_form_says_what_to_do(desk, draft):
    for kind in ("public", "private"):
        Person.objects.create(name="Kim Doe", kind=kind)

    answer = sent(desk, draft, opened(desk, draft) | {"authors": "Kim Doe"})

    assert errors(answer) == ["Several people are called “Kim Doe”. Under People, give one of them another name."]


def test_a_name_on_file_means_whoever_has_it_and_a_new_one_is_of_the_kind_that_was_said(desk, draft):
    known = Person.objects.create(name="Ada Ward", kind="public")
    fields = added(opened(desk, draft), "quote", words="One.", speaker="Ada Ward", kind="unnamed", placement="apart")
    fields = added(fields, "quote", words="Two.", speaker="The ministry", kind="body", placement="apart")

    sent(desk, draft, fields)

    assert known.quotes.count() == 1
    assert Person.objects.get(name="The ministry").kind == "body"


def test_an_id_that_does_not_belong_to_the_name_beside_it_means_nothing(desk, draft):
    other = Person.objects.create(name="Somebody Else", kind="public")

    sent(desk, draft, opened(desk, draft) | {"quote-0-speaker": "New Name", "quote-0-person": str(other.uuid)})

    assert other.quotes.count() == 0
    assert Person.objects.get(name="New Name").quotes.count() == 1


NOT_ALL = [
    *[("section", total) for total in ("", "abc", "-1", "0", "1e3")],
    *[(prefix, total) for prefix in ("question", "source") for total in ("", "0")],
]
TOO_MANY = [(prefix, "99999999999999999999") for prefix in ("section", "question", "source")]


@pytest.mark.parametrize("counts", [NOT_ALL, pytest.param(TOO_MANY, marks=pytest.mark.slow)])
def test_a_form_that_came_incomplete_deletes_nothing(desk, draft, counts):
    fields = opened(desk, draft) | {"lede": "Typed."}

    for prefix, total in counts:
        answer = sent(desk, draft, fields | {f"{prefix}-TOTAL_FORMS": total})
        assert answer.status_code == 200, (prefix, total)
        assert answer.context["page"].faults, (prefix, total)
        assert answer.context["page"].problems, (prefix, total)
        assert "Typed." in answer.content.decode(), (prefix, total)

    assert Draft.objects.get().version == 1


def test_a_part_that_did_not_come_back_is_not_taken_for_deleted(desk, draft):
    fields = {name: value for name, value in opened(desk, draft).items() if not name.startswith("quote-1-")}

    answer = sent(desk, draft, fields | {"lede": "Typed."})

    assert "Parts of the text did not arrive, so nothing was saved. Send it again." in answer.content.decode()
    assert Draft.objects.get().quotes.count() == 2


@pytest.mark.slow  # with as many sources it is asked quickly in roles/test_forged
def test_more_parts_than_a_page_may_have_are_refused_in_a_sentence(desk, draft):
    answer = sent(desk, draft, opened(desk, draft) | {"section-TOTAL_FORMS": "1500", "lede": "Typed."})

    assert "These are more than 500 parts of one kind. Make two briefings of it." in answer.content.decode()
    assert Draft.objects.get().version == 1


def test_the_text_of_a_form_that_is_too_long_is_refused_in_a_sentence(desk, draft):
    answer = sent(desk, draft, opened(desk, draft) | {"lede": "x" * 5_000_000})

    assert answer.status_code == 413
    page = answer.content.decode()
    assert "more text than the desk takes in one piece" in page
    assert "go back" in page.lower()


@pytest.mark.slow
def test_a_form_of_120_parts_is_saved(desk, draft):
    fields = opened(desk, draft)
    for number in range(60):
        words = f"words number {number};"
        fields = added(fields, "section", heading=f"Part {number}", body=f"<p>He said “{words}”</p>")
        fields = added(fields, "quote", words=words, speaker=f"Speaker {number}", placement="text")

    sent(desk, draft, fields)

    assert Draft.objects.get().sections.count() == 61
    assert Draft.objects.get().quotes.count() == 62


def test_no_row_is_copied_past_the_form(desk, draft):
    clone = {"_clone": "briefings.section:1", "_clone_region": "body", "_clone_ordering": "10"}

    sent(desk, draft, opened(desk, draft) | clone)

    assert Draft.objects.get().sections.count() == 1


def test_a_briefing_to_be_without_a_word_is_not_put_on_file(desk):
    blank = opened(desk, None)

    answer = sent(desk, None, blank)

    assert answer.context["page"].faults == ["There is nothing to save yet. Begin with the headline."]
    assert not Draft.objects.exists()
