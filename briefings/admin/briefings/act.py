"""An act: what can be done with a briefing on a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefings.admin.briefings.act_forms import ActForm
from briefings.admin.briefings.status import BriefingStatus
from briefings.models import User


@dataclass(frozen=True)
class Act:
    """`applies` says for which status it is offered; `run` does it, with the form's values, or raises Refused.

    The next page shows `done`, and the sentences that `run` returns, if any.
    """

    slug: str
    action: str
    label: Any
    question: Any
    done: Any
    run: Callable[[BriefingStatus, User, dict[str, Any]], object]
    applies: Callable[[BriefingStatus], bool]
    form: type[ActForm] = ActForm
    grave: bool = False
    is_confirmed: bool = False
    """Whether it asks once more who does it, unless they showed it within the last minutes."""
    leads_to: str = ""
    """The name of the page to go to once it is done; "" for that of the draft."""
    begins_with: Callable[[BriefingStatus, User], dict[str, Any]] = lambda status, user: {}
    """What its form begins with, beside the version."""
    is_refused: Callable[[BriefingStatus, User], bool] = lambda status, user: False
    """Whether it would be refused to this user, so that nobody is offered it in vain."""
    warning: Callable[[User], Any] = lambda user: ""
    """What this user has to know before they do it."""

    @property
    def is_about_the_draft(self) -> bool:
        """Whether the act is about the text as it was last saved, and not about what readers get."""
        return self.action == "submit" or self.slug in ("vouch", "copy", "hand-over", "trash")
