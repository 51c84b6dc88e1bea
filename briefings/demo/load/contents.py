"""The texts of a made briefing: its first, and what each change makes of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random
from typing import Any
from uuid import UUID

from briefings.content import (
    BriefingContent,
    Change,
    Correction,
    FAQEntry,
    FigureBlock,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    keys,
)
from briefings.content.slugs import ascii_slug
from briefings.demo.load.cast import Cast
from briefings.demo.load.prose import LANGUAGES, Prose, prose

PARAGRAPHS, QUOTATIONS, QUESTIONS, SOURCES = (2, 40), 20, 6, 3
"""The fewest and the most paragraphs, and the most of the others. Most briefings are short."""
IN_A_SECTION = 4
"""The most paragraphs of a section, beside those that hold its quotations."""


@dataclass
class Writer:
    """Whoever writes one briefing, from its first text on. Each text is ready to be published."""

    uuid: UUID
    number: int
    seed: int
    cast: Cast

    def __post_init__(self) -> None:
        self.rng = Random(f"{self.seed} {self.number} text")
        self._parts = 0

    @cached_property
    def prose(self) -> Prose:
        return prose(self.rng.choices(list(LANGUAGES), weights=list(LANGUAGES.values()))[0])

    def first(self, moment: datetime, *, follows: UUID | None) -> BriefingContent:
        """The first text, reported on the day before `moment`."""
        rng, day = self.rng, (moment - timedelta(days=1)).date().isoformat()
        headline = self.prose.line("headlines", rng)
        sources = [
            SourceNote(id=str(UUID(int=rng.getrandbits(128), version=4)), title=title, url=self._address(), read_on=day)
            for title in self.prose.lines("sources", rng, most=_few(rng, SOURCES))
        ]
        return BriefingContent(
            id=str(self.uuid),
            headline=headline,
            slug=self._slug(headline),
            lede=self.prose.line("ledes", rng),
            dateline=self.prose.line("dateline", rng),
            language=self.prose.language,
            blocks=tuple(self._blocks(day, [source.id for source in sources])),
            faq=tuple(
                self._question(question) for question in self.prose.lines("questions", rng, most=_few(rng, QUESTIONS))
            ),
            topics=tuple(self.cast.some("topics", rng, most=rng.randint(1, 4))),
            authors=tuple(self.cast.some("authors", rng, most=rng.randint(1, 3))),
            sources=tuple(sources),
            follows=str(follows) if follows else None,
        )

    def changed(self, content: BriefingContent, kind: str) -> tuple[BriefingContent, Change | None]:
        """The text after a change of that kind, and what readers are told of it."""
        rng = self.rng
        if kind == "minor":
            return content.model_copy(update={"blocks": self._longer(content)}), None
        if kind == "major":
            values: dict[str, Any] = {
                "blocks": (*content.blocks, self._section([])),
                "faq": self._one_answered(content.faq),
            }
            if rng.random() < 0.3:
                headline = self.prose.line("headlines", rng)
                values |= {"headline": headline} | ({"slug": self._slug(headline)} if rng.random() < 0.3 else {})
            return content.model_copy(update=values), Change(note=self.prose.line("notes", rng))
        made = Correction(
            key=self._key(keys.CORRECTION),
            kind=rng.choice(("correction", "correction", "clarification", "editors-note")),
            was_wrong=self.prose.line("was_wrong", rng),
            is_right=self.prose.line("is_right", rng),
        )
        lede = f"{self.prose.line('ledes', rng)} {made.is_right}"
        return content.model_copy(update={"lede": lede}), Change(correction=made)

    def ended(self, content: BriefingContent, kind: str, *, into: UUID | None) -> BriefingContent:
        """What readers get in the place of the text."""
        line = "removed" if kind == "removed" else "withdrawn"
        return BriefingContent(
            id=content.id,
            headline="" if kind == "removed" else content.headline,
            slug=content.slug,
            language=content.language,
            change=None if kind == "merged" else Change(note=self.prose.line(line, self.rng)),
            merged_into=str(into) if into else None,
        )

    def _blocks(self, day: str, sources: list[str]) -> list[Any]:
        rng, left = self.rng, PARAGRAPHS[0] + int((PARAGRAPHS[1] - PARAGRAPHS[0] + 1) * self.rng.random() ** 5)
        quotations = rng.sample(self.prose.statements, int((QUOTATIONS + 1) * rng.random() ** 6))
        blocks: list[Any] = []
        while left > 0:
            count = min(left, rng.randint(1, IN_A_SECTION))
            here = [self._spoken(quotations.pop()) for _ in range(min(len(quotations), count)) if rng.random() < 0.7]
            section = self._section(here, paragraphs=count)
            blocks += [section, *self._quotes(section, here, day, sources)]
            left -= count
        blocks += [self._quote((Span(text=words),), day, sources) for words in quotations]
        for picture in self.cast.some("pictures", rng, most=1 if rng.random() < 0.3 else 0):
            caption = rng.choice(self.prose.paragraphs)
            blocks.insert(
                0,
                FigureBlock(
                    key=self._key(keys.FIGURE), image=picture, alt=self.prose.line("dateline", rng), caption=caption
                ),
            )
        return blocks

    def _spoken(self, words: str) -> tuple[Any, str, str, str]:
        speaker = self.cast.some("people", self.rng, most=1)[0]
        before, after = self.prose.attribution(self.rng, who=speaker.name)
        return speaker, before, words, after

    def _section(self, spoken: list[tuple[Any, str, str, str]], *, paragraphs: int = 1) -> SectionBlock:
        plain = [*("".join(parts[1:]) for parts in spoken), *self.rng.choices(self.prose.paragraphs, k=paragraphs)]
        return SectionBlock(
            key=self._key(keys.SECTION),
            heading=self.prose.line("headings", self.rng),
            body="".join(f"<p>{paragraph}</p>" for paragraph in plain),
        )

    def _quotes(self, section: SectionBlock, spoken: list, day: str, sources: list[str]) -> list[QuoteBlock]:
        """The quotations of a section, which begins with a paragraph for each of them."""
        quotes, offset = [], 0
        for speaker, before, words, after in spoken:
            start = offset + len(before)
            span = Span(text=words, start=start, end=start + len(words))
            quotes.append(self._quote((span,), day, sources, person=speaker, section=section.key))
            offset = span.end + len(after) + 1
        return quotes

    def _quote(self, spans: tuple[Span, ...], day: str, sources: list[str], **more: Any) -> QuoteBlock:
        rng = self.rng
        return QuoteBlock(
            key=self._key(keys.QUOTE),
            spans=spans,
            role=self.prose.line("roles", rng),
            confirmed=True,
            said_on=day,
            source=rng.choice(sources) if sources and rng.random() < 0.3 else None,
            **({"person": self.cast.some("people", rng, most=1)[0]} | more),
        )

    def _question(self, question: str) -> FAQEntry:
        open_now = self.rng.choices((None, "shown", "held"), weights=(80, 15, 5))[0]
        if open_now is None:
            answer = f"<p>{self.prose.line('answers', self.rng)}</p>"
            return FAQEntry(key=self._key(keys.FAQ), question=question, answer=answer)
        wording = self.prose.line("open_wording", self.rng)
        return FAQEntry(key=self._key(keys.FAQ), question=question, open=open_now, open_wording=wording)

    def _one_answered(self, faq: tuple[FAQEntry, ...]) -> tuple[FAQEntry, ...]:
        """The same questions, the first that readers have as open with an answer: what a major change often brings."""
        first = next((entry for entry in faq if entry.open == "shown"), None)
        if first is None:
            return faq
        answer = f"<p>{self.prose.line('answers', self.rng)}</p>"
        return tuple(
            FAQEntry(key=one.key, question=one.question, answer=answer) if one is first else one for one in faq
        )

    def _longer(self, content: BriefingContent) -> tuple[Any, ...]:
        """The blocks with one more paragraph at the end of the last section: no quotation moves."""
        last = content.sections[-1]
        body = f"{last.body}<p>{self.rng.choice(self.prose.paragraphs)}</p>"
        longer = SectionBlock(key=last.key, heading=last.heading, body=body)
        return tuple(longer if block is last else block for block in content.blocks)

    def _slug(self, headline: str) -> str:
        """No other briefing has it: it ends with the number of this one."""
        return f"{ascii_slug(headline, otherwise='briefing')}-{self.number + 1}"

    def _address(self) -> str:
        return f"https://archive.example/{self.rng.randint(1, 99999)}"

    def _key(self, letter: str) -> str:
        self._parts += 1
        return keys.derived_key(letter, f"{self.uuid} {self._parts}")


def _few(rng: Random, most: int) -> int:
    return int((most + 1) * rng.random() ** 2)
