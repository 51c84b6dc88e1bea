"""Grave acts ask once more who does them, and nothing that was typed is lost meanwhile."""

import pytest
from axes.models import AccessAttempt

from briefings import workflow
from briefings.models import Edition
from tests.desk.logging_in import PASSWORD, WRONG
from tests.desk.logins.factors import showed_who, with_app
from tests.making import make_draft

pytestmark = pytest.mark.django_db
GROUND = 'A court ordered it, <so> & "so".'


@pytest.fixture
def desk(client, mira):
    client.force_login(mira)
    showed_who(client, ago=601)
    return client


@pytest.fixture
def live(mira):
    draft = make_draft("Allies pledge", by=mira)
    workflow.publish(draft.briefing, by=mira)
    return draft


def filled_in(live) -> dict[str, str]:
    return {"expected": str(live.version), "notice": GROUND}


def path(live, act="remove") -> str:
    return f"/admin/briefings/draft/{live.pk}/act/{act}/"


def removed(live) -> bool:
    return Edition.objects.filter(briefing=live.briefing, kind="removed").exists()


def waiting(page) -> dict[str, str]:
    """The fields that wait on the page, as a browser would send them."""
    return dict(page.context["sent"])


def test_removing_asks_first_with_all_that_was_typed_and_then_goes_on(desk, live):
    page = desk.post(path(live), filled_in(live))

    assert page.status_code == 403
    assert "Confirm that it is you" in page.content.decode()
    assert waiting(page) == filled_in(live)
    assert not removed(live)

    done = desk.post(path(live), waiting(page) | {"confirm_password": PASSWORD})
    assert done.status_code == 302
    assert GROUND in Edition.objects.get(briefing=live.briefing, kind="removed").text.text.replace('\\"', '"')


def test_whoever_showed_it_within_ten_minutes_is_not_asked(desk, live):
    showed_who(desk, ago=590)

    assert desk.post(path(live), filled_in(live)).status_code == 302
    assert removed(live)


def test_erasing_asks_too_and_withdrawing_does_not(desk, live):
    erasing = desk.post(path(live, "erase"), {"expected": str(live.version), "number": "1", "reason": "An order"})
    withdrawing = desk.post(path(live, "withdraw"), filled_in(live))

    assert erasing.status_code == 403
    assert withdrawing.status_code == 302


def test_a_wrong_password_does_nothing_and_loses_nothing(desk, live):
    page = desk.post(path(live), filled_in(live) | {"confirm_password": WRONG})

    assert "That is wrong, or was used before." in page.content.decode()
    assert waiting(page) == filled_in(live)
    assert WRONG not in page.content.decode()
    assert not removed(live)


def test_a_code_of_the_app_does_it_and_a_wrong_one_does_not(desk, live, mira):
    app, _codes = with_app(mira)

    assert desk.post(path(live), filled_in(live) | {"confirm_code": app.wrong()}).status_code == 403
    assert not removed(live)
    assert desk.post(path(live), filled_in(live) | {"confirm_code": app.code()}).status_code == 302
    assert removed(live)


def test_failing_too_often_closes_it_and_the_words_wait_on_the_page(desk, live):
    answers = [desk.post(path(live), filled_in(live) | {"confirm_password": WRONG}) for _ in range(5)]
    right = desk.post(path(live), filled_in(live) | {"confirm_password": PASSWORD})

    assert [answer.status_code for answer in answers] == [403] * 5
    assert "That failed too often." in right.content.decode()
    assert waiting(right) == filled_in(live)
    assert not removed(live)


def test_what_was_typed_is_not_put_among_the_failures(desk, live):
    desk.post(path(live), filled_in(live) | {"confirm_password": WRONG})

    kept = AccessAttempt.objects.get()
    assert kept.post_data + kept.get_data == ""


def test_a_form_that_is_not_in_order_is_told_so_before_anybody_is_asked(desk, live):
    page = desk.post(path(live, "erase"), {"expected": str(live.version), "number": "x", "reason": ""})

    assert page.status_code == 200
    assert "Confirm that it is you" not in page.content.decode()


def test_a_session_that_nobody_knows_the_beginning_of_is_asked(client, mira, live):
    client.force_login(mira)

    assert client.post(path(live), filled_in(live)).status_code == 403
    assert not removed(live)


def test_by_the_newsrooms_login_alone_no_password_confirms_anything(desk, live, settings):
    settings.LOGIN_BY = "oidc"
    page = desk.post(path(live), filled_in(live) | {"confirm_password": PASSWORD})

    assert page.status_code == 403
    assert 'name="confirm_password"' not in page.content.decode()
    assert not removed(live)
