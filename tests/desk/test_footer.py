"""The line below every page of the desk that says which release this is."""

import pytest

from briefings.version import version

pytestmark = pytest.mark.django_db
LINE = f'<p class="release">Briefings {version()}</p>'


@pytest.mark.parametrize("role", ["writer", "admin"])
def test_staff_see_which_release_this_is(at_desk, role):
    assert LINE in at_desk("mira", role).get("/admin/").content.decode()


def test_strangers_do_not(client):
    door = client.get("/admin/login/").content.decode()

    assert "release" not in door
    assert version() not in door
    assert version() not in client.get("/").content.decode()
