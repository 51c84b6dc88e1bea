"""The texts that a briefing has had: its versions by number, and those that have a name, such as what is live."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from briefings import audit_words, working_copy
from briefings.admin.briefings.status import BriefingStatus, status_of
from briefings.content import BriefingContent, from_canonical
from briefings.desk_words import moment_in_words
from briefings.models import AuditEntry, Draft, Edition, Revision, StoredText, User

PAGE = 50
_APPROVALS = (AuditEntry.Action.APPROVED, AuditEntry.Action.CORRECTED)
_CORRECTIONS = (AuditEntry.Action.CORRECTED, AuditEntry.Action.HANDED_ON)
_STEPS = (AuditEntry.Action.SUBMITTED, AuditEntry.Action.CHANGES_REQUESTED, *_APPROVALS, AuditEntry.Action.HANDED_ON)
_MOST_STEPS = 60
_VERSION = re.compile(r"(?:version (?P<submitted>\d{1,9}) corrected to )?version (?P<number>\d{1,9})")


@dataclass(frozen=True)
class Rounds:
    """The newest step of each kind in the reviews of a draft, from the record; None where there was none.

    An approval with corrections is an approval.
    """

    submitted: AuditEntry | None = None
    sent_back: AuditEntry | None = None
    approved: AuditEntry | None = None
    handed_on: AuditEntry | None = None

    @classmethod
    def of(cls, draft: Draft) -> "Rounds":
        entries = AuditEntry.objects.filter(briefing=draft.briefing_id, action__in=_STEPS).select_related("by")
        newest: dict[str, AuditEntry] = {}
        for entry in entries.order_by("-at", "-id")[:_MOST_STEPS]:
            step = AuditEntry.Action.APPROVED if entry.action in _APPROVALS else entry.action
            newest.setdefault(step, entry)
        return cls(*(newest.get(action) for action in _STEPS[:3]), newest.get(AuditEntry.Action.HANDED_ON))

    @property
    def correction(self) -> "Correction | None":
        """What a reviewer handed on in this round, else how the one approved last was corrected, if it was."""
        others = [(step.at, step.pk) for step in (self.submitted, self.sent_back, self.approved) if step]
        is_in_hand = self.handed_on and (self.handed_on.at, self.handed_on.pk) > max(others)
        step = self.handed_on if is_in_hand else self.approved
        return Correction.of(step) if step else None

    @property
    def last(self) -> str:
        """The name of the text that ended the last round; "" before any."""
        ended = {"sent-back": self.sent_back, "approved": self.approved}
        names = [name for name, entry in ended.items() if entry]
        return max(names, key=lambda name: (ended[name].at, ended[name].pk), default="")


@dataclass(frozen=True)
class NamedText:
    """A text of a briefing. `name` is what its address says; `content` is None where it was erased by order.

    `version` is the number of the save that it is or was made from, 0 for none. An edition holds less than its save:
    what is held back is not in it.
    """

    name: str
    label: str
    content: BriefingContent | None
    version: int = 0
    is_edition: bool = False


@dataclass(frozen=True)
class Row:
    """A version in the list, with the names that it has beside its number."""

    revision: Revision
    name: str
    marks: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        return self.revision.version

    @property
    def before(self) -> int:
        return self.revision.version - 1


@dataclass
class Texts:
    """The texts of `draft`, by name."""

    draft: Draft
    status: BriefingStatus = field(init=False)
    rounds: Rounds = field(init=False)

    def __post_init__(self) -> None:
        self.status, self.rounds = status_of(self.draft), Rounds.of(self.draft)

    @property
    def names(self) -> list[str]:
        """The names that mean something for this briefing now, beside numbers."""
        return [
            name for name in ("live", "scheduled", "approved", "sent-back") if self._edition(name) or self._of(name)
        ]

    @property
    def first_to_see(self) -> str:
        """What a reviewer compares the draft with: the text of the last round, else what is live, else nothing."""
        return self.rounds.last or next((name for name in ("live", "scheduled") if self._edition(name)), "nothing")

    def named(self, name: str) -> NamedText | None:
        """The text of that name or number; None where there is none."""
        if name == "draft":
            return NamedText(name, _("The draft as it was saved"), working_copy.read(self.draft), self.draft.version)
        if name == "nothing":
            content = BriefingContent(id=str(self.draft.briefing.uuid), language=self.draft.language)
            return NamedText(name, _("Nothing: this is its first text"), content)
        if edition := self._edition(name):
            return self._text_of(name, edition)
        number = self._of(name) or (int(name) if name.isascii() and name.isdigit() and len(name) < 10 else 0)
        revisions = Revision.objects.filter(briefing=self.draft.briefing_id, version=number)
        revision = revisions.select_related("text", "by").first()
        if revision is None:
            return None
        return NamedText(name, _label(name, revision), _content(revision.text), revision.version)

    def rows(self, *, before: int | None = None) -> tuple[list[Row], int | None]:
        """Versions, newest first, from the one before the number `before` on; and where the next page begins."""
        revisions = Revision.objects.filter(briefing=self.draft.briefing_id).select_related("by")
        if before is not None:
            revisions = revisions.filter(version__lt=before)
        found = list(revisions.annotate(is_erased=Q(text__text__isnull=True)).order_by("-version")[: PAGE + 1])
        rows = [Row(one, audit_words.in_words(one.name), tuple(self._marks(one))) for one in found[:PAGE]]
        return rows, rows[-1].number if len(found) > PAGE else None

    def _marks(self, revision: Revision) -> Iterable[str]:
        words = mark_words()
        for name in ("live", "scheduled"):
            if (edition := self._edition(name)) and edition.revision_id == revision.pk:
                yield words[name]
        for name in ("approved", "sent-back"):
            if self._of(name) == revision.version:
                yield words[name]

    def _edition(self, name: str) -> Edition | None:
        live = None if self.status.is_gone else self.status.live
        return {"live": live, "scheduled": self.status.scheduled}.get(name)

    def _of(self, name: str) -> int:
        """The number of the version of that name; 0 for none."""
        if name == "approved":
            return self.draft.approved_version or 0
        return version_of(self.rounds.sent_back) if name == "sent-back" else 0

    def _text_of(self, name: str, edition: Edition) -> NamedText:
        number = edition.revision.version if edition.revision else 0
        since = {"when": moment_in_words(edition.live_from)}
        label = _("Live since %(when)s") % since if name == "live" else _("Scheduled for %(when)s") % since
        return NamedText(name, label, _content(edition.text), number, is_edition=True)


def mark_words() -> dict[str, str]:
    """What the named texts are called in a list."""
    return {
        "live": _("live"),
        "scheduled": _("scheduled"),
        "approved": _("approved last"),
        "sent-back": _("sent back last"),
    }


def comparable(before: NamedText, after: NamedText) -> tuple[BriefingContent, BriefingContent]:
    """Both texts, neither of them erased, as far as they can be compared: an edition holds only what is for readers."""
    return contents_to_compare(before.content, after.content, is_edition=before.is_edition or after.is_edition)


def contents_to_compare(
    before: BriefingContent, after: BriefingContent, *, is_edition: bool
) -> tuple[BriefingContent, BriefingContent]:
    if not is_edition:
        return before, after
    # A draft without an address gets one when it is published.
    slug = before.slug or after.slug

    def for_readers(content: BriefingContent) -> BriefingContent:
        return content.for_readers().model_copy(update={"slug": content.slug or slug})

    return for_readers(before), for_readers(after)


def version_of(entry: AuditEntry | None) -> int:
    """The version that an entry of the record names; 0 for none."""
    found = _VERSION.fullmatch(entry.detail) if entry else None
    return int(found["number"]) if found else 0


@dataclass(frozen=True)
class Correction:
    """What a reviewer corrected: of which version that was submitted, which came of it, and whether it was approved."""

    by: User | None
    submitted: int
    approved: int
    is_approval: bool = True

    @classmethod
    def of(cls, entry: AuditEntry) -> "Correction | None":
        """The one that an entry of the record names; None for any other entry."""
        found = _VERSION.fullmatch(entry.detail) if entry.action in _CORRECTIONS else None
        if found is None or not found["submitted"]:
            return None
        is_approval = entry.action == AuditEntry.Action.CORRECTED
        return cls(entry.by, int(found["submitted"]), int(found["number"]), is_approval)


def correction_of(draft: Draft | None) -> Correction | None:
    """What was corrected of the draft, as `Rounds.correction` says. At most one query."""
    if draft is None or (draft.approved_version is None and draft.state != Draft.State.IN_REVIEW):
        return None
    return Rounds.of(draft).correction


def _label(name: str, revision: Revision) -> str:
    values: dict[str, Any] = {
        "number": revision.version,
        "who": revision.by or _("the command line"),
        "when": moment_in_words(revision.saved_at),
    }
    label = _("Version %(number)s, %(who)s, %(when)s") % values
    return f"{label} ({mark_words()[name]})" if name in mark_words() else label


def _content(text: StoredText) -> BriefingContent | None:
    return from_canonical(text.text) if text.text is not None else None
