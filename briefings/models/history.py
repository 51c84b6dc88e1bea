"""The history of editing: revisions, and the audit log. Both are append-only."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from briefings.models.draft import Briefing
from briefings.models.log import StoredText


class Revision(models.Model):
    """An immutable snapshot of a deliberate save. `by` is None for the command line.

    Its `name` alone can be given later, and goes with an erased text. `save_id` is the id of the form, so that a form
    that is sent twice saves once.
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.ForeignKey(StoredText, on_delete=models.PROTECT, related_name="revisions")
    saved_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.TextField(blank=True)
    save_id = models.UUIDField(null=True, editable=False)

    class Meta:
        ordering = ["briefing", "version"]
        constraints = [
            models.UniqueConstraint(fields=["briefing", "version"], name="revision_version_once"),
            models.UniqueConstraint(fields=["briefing", "save_id"], name="revision_save_once"),
        ]

    def __str__(self) -> str:
        return self.name or f"revision {self.version}"


class AuditEntry(models.Model):
    """Who did what to what, and when; of a public act also the head of the log after it.

    `about` names what is no briefing, as in `person:<uuid>`, or what of a briefing it is about.
    """

    class Action(models.TextChoices):
        """Every act, as it is on record."""

        PASTED = "pasted", _("pasted")
        DECIDED = "decided", _("decided")
        SAVED = "saved", _("saved")
        SUBMITTED = "submitted", _("submitted")
        CHANGES_REQUESTED = "changes requested", _("sent back")
        APPROVED = "approved", _("approved")
        CORRECTED = "corrected and approved", _("corrected and approved")
        HANDED_ON = "corrected in review", _("corrected, for somebody else to approve")
        HANDED_OVER = "handed over", _("handed over")
        COMMENTED = "commented", _("commented")
        RESOLVED = "comment resolved", _("comment resolved")
        REOPENED = "comment reopened", _("comment opened again")
        FIRST = "first", _("first edition")
        IMPORTED = "imported", _("imported")
        MINOR = "minor", _("minor change")
        MAJOR = "major", _("major change")
        CORRECTION = "correction", _("correction")
        ALONE = "published alone", _("published alone")
        LOOKED_AT = "looked at", _("looked at")
        VOUCHED = "vouched for", _("vouched for")
        TRASHED = "trashed", _("moved to the trash")
        BROUGHT_BACK = "brought back", _("brought back from the trash")
        PLANNED = "planned", _("planned")
        EMBARGO_SET = "embargo set", _("embargo set")
        EMBARGO_ENDED = "embargo ended early", _("embargo ended early")
        EMBARGO_OVERRIDDEN = "embargo overridden", _("published before its embargo ended")
        SHOWN = "shown", _("shown to somebody without an account")
        SHOWN_NO_MORE = "shown no more", _("link to a draft ended")
        CALLED_OFF = "called off", _("called off")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REMOVED = "removed", _("removed")
        MERGED = "merged", _("merged")
        TOLD_APART = "told apart", _("told apart")
        NOT_APART = "told apart no more", _("told apart no more")
        ERASED = "erased by order", _("erased by order")
        UPLOADED = "uploaded", _("uploaded")
        UPLOADED_AGAIN = "uploaded again", _("uploaded again")
        RENAMED = "renamed", _("renamed")
        CHANGED = "changed", _("changed")
        SITE_CHANGED = "site changed", _("site changed")
        FRONT_CHANGED = "front page changed", _("front page changed")
        STYLE_CHANGED = "style changed", _("house style changed")
        PUBLISHED = "published", _("published")
        TAKEN_DOWN = "taken down", _("taken down")
        PUT_IN_ORDER = "put in order", _("put in order")
        STAFF_ADDED = "staff added", _("staff added")
        STAFF_CHANGED = "staff changed", _("name or mail changed")
        ROLES_CHANGED = "roles changed", _("roles changed")
        DEACTIVATED = "deactivated", _("deactivated")
        ACTIVATED = "active again", _("active again")
        PASSWORD_LINK = "password link made", _("link for a password made")
        PASSWORD_SET = "password set", _("password set by a link")
        FACTOR_ADDED = "second factor added", _("second factor added")
        FACTOR_REMOVED = "second factor removed", _("second factor removed")
        FACTOR_RESET = "second factor reset", _("second factor reset")
        CODES_MADE = "recovery codes made", _("recovery codes made")
        LOGIN_BOUND = "login bound", _("login bound")
        LOGIN_RELEASED = "login released", _("login released")
        SESSIONS_ENDED = "sessions ended", _("sessions ended")
        REBUILT = "rebuilt", _("rebuilt")
        SENT_AGAIN = "sent again", _("sent again")
        GIVEN_UP = "given up", _("given up")
        DELETED = "deleted", _("deleted for good")

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    action = models.CharField(_("action"), max_length=32, choices=Action)
    briefing = models.ForeignKey(
        Briefing, on_delete=models.PROTECT, null=True, related_name="audit_entries", verbose_name=_("briefing")
    )
    about = models.CharField(_("about"), max_length=64, blank=True)
    detail = models.TextField(_("detail"), blank=True)
    head_seq = models.PositiveBigIntegerField(_("end of the log"), null=True)
    head_hash = models.CharField(_("hash of the end of the log"), max_length=64, blank=True)

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_action_display()}"
