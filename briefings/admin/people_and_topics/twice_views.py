"""Whose names are alike: their list, and what an editor says who knows that they are two."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.desk import show_page
from briefings.admin.people_and_topics.alike import filed_twice
from briefings.admin.people_and_topics.forms import ApartForm
from briefings.models import Person


def list_filed_twice(request: HttpRequest) -> HttpResponse:
    """Each with the way to the merge, where nothing happens before somebody has looked."""
    after = request.GET.get("after", "")
    groups, further = filed_twice(after=_key(after))
    return show_page(
        request,
        "filed/twice.html",
        title=_("Filed twice?"),
        opts=Person._meta,
        groups=groups,
        after=after,
        further=further,
    )


def tell_apart(request: HttpRequest, person: Person) -> HttpResponse:
    """Remember that the person and another are not one, or forget it. Without a form it leads to their page."""
    page = reverse("admin:briefings_person_change", args=[person.pk])
    form = ApartForm(request.POST)
    if request.method != "POST" or not form.is_valid():
        return redirect(page)
    sent = form.cleaned_data
    there = page if sent["back"] != "list" else _list_after(sent["after"])
    if (other := Person.objects.filter(pk=sent["other"]).first()) is None:
        return redirect(there)
    names = {"one": person, "other": other}
    try:
        if sent["do"] == "forget":
            workflow.untell_apart(person, other=other, by=request.user)
            messages.success(request, _("“%(one)s” and “%(other)s” may be one again.") % names)
        else:
            workflow.tell_apart(person, other=other, by=request.user, expected=(sent["was"], sent["looked"]))
            sentence = _(
                "“%(one)s” and “%(other)s” are two, and nobody is asked again. It is undone on the page of either."
            )
            messages.success(request, sentence % names)
    except workflow.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(there)


def _list_after(after: str) -> str:
    address = reverse("admin:briefings_person_filed_twice")
    return f"{address}?after={key}" if (key := _key(after)) else address


def _key(text: str) -> int:
    """A row’s key out of an address; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
