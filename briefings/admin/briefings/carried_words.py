"""Words that stand in a section and in a quote from it: made alike as a form is read, and an editor is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from briefings.admin.briefings.forms import BETWEEN_SPANS
from briefings.comparison import compare_words
from briefings.comparison.quoted_words import Carried, carry_quoted_words
from briefings.content import BriefingContent, QuoteBlock


@dataclass(frozen=True)
class CarriedWords:
    """The text after all, a sentence on each change that the form did not hold, and what its fields hold by name."""

    content: BriefingContent
    sentences: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def carry(base: BriefingContent, sent: BriefingContent, *, keys: Mapping[str, str], ticked: set[str]) -> CarriedWords:
    """`sent` with what was changed since `base` in a section or a quote carried into the other.

    `keys` are those of the form's parts by the name of their field, `ticked` those of quotes whose box came ticked.
    """
    carried = carry_quoted_words(base, sent)
    prefixes = {key: name.removesuffix("-key") for name, key in keys.items()}
    before = {quote.key: quote for quote in sent.quotes}
    after = {quote.key: quote for quote in carried.content.quotes}
    values = {}
    for key in carried.from_sections:
        values[f"{prefixes[key]}-words"] = f"\n{BETWEEN_SPANS}\n".join(span.text for span in after[key].spans)
    for section, was in zip(carried.content.sections, sent.sections, strict=True):
        if section.body != was.body:
            values[f"{prefixes[section.key]}-body"] = section.body
    for key in ticked:
        if not after[key].confirmed:
            values[f"{prefixes[key]}-confirmed"] = ""
    return CarriedWords(carried.content, tuple(_sentences(carried, before, after, ticked)), values)


def after_choices(base: BriefingContent | None, chosen: BriefingContent) -> tuple[BriefingContent, tuple[str, ...]]:
    """The text that somebody's choices among two made of `base`, made alike in the same way, and what they are told."""
    if base is None:
        return chosen, ()
    carried = carry_quoted_words(base, chosen)
    before = {quote.key: quote for quote in chosen.quotes}
    after = {quote.key: quote for quote in carried.content.quotes}
    ticked = {key for key, quote in before.items() if quote.confirmed}
    return carried.content, tuple(_sentences(carried, before, after, ticked))


def _sentences(
    carried: Carried, before: Mapping[str, QuoteBlock], after: Mapping[str, QuoteBlock], ticked: set[str]
) -> Iterator[str]:
    for key in carried.from_sections:
        values = {"words": _new_words(before[key].words, after[key].words), "quote": _short(after[key].words)}
        yield (
            _("“%(words)s” was carried into the quote “%(quote)s”: confirm its speaker again.") % values
            if key in ticked
            else _("“%(words)s” was carried into the quote “%(quote)s”.") % values
        )
    for key in carried.into_sections:
        yield _("The section now says “%(quote)s”, as its quote does.") % {"quote": _short(after[key].words)}
    for key in ticked.difference(carried.from_sections):
        if not after[key].confirmed:
            sentence = _("The words of the quote “%(quote)s” were changed: confirm its speaker again.")
            yield sentence % {"quote": _short(after[key].words)}
    for one in carried.disagreements:
        sentence = _("“%(section)s” in the section and “%(quote)s” in the quote were both changed: choose one of them.")
        yield sentence % {"section": _short(one.in_section), "quote": _short(one.in_quote)}


def _new_words(before: str, after: str) -> str:
    """The words that came, from the first to the last of each line; all of them where words only went."""
    stretches = [stretch for line in compare_words(before, after) for stretch in line.stretches]
    came = " … ".join(
        stretch.text.strip() for stretch in stretches if stretch.kind == "inserted" and stretch.text.strip()
    )
    return _short(came or after)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


_LONGEST = 80
