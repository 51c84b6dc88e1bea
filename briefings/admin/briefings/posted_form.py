"""What a browser sent of the writing page: read whole before any row is looked at for it."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid4

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError as NotValid

from briefings.admin.briefings import carried_words, parts, text_comparison
from briefings.admin.briefings.carried_words import CarriedWords
from briefings.admin.briefings.form_content import FormContent
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.briefings.moments_form import MomentsForm
from briefings.admin.briefings.part_keys import PartKeys
from briefings.content import BriefingContent, ContentRefused
from briefings.content.excerpts import by_digest
from briefings.desk_words import said
from briefings.models import Draft, User
from briefings.working_copy import DraftRows
from briefings.working_copy.edit_buffers import FormVersion, settle


def whole_number(text: str) -> int:
    """A version as a form sends it; 0, which no draft has, for whatever else came."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def uuid_or_new(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


@dataclass
class PostedForm:
    """The forms as they were sent, for `draft` (None: a new briefing) whose content is `before` now.

    `rows` are those that say `before`, for whoever writes them.
    """

    data: QueryDict
    draft: Draft | None
    before: BriefingContent
    by: User
    rows: DraftRows | None = None

    def __post_init__(self) -> None:
        self.version = whole_number(self.data.get("version", ""))
        self.save_id = uuid_or_new(self.data.get("save_id", ""))
        self.form_id = uuid_or_new(self.data.get("form_id", ""))
        self.counter = whole_number(self.data.get("counter", ""))
        self.facts = FactsForm(self.data)
        self.parts = parts.sets(self.data)
        self.moments = MomentsForm(self.data, draft=self.draft, by=self.by)
        self._keys_given: PartKeys | None = None
        self.carried: CarriedWords | None = None
        """What became of the content beside what was sent, once it was asked for."""

    @cached_property
    def opened(self) -> BriefingContent:
        """The text that the form was opened with; an empty one, where that save is not kept."""
        if self.draft is None or self.version == self.draft.version:
            return self.before
        return text_comparison.base_of(self.draft, self.version) or text_comparison.nothing(self.before)

    @cached_property
    def content(self) -> BriefingContent | None:
        """The content of the forms; None if they have errors, which are then shown at the fields."""
        if not all([self.facts.is_valid(), *(part.is_valid() for part in self.parts.values())]):
            return None
        if self._is_incomplete():
            self.facts.add_error(None, _("Parts of the text did not arrive, so nothing was saved. Send it again."))
            return None
        try:
            self._keys_given = self._keys()
            content = FormContent(
                self.facts, self.parts, opened=self.opened, now=self.before, keys=self._keys_given, by=self.by
            ).content()
            if content is None:
                return None
            self.carried = carried_words.carry(self.opened, content, keys=self._keys_given.given, ticked=self._ticked())
            return self.carried.content
        except (ContentRefused, NotValid) as error:
            refusal = error if isinstance(error, ContentRefused) else ContentRefused.from_validation(error)
            for address, sentence in refusal.reasons:
                values = {"problem": said(sentence), "address": address}
                about_all = _("The briefing %(problem)s") % values
                self.facts.add_error(None, _("%(address)s: %(problem)s") % values if address else about_all)
            return None

    @property
    def has_moments(self) -> bool:
        """Whether nothing is wrong with the moments that were sent; a page may have sent none."""
        return not self.moments.is_bound or self.moments.is_valid()

    def _is_incomplete(self) -> bool:
        """Whether a part of the page did not come back. One that is deleted comes back too, marked for it."""
        sent_keys = {form["key"].value() for part in self.parts.values() if part.letter for form in part.forms}
        sent_keys |= {form["uuid"].value() for form in self.parts["source"].forms}
        opened_keys = [part.key for part in (*self.opened.blocks, *self.opened.faq)] if self.draft else []
        return not sent_keys.issuperset([*opened_keys, *(source.id for source in self.opened.sources)])

    @property
    def excerpts(self) -> dict[str, str]:
        """The words kept of sources, as they were sent, by the hash that the content has."""
        return by_digest(form.cleaned_data.get("excerpt", "") for form in self.parts["source"].kept)

    @property
    def values_given(self) -> dict[str, str]:
        """What saving gave to fields: keys of parts, ids of sources, words that were carried into another part."""
        given = self._keys_given.given if self._keys_given else {}
        return {**given, **(self.carried.values if self.carried else {})}

    @property
    def sentences(self) -> tuple[str, ...]:
        """What an editor is told of words that were carried, once the content was asked for."""
        return self.carried.sentences if self.carried else ()

    def _ticked(self) -> set[str]:
        """The keys of the quotes whose box came ticked."""
        given = self._keys_given.given
        return {
            given[form.add_prefix("key")]
            for form in self.parts["quote"].kept
            if form.cleaned_data["confirmed"] and form.add_prefix("key") in given
        }

    def settle(self) -> None:
        """Forget what was kept of this form until it was sent: it is saved."""
        of = FormVersion(self.form_id, self.by, UUID(self.before.id), self.version)
        settle(of, counter=self.counter, now=timezone.now())

    def _keys(self) -> PartKeys:
        sent = {
            prefix: [form.cleaned_data["key"] for form in part.kept]
            for prefix, part in self.parts.items()
            if part.letter
        }
        known = {part.key for text in (self.opened, self.before) for part in (*text.blocks, *text.faq)}
        return PartKeys(self.save_id, draft=self.draft, sent=sent, known=known)
