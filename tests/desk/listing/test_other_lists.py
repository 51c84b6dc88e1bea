"""Every other list of the desk speaks as the desk does: its name, its button, its moments, and what is not there."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from briefings.desk_words import moment_in_words
from briefings.models import AuditEntry, Person, User

pytestmark = pytest.mark.django_db
SUMMER = datetime(2026, 7, 4, 13, 5, tzinfo=UTC)


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("role", "name", "title"),
    [
        ("chief", "person", "People"),
        ("chief", "topic", "Topics"),
        ("chief", "image", "Pictures"),
        ("chief", "original", "Pasted drafts"),
        ("chief", "auditentry", "Audit entries"),
        ("admin", "user", "Who works here"),
    ],
)
def test_a_list_stands_under_its_name_and_counts_in_plain_words(at_desk, role, name, title):
    page = text(at_desk("somebody", role).get(f"/admin/briefings/{name}/"))

    assert f"<h1>{title}</h1>" in page
    assert " in all\n" in page or "There is nothing here." in page
    assert "Select " not in page
    assert "Show all" not in page


def test_whoever_works_here_is_listed_with_a_button_to_add_a_colleague_and_no_icons(at_desk, staff):
    staff("noor", "writer")
    User.objects.filter(username="noor").update(is_active=False)
    page = text(at_desk("ada", "admin").get("/admin/briefings/user/"))

    assert '<a class="button primary" href="/admin/briefings/user/add/">Add a colleague</a>' in page
    assert "never logged in" in page
    assert ">deactivated<" in page
    assert "admin/img/icon-" not in page
    assert '<span class="visually-hidden">nothing</span>' in page


@pytest.mark.parametrize("language", ["en", "de"])
def test_moments_are_told_as_everywhere_on_the_desk(at_desk, language):
    admin = at_desk("ada", "admin")
    User.objects.filter(username="ada").update(desk_language=language, last_login=SUMMER)
    entry = AuditEntry.objects.order_by("pk").last()
    with override(language):
        login, act = moment_in_words(SUMMER), moment_in_words(entry.at)

    assert login in text(admin.get("/admin/briefings/user/"))
    assert act in text(admin.get("/admin/briefings/auditentry/"))
    assert act in text(admin.get(f"/admin/briefings/auditentry/{entry.pk}/change/"))


def test_all_tables_and_the_history_call_a_list_as_the_masthead_does(at_desk):
    admin = at_desk("ada", "admin")

    for path in ("", f"user/{User.objects.get().pk}/history/"):
        page = text(admin.get(f"/admin/briefings/{path}"))
        assert page.count(">Staff</a>") == 2, path
        assert ">Users<" not in page, path


def test_what_was_searched_is_counted_and_led_back_from(at_desk):
    Person.objects.create(name="Quokka")
    page = text(at_desk("mira", "editor").get("/admin/briefings/person/?q=quok"))

    assert "1 result (" in page
    assert "Show all" in page
