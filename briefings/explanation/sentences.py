"""What an explanation is made of."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.models import Briefing
from briefings.outputs import wording


@dataclass(frozen=True)
class Change:
    """The next change of one address by itself, and what brings it: “when the scheduled edition begins”."""

    moment: datetime
    when: str


@dataclass(frozen=True)
class Reason:
    """Why an address answers as it does, and when that changes by itself, as far as it is known."""

    sentence: str
    change: Change | None = None


@dataclass(frozen=True)
class Asked:
    """An address at a moment. `only` is the briefing of which alone anything hidden may be told; None tells of all."""

    path: str
    at: datetime
    status: int
    location: str = ""
    only: Briefing | None = None


@dataclass(frozen=True)
class Explanation:
    """What readers get at `path`, and why, in sentences."""

    path: str
    status: int
    sentences: tuple[str, ...]


def when(moment: datetime) -> str:
    return wording.moment(timezone.localtime(moment))


def as_unknown(why: str) -> Reason:
    """404, which says nothing of `why` to readers."""
    return Reason(_("404, exactly as for an unknown address: %(why)s.") % {"why": why})


def nothing_there() -> Reason:
    return as_unknown(_("nothing has this address, and nothing ever had it"))
