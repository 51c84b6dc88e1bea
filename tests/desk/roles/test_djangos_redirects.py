"""Addresses of Django's admin that the desk itself does not use answer whatever is asked: never a 500."""

from itertools import product
from urllib.parse import quote

import pytest
from django.contrib.contenttypes.models import ContentType

from tests.desk.roles.people import make_somebody
from tests.desk.roles.test_queries import LARGE, failing

pytestmark = pytest.mark.django_db
FORGED = ("\0", LARGE, "-1", "abc")


@pytest.fixture
def client():
    client = make_somebody("editor").client
    client.raise_request_exception = False
    return client


def test_going_from_the_desk_to_a_page_answers_whatever_is_named(client):
    kinds = [*(str(pk) for pk in ContentType.objects.values_list("pk", flat=True)), *FORGED]

    assert failing(client, (f"/admin/r/{quote(kind)}/{quote(one)}/" for kind, one in product(kinds, FORGED))) == []
