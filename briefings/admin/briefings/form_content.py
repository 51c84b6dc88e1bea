"""What was sent -> BriefingContent: facts, parts in order, keys, and the section that each quotation stands in."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from briefings.admin.briefings import figures, name_lookup
from briefings.admin.briefings.confirmation import is_confirmed
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.briefings.known_names import known_to
from briefings.admin.briefings.part_keys import PartKeys
from briefings.admin.briefings.parts import PartSet
from briefings.admin.briefings.translated_briefing import named
from briefings.admin.pictures.picture_facts import identity
from briefings.content import (
    BriefingContent,
    FAQEntry,
    FigureBlock,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
)
from briefings.content.excerpts import digest_of
from briefings.content.facts import from_columns
from briefings.content.quote_location import Folded, NotLocated, fold, locate
from briefings.content.richtext import plain_text
from briefings.models import Person, User
from briefings.working_copy import image_name

_BETWEEN_SPANS = re.compile(r"\n[ \t]*(?:…|\.\.\.)[ \t]*\n")
_LAST = 10**9


class FormContent:
    """Content from cleaned forms. What cannot be assembled becomes an error of its form."""

    def __init__(
        self,
        facts: FactsForm,
        parts: Mapping[str, PartSet],
        *,
        opened: BriefingContent,
        now: BriefingContent,
        keys: PartKeys,
        by: User,
    ) -> None:
        self.facts, self.parts, self.now, self.keys, self.by = facts, parts, now, keys, by
        self.sources_known = {source.id for source in (*opened.sources, *now.sources)}
        quotes = [form.cleaned_data for form in parts["quote"].kept]
        self.authors = self._authors_named(opened.authors)
        self.people = name_lookup.People(
            [*self.authors, *((values["speaker"], values["person"]) for values in quotes)],
            here=[*now.authors, *(quote.person for quote in now.quotes if quote.person)],
            known=known_to(by, Person),
        )
        given = [form.cleaned_data["image"] for form in parts["figure"].kept]
        self.pictures = figures.on_file(given, texts=(opened, now), by=by)

    def _authors_named(self, opened: tuple[PersonName, ...]) -> list[tuple[str, str]]:
        """Names and ids. Whoever was an author when the form was opened keeps their id."""
        remaining = list(opened)
        named = []
        for name in name_lookup.listed(self.facts.cleaned_data["authors"], known=[author.name for author in opened]):
            author = next((author for author in remaining if author.name == name), None)
            if author:
                remaining.remove(author)
            named.append((name, (author.id or "") if author else ""))
        return list(dict.fromkeys(named))

    def content(self) -> BriefingContent | None:
        """The content; None if a form has an error now. Raises ContentRefused for an error that belongs to no form."""
        sources = self._sources()
        sections = [(_place(form), self._section(form)) for form in _ordered(self.parts["section"]) if _says(form)]
        quoting = [form for form in _ordered(self.parts["quote"]) if _says(form)]
        texts = [(place, section.key, fold(plain_text(section.body))) for place, section in sections if quoting]
        quotes = [(_place(form), self._quote(form, texts, sources)) for form in quoting]
        pictures = [(_place(form), self._figure(form)) for form in _ordered(self.parts["figure"]) if _says(form)]
        questions = tuple(self._question(form) for form in _ordered(self.parts["question"]) if _says(form))
        authors, original = self._authors(), self._original()
        if any(not form.is_valid() for form in (self.facts, *self.parts.values())):
            return None
        values = self.facts.cleaned_data
        blocks = sorted([*sections, *quotes, *pictures], key=lambda placed: placed[0])
        return BriefingContent.offered(
            id=self.now.id,
            **from_columns(values),
            blocks=tuple(block for _place_of, block in blocks),
            faq=questions,
            topics=name_lookup.topics(name_lookup.listed(values["topics"]), known=self.now.topics),
            authors=authors,
            sources=sources,
            follows=self.now.follows,
            translation_of=original,
        ).with_quotes_located()

    def _authors(self) -> tuple[PersonName, ...]:
        made = []
        for name, given in self.authors:
            try:
                made.append(self.people.named(name, given=given))
            except forms.ValidationError:
                sentence = _("Several people are called “%(name)s”. Under People, give one of them another name.")
                self.facts.add_error("authors", sentence % {"name": name})
        return tuple(made)

    def _original(self) -> str | None:
        values = self.facts.cleaned_data
        try:
            return named(values["translation_of"], language=values["language"], now=self.now, by=self.by)
        except forms.ValidationError as refusal:
            self.facts.add_error("translation_of", refusal)
            return None

    def _section(self, form: forms.Form) -> SectionBlock:
        values = form.cleaned_data
        return SectionBlock(key=self.keys.of(form), heading=values["heading"], body=values["body"])

    def _quote(
        self, form: forms.Form, texts: list[tuple[Any, str, Folded]], sources: tuple[SourceNote, ...]
    ) -> QuoteBlock | None:
        values = form.cleaned_data
        spans = spans_of(values["words"])
        if not spans:
            form.add_error("words", _("Write the words that were said, or delete this quotation."))
            return None
        is_in_the_text = values["placement"] != "apart"
        if is_in_the_text and not texts:
            form.add_error("placement", _("No section is left for these words to stand in. Set them off, or add one."))
        quote = QuoteBlock(
            key=self.keys.of(form),
            spans=tuple(Span(text=words) for words in spans),
            section=self._section_of(form, spans, texts) if is_in_the_text else None,
            person=self._speaker(form),
            role=values["role"],
            said_on=values["said_on"].isoformat() if values["said_on"] else None,
            source=values["source"] if values["source"] in {source.id for source in sources} else None,
            translated_from=values["translated_from"] or None,
        )
        return quote.model_copy(update={"confirmed": is_confirmed(values["confirmed"], quote)})

    def _speaker(self, form: forms.Form) -> PersonName | None:
        values = form.cleaned_data
        if not values["speaker"]:
            return None
        try:
            return self.people.named(values["speaker"], given=values["person"], kind=values["kind"])
        except forms.ValidationError as refusal:
            name_lookup.offer(form, refusal.params["people"])
            form.add_error("speaker", refusal)
            return None

    def _section_of(self, form: forms.Form, spans: list[str], texts: list[tuple[Any, str, Folded]]) -> str | None:
        """The section that holds the words: of several the one it was in before, else the nearest above, else below.

        Where none does it stays with the section it had, or else the nearest: readiness then names both.
        """
        had, place = form.cleaned_data["section"], _place(form)
        near = sorted(texts, key=lambda text: (text[0] > place, -text[0][0] if text[0] <= place else text[0][0]))
        holding = [key for _place_of, key, text in near if _holds(text, spans)]
        all_keys = [key for _place_of, key, _text in near]
        for choice in (holding, all_keys):
            if choice:
                return had if had in choice else choice[0]
        return None

    def _figure(self, form: forms.Form) -> FigureBlock:
        values = form.cleaned_data
        image = self.pictures.get(identity(values["image"]) or "")
        if values["image"] and image is None:
            form.add_error("image", _("No such picture is on file. Choose it again."))
        return FigureBlock(
            key=self.keys.of(form),
            image=image and image_name(image),
            alt=values["alt"],
            decorative=values["decorative"],
            caption=values["caption"],
        )

    def _question(self, form: forms.Form) -> FAQEntry:
        values = form.cleaned_data
        return FAQEntry(
            key=self.keys.of(form),
            question=values["question"],
            answer=values["answer"],
            open=values["open"] or "undecided",
            open_wording=values["open_wording"],
        )

    def _sources(self) -> tuple[SourceNote, ...]:
        return tuple(
            SourceNote(
                id=values["uuid"] if values["uuid"] in self.sources_known else self.keys.source(form),
                title=values["title"],
                publisher=values["publisher"],
                url=values["url"],
                read_on=values["read_on"].isoformat() if values["read_on"] else None,
                excerpt_sha256=digest_of(values["excerpt"]) if values["excerpt"] else None,
            )
            for form in self.parts["source"].kept
            if (values := form.cleaned_data).get("title")
        )


def spans_of(words: str) -> list[str]:
    """The spans in a field of a quote's words."""
    spans = _BETWEEN_SPANS.split(words.replace("\r\n", "\n"))
    return [span.strip() for span in spans if span.strip()]


def _ordered(parts: PartSet) -> list[forms.Form]:
    return sorted(parts.kept, key=_place)


def _place(form: forms.Form) -> tuple[int, str, int]:
    """The place of a part: by its number, and of two with one number as they were sent."""
    prefix, _sep, index = form.prefix.rpartition("-")
    ordering = form.cleaned_data.get("ordering")
    return (_LAST if ordering is None else ordering, "" if prefix == "section" else prefix, int(index))


def _says(form: forms.Form) -> bool:
    """Whether anything was written into a part. One that was added and left empty is dropped."""
    silent = (
        "key",
        "region",
        "ordering",
        "placement",
        "kind",
        "open",
        "section",
        "person",
        "confirmed",
        "decorative",
        "DELETE",
    )
    return any(value for name, value in form.cleaned_data.items() if name not in silent)


def _holds(text: Folded, spans: list[str]) -> bool:
    try:
        locate(spans, text)
    except NotLocated as refusal:
        return refusal.count > 1
    return True
