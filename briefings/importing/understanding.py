"""The whole way from a draft as read to what it means."""

from briefings.content import BriefingContent, TopicName
from briefings.importing.building import Builder
from briefings.importing.findings import Finding, named
from briefings.importing.fitting import fitted
from briefings.importing.imported import Imported
from briefings.importing.reading import Reading
from briefings.importing.structure import Outline, outline_of


def understand(
    reading: Reading,
    *,
    briefing_id: str,
    headline: str | None = None,
    slug: str | None = None,
    language: str = "en",
    topics: tuple[TopicName, ...] = (),
) -> Imported:
    """What a draft says, as content with fresh part keys, and what an editor has to look at.

    Any text is understood somehow. A `headline` given here wins over the draft's own, which is then unplaced. Raises
    ContentRefused only where the other arguments are no content.
    """
    outline, moved = fitted(outline_of(reading.lines))
    builder = Builder()
    builder.read(outline)
    own_headline = outline.headline
    unplaced = [line.text for line in outline.unplaced]
    findings = [*_of_the_whole(outline, headline), *reading.findings, *moved, *builder.findings]
    if headline is not None and own_headline:
        unplaced.insert(0, own_headline.text)
    content = BriefingContent.offered(
        id=briefing_id,
        headline=headline if headline is not None else (own_headline.text if own_headline else ""),
        slug=slug,
        lede=outline.lede.text if outline.lede else "",
        language=language,
        blocks=tuple(builder.blocks),
        faq=tuple(builder.faq),
        topics=topics,
    )
    return Imported(
        content=content,
        findings=tuple(findings),
        terms=tuple(builder.terms),
        elsewhere=tuple(builder.elsewhere),
        labels=tuple(line.text for line in outline.labels),
        unplaced=tuple(unplaced),
    )


def _of_the_whole(outline: Outline, headline: str | None) -> list[Finding]:
    """Findings about the draft as a whole."""
    if not (outline.headline or outline.lede or outline.sections or outline.faq or outline.unplaced):
        return [Finding(code="empty", sentence="The draft is empty. Write something, or choose another file.")]
    found: list[Finding] = []
    if headline is None and not outline.headline:
        found.append(Finding(code="no-headline", sentence="The draft has no headline. Write one."))
    if headline is not None and outline.headline:
        sentence = f"The draft’s own headline {named(outline.headline.text)} gave way to the one that was given."
        found.append(Finding(code="headline-replaced", sentence=sentence, line=outline.headline.number))
    if not outline.lede:
        found.append(Finding(code="no-lede", sentence="The draft has no lede. Write one."))
    return found
