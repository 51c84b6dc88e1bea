"""Setting up one's second factor: an app, passkeys, recovery codes; and showing it where it is asked for."""

import qrcode
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from briefings import staff
from briefings.admin.desk import answer_json, show_page
from briefings.admin.logins.confirming import ask_again
from briefings.admin.way_back import way_back
from briefings.logins import confirmation, passkeys, second_factor
from briefings.logins.secrets import Unreadable, decrypt, encrypt

HERE = "admin:briefings_user_second_factor"
LASTS = 1800
"""Seconds within which the first code of a new app has to come."""


def overview(request: HttpRequest) -> HttpResponse:
    """What the user has, and what is asked of them; an answer to that, or what they take away or make anew."""
    factors = second_factor.factors_of(request.user)
    if second_factor.is_owed(request) and factors:
        return _show(request, factors)
    if request.method == "POST":
        if asked := ask_again(request):
            return asked
        try:
            if request.POST.get("do") == "codes":
                return _codes(request, staff.make_recovery_codes(request.user))
            staff.remove_second_factor(request.user, request.POST.get("remove", ""))
            messages.success(request, _("Removed."))
        except staff.NotDone as refusal:
            messages.error(request, str(refusal))
        return redirect(HERE)
    return show_page(
        request,
        "logins/second_factor.html",
        title=_("Second factor"),
        factors=factors,
        is_required=second_factor.is_required(request.user),
        next=way_back(request),
    )


def set_up_app(request: HttpRequest) -> HttpResponse:
    """The square for the app and the field for its first code. Nothing is kept before that code is right."""
    user, refusal = request.user, ""
    if (factors := second_factor.factors_of(user)).app or _has_to_show(request, factors):
        return redirect(_here(request))
    if asked := ask_again(request):
        return asked
    secret, is_sent = _secret_sent(request), "kept" in request.POST
    if is_sent and secret is None:
        messages.warning(request, _("That took too long. Remove the entry of before in the app, and read this square."))
    elif is_sent:
        counter = second_factor.counter_of(secret, request.POST.get("code", "")[: second_factor.LONGEST_CODE])
        if counter is not None:
            return _added(request, staff.add_app(user, secret=secret, counter=counter))
        refusal = _("That code is not of this square. Take the one that the app shows now, and check its clock.")
    secret = secret or generate_totp_secret()
    address = get_adapter().build_totp_url(user, secret)
    return show_page(
        request,
        "logins/app.html",
        title=_("Set up an authenticator app"),
        headers={"Cache-Control": "no-store"},
        square=_square(address),
        address=address,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        kept=encrypt(f"{user.uuid} {secret}"),
        refusal=refusal,
        next=way_back(request),
    )


def add_passkey(request: HttpRequest) -> HttpResponse:
    """The page on which the browser makes a passkey; the question for it, which a script asks for; and its answer."""
    user, refusal = request.user, ""
    if _has_to_show(request, second_factor.factors_of(user)):
        return redirect(_here(request))
    if asked := ask_again(request):
        return asked
    if request.POST.get("do") == "ask":
        return answer_json(passkeys.question_for_new(user))
    if "answer" in request.POST:
        name = request.POST.get("name", "").strip()[: passkeys.LONGEST_NAME] or _("Passkey")
        if added := staff.add_passkey(user, name=name, answer=request.POST.get("answer", "")):
            return _added(request, added)
        refusal = _("The browser made no passkey that can be used. Try again.")
    facts = {"refusal": refusal, "next": way_back(request)}
    return show_page(request, "logins/passkey.html", title=_("Add a passkey"), **facts)


def _show(request: HttpRequest, factors: second_factor.Factors) -> HttpResponse:
    """Ask for the second factor in a session that began without it."""
    refusal, sent = "", request.POST
    if sent.get("do") == "ask":
        return answer_json(passkeys.question_for_known(request.user))
    if request.method == "POST":
        code, answer = sent.get("code", "")[: second_factor.LONGEST_CODE], sent.get("answer", "")
        if factor := confirmation.take_factor(request, request.user, code=code, answer=answer):
            confirmation.show_factor(request, factor)
            return redirect(way_back(request) or "admin:index")
        refusal = _("That is wrong, or was used before. Try again.")
    facts = {"factors": factors, "refusal": refusal, "next": way_back(request)}
    return show_page(request, "logins/show.html", title=_("Show your second factor"), **facts)


def _has_to_show(request: HttpRequest, factors: second_factor.Factors) -> bool:
    """Whether there is a second factor that has to be shown first: none is added beside it by who has not."""
    return bool(factors) and second_factor.is_owed(request)


def _added(request: HttpRequest, added: staff.Added) -> HttpResponse:
    """The first factor comes with recovery codes. Whoever has just added one has shown it, and goes on."""
    confirmation.show_factor(request, added.factor)
    messages.success(request, _("Your second factor is set up."))
    return _codes(request, added.recovery_codes) if added.recovery_codes else redirect(way_back(request) or HERE)


def _codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, this once: no address shows them again."""
    halves = [f"{code[:5]} {code[5:]}" for code in codes]
    headers = {"Cache-Control": "no-store"}
    facts = {"codes": halves, "next": way_back(request)}
    return show_page(request, "logins/codes.html", title=_("Recovery codes"), headers=headers, **facts)


def _secret_sent(request: HttpRequest) -> str | None:
    """The secret that a page gave this user not long ago."""
    try:
        whose, _space, secret = decrypt(request.POST.get("kept", ""), seconds=LASTS).partition(" ")
    except Unreadable:
        return None
    return secret if whose == str(request.user.uuid) else None


def _here(request: HttpRequest) -> str:
    """The first of these pages, which goes on remembering where the user was going."""
    to = way_back(request)
    return reverse(HERE) + (f"?{urlencode({'next': to})}" if to else "")


def _square(text: str) -> dict[str, object]:
    """The square that an app reads, as the outline of its dark fields."""
    drawn = qrcode.QRCode(border=0)
    drawn.add_data(text)
    rows = drawn.get_matrix()
    fields = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return {"size": len(rows) + 8, "path": "".join(f"M{x + 4} {y + 4}h1v1h-1z" for x, y in fields)}
