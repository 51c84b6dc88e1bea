"""Open comments: what colleagues said of a text and nobody has resolved deserves a look before readers get it."""

from collections.abc import Collection, Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from briefings.models import Comment
from briefings.readiness.finding import Finding, Level


def of_comments(comments: Iterable[Comment], *, parts: Collection[str]) -> tuple[Finding, ...]:
    """A finding for each of the open `comments`; `parts` are the keys of the text's parts."""
    return tuple(
        Finding(
            "comment-open",
            Level.WARN,
            comment.part if comment.part in parts else "",
            _("%(who)s commented: “%(words)s”")
            % {
                "who": comment.by or _("Somebody at the command line"),
                "words": Truncator(" ".join(comment.text.split())).chars(90),
            },
        )
        for comment in comments
    )
