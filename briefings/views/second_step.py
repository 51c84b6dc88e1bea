"""The second step of logging in: a code or a passkey of whoever has shown the right password."""

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.logins import confirmation, passkeys
from briefings.logins.second_factor import LONGEST_CODE, factors_of
from briefings.views.login import around


@require_http_methods(["GET", "POST"])
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def show_second_factor(request: HttpRequest) -> HttpResponse:
    """The page, its answer to what was typed, and the question for a passkey, which a script asks for."""
    stage, sent = request._login_stage, request.POST
    user, action = stage.login.user, sent.get("do", "")
    factors = factors_of(user)
    if action == "leave" or not factors:
        clear_login(request)
        return redirect("account_login")
    if action == "ask":
        return JsonResponse(passkeys.question_for_known(user), headers={"Cache-Control": "no-store"})
    refusal = ""
    if request.method == "POST":
        code, answer = sent.get("code", "")[:LONGEST_CODE], sent.get("answer", "")
        factor = confirmation.take_factor(request, user, code=code, answer=answer)
        if factor:
            confirmation.show_factor(request, factor)
            return stage.exit()
        refusal = _("That passkey was not recognised. Try again.") if answer else _wrong_code()
    facts = {"factors": factors, "name": user.get_username(), "refusal": refusal}
    return render(request, "account/second_step.html", around(request) | facts)


def _wrong_code() -> str:
    return _("That code is wrong, or was used before. An app shows another every half minute: take the one of now.")
