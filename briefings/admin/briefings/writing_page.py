"""What the writing page shows: the forms, the briefing's status, and what keeps it from readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from briefings import originals, policy, working_copy
from briefings.admin.briefings import acts, figures, findings, form_initial, parts
from briefings.admin.briefings.decisions import Correcting, Decision
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.briefings.moments_form import MomentsForm, as_opened
from briefings.admin.briefings.parts import PartSet
from briefings.admin.briefings.publication import Publication
from briefings.admin.briefings.publish_panel import PublishForm
from briefings.admin.briefings.review_form import ReviewForm
from briefings.admin.briefings.status import BriefingStatus, status_of
from briefings.admin.briefings.threads import Threads
from briefings.admin.briefings.versions import correction_of
from briefings.admin.briefings.writing_media import media_of
from briefings.admin.desk import show_page
from briefings.admin.moments import stamp
from briefings.content import BriefingContent
from briefings.content.excerpts import by_digest
from briefings.models import Draft, EditBuffer
from briefings.outputs import reading_time, wording


@dataclass
class WritingPage:
    """One showing of the page. The forms begin with `content`, unless they are given as they were sent."""

    status: BriefingStatus
    content: BriefingContent
    version: int
    save_id: UUID = field(default_factory=uuid4)
    facts: FactsForm | None = None
    parts: Mapping[str, PartSet] | None = None
    publish: PublishForm | None = None
    review: ReviewForm = field(default_factory=ReviewForm)
    reasons: Sequence[str] = ()
    """Why the act that was asked for was refused."""
    form_id: UUID = field(default_factory=uuid4)
    """Names this form for what is kept of it before it is saved."""
    counter: int = 0
    """The changes in this form that are kept already."""
    unsaved: Sequence[EditBuffer] = ()
    """What the user typed before and did not save."""
    data: QueryDict | None = None
    """What was sent of the moments, if it was."""
    asks: datetime | None = None
    """The moment that is to be confirmed before anything is scheduled for it."""
    newer: str = ""
    """The sentence on somebody's newer text, where these forms are of an older one."""

    def __post_init__(self) -> None:
        self.is_as_saved = self.facts is None
        self.facts = self.facts or FactsForm(initial=form_initial.facts(self.content))
        self.parts = self.parts or parts.sets(initial=form_initial.parts(self.content, self._excerpts()))
        self.publication = Publication.of(self.status, self.content)
        self.publish = self.publish or PublishForm(status=self.status, proposed=self.publication.proposed_kind)
        self._offer_sources()

    def _excerpts(self) -> dict[str, str]:
        named = any(source.excerpt_sha256 for source in self.content.sources)
        return by_digest(self.status.draft.excerpts()) if named and self.status.draft else {}

    def _offer_sources(self) -> None:
        here = [(form["uuid"].value(), form["title"].value()) for form in self.parts["source"].forms]
        choices = [("", "—"), *((source, title) for source, title in here if source)]
        for form in [*self.parts["quote"].forms, self.parts["quote"].empty_form]:
            form.fields["source"].widget.choices = choices

    @property
    def problems(self) -> int:
        """How many fields hold something wrong."""
        bound = [self.facts, *(form for part in self.parts.values() for form in part.forms), self.publish]
        return sum(len(form.errors) for form in bound if form.is_bound) + len(self._of_sets)

    @property
    def refusals(self) -> list[tuple[str, str, str]]:
        """Each reason, with the id of the field of the panel, and the key of the part, that it speaks of; else ""."""
        return [
            (reason, self._id_of(getattr(reason, "field", "")), getattr(reason, "part", "")) for reason in self.reasons
        ]

    def _id_of(self, name: str) -> str:
        if name not in self.publish.fields:
            return ""
        field = self.publish[name]
        return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id

    @property
    def faults(self) -> list[str]:
        """Errors of the form as a whole, which belong to no field."""
        return [*self.facts.non_field_errors(), *self._of_sets]

    @property
    def words_before(self) -> str:
        """What readers of this briefing find before the words that a correction puts right."""
        with translation.override(wording.furniture_language(self.content.language)):
            return wording.before_label()

    @property
    def _of_sets(self) -> list[str]:
        return [fault for part in self.parts.values() if part.is_bound for fault in part.non_form_errors()]

    def context(self, request: HttpRequest) -> dict[str, Any]:
        draft = self.status.draft
        briefing = draft.briefing if draft else None
        figures.show(self.parts["figure"], self.content, request.user)
        threads = Threads.of(draft, self.content)
        groups = parts.groups(self.parts)
        self.publish.offer_lead(to=request.user)
        return {
            "page": self,
            "moments": MomentsForm(self.data, draft=draft, by=request.user),
            "groups": groups,
            "reading_time": reading_time,
            "still_open": self._still_open(),
            "sources": self.parts["source"],
            "status": self.status,
            "draft": draft,
            "pasted": originals.latest_of(briefing) if briefing else None,
            "threads": threads,
            "findings": findings.of_draft(self.status, self.content, threads, self.publication, to=request.user),
            "correction": correction_of(draft),
            "may_decide": draft is not None and Decision(draft, request.user).is_any,
            "correcting": Correcting.of(draft, request.user),
            "publication": self.publication,
            "acts": acts.offered(self.status, request.user),
            "may_submit": draft is None
            or (
                draft.trashed_at is None
                and draft.state in (Draft.State.DRAFT, Draft.State.CHANGES_REQUESTED)
                and policy.may(request.user, "submit", briefing)
            ),
            "may_vouch": policy.may(request.user, "vouch"),
            "may_override": policy.may(request.user, "override_embargo"),
            "may_publish": draft is not None
            and draft.trashed_at is None
            and policy.may(request.user, "publish", briefing),
            "may_publish_new": policy.may(request.user, "publish"),
        }

    def _still_open(self) -> str:
        """What readers are told of a question without an answer, where the editor has no words for it."""
        with translation.override(wording.furniture_language(self.content.language)):
            return wording.open_question("", as_of=timezone.localdate())


def as_saved(
    draft: Draft, data: QueryDict, *, reasons: Sequence[str] = (), asks: datetime | None = None
) -> WritingPage:
    """The page of the saved draft, with what `data` holds of the panel, which is saved nowhere.

    `asks` is the moment that is to be confirmed.
    """
    named = ("briefing", "follows", "translation_of", "saved_by", "approved_by", "owner")
    fresh = Draft.objects.select_related(*named).get(pk=draft.pk)
    status = status_of(fresh)
    page = WritingPage(status, working_copy.read(fresh), fresh.version, reasons=reasons, asks=asks)
    data = data.copy()
    data["publish-proposed"] = page.publication.proposed_kind
    data["publish-shown"] = stamp(asks)
    if "moments-opened" in data:
        for name, value in as_opened(fresh).items():
            data[name] = value
    page.data = data
    page.publish = PublishForm(data, status=status)
    page.review = ReviewForm(data)
    return page


def show(request: HttpRequest, page: WritingPage) -> HttpResponse:
    """The writing page."""
    draft = page.status.draft
    context = page.context(request)
    return show_page(
        request,
        "draft/change_form.html",
        title=str(draft) if draft else _("New briefing"),
        media=media_of(request, sum((group.media for group in context["groups"]), start=FactsForm().media)),
        **context,
    )
