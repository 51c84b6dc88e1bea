"""Standing pages: their list is the footer's order; each is saved, looked at, published and taken down."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import readiness, workflow
from briefings.admin.desk import show_page
from briefings.admin.site import page_form
from briefings.admin.site.page_form import PageForm
from briefings.models import StandingPage
from briefings.outputs.printable import printable
from briefings.standing_pages import offered
from briefings.workflow import Refused
from briefings.workflow.pages import standing_pages as pages


def edit_order(request: HttpRequest) -> HttpResponse:
    """All pages in order, with what readers have of each, and the drafts that are offered."""
    listed = list(StandingPage.objects.select_related("saved_by"))
    if button := request.POST.get("_move"):
        _move(request, [page.uuid for page in listed], button)
        return redirect(request.path)
    live = pages.live_pages()
    taken = {page.slug for page in listed} | {page.slug for page in live.values()}
    return show_page(
        request,
        "pages/list.html",
        title=_("Standing pages"),
        rows=[page_form.Row(page, live.get(page.uuid)) for page in listed],
        offered=[draft for draft in offered() if draft["slug"] not in taken],
    )


def _move(request: HttpRequest, order: list, button: str) -> None:
    """One page up or down by a place, as the button says: “up <uuid>”."""
    way, _space, uuid = button.partition(" ")
    place = next((place for place, one in enumerate(order) if str(one) == uuid), None)
    target = place + {"up": -1, "down": 1}.get(way, 0) if place is not None else None
    if target is None or not 0 <= target < len(order):
        messages.warning(request, _("That page cannot be moved there. This is the list as it stands."))
        return
    order[place], order[target] = order[target], order[place]
    _done(request, partial(workflow.order_pages, order), _("The order was changed, in the footer as well."))


def edit(request: HttpRequest, page: StandingPage | None = None) -> HttpResponse:
    """The form of one page, or of a page to be, begun with the draft that `?from=` names, if any."""
    if request.method != "POST":
        return _show(request, page, PageForm(initial=page_form.beginning(page, request.GET.get("from", ""))))
    form = PageForm(request.POST)
    if "_take_down" in request.POST and page:
        is_down = _done(request, partial(workflow.take_down_page, page), _("Taken down: readers find it no more."))
        # What is written in the form and saved nowhere stays on the page.
        if is_down and form.is_valid() and page_form.is_as_saved(page, form):
            return redirect("admin:briefings_standingpage_change", page.pk)
        return _show(request, page, form)
    return _save(request, page, form)


def _save(request: HttpRequest, page: StandingPage | None, form: PageForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, page, form)
    try:
        page = workflow.save_page(**form.texts | ({"uuid": page.uuid} if page else {}), by=request.user)
    except Refused as refusal:
        return _show(request, page, form, reasons=refusal.reasons)
    if "_publish" not in request.POST:
        messages.success(request, _("Saved. Readers have what was published last until you publish this."))
        return redirect("admin:briefings_standingpage_change", page.pk)
    try:
        workflow.publish_page(page, by=request.user, expected=page.version)
    except Refused as refusal:
        fresh = PageForm(initial=page_form.beginning(page))
        return _show(request, page, fresh, reasons=refusal.reasons, is_saved=True)
    messages.success(request, _("Published."))
    return redirect("admin:briefings_standingpage_change", page.pk)


def _show(
    request: HttpRequest,
    page: StandingPage | None,
    form: PageForm,
    *,
    reasons: tuple[str, ...] = (),
    is_saved: bool = False,
) -> HttpResponse:
    if page:
        page.refresh_from_db()
    theirs = page if page and form.is_bound and form.expected_version != page.version else None
    return show_page(
        request,
        "pages/form.html",
        title=str(page) if page else _("New standing page"),
        page=page,
        row=page_form.Row(page, pages.live_page(page)) if page else None,
        form=form.of_version(page.version) if theirs else form,
        links=readiness.of_page(form["body"].value() or "", timezone.now()),
        left=pages.placeholders(form["heading"].value() or "", form["body"].value() or ""),
        reasons=reasons,
        is_saved=is_saved,
        theirs=theirs,
        theirs_body=printable(theirs.body) if theirs else "",
        media=page_form.media(request, form.media),
    )


def preview(request: HttpRequest, page: StandingPage | None = None) -> HttpResponse:
    """The form as readers would see it; without a form, the page as it was saved."""
    if request.method != "POST" and page is None:
        return redirect("admin:briefings_standingpage_add")
    form = PageForm(request.POST if request.method == "POST" else page_form.beginning(page))
    return page_form.as_readers_would(form) if form.is_valid() else _show(request, page, form)


def _done(request: HttpRequest, act: Callable[..., Any], sentence: str) -> bool:
    """Whether `act` was done; the next page says so, or why not."""
    try:
        act(by=request.user)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return False
    messages.success(request, sentence)
    return True
