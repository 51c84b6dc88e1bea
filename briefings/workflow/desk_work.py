"""When a draft is planned for, and its topics: what the list of briefings changes in bulk.

Each act is of one briefing, and is whole or not done.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import working_copy
from briefings.content import TopicName
from briefings.models import Briefing, Draft, Topic, User
from briefings.workflow.desk_moments import DeskMoments, set_moments
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.working_copy import topic_name


@transaction.atomic
def plan(briefing: Briefing, *, moment: datetime | None, by: User | None, expected: int | None = None) -> None:
    """Plan the draft for `moment` (aware), or for none. A plan publishes nothing. Raises Refused."""
    draft = lock_draft(briefing)
    present = DeskMoments.of(draft)
    reasons = refusals_of_version(draft, expected=expected, act="change")
    if draft.planned_for == moment:
        reasons.append(_("It is planned so already."))
    if reasons:
        raise Refused(*reasons)
    set_moments(briefing, by=by, wanted=replace(present, planned_for=moment), opened=present)


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
