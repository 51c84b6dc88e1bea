"""A flash: headline, lede and topics go out at once, and readers are told that more follows."""

from enum import StrEnum

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from briefings import policy, working_copy
from briefings.content import BriefingContent
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow.permission import ask
from briefings.workflow.publishing.publish import publish
from briefings.workflow.refusals import Refused
from briefings.workflow.review.second_person import is_wanted
from briefings.workflow.review.steps import submit


class FlashRule(StrEnum):
    """What becomes of a flash, by the rule of the second person and by what its writer may do."""

    OFF = "off"
    """It goes out: nobody else is asked for."""
    ALONE = "alone"
    """A second person is wanted, and its writer may publish alone."""
    SECOND = "second"
    """A second person is wanted: it is submitted for review."""
    EDITOR = "editor"
    """Its writer may not publish: it is submitted for review."""

    @property
    def publishes(self) -> bool:
        return self in (FlashRule.OFF, FlashRule.ALONE)


def flash_rule(user: User) -> FlashRule:
    if not policy.may(user, "publish"):
        return FlashRule.EDITOR
    if not is_wanted(Edition.Kind.FIRST):
        return FlashRule.OFF
    return FlashRule.ALONE if policy.may(user, "publish_alone") else FlashRule.SECOND


def flash(content: BriefingContent, *, by: User) -> Draft:
    """Make a briefing of `content` and publish it, or submit it for review where that is the rule.

    Sent twice, it is made once, by the id of `content`. Raises Refused and ContentRefused; then nothing was made.
    """
    ask("begin", by=by)
    try:
        return _made(content, by=by) or _make(content, by=by)
    except IntegrityError:
        if made := _made(content, by=by):  # its twin came in the same moment
            return made
        if Briefing.objects.filter(uuid=content.id).exists():
            raise Refused(_("This briefing is on file already. Open it from the list.")) from None
        raise


def _made(content: BriefingContent, *, by: User) -> Draft | None:
    return Draft.objects.filter(briefing__uuid=content.id, owner=by).select_related("briefing").first()


@transaction.atomic
def _make(content: BriefingContent, *, by: User) -> Draft:
    draft = working_copy.create(content, by=by, name="flash", detail="created as a flash", more_follows=True)
    if flash_rule(by).publishes:
        publish(draft.briefing, by=by, expected=draft.version)
    else:
        submit(draft.briefing, by=by, expected=draft.version)
    return draft
