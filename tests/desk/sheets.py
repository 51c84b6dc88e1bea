"""The writing page as a browser holds it: the fields of its form, to be changed and sent as a browser would."""

from functools import cached_property
from html.parser import HTMLParser
from typing import Any

from django.contrib.auth import get_user
from django.contrib.messages import get_messages
from django.forms import BoundField, CheckboxInput, RadioSelect
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve, reverse
from django.utils.html import strip_tags

from briefings.admin.briefings.writing_page import WritingPage
from briefings.models import Draft

Fields = dict[str, str]
NEW = reverse("admin:briefings_draft_add")


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
        elif tag == "textarea" and self.textarea:  # that of another form has no name here
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


def opened(client: Client, draft: Draft | None) -> Fields:
    """The form of the writing page, of `draft` or of a briefing to be, as whoever holds `client` gets it.

    The page is asked for and not rendered, which takes long: test_sheets compares what a browser would send of it.
    """
    where = address(draft) if draft else NEW
    request = RequestFactory().get(where)
    request.user, request.session, request.csp_nonce = get_user(client), client.session, ""
    view, args, kwargs = resolve(where)
    context = view(request, *args, **kwargs).context_data
    may_publish = context["may_publish"] or (not draft and context["may_publish_new"])
    fields = form_of(context["page"], with_panel=may_publish)
    fields |= {field.html_name: _value(field) or "" for field in context["moments"] if field.name != "no_embargo"}
    if not context["may_submit"]:
        del fields["publish-submit_note"]
    return fields if draft else fields | {"briefing": context["page"].content.id}


def form_of(page: WritingPage, *, with_panel: bool = False) -> Fields:
    """What a browser would send of the page unchanged."""
    parts = [form for part in page.parts.values() for form in (part.management_form, *part.forms)]
    panel = [page.publish] if with_panel else []
    given = {field.html_name: _value(field) for form in (page.facts, *parts, page.review, *panel) for field in form}
    given |= {"version": str(page.version), "save_id": str(page.save_id)}
    given |= {"form_id": str(page.form_id), "counter": str(page.counter), "language-code": ""}
    return {name: value for name, value in given.items() if value is not None}


def _value(field: BoundField) -> str | None:
    """None where a browser sends nothing."""
    widget, value = field.field.widget, field.value()
    if isinstance(widget, CheckboxInput):
        return (widget.format_value(value) or "on") if value else None
    shown = widget.format_value(value)
    text = "".join(shown) if isinstance(shown, list) else str("" if shown is None else shown)
    return None if isinstance(widget, RadioSelect) and not text else text


def added(fields: Fields, prefix: str, **values: str) -> Fields:
    """`fields` with one more part, as the page's script adds it; its number is where the others end."""
    number = int(fields[f"{prefix}-TOTAL_FORMS"])
    return {
        **fields,
        f"{prefix}-TOTAL_FORMS": str(number + 1),
        **{f"{prefix}-{number}-{name}": value for name, value in {"key": "", "ordering": "", **values}.items()},
    }


class Answer:
    """The answer to a form. Where it leads elsewhere, that page is fetched when something of it is looked at."""

    def __init__(self, client: Client, first: HttpResponse) -> None:
        self.client, self.first = client, first

    @cached_property
    def page(self) -> HttpResponse:
        return self.client.get(self.first.url) if self.first.status_code == 302 else self.first

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)


def sent(client: Client, draft: Draft | None, fields: Fields, **more: Any) -> Answer:
    """The form sent by its Save button, or by another that `more` names."""
    return posted(client, address(draft) if draft else NEW, {**fields, **(more or {"_save": "1"})})


def posted(client: Client, where: str, fields: Fields) -> Answer:
    return Answer(client, client.post(where, fields))


def messages(answer: Answer | HttpResponse) -> list[str]:
    """The messages on top of the page, or those that the page will have to which the answer leads."""
    first = answer.first if isinstance(answer, Answer) else answer
    return (
        next_messages(first)
        if first.status_code == 302
        else [strip_tags(str(message)) for message in first.context["messages"]]
    )


def next_messages(response: HttpResponse) -> list[str]:
    """The messages that the next page will show."""
    return [strip_tags(str(message)) for message in get_messages(response.wsgi_request)._queued_messages]
