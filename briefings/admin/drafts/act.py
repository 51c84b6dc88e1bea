"""What an act is: the page that it has, who may do it, when it is offered, and how it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from briefings.admin.drafts.status import BriefingStatus
from briefings.models import User


class ActForm(forms.Form):
    """Names the version that was looked at."""

    expected = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


@dataclass(frozen=True)
class Act:
    """`applies` says in which standing it is offered; `run` does it, with the form's values, or raises Refused.

    What `run` gives back as sentences is told beside `done`.
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

    @property
    def is_about_the_draft(self) -> bool:
        """Whether the act is about the text as it was last saved, and not about what readers get."""
        return self.action in ("submit", "review")
