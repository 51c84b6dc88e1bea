"""One's own open sessions and latest logins, and ending those that are elsewhere."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings.admin.desk import show_page
from briefings.logins import records, second_factor, sessions
from briefings.models import Login

LATEST = 20


def logins(request: HttpRequest) -> HttpResponse:
    """The page, and its two buttons. To end a session takes no confirming: whoever sees a stranger's is in a hurry."""
    if request.method == "POST":
        _say_ended(request, _end(request, request.POST.get("end", "")))
        return redirect("admin:briefings_user_logins")
    here = request.session.session_key
    opened = [
        (session, _facts(session.login), session.session_key == here)
        for session in sessions.open_sessions(request.user)
    ]
    latest = [(login, _facts(login)) for login in Login.objects.filter(user=request.user)[:LATEST]]
    return show_page(
        request,
        "logins/logins.html",
        title=_("My logins"),
        sessions=opened,
        others=sum(not is_here for *_rest, is_here in opened),
        latest=latest,
        kept_days=records.KEPT.days,
        factors=second_factor.factors_of(request.user),
        is_required=second_factor.is_required(request.user),
    )


def _end(request: HttpRequest, which: str) -> int:
    if which == "others":
        return sessions.end_others(request)
    return sessions.end_one(request.user, int(which)) if which.isascii() and which.isdigit() and len(which) < 19 else 0


def _say_ended(request: HttpRequest, count: int) -> None:
    if count:
        messages.success(request, ngettext("One session ended.", "%(count)s sessions ended.", count) % {"count": count})
    else:
        messages.warning(request, _("That session has ended already."))


def _facts(login: Login | None) -> dict[str, str]:
    """The login in words; of a session that no login on record began, what can be said."""
    if login is None:
        return {"device": records.device_in_words(""), "address": "", "how": ""}
    device, how = records.device_in_words(login.device), records.in_words(login.how)
    return {"device": device, "address": login.address, "how": how}
