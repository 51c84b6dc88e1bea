"""How a briefing ends: withdrawn, removed, merged; and a text that is erased by order. Each with its own page."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.drafts.act import Act, ActForm
from briefings.admin.drafts.status import BriefingStatus
from briefings.admin.fields import LineField, PassageField
from briefings.content import fields as kinds
from briefings.models import Edition, PublishedSummary, User

_SLUG = re.compile(r"[a-z0-9-]+")
_LONGEST = 500


class WithdrawForm(ActForm):
    notice = PassageField(label=_("Notice: what readers find in place of the briefing"))
    headline = LineField(
        kinds.Line, label=_("Another headline"), help_text=_("Where the headline itself has to go. Empty: it stays.")
    )


class RemoveForm(ActForm):
    notice = PassageField(
        label=_("Ground, as readers may know it"),
        help_text=_("As in “By order of a court.” May stay empty: the page then says that there were legal reasons."),
    )


class MergeForm(ActForm):
    into = forms.CharField(
        label=_("Address of the other briefing"),
        required=False,
        max_length=_LONGEST,
        help_text=_("As readers see it, or the end of it. It has to be live."),
    )
    notice = PassageField(
        label=_("Note to subscribers"),
        help_text=_("May stay empty. The feeds carry it for 30 days, with the new address."),
    )


class EraseForm(ActForm):
    number = forms.IntegerField(
        label=_("Number of the edition"),
        required=False,
        min_value=1,
        max_value=2**31 - 1,
        help_text=_("As it stands in the list of editions. One that readers get now cannot be erased: withdraw first."),
    )
    reason = PassageField(
        label=_("Order or ground"),
        help_text=_("Kept in the log for good, and shown to whoever verifies it. Write none of the erased words here."),
    )


def _merge(status: BriefingStatus, user: User, said: dict[str, Any]) -> object:
    path = re.split(r"[?#]", said["into"].strip())[0]
    slug = next(iter(_SLUG.findall(path.rstrip("/").rpartition("/")[2])), "")
    found = PublishedSummary.objects.live().listed().select_related("briefing").filter(slug=slug).first()
    if found is None:
        sentence = gettext("No briefing is live at “%(address)s”. Copy the address of the other one from its page.")
        raise workflow.Refused(sentence % {"address": said["into"].strip()})
    return workflow.merge_into(status.draft.briefing, into=found.briefing, by=user, notice=said["notice"])


def _erase(status: BriefingStatus, user: User, said: dict[str, Any]) -> tuple[str, ...]:
    erased = workflow.erase(status.draft.briefing, number=said["number"] or 0, reason=said["reason"], by=user)
    return erased.remaining


def _is_live(status: BriefingStatus) -> bool:
    return status.live is not None and not status.is_gone


ENDINGS = (
    Act(
        "withdraw",
        "withdraw",
        _("Withdraw"),
        _(
            "The address stays and shows your notice. Everything that was published before can no longer be read, "
            "and what is scheduled is called off. There is no undoing it: only publishing anew."
        ),
        _("Withdrawn. The address shows the notice."),
        lambda status, user, said: workflow.withdraw(
            status.draft.briefing, by=user, notice=said["notice"], headline=said["headline"] or None
        ),
        _is_live,
        WithdrawForm,
        grave=True,
    ),
    Act(
        "merge-into",
        "withdraw",
        _("Merge into another briefing"),
        _(
            "For two briefings on one matter. Whoever comes to this address is sent on to the other briefing, for "
            "good. What was published here can no longer be read, and what is scheduled is called off."
        ),
        _("Merged. The address leads to the other briefing."),
        _merge,
        _is_live,
        MergeForm,
        grave=True,
    ),
    Act(
        "remove",
        "withdraw",
        _("Remove for legal reasons"),
        _(
            "The headline and every word go. The address answers that the briefing was removed for legal reasons "
            "(410), with the ground that you write here, and search engines drop it. Where a mistake is the reason, "
            "withdraw instead: readers then learn what was wrong."
        ),
        _("Removed. The address says that it was removed for legal reasons."),
        lambda status, user, said: workflow.remove(status.draft.briefing, by=user, notice=said["notice"]),
        lambda status: status.live is not None and status.live.kind != Edition.Kind.REMOVED,
        RemoveForm,
        grave=True,
    ),
    Act(
        "erase",
        "withdraw",
        _("Erase a text by order"),
        _(
            "One edition’s text is taken out of the record itself: out of the log, the saves that led to it and the "
            "lists. Its number, its date and the ground stay, and readers are told that it was erased as the law "
            "required. Nobody can bring it back."
        ),
        _("Erased by order."),
        _erase,
        lambda status: status.editions > 0,
        EraseForm,
        grave=True,
    ),
)
