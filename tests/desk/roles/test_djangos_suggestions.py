"""The suggestions of Django's admin, which the desk itself does not use, answer whatever is asked: never a 500."""

from urllib.parse import urlencode

import pytest

from tests.desk.roles.people import make_somebody
from tests.desk.roles.test_queries import LARGE, failing

pytestmark = pytest.mark.django_db
FORGED = ("\0", LARGE, "-1", "abc", "x" * 10_000, "'\"\\%", "id", "parent", "user_permissions")


@pytest.fixture
def client():
    client = make_somebody("editor").client
    client.raise_request_exception = False
    return client


def test_suggestions_of_djangos_admin_answer_whatever_is_asked(client):
    fields = {"app_label": "briefings", "model_name": "quote", "field_name": "person", "term": "", "page": "1"}
    questions = [urlencode(fields | {name: value}) for name in fields for value in FORGED]

    assert failing(client, (f"/admin/autocomplete/?{question}" for question in questions)) == []
