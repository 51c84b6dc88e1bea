"""Who works on a draft, when it is planned for, and its topics: what the list of briefings changes in bulk.

Each act is of one briefing, and is whole or not done.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy, working_copy
from briefings.audit import enter
from briefings.content import TopicName
from briefings.models import AuditEntry, Briefing, Draft, Topic, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.working_copy import topic_name


@transaction.atomic
def hand_over(briefing: Briefing, *, to: User, by: User | None, expected: int | None = None) -> Draft:
    """Make `to` the owner of the draft. Raises Refused where they cannot work on it."""
    ask("hand over", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="change")
    if not policy.may(to, "create"):
        reasons.append(_("%(name)s does not write here. Choose another owner.") % {"name": to})
    if draft.owner_id == to.pk:
        reasons.append(_("It is %(name)s’s already.") % {"name": to})
    if reasons:
        raise Refused(*reasons)
    was = draft.owner.username if draft.owner else "nobody"
    Draft.objects.filter(pk=draft.pk).update(owner=to)
    draft.owner = to
    enter(AuditEntry.Action.OWNER_CHANGED, by=by, briefing=draft.briefing, detail=f"{was} → {to.username}")
    return draft


@transaction.atomic
def plan(briefing: Briefing, *, moment: datetime | None, by: User | None, expected: int | None = None) -> Draft:
    """Plan the draft for `moment` (aware), or for none. A plan publishes nothing. Raises Refused."""
    ask("plan", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="change")
    if draft.planned_for == moment:
        reasons.append(_("It is planned so already."))
    if reasons:
        raise Refused(*reasons)
    Draft.objects.filter(pk=draft.pk).update(planned_for=moment)
    draft.planned_for = moment
    detail = f"for {moment:%Y-%m-%d %H:%M %Z}" if moment else "for no moment"
    enter(AuditEntry.Action.PLANNED, by=by, briefing=draft.briefing, detail=detail)
    return draft


@transaction.atomic
def retopic(
    briefing: Briefing, *, add: Sequence[Topic] = (), drop: Sequence[Topic] = (), by: User | None, expected: int
) -> Draft:
    """Save the draft with further topics, or without some: a version like any other. Raises Refused."""
    ask("change topics", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="change")
    content = working_copy.read(draft)
    gone = {str(topic.uuid) for topic in drop}
    kept = [topic for topic in content.topics if topic.id not in gone]
    there = {topic.id for topic in kept}
    topics: tuple[TopicName, ...] = (*kept, *(topic_name(topic) for topic in add if str(topic.uuid) not in there))
    if topics == content.topics:
        reasons.append(_("Its topics are so already."))
    if reasons:
        raise Refused(*reasons)
    text = content.model_copy(update={"topics": topics})
    working_copy.write(draft, text, expected=draft.version, by=by)
    return draft
