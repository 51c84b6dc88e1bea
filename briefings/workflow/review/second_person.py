"""The rule of the second person: where the newsroom sets it, nobody publishes a text that they alone have read."""

from django.conf import settings
from django.utils.translation import gettext as _

from briefings import policy
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow.drafts import is_approved


def refusals_of_second_person(briefing: Briefing, draft: Draft, *, kinds: list[str], by: User | None) -> list[str]:
    """The reasons against publishing the draft as editions of these `kinds` ("" while none was chosen)."""
    if not is_second_person_wanted(kinds) or is_approved(draft):
        return []
    if by is None or policy.may(by, "publish_alone", briefing):
        return []
    return [_("A second person has to approve this text first.")]


def is_second_person_wanted(kinds: list[str]) -> bool:
    """Whether the newsroom wants a second person for an edition of any of the `kinds`."""
    return any(_is_wanted(kind) for kind in kinds)


def _is_wanted(kind: str) -> bool:
    if settings.SECOND_PERSON == "except-minor":
        return kind not in ("", Edition.Kind.MINOR)
    return settings.SECOND_PERSON == "always"
