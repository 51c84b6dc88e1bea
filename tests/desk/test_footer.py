"""The line below every page of the desk that says which release this is."""

import pytest

from briefings.version import version

pytestmark = pytest.mark.django_db
LINE = f'<p class="release">Briefings {version()}</p>'


@pytest.mark.parametrize("role", ["writer", "admin"])
def test_staff_see_which_release_this_is(at_desk, role):
    assert LINE in at_desk("mira", role).get("/admin/").content.decode()


def test_strangers_do_not(client, desk):
    gone = desk.post("/admin/logout/")

    assert "Log in again" in gone.content.decode()
    for page in (gone, client.get("/admin/login/"), client.get("/")):
        assert version() not in page.content.decode()
