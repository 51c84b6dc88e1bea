"""A pasted draft as an editor's browser holds it: pasted, looked at, decided about."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from briefings.models import Original
from tests.desk.sheets import Fields, fields_of, messages

ADD = "/admin/briefings/original/add/"
HEADLINE = "Harbour crews agree to talk"
DRAFT = f"""# {HEADLINE}

Ferry crews will return to work on Thursday after the port promised new talks.

## What happened

The union’s chair, Mara Lind, met the press. “We won the one thing we came for,” said Mara Lind.

“The strike cost nobody more than the crews themselves,” she said.

## What happens next

Talks begin on 4 March, and both sides want a text before Easter comes.

## FAQ

**When do the ferries run again?**

From Thursday morning, first on the northern line.

**Will tickets be refunded?**
"""
WORDS = "The strike cost nobody more than the crews themselves"


@dataclass
class Review:
    """The review page of a draft, as it was answered."""

    client: Client
    response: HttpResponse

    @property
    def original(self) -> Original:
        return self.response.context["original"]

    @property
    def page(self) -> Any:
        return self.response.context["review"]

    @property
    def text(self) -> str:
        return self.response.content.decode()

    @property
    def fields(self) -> Fields:
        return fields_of(self.response, "review_form")

    @property
    def content(self) -> Any:
        return self.page.imported.content

    @property
    def messages(self) -> list[str]:
        return messages(self.response)

    def line(self, text: str) -> Any:
        """The line that begins so."""
        return next(row for row in self.page.rows if row.placed.line.text.startswith(text))

    def words(self, text: str) -> Any:
        """The marked words that begin so."""
        return next(one for row in self.page.rows for one in row.words if one.text.startswith(text))

    def sends(self, address: str = "decide", /, **changed: str) -> "Review":
        """The whole form as it stands, with what was changed in it, as a browser without scripts sends it."""
        return self.posts({**self.fields, **changed}, address)

    def posts(self, fields: dict[str, Any], address: str = "decide") -> "Review":
        where = reverse(f"admin:briefings_original_{address}", args=[self.original.pk])
        return Review(self.client, self.client.post(where, fields, follow=True))

    def again(self, **query: str) -> "Review":
        return review(self.client, self.original, **query)


def review(client: Client, original: Original, **query: str) -> Review:
    return Review(client, client.get(reverse("admin:briefings_original_change", args=[original.pk]), query))


def paste(client: Client, text: str = DRAFT, **more: Any) -> Review:
    """Pastes a text (or whatever `more` brings) and comes to its review page."""
    query = more.pop("query", "")
    fields = fields_of(client.get(ADD + query), "paste_form")
    fields.pop("file", None)
    return Review(client, client.post(ADD + query, {**fields, "text": text, **more}, follow=True))
