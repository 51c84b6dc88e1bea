"""Save and approve: a reviewer corrects a text in review and approves it by one button of the writing page."""

import re

import pytest

from briefings import workflow
from briefings.models import AuditEntry, Delivery, Draft, Revision, User
from tests.desk.briefings.version_pages import shown, where, write
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
BUTTON = 'name="_approve"'


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.REVIEWER_CORRECTIONS = "all"


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


@pytest.fixture
def wil(at_desk):
    return at_desk("wil", "writer")


@pytest.fixture
def draft(wil):
    draft = make_draft("quokka", by=User.objects.get(username="wil"))
    workflow.submit(draft.briefing, by=draft.owner)
    return Draft.objects.get()


def state():
    draft = Draft.objects.get()
    return draft.state, draft.version, draft.lede


def page(client, draft):
    return client.get(where(draft, "change")).content.decode()


def test_a_correction_is_saved_and_approved_and_its_writer_sees_what_was_corrected(tom, wil, draft):
    answer = sent(tom, draft, opened(tom, draft) | {"lede": "Corrected."}, _approve="1")

    assert messages(answer) == ["Saved, and approved."]
    assert state() == ("approved", 2, "Corrected.")
    assert Draft.objects.get().approved_by.username == "tom"
    corrected = where(draft, "compare", "1", "2")
    for name in ("change", "history"):
        assert f'<a href="{corrected}">See what was corrected</a>' in wil.get(where(draft, name)).content.decode()
    [field] = shown(wil.get(corrected))["Lede"].fields
    assert (field.before, field.after) == ("The quokka lede.", "Corrected.")


def test_what_was_corrected_is_told_until_another_text_is_approved(tom, wil, at_desk, draft):
    sent(tom, draft, opened(tom, draft) | {"lede": "Corrected."}, _approve="1")
    write(draft, by=User.objects.get(username="wil"), lede="Newer.")
    assert "tom corrected and approved it." in page(wil, draft)

    workflow.approve(draft.briefing, by=User.objects.get(username="tom"), expected=3)

    assert "corrected and approved it." not in page(wil, draft)


def test_what_changed_since_is_asked_from_the_corrected_text_on(tom, draft):
    sent(tom, draft, opened(tom, draft) | {"lede": "Corrected."}, _approve="1")
    write(draft, headline="Another quokka headline")

    assert list(shown(tom.get(where(draft, "changes")))) == ["Headline"]


def test_without_a_change_it_is_an_approval_like_any_other(tom, draft):
    assert messages(sent(tom, draft, opened(tom, draft), _approve="1")) == ["Approved."]
    assert state()[:2] == ("approved", 1)
    assert AuditEntry.objects.last().action == "approved"


def test_it_is_offered_to_those_alone_who_may_and_where_the_newsroom_wants_it(tom, wil, desk, draft, settings):
    assert BUTTON in page(tom, draft)
    assert BUTTON in page(desk, draft)
    assert BUTTON not in page(wil, draft)
    settings.REVIEWER_CORRECTIONS = "off"
    assert BUTTON not in page(tom, draft)


@pytest.mark.parametrize(
    ("setting", "buttons"),
    [
        ("off", ["Save, for eva or uma to approve"]),
        ("spelling", ["Save and approve: spelling alone", "Save, for eva or uma to approve"]),
        ("all", ["Save and approve"]),
    ],
)
def test_the_button_says_before_it_is_pressed_whether_the_correction_counts(
    tom, staff, draft, settings, setting, buttons
):
    settings.REVIEWER_CORRECTIONS = setting
    staff("uma", "editor"), staff("eva", "chief")

    shown_buttons = re.findall(r'name="(?:_approve|_hand_on)" value="1" class="button">([^<]*)<', page(tom, draft))

    assert shown_buttons == buttons


def test_on_any_site_a_correction_is_saved_and_handed_on_and_its_writer_sees_it(tom, at_desk, settings):
    settings.REVIEWER_CORRECTIONS = "off"
    mira = at_desk("mira", "editor")
    draft = make_draft("wombat", by=User.objects.get(username="mira"))
    workflow.submit(draft.briefing, by=draft.owner)

    answer = sent(tom, draft, opened(tom, draft) | {"lede": "Corrected."}, _hand_on="1")

    assert messages(answer) == ["Saved, and handed on. mira has to approve it now."]
    assert state() == ("in-review", 2, "Corrected.")
    corrected = where(draft, "compare", "1", "2")
    for name in ("change", "changes", "history"):
        assert f'<a href="{corrected}">See what was corrected</a>' in mira.get(where(draft, name)).content.decode()
    assert list(shown(mira.get(where(draft, "changes")))) == ["Lede"]
    assert mira.get(where(draft, "changes")).context["decision"].may_approve
    mira.post("/admin/briefings/delivery/seen/", {"seen": " ".join(str(one.pk) for one in Delivery.objects.all())})
    assert where(draft, "changes") in mira.get("/admin/").content.decode()
    assert where(draft, "changes") not in tom.get("/admin/").content.decode()


def test_nothing_is_handed_on_without_a_correction_or_to_nobody(tom, draft, settings, staff):
    settings.REVIEWER_CORRECTIONS = "off"
    assert 'name="_hand_on"' not in page(tom, draft)
    staff("uma", "editor")

    answer = sent(tom, draft, opened(tom, draft), _hand_on="1")

    assert answer.context["page"].reasons[0].startswith("You changed nothing in this text.")
    assert state()[:2] == ("in-review", 1)


def test_it_is_not_offered_to_whoever_wrote_before_the_text_was_submitted(tom, draft):
    workflow.request_changes(draft.briefing, by=None, note="More.")
    write(draft, by=User.objects.get(username="tom"), lede="All mine.")
    workflow.submit(draft.briefing, by=draft.owner)

    assert BUTTON not in page(tom, draft)
    answer = sent(tom, draft, opened(tom, draft) | {"lede": "Forged."}, _approve="1")
    assert answer.context["page"].reasons[0].startswith("You saved version 2 of this text")
    assert state() == ("in-review", 2, "All mine.")


@pytest.mark.parametrize("who", ["tom", "wil"])
def test_a_refusal_saves_nothing_and_keeps_what_was_typed(request, who, draft, settings):
    settings.REVIEWER_CORRECTIONS = "off"
    client = request.getfixturevalue(who)

    answer = sent(client, draft, opened(client, draft) | {"lede": "Typed."}, _approve="1")

    assert answer.context["page"].reasons[-1].startswith("Nothing was saved yet.")
    assert fields_of(answer.page)["lede"] == "Typed."
    assert state() == ("in-review", 1, "The quokka lede.")
    assert Revision.objects.count() == 1
    settings.REVIEWER_CORRECTIONS = "all"
    if who == "tom":
        sent(client, draft, fields_of(answer.page), _approve="1")
        assert state() == ("approved", 2, "Typed.")


def test_a_text_that_somebody_saved_meanwhile_is_shown_beside_the_correction(tom, draft):
    mine = opened(tom, draft) | {"lede": "Corrected."}
    write(draft, by=draft.owner, lede="The writer’s.")

    answer = sent(tom, draft, mine, _approve="1")

    assert [part.address for part in answer.context["differences"]] == ["lede"]
    assert state() == ("in-review", 2, "The writer’s.")


def test_sent_twice_it_is_saved_and_approved_once(tom, draft):
    form = opened(tom, draft) | {"lede": "Corrected."}

    for _ in range(2):
        answer = sent(tom, draft, form, _approve="1")

    assert messages(answer)[0].startswith("This form came twice.")
    assert (state()[:2], AuditEntry.objects.filter(action="corrected and approved").count()) == (("approved", 2), 1)


def test_a_new_briefing_is_not_approved_with_its_first_save(tom):
    fields = opened(tom, None) | {"headline": "Mine"}

    answer = posted(tom, "/admin/briefings/draft/add/", fields | {"_approve": "1"})

    assert "nobody has submitted it yet" in answer.context["page"].reasons[0]
    assert not Draft.objects.exists()
