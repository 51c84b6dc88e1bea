"""The mail with a link by which a colleague sets a password. It is sent at once and kept nowhere: it holds a secret."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from briefings import desk_language
from briefings.models import PasswordLink


def can_send(link: PasswordLink) -> bool:
    """Whether there is a mail server, and an address."""
    return settings.SENDS_MAIL and bool(link.user.email)


def send(link: PasswordLink, address: str) -> bool:
    """Send whoever the link is for its `address`. Whether the mail server took it; it gets none to an address to which
    no mail can be written.
    """
    try:
        _message(link, address).send()
    except (OSError, SMTPException, ValueError):
        return False
    return True


def _message(link: PasswordLink, address: str) -> EmailMessage:
    with override(desk_language.of_user(link.user)):
        site = " ".join(settings.SITE_NAME.split())
        until = date_format(timezone.localtime(link.ends_at), _("j F Y, H:i"))
        lines = [
            _("%(who)s made you a link to set your password for the desk. Your user name is %(name)s.")
            % {"who": link.by, "name": link.user.get_username()},
            "",
            address,
            "",
            _("It works once, until %(when)s. Give it to nobody.") % {"when": until},
            _("You did not expect this? Do not open it, and call a site admin."),
        ]
        subject = _("Set your password")
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(f"[{site}] {subject}", "\n".join(lines), to=[link.user.email], headers=headers)
