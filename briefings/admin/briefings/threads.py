"""The comments on a draft as its pages show them: beside the part that they are on."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings.admin.briefings import changes
from briefings.content import BriefingContent
from briefings.models import Comment, Draft


@dataclass(frozen=True)
class Thread:
    """The comments on one part, oldest first. `key` is "" for the whole briefing."""

    key: str
    name: str
    comments: tuple[Comment, ...] = ()
    is_gone: bool = False

    @property
    def open(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.resolved_at is None]

    @property
    def resolved(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.resolved_at is not None]


@dataclass(frozen=True)
class Threads:
    """All comments on a draft. Of a part that is gone they are kept, and stand last."""

    comments: tuple[Comment, ...]
    content: BriefingContent

    @classmethod
    def of(cls, draft: Draft | None, content: BriefingContent) -> "Threads":
        """Those of the draft, which says `content`; none before its first save. One query."""
        comments = Comment.objects.filter(briefing=draft.briefing_id).in_order() if draft else ()
        return cls(tuple(comments), content)

    def on(self, key: str) -> Thread:
        """What is said of the part with that key, or of the whole."""
        return Thread(
            key,
            self._name(key),
            tuple(comment for comment in self.comments if comment.part == key),
            is_gone=bool(key) and key not in self.content.parts,
        )

    @property
    def whole(self) -> Thread:
        return self.on("")

    @property
    def unsaid(self) -> Thread:
        """Of a part that gets its key while the page is open."""
        return Thread("", "")

    @property
    def gone(self) -> list[Thread]:
        """What is said of parts that are gone."""
        keys = dict.fromkeys(comment.part for comment in self.comments)
        return [self.on(key) for key in keys if key and key not in self.content.parts]

    @property
    def of_parts(self) -> list[Thread]:
        """What is said of parts, in the order of the page: of those of which something is said."""
        said = {comment.part for comment in self.comments}
        return [self.on(key) for key in self.content.parts if key in said]

    @property
    def open(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.resolved_at is None]

    def besides(self, keys: Collection[str]) -> list[Thread]:
        """What is said of the whole and of parts that are not among these; of parts that are gone last."""
        said = [self.whole, *self.of_parts, *self.gone]
        return [thread for thread in said if thread.comments and thread.key not in keys]

    def _name(self, key: str) -> str:
        if not key:
            return _("The whole briefing")
        part = self.content.parts.get(key)
        return changes.part_name(key, part) if part else _("A part that is gone")
