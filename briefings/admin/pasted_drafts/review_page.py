"""The review page: the draft as it came on one side, the briefing as understood on the other."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from briefings import originals
from briefings.admin.pasted_drafts import lines
from briefings.admin.pasted_drafts.lines import Page, Row, Words
from briefings.admin.pasted_drafts.understood_outline import Understanding, understanding
from briefings.importing import Imported, LeftOut, left_out
from briefings.importing.formats.encoding import EncodingReading
from briefings.models import Original, User
from briefings.originals import Understood

_MOST_LEFT_OUT = 500
"""So many hidden passages are listed at the top; the others are shown among the lines only."""


@dataclass(frozen=True)
class Hidden:
    """Words that the draft does not show, and the link to their line in the review."""

    left_out: LeftOut
    href: str


@dataclass
class Review:
    """One showing of the page. `save_id` names the form, so that a login that ended gives its decisions back."""

    original: Original
    understood: Understood
    by: User
    number: int = 1
    reasons: tuple[str, ...] = ()
    save_id: UUID = field(default_factory=uuid4)

    @property
    def imported(self) -> Imported:
        return self.understood.imported

    @cached_property
    def pages(self) -> list[Page]:
        return lines.pages(self.imported.parts, self.imported.marks)

    @cached_property
    def page(self) -> Page:
        page = self.pages[min(self.number, len(self.pages)) - 1]
        page.rows = lines.rows(page, self.imported.parts, self.imported.marks, self.understood.decisions)
        return page

    @property
    def rows(self) -> list[Row]:
        return self.page.rows

    @cached_property
    def as_briefing(self) -> Understanding:
        return understanding(self.imported, self.rows, is_whole=len(self.pages) == 1)

    @cached_property
    def encodings(self) -> tuple[EncodingReading, ...]:
        """In which ways the letters of the file may be read, where that is not certain; the likeliest first."""
        return originals.encodings_of(self.original)

    @property
    def encoding(self) -> str:
        """The one in which it is read."""
        return self.understood.decisions.encoding or (self.encodings[0].name if self.encodings else "")

    @cached_property
    def left_out(self) -> list[Hidden]:
        """What somebody has to have seen before a briefing is made of the draft."""
        return self._hidden(asks=True)

    @cached_property
    def folded(self) -> list[Hidden]:
        """What nobody has to look at: the code of a page, and what it hides around the text."""
        return self._hidden(asks=False)

    @property
    def count_left_out(self) -> int:
        return sum(one.hiding.asks for one in self.imported.left_out)

    @property
    def more_left_out(self) -> int:
        return max(0, self.count_left_out - _MOST_LEFT_OUT)

    @property
    def fingerprint(self) -> str:
        """Of the list that this page shows."""
        return left_out.fingerprint(self.understood.reading.lines)

    def _hidden(self, *, asks: bool) -> list[Hidden]:
        at = {part.line.address: place for place, part in enumerate(self.imported.parts)}
        listed = [one for one in self.imported.left_out if one.hiding.asks == asks][:_MOST_LEFT_OUT]
        numbers = lines.page_numbers(self.pages, [at[one.address] for one in listed])
        return [
            Hidden(one, f"{'' if number == self.page.number else f'?page={number}'}#{lines.anchor(one.address)}")
            for one, number in zip(listed, numbers, strict=True)
        ]

    @cached_property
    def open(self) -> list[Words]:
        """The guesses on this page, in order: words of which somebody has to say who spoke."""
        return [one for row in self.rows for one in row.words if one.is_open]

    @cached_property
    def still_open(self) -> int:
        """How many there are on all pages."""
        return sum(quote.person is None or not quote.confirmed for quote in self.imported.content.quotes)

    @property
    def decided(self) -> int:
        decisions = self.understood.decisions
        return len(decisions.roles) + len(decisions.marks) + len(decisions.cuts) + len(decisions.joins)

    @cached_property
    def people(self) -> list[str]:
        """Whoever speaks in the draft, once each, to choose from."""
        return list(dict.fromkeys(words.speaker for words in self.imported.marks if words.speaker))[:200]

    @property
    def shown(self) -> str:
        """What the form says while nobody has touched it: what comes back otherwise was decided."""
        return json.dumps(self.page.shown, ensure_ascii=False, separators=(",", ":"))

    @property
    def progress(self) -> str:
        """A sentence on what is left to be looked at."""
        count = self.still_open
        if not count:
            return _("Every speaker is sure.")
        if count == 1:
            return _("One speaker is still a guess.")
        return _("%(count)d speakers are still guesses.") % {"count": count}


def columns(review: Review) -> dict[str, Any]:
    """What the two columns need."""
    return {
        "review": review,
        "original": review.original,
        "roles": lines.ROLES.items(),
        "kinds": lines.KINDS.items(),
        "may_decide": not review.original.is_decided,
    }


def whole(review: Review) -> dict[str, Any]:
    """What the page needs beside them: whether the same words came before, and which briefing it may be newer than."""
    original = review.original
    known = []
    if not original.is_decided:
        known = originals.known_drafts_like(original, review.understood.reading, writer=review.by)
    meant = original.briefing.draft if original.briefing and not original.is_decided else None
    offered = [meant] if meant else []
    offered += [one.draft for one in known if one.draft not in offered]
    return columns(review) | {
        "title": _("Read: %(name)s") % {"name": original},
        "first": originals.first_with_these_words(original, known_to=review.by),
        "offered": offered,
        "meant": meant,
    }
