"""What of the colleagues waits: links for a password that nobody used, second factors, logins that are locked."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import throttle
from briefings.admin.start.section import Desk, Line, Section
from briefings.desk_words import near_moment
from briefings.logins import second_factor
from briefings.logins.password_links import is_unused
from briefings.models import PasswordLink, User

MOST = 12
"""So many people each of the three tells of."""


def colleagues(desk: Desk) -> Section:
    """What keeps somebody from their work, for site admins. Three queries, however many work here."""
    if not desk.may("staff"):
        return Section("colleagues", "")
    lines = [*_locked(), *_without_password(desk), *_without_second_factor()]
    return Section("colleagues", _("Colleagues"), lines, reverse("admin:briefings_user_changelist"))


def _locked() -> list[Line]:
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    words = _("The login is locked after wrong passwords or codes, for %(minutes)d minutes at most.")
    return [_line(user, words % {"minutes": minutes}) for user in throttle.locked_staff()[:MOST]]


def _without_password(desk: Desk) -> list[Line]:
    if settings.LOGIN_BY == "oidc":
        return []
    links = PasswordLink.objects.filter(user__is_active=True).select_related("user").order_by("ends_at", "pk")
    return [_line(link.user, _of_link(link, desk), "password_link") for link in links[:MOST] if is_unused(link)]


def _of_link(link: PasswordLink, desk: Desk) -> str:
    if desk.at < link.ends_at:
        words = _("The link to set a password was not used yet. It is good until %(moment)s.")
    else:
        words = _("The link to set a password ended on %(moment)s and was not used: they need another.")
    return words % {"moment": near_moment(link.ends_at)}


def _without_second_factor() -> list[Line]:
    words = _("No second factor yet. They are asked to set one up at the next login.")
    return [_line(user, words) for user in second_factor.owing()[:MOST]]


def _line(user: User, words: str, page: str = "change") -> Line:
    return Line(str(user), reverse(f"admin:briefings_user_{page}", args=[user.pk]), words)
