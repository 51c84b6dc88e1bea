"""Words that the house writes in another way: a warning for each place, never inside a quotation."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from briefings.content import BriefingContent, SectionBlock
from briefings.content.house_style import Rule, places
from briefings.content.richtext import plain_text
from briefings.models import StyleRule
from briefings.readiness.finding import Finding, Level


def rules_for(language: str) -> list[Rule]:
    """The rules of a text in that language. One query."""
    rows = StyleRule.objects.filter(language__in=("", language.partition("-")[0]))
    return [Rule(row.wrong, row.right, row.why) for row in rows]


def of_house_style(content: BriefingContent) -> tuple[Finding, ...]:
    """The findings on what `content` writes in another way than the house."""
    rules = rules_for(content.language)
    return tuple(_findings(content, rules)) if rules else ()


def _findings(content: BriefingContent, rules: Sequence[Rule]) -> Iterator[Finding]:
    spans = [span.text for quote in content.quotes for span in quote.spans]
    for key, text in _texts(content):
        for place in places(text, rules, spans=spans):
            values = {"right": place.right, "wrong": text[place.start : place.end], "around": place.around}
            sentence = _("House style: “%(right)s” for “%(wrong)s”, in “… %(around)s …”.") % values
            if place.rule.why:
                sentence = f"{sentence} {place.rule.why}"
            yield Finding("house-style", Level.WARN, key, sentence, wrong=place.rule.wrong, right=place.rule.right)


def _texts(content: BriefingContent) -> Iterator[tuple[str, str]]:
    """What the newsroom wrote itself, each with the key of its part. Quotations are others' words."""
    yield "", content.headline
    yield "", content.lede
    for block in content.blocks:
        if isinstance(block, SectionBlock):
            yield block.key, block.heading
            yield block.key, plain_text(block.body)
    for figure in content.figures:
        yield figure.key, figure.alt
        yield figure.key, figure.caption
    for entry in content.faq:
        yield entry.key, entry.question
        yield entry.key, plain_text(entry.answer)
        yield entry.key, entry.open_wording
