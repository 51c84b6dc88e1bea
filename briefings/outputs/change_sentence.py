"""What an edition changed, in a sentence: “Headline changed, 2 sections changed, 1 quotation added”."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext, gettext_lazy, ngettext_lazy, override

from briefings.comparison import ComparedPart
from briefings.content import BriefingContent, FAQEntry, FigureBlock, QuoteBlock, SectionBlock
from briefings.outputs import wording
from briefings.outputs.edition_facts import EditionFacts
from briefings.outputs.text_changes import that_differ

_KINDS = {SectionBlock: "section", QuoteBlock: "quote", FigureBlock: "figure", FAQEntry: "question"}
_FACTS = {
    "headline": gettext_lazy("headline changed"),
    "lede": gettext_lazy("lede changed"),
    "sources": gettext_lazy("sources changed"),
    "fact": gettext_lazy("details changed"),
}
_PARTS = {
    ("section", "added"): ngettext_lazy("%(count)s section added", "%(count)s sections added", "count"),
    ("section", "changed"): ngettext_lazy("%(count)s section changed", "%(count)s sections changed", "count"),
    ("section", "removed"): ngettext_lazy("%(count)s section taken out", "%(count)s sections taken out", "count"),
    ("quote", "added"): ngettext_lazy("%(count)s quotation added", "%(count)s quotations added", "count"),
    ("quote", "changed"): ngettext_lazy("%(count)s quotation changed", "%(count)s quotations changed", "count"),
    ("quote", "removed"): ngettext_lazy("%(count)s quotation taken out", "%(count)s quotations taken out", "count"),
    ("figure", "added"): ngettext_lazy("%(count)s picture added", "%(count)s pictures added", "count"),
    ("figure", "changed"): ngettext_lazy("%(count)s picture changed", "%(count)s pictures changed", "count"),
    ("figure", "removed"): ngettext_lazy("%(count)s picture taken out", "%(count)s pictures taken out", "count"),
    ("question", "answered"): ngettext_lazy(
        "%(count)s open question answered", "%(count)s open questions answered", "count"
    ),
    ("question", "added"): ngettext_lazy("%(count)s question added", "%(count)s questions added", "count"),
    ("question", "changed"): ngettext_lazy("%(count)s question changed", "%(count)s questions changed", "count"),
    ("question", "removed"): ngettext_lazy("%(count)s question taken out", "%(count)s questions taken out", "count"),
}


def told(editions: Sequence[EditionFacts], texts: Mapping[int, BriefingContent]) -> tuple[EditionFacts, ...]:
    """The same editions; each of which `texts` (by public number) has both sides says what it changed."""
    return tuple(
        replace(edition, difference=difference(texts[edition.before], texts[edition.number]))
        if edition.before in texts and edition.number in texts
        else edition
        for edition in editions
    )


def difference(before: BriefingContent, after: BriefingContent) -> str:
    """In the language of the later text; "" where readers were shown the same."""
    parts = that_differ(before, after)
    counts = Counter(_change(part) for part in parts)
    with override(wording.furniture_language(after.language)):
        said = [str(words) for kind, words in _FACTS.items() if counts[kind, "changed"]]
        said += [words % {"count": counts[key]} for key, words in _PARTS.items() if counts[key]]
        if any(part.is_moved for part in parts):
            said.append(gettext("order of the parts changed"))
        sentence = wording.comma().join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _change(part: ComparedPart) -> tuple[str, str]:
    """The kind of the part, and what became of it."""
    kind = _KINDS.get(type(part.before if part.after is None else part.after))
    if kind is None:
        return (part.address if part.address in _FACTS else "fact"), part.change
    if kind == "question" and part.change == "changed" and part.before.is_open and not part.after.is_open:
        return kind, "answered"
    return kind, part.change
