"""The page on which a site admin makes the link by which a colleague sets a password. It is shown this once."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.desk import show_page
from briefings.admin.logins.confirming import ask_again
from briefings.deliveries import link_mail
from briefings.logins.password_links import LASTS
from briefings.models import PasswordLink, User
from briefings.public import addresses


def password_link(request: HttpRequest, user: User) -> HttpResponse:
    if request.method != "POST":
        return _page(request, user)
    return ask_again(request) or make(request, user)


def make(request: HttpRequest, user: User) -> HttpResponse:
    """Make the link, send it where there is a mail server and an address, and show it."""
    try:
        link, token = workflow.make_password_link(user, by=request.user)
    except workflow.Refused as refusal:
        return _page(request, user, reasons=refusal.reasons)
    address = addresses.absolute(reverse("password_link", args=[token]))
    is_sent = link_mail.send(link, address) if link_mail.can_send(link) else None
    return _page(request, user, link=link, address=address, is_sent=is_sent)


def _page(
    request: HttpRequest,
    user: User,
    *,
    reasons: tuple[str, ...] = (),
    link: PasswordLink | None = None,
    address: str = "",
    is_sent: bool | None = None,
) -> HttpResponse:
    return show_page(
        request,
        "colleagues/link.html",
        title=_("A link to set a password"),
        colleague=user,
        reasons=reasons,
        link=link,
        address=address,
        is_sent=is_sent,
        there_is_one=PasswordLink.objects.filter(user=user).exists(),
        hours=int(LASTS.total_seconds() // 3600),
        here=reverse("admin:briefings_user_password_link", args=[user.pk]),
    )
