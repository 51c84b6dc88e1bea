"""A delivery as a mail: the act in words and a link. No headline and no other word that readers may not have yet."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from briefings import desk_language
from briefings.deliveries import sentences
from briefings.models import Delivery, Draft


def message(delivery: Delivery, draft: Draft) -> EmailMessage:
    """The mail, in the desk's language of whom it is for. Sent again it has the same Message-ID, so that a mail program
    knows it for the same. No machine answers it (RFC 3834).
    """
    with override(desk_language.of_user(delivery.to)):
        act = sentences.in_mail(delivery)
        site = " ".join(settings.SITE_NAME.split())
        lines = [
            act,
            "",
            _address(sentences.path_to(delivery, draft)),
            "",
            _("What it says stands on the desk alone, and not in this mail."),
            _("What you are told by mail, you choose there: %(address)s")
            % {"address": _address(reverse("admin:briefings_user_telling"))},
        ]
    return EmailMessage(
        f"[{site}] {act}",
        "\n".join(lines),
        to=[delivery.to.email],
        headers={
            "Message-ID": f"<{delivery.uuid}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _address(path: str) -> str:
    return settings.SITE_URL + path
