"""The frame of the desk: the same on every page, with what somebody may go to and where they are."""

import re

import pytest

from briefings.models import Person
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD
from tests.making import make_draft

pytestmark = pytest.mark.django_db
EDITORS_PLACES = ["Start", "Briefings", "Calendar", "Front page", "People", "All tables"]


@pytest.fixture
def at_desk(client):
    def seated(role: str):
        client.force_login(add_staff(role, role=role, password=PASSWORD))
        return client

    return seated


def masthead(page) -> str:
    return re.search(r'<nav class="masthead".*?</nav>', page.content.decode(), re.DOTALL)[0]


def places(page) -> list[str]:
    return re.findall(r"<a [^>]*>([^<]+)</a>", masthead(page))


def here(page) -> list[tuple[str, str]]:
    return re.findall(r'aria-current="(\w+)">([^<]+)</a>', masthead(page))


@pytest.mark.parametrize(
    ("role", "led"),
    [
        ("writer", ["Start", "Briefings", "Calendar", "All tables"]),
        ("editor", EDITORS_PLACES),
        ("chief", EDITORS_PLACES),
        ("admin", ["Start", "Staff", "All tables"]),
    ],
)
def test_everybody_is_led_to_what_they_may_open_and_to_nothing_else(at_desk, role, led):
    desk = at_desk(role)
    page = desk.get("/admin/")

    assert places(page) == led
    addresses = re.findall(r'href="([^"]+)"', masthead(page))
    assert [desk.get(address).status_code for address in addresses] == [200] * len(led)


def test_every_page_has_it_once_with_one_search_and_without_djangos_side_menu(at_desk):
    desk = at_desk("chief")
    draft, person = make_draft("wombat"), Person.objects.create(name="Quokka")
    for path in (
        *(
            "",
            "briefings/",
            "briefings/draft/",
            "briefings/person/",
            "briefings/person/filed-twice/",
            "briefings/image/",
        ),
        *(f"briefings/person/{person.pk}/change/", f"briefings/draft/{draft.pk}/change/", "briefings/draft/find/?q=a"),
        *("briefings/auditentry/", "briefings/user/logins/", "briefings/user/second-factor/", "password_change/"),
    ):
        page = desk.get(f"/admin/{path}")
        text = page.content.decode()
        assert places(page) == EDITORS_PLACES, path
        assert text.count('class="masthead"') == text.count('id="search-line"') == 1, path
        assert 'href="#content-start"' in text, path
        assert "nav-sidebar" not in text.replace("nav_sidebar", "nav-sidebar"), path


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", [("page", "Start")]),
        ("briefings/", [("page", "All tables")]),
        ("briefings/draft/", [("page", "Briefings")]),
        ("briefings/draft/calendar/", [("page", "Calendar")]),
        ("briefings/draft/trash/", [("true", "Briefings")]),
        ("briefings/person/filed-twice/", [("true", "People")]),
        ("briefings/image/", []),
    ],
)
def test_it_says_where_one_is(at_desk, path, said):
    assert here(at_desk("chief").get(f"/admin/{path}")) == said


def test_all_tables_are_there_for_whoever_may_open_them(at_desk):
    page = at_desk("chief").get("/admin/briefings/").content.decode()

    for name in ("Topics", "Pictures", "Audit entries", "House style"):
        assert f">{name}</a></li>" in page


def test_who_is_not_logged_in_sees_nothing_of_it(client):
    assert "masthead" not in client.get("/admin/login/", {"next": "/admin/"}).content.decode().replace(
        '<header class="masthead">', ""
    )
