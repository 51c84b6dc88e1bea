"""Publishing from the form, as an editor does it."""

from datetime import UTC, datetime

from tests.desk.sheets import opened, sent

LATER = datetime(2199, 1, 1, 12, tzinfo=UTC)
AT_LATER = {"publish-when": "later", "publish-moment": "2199-01-01T12:00", "publish-shown": "2199-01-01T12:00Z"}


def published(client, draft, **fields):
    return sent(client, draft, opened(client, draft) | fields, _publish="1")


def page(client):
    return client.get("/briefings/quokka/").content.decode()


def reasons(answer):
    return list(answer.context["page"].reasons)
