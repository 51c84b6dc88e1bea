"""What people are told of an act, in the language that is active: with the headline on the desk, without in a mail."""

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.models import Delivery, Draft, User

Kind = Delivery.Kind


def on_desk(delivery: Delivery, draft: Draft) -> str:
    """As in “Mira asks for a review of “Allies pledge guarantees”.”"""
    sentence = {
        Kind.REVIEW: _("%(who)s asks for a review of “%(headline)s”."),
        Kind.SENT_BACK: _("%(who)s sent “%(headline)s” back and says what to change."),
        Kind.APPROVED: _("%(who)s approved “%(headline)s”."),
        Kind.CORRECTED: _("%(who)s corrected “%(headline)s”; somebody else has to approve that."),
        Kind.COMMENTED: _("%(who)s commented on “%(headline)s”."),
        Kind.HANDED_OVER: _("%(who)s handed “%(headline)s” over to you."),
        Kind.OUTDATED: _("%(who)s saved “%(headline)s”: what is scheduled is older than the draft."),
        Kind.ALONE: _("%(who)s published “%(headline)s” without a second person."),
    }[Kind(delivery.kind)]
    return sentence % {"who": name_of(delivery.by), "headline": draft}


def in_mail(delivery: Delivery) -> str:
    """The same of “a briefing”: a headline is unpublished, and a mail passes many hands."""
    sentence = {
        Kind.REVIEW: _("%(who)s asks for a review of a briefing."),
        Kind.SENT_BACK: _("%(who)s sent a briefing back and says what to change."),
        Kind.APPROVED: _("%(who)s approved a briefing."),
        Kind.CORRECTED: _("%(who)s corrected a briefing; somebody else has to approve that."),
        Kind.COMMENTED: _("%(who)s commented on a briefing."),
        Kind.HANDED_OVER: _("%(who)s handed a briefing over to you."),
        Kind.OUTDATED: _("%(who)s saved a briefing: what is scheduled is older than its draft."),
        Kind.ALONE: _("%(who)s published a briefing without a second person."),
    }[Kind(delivery.kind)]
    return sentence % {"who": name_of(delivery.by)}


def path_to(delivery: Delivery, draft: Draft) -> str:
    """Where on the desk it leads to: what somebody opens first who was told of it."""
    if delivery.kind == Kind.OUTDATED:
        return reverse("admin:briefings_draft_compare", args=[draft.pk, "scheduled", "draft"])
    if delivery.kind in (Kind.REVIEW, Kind.CORRECTED):
        return reverse("admin:briefings_draft_changes", args=[draft.pk])
    anchor = f"#{delivery.part}" if delivery.part else ""
    return reverse("admin:briefings_draft_change", args=[draft.pk]) + anchor


def name_of(user: User | None) -> str:
    if user is None:
        return _("Somebody at the command line")
    return " ".join((user.get_full_name() or user.username).split())
