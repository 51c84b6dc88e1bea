"""What a site admin may do about somebody else's way in: take a lost second factor away, release the provider's."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import staff
from briefings.admin.desk import show_page
from briefings.admin.logins.confirming import ask_again
from briefings.logins.second_factor import factors_of
from briefings.models import User

ACTS = {"factor": staff.reset_second_factor, "provider": staff.release_provider}


def reset_second_factor(request: HttpRequest, user: User) -> HttpResponse:
    """The page that asks, and its answer. Either act ends the colleague's sessions."""
    if request.method == "POST" and (act := ACTS.get(request.POST.get("do", ""))):
        if asked := ask_again(request):
            return asked
        try:
            act(user, by=request.user)
            messages.success(request, _("Done, and on record. %(name)s has to log in anew.") % {"name": user})
        except staff.NotDone as refusal:
            messages.error(request, str(refusal))
        return redirect("admin:briefings_user_change", user.pk)
    return show_page(
        request,
        "logins/reset.html",
        title=_("Reset the second factor"),
        colleague=user,
        factors=factors_of(user),
        provider=settings.OIDC["name"] if staff.is_bound(user) else "",
    )
