"""Asking whether it is still the same person before a grave act. What was sent waits on the page and then goes on.

A view asks as soon as it would act, with a form that is in order:

    if asked := ask_again(request):
        return asked
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from briefings import provider_logins
from briefings.admin.desk import answer_json, show_page
from briefings.logins import confirmation, passkeys, second_factor

MINUTES = confirmation.LASTS // 60
TOKEN, ASK = "csrfmiddlewaretoken", "confirm_ask"


def ask_again(request: HttpRequest) -> HttpResponse | None:
    """The page that asks, with all that was sent; None where the user showed who they are within the last minutes, or
    has just shown it by what was sent.
    """
    if ASK in request.POST:
        return answer_json(passkeys.question_for_known(request.user))
    is_confirmed = confirmation.take(request)
    if is_confirmed or (is_confirmed is None and confirmation.is_recent(request)):
        return None
    return _page(request, refusal="" if is_confirmed is None else _refusal(request))


def _page(request: HttpRequest, *, refusal: str) -> HttpResponse:
    left_out = {TOKEN, ASK, *confirmation.FIELDS}
    sent = [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
    by_password = settings.LOGIN_BY != "oidc" and request.user.has_usable_password()
    is_bound = provider_logins.is_in_use() and provider_logins.is_bound(request.user)
    return show_page(
        request,
        "logins/confirm.html",
        title=_("Confirm that it is you"),
        status_code=403,
        headers={"Cache-Control": "no-store"},
        sent=sent,
        address=request.get_full_path(),
        refusal=refusal,
        by_password=by_password,
        factors=second_factor.factors_of(request.user),
        provider=settings.OIDC["name"] if is_bound else "",
        minutes=MINUTES,
    )


def _refusal(request: HttpRequest) -> str:
    if getattr(request, "axes_locked_out", False):
        request.axes_locked_out = False  # else the answer would be the page of the login, without what was sent
        return _("That failed too often. Leave this page open, and try again in a quarter of an hour.")
    return _("That is wrong, or was used before. Try again.")
