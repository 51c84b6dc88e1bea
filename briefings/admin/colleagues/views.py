"""The pages of a colleague: added, changed, deactivated and brought back, logged out everywhere."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import policy, staff, workflow
from briefings.admin.colleagues import link_page
from briefings.admin.colleagues.forms import ColleagueForm, NewColleagueForm, names_of_roles
from briefings.admin.desk import show_page
from briefings.admin.logins.confirming import ask_again
from briefings.logins import sessions
from briefings.logins.second_factor import factors_of
from briefings.models import Draft, PasswordLink, User
from briefings.workflow.staff_acts import as_on_staff

ACTS = {"deactivate": workflow.deactivate, "activate": workflow.activate}


def add(request: HttpRequest) -> HttpResponse:
    """The form of a new colleague. The answer shows the link by which they set their password."""
    form = NewColleagueForm(request.POST or None)
    if form.is_valid():
        if asked := ask_again(request):
            return asked
        try:
            user = form.add(by=request.user)
        except workflow.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, _("%(name)s was added.") % {"name": user})
            if settings.LOGIN_BY == "oidc":
                return redirect("admin:briefings_user_change", user.pk)
            return link_page.make(request, user)
    return show_page(request, "colleagues/form.html", title=_("Add a colleague"), form=form)


def change(request: HttpRequest, user: User) -> HttpResponse:
    """The page of a colleague, and its form."""
    form = ColleagueForm.of(user, request.POST or None, by=request.user)
    if form.is_valid():
        if asked := ask_again(request):
            return asked
        try:
            form.save(user, by=request.user)
        except workflow.Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, _("Saved."))
            return redirect("admin:briefings_user_change", user.pk)
    return show_page(
        request,
        "colleagues/form.html",
        title=user.get_full_name() or user.get_username(),
        form=form,
        colleague=user,
        roles=names_of_roles(user),
        factors=factors_of(user),
        sessions=len(sessions.open_sessions(user)),
        link=PasswordLink.objects.filter(user=user).first(),
        by_password=settings.LOGIN_BY != "oidc",
        is_me=user == request.user,
        **_drafts(request, user),
    )


def decide_active(request: HttpRequest, user: User) -> HttpResponse:
    """The page that says what deactivating does, or bringing back, and its answer."""
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and (act := ACTS.get(request.POST.get("do", ""))):
        if asked := ask_again(request):
            return asked
        try:
            act(user, by=request.user, expected=request.POST.get("was", ""))
        except workflow.Refused as refusal:
            reasons = refusal.reasons
            user.refresh_from_db()
        else:
            messages.success(request, _("Done, and on record."))
            return redirect("admin:briefings_user_change", user.pk)
    title = _("Deactivate %(name)s") if user.is_active else _("Bring %(name)s back")
    return show_page(
        request,
        "colleagues/active.html",
        title=title % {"name": user},
        colleague=user,
        reasons=reasons,
        was=as_on_staff(user),
        **_drafts(request, user),
    )


def end_sessions(request: HttpRequest, user: User) -> HttpResponse:
    """Log the colleague out everywhere. The address without a form leads to their page."""
    if request.method == "POST":
        if asked := ask_again(request):
            return asked
        staff.end_sessions(user, by=request.user)
        messages.success(request, _("%(name)s is logged out everywhere.") % {"name": user})
    return redirect("admin:briefings_user_change", user.pk)


def _drafts(request: HttpRequest, user: User) -> dict[str, object]:
    """How many drafts are the colleague's; whether who asks may see them is another matter."""
    count = Draft.objects.filter(owner=user, trashed_at=None).count()
    return {"drafts": count, "may_see_drafts": policy.may_to_all(request.user, "read")}
