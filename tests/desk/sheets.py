"""The writing page as a browser holds it: the fields of its form, to be changed and sent as a browser would."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from briefings.models import Draft

Fields = dict[str, str]


class _Form(HTMLParser):
    """Collects what a browser would send of one form, and the ids of the errors in it."""

    def __init__(self, identity: str) -> None:
        super().__init__(convert_charrefs=True)
        self.identity, self.inside = identity, False
        self.fields: Fields = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.identity or (not self.identity and given.get("id") != "logout-form")
        if not self.inside:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            checkable = given.get("type") in ("checkbox", "radio")
            if not checkable or "checked" in given:
                self.fields[name] = given.get("value", "on" if checkable else "")
        elif tag == "select":
            self.select = name
            self.fields[name] = ""
        elif tag == "option" and self.select and "selected" in given:
            self.fields[self.select] = given.get("value", "")
        elif tag == "textarea":
            self.textarea = name
            self.fields[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.fields[self.textarea] = self.fields[self.textarea].removeprefix("\n")
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea and self.inside:
            self.fields[self.textarea] += data


def fields_of(response: HttpResponse, identity: str = "draft_form") -> Fields:
    """What the form with that id would send, unchanged; without an id the page's one form."""
    form = _Form(identity)
    form.feed(response.content.decode())
    return {name: value for name, value in form.fields.items() if "__prefix__" not in name}


def address(draft: Draft) -> str:
    return reverse("admin:briefings_draft_change", args=[draft.pk])


def opened(client: Client, draft: Draft) -> Fields:
    """The writing page of `draft`, opened."""
    return fields_of(client.get(address(draft)))


def added(fields: Fields, prefix: str, **values: str) -> Fields:
    """`fields` with one more part, as the page's script adds it; its number is where the others end."""
    number = int(fields[f"{prefix}-TOTAL_FORMS"])
    return {
        **fields,
        f"{prefix}-TOTAL_FORMS": str(number + 1),
        **{f"{prefix}-{number}-{name}": value for name, value in {"key": "", "ordering": "", **values}.items()},
    }


def sent(client: Client, draft: Draft | None, fields: Fields, **more: Any) -> HttpResponse:
    """The form sent by its Save button, or by another that `more` names."""
    where = address(draft) if draft else reverse("admin:briefings_draft_add")
    return client.post(where, {**fields, **(more or {"_save": "1"})}, follow=True)


def told(response: HttpResponse) -> list[str]:
    """The messages on top of the page."""
    return [str(message) for message in response.context["messages"]]
