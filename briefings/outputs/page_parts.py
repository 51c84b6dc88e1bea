"""The parts of a briefing's page as values, in reading order. Every part carries its key as its anchor."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.utils.safestring import SafeString

from briefings.content import PersonKind, SourceNote
from briefings.content.richtext import plain_text
from briefings.outputs import reading_time
from briefings.outputs.attributions import Attribution
from briefings.outputs.facts import TopicFacts
from briefings.outputs.pictures import Picture


@dataclass(frozen=True, kw_only=True)
class SectionPart:
    key: str
    heading: str
    body: SafeString
    attributions: tuple[Attribution, ...] = ()
    kind: Literal["section"] = "section"


@dataclass(frozen=True, kw_only=True)
class QuotePart:
    """A quotation that is set off from the text."""

    key: str
    attribution: Attribution
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, kw_only=True)
class FigurePart:
    """A picture with its description ("" where it only decorates), caption and credit line."""

    key: str
    picture: Picture
    alt: str
    caption: str
    credit: str
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, kw_only=True)
class QuestionPart:
    """A question with its answer; while there is none, `open_wording` is the sentence that says so."""

    key: str
    question: str
    answer: SafeString
    open_wording: str = ""


@dataclass(frozen=True, kw_only=True)
class Author:
    """An author; `path` is their page, "" where they have none."""

    name: str
    kind: PersonKind = "private"
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class SourcePart:
    """A source; `mark` is the text of its first footnote mark, "" where it has none, and `back` leads to that mark."""

    note: SourceNote
    id: str = ""
    mark: str = ""
    back: str = ""


@dataclass(frozen=True, kw_only=True)
class PageParts:
    """Everything of a briefing that its page prints, in reading order."""

    language: str
    direction: str
    headline: str
    authors: tuple[Author, ...]
    lede: tuple[str, ...]
    blocks: tuple[SectionPart | QuotePart | FigurePart, ...]
    questions: tuple[QuestionPart, ...]
    topics: tuple[TopicFacts, ...]
    sources: tuple[SourcePart, ...]

    @cached_property
    def text(self) -> str:
        """All that is to be read, without markup."""
        texts = [*self.lede]
        for block in self.blocks:
            if isinstance(block, SectionPart):
                texts += [block.heading, plain_text(block.body)]
            elif isinstance(block, QuotePart):
                texts.append(block.attribution.words)
        for one in self.questions:
            texts += [one.question, one.open_wording or plain_text(one.answer)]
        return " ".join(texts)

    @property
    def word_count(self) -> int | None:
        return reading_time.word_count(self.text, language=self.language)

    @property
    def minutes(self) -> int:
        return reading_time.minutes(self.text, language=self.language)

    @property
    def quotations(self) -> tuple[tuple[Attribution, str], ...]:
        """Every quotation with the anchor at which it stands: its own, else that of its section."""
        found: list[tuple[Attribution, str]] = []
        for block in self.blocks:
            if isinstance(block, SectionPart):
                found += [(said, said.key if said.located else block.key) for said in block.attributions]
            elif isinstance(block, QuotePart):
                found.append((block.attribution, block.key))
        return tuple(found)

    @property
    def first_figure(self) -> FigurePart | None:
        return next((block for block in self.blocks if isinstance(block, FigurePart)), None)

    @property
    def contents(self) -> tuple[SectionPart, ...]:
        """The sections that have a heading."""
        return tuple(block for block in self.blocks if isinstance(block, SectionPart) and block.heading)

    @property
    def open_questions(self) -> tuple[QuestionPart, ...]:
        return tuple(question for question in self.questions if question.open_wording)

    @property
    def speakers(self) -> tuple[Attribution, ...]:
        """Everybody who is quoted, once, by their first words."""
        first: dict[str, Attribution] = {}
        for said, _anchor in self.quotations:
            first.setdefault(said.name, said)
        return tuple(said for name, said in first.items() if name)
