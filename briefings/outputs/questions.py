"""Questions in lists and feeds: what was answered, what is open, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.facts import Site, TopicFacts
from briefings.outputs.footnotes import marked_in
from briefings.outputs.printable import printable


@dataclass(frozen=True, kw_only=True)
class QuestionEntry:
    """A live question with its briefing; `path` leads to its place there, and `id` is `urn:uuid:…`.

    `answer` is rich text, "" while the question is open; then `open_wording` is the sentence that its briefing says.
    `opened` and `answered` are the moments since which readers have had it so, None where it never was. `updated` is
    the reader-facing moment of the last of these.
    """

    id: str
    question: str
    answer: str
    open_wording: str
    path: str
    headline: str
    language: str
    opened: datetime | None
    answered: datetime | None
    updated: datetime

    @property
    def published(self) -> datetime:
        """What a feed says: a minor change can bring a question, and moves no date."""
        return min(self.opened or self.updated, self.updated)

    @property
    def printable_answer(self) -> SafeString:
        """The answer as it stands in a list: its links lead from its briefing, and its marks to the sources there."""
        return self.answer_for(self.path)

    def answer_for(self, base: str) -> SafeString:
        return printable(self.answer, base=base, sources=marked_in(self.answer))


@dataclass(frozen=True, kw_only=True)
class QuestionGroup:
    """Answered questions of one `topic`; None of those whose briefing has none."""

    topic: TopicFacts | None
    entries: tuple[QuestionEntry, ...]


def grouped(entries: Iterable[tuple[TopicFacts | None, QuestionEntry]]) -> tuple[QuestionGroup, ...]:
    """The entries by topic, the topic of the newest first, and what has none at the end."""
    groups: dict[TopicFacts | None, list[QuestionEntry]] = {}
    for topic, entry in entries:
        groups.setdefault(topic, []).append(entry)
    in_order = sorted(groups.items(), key=lambda group: group[0] is None)
    return tuple(QuestionGroup(topic=topic, entries=tuple(those)) for topic, those in in_order)


def history(entry: QuestionEntry) -> str:
    """Since when the question is open, or from when to when it was, as the beginning of a line that its briefing ends;
    "" where it never was.
    """
    if entry.opened is None:
        return ""
    first = wording.day(entry.opened)
    if entry.answered is None:
        return gettext("Open since %(day)s, in:") % {"day": first}
    last = wording.day(entry.answered)
    if first == last:
        return gettext("Open on %(day)s, answered the same day in:") % {"day": first}
    return gettext("Open from %(first)s to %(last)s, answered in:") % {"first": first, "last": last}


def title(entry: QuestionEntry) -> str:
    """The question as a feed announces it."""
    words = entry.question
    return words if entry.answered is None else gettext("Answered: %(question)s") % {"question": words}


def summary(entry: QuestionEntry) -> str:
    """What is known, in plain text."""
    return entry.open_wording or plain_text(entry.answer)


def full_text(entry: QuestionEntry, site: Site) -> SafeString:
    """What is known as HTML for feeds, how long it was not, and in which briefing it stands; links are absolute."""
    url = f"{site.url}{entry.path}"
    known = format_html("<p>{}</p>", entry.open_wording) if entry.open_wording else entry.answer_for(url)
    return format_html(
        '<div lang="{}" dir="{}">{}<p>{} <a href="{}">{}</a></p></div>',
        entry.language,
        wording.direction(entry.language),
        known,
        history(entry),
        url,
        entry.headline,
    )


def open_wording(words: str, *, live_from: datetime, language: str) -> str:
    """The sentence that the briefing's own page says, in its language."""
    with override(wording.furniture_language(language)):
        return wording.open_question(words, as_of=live_from.date())
