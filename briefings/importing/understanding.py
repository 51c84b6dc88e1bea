"""The whole way from a draft as read to what it means."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from briefings.content import BriefingContent, PersonName, SourceNote, TopicName
from briefings.content.richtext import SOURCE
from briefings.importing import metadata_facts
from briefings.importing.assembly import Builder
from briefings.importing.content_limits import fits_line, fitted, lede_of
from briefings.importing.decisions import NO_DECISIONS, Decisions
from briefings.importing.editor_marks import editor_marks
from briefings.importing.findings import Finding, counted, named
from briefings.importing.imported import Imported
from briefings.importing.language import Language, language_of
from briefings.importing.left_out import REASONS, is_left_out, listed
from briefings.importing.lines import Line, note_label
from briefings.importing.placed import PlacedLine
from briefings.importing.reading import Reading
from briefings.importing.structure import front, page_furniture
from briefings.importing.structure.arrangement import arranged
from briefings.importing.structure.front_matter import roles_with_front_matter
from briefings.importing.structure.outline import Outline, outline_of
from briefings.importing.structure.roles import LineRole
from briefings.messages import Message


def understand(
    reading: Reading,
    *,
    briefing_id: str,
    decisions: Decisions = NO_DECISIONS,
    headline: str | None = None,
    slug: str | None = None,
    language: str | None = None,
    otherwise: str = "en",
    topics: tuple[TopicName, ...] = (),
) -> Imported:
    """What a draft says, as content with fresh part keys, and what an editor has to look at.

    Any text is understood somehow. A `headline` given here wins over the draft's own, which is then unplaced. Without a
    `language` it is told by the words, and is `otherwise` where they do not tell. What front matter says is taken where
    nothing else was given. Raises ContentRefused only where the other arguments are no content.
    """
    language = language or language_of(line.text for line in reading.lines if not line.left_out) or otherwise
    tongue = Language(language.partition("-")[0])
    arranged_lines = arranged(reading.lines, decisions)
    hidden = [line for line in arranged_lines if is_left_out(line, decisions)]
    shown = [line for line in arranged_lines if not is_left_out(line, decisions)]
    lines = roles_with_front_matter(shown, decisions)
    outline, moved = fitted(outline_of(lines))
    sources, not_listed, notes = _sources(outline.sources, briefing_id)
    builder = Builder(tongue, decisions, notes)
    builder.read(outline)
    own_headline = outline.headline
    authors, nameless = _authors(outline.bylines)
    embargoes = [
        line_role.line for line_role in lines if line_role.role == "unplaced" and front.names_embargo(line_role.line)
    ]
    unplaced = [line.text for line in (*outline.unplaced, *not_listed)]
    findings = [
        *_findings_on_the_whole(outline, headline),
        *reading.findings,
        *metadata_facts.findings_of(reading.metadata),
        *moved,
        *builder.findings,
        *(_too_long(line, Message("a source")) for line in not_listed),
        *(_too_long(line, Message("the name of an author")) for line in nameless),
        *editor_marks(line_role.line for line_role in lines),
        *map(_embargo, embargoes),
    ]
    if headline is not None and own_headline:
        unplaced.insert(0, own_headline.text)
    content = BriefingContent.offered(
        id=briefing_id,
        headline=headline if headline is not None else (own_headline.text if own_headline else ""),
        slug=slug or metadata_facts.slug_of(reading.metadata),
        lede=lede_of(outline.lede),
        dateline=outline.dateline.text.rstrip(" —–-:") if outline.dateline else "",
        language=language,
        blocks=tuple(builder.blocks),
        faq=tuple(builder.faq),
        topics=topics or metadata_facts.topics_of(reading.metadata),
        authors=authors or metadata_facts.authors_of(reading.metadata),
        sources=sources,
    )
    return Imported(
        content=content,
        findings=tuple(counted(findings)),
        terms=tuple(builder.terms),
        embargo="\n".join(line.text for line in embargoes),
        elsewhere=tuple(builder.elsewhere),
        labels=tuple(_labels(outline, [*(line_role.line for line_role in lines), *hidden], builder.markers)),
        unplaced=tuple(unplaced),
        left_out=listed(hidden, decisions),
        parts=tuple(sorted([*(_placed(line_role, builder) for line_role in lines), *map(_hidden, hidden)], key=_order)),
        marks=tuple(builder.marks),
    )


def _embargo(line: Line) -> Finding:
    sentence = Message(
        "The draft names an embargo: %(words)s. Where its moment can be read it holds from the first save on; look at "
        "it on the writing page.",
        words=named(line.text),
    )
    return Finding(code="embargo", sentence=sentence, line=line.number, column=line.column)


def _hidden(line: Line) -> PlacedLine:
    """A line that the draft does not show, at its place among those that it does."""
    return PlacedLine(line=line, role="unplaced", is_sure=True, reason=REASONS[line.left_out.kind])


def _order(part: PlacedLine) -> tuple[int, int]:
    return part.line.order


def _placed(line_role: LineRole, builder: Builder) -> PlacedLine:
    return PlacedLine(
        line=line_role.line,
        role=line_role.role,
        is_sure=line_role.is_sure,
        reason=line_role.reason,
        key=builder.keys_of_lines.get(line_role.line.address),
    )


def _authors(bylines: Sequence[Line]) -> tuple[tuple[PersonName, ...], list[Line]]:
    """The authors, all of them private persons, and the lines in which there is none."""
    names: list[str] = []
    nameless: list[Line] = []
    for line in bylines:
        candidates = front.authors_of(line) or front.names_in(line.text) or (line.text,)
        names += filter(fits_line, candidates)
        if not any(map(fits_line, candidates)):
            nameless.append(line)
    return tuple(PersonName(name=name) for name in dict.fromkeys(names)), nameless


def _too_long(line: Line, what: Message) -> Finding:
    sentence = Message(
        "%(words)s is too long for %(what)s, or its directions are mixed. Shorten it.",
        words=named(line.text),
        what=what,
    )
    return Finding(code="too-long", sentence=sentence, line=line.number, column=line.column)


def _sources(lines: Sequence[Line], briefing_id: str) -> tuple[tuple[SourceNote, ...], list[Line], Mapping[str, str]]:
    """What the draft relied on, the lines that are too long for a source, and where marks of footnotes lead.

    A footnote has an id from here on, always the same for the same draft: its mark in the text leads to it.
    """
    sources: list[SourceNote] = []
    too_long: list[Line] = []
    notes: dict[str, str] = {}
    for line in lines:
        address = page_furniture.address_in(line)
        if not fits_line(line.text):
            too_long.append(line)
            continue
        label = note_label(line.marker) if line.style == "note" and line.marker else ""
        source = str(uuid5(NAMESPACE_URL, f"{briefing_id}:note:{label}")) if label and label not in notes else None
        if source:
            notes[label] = f"{SOURCE}{source}"
        sources.append(SourceNote(id=source, title=line.text, url=address if fits_address(address) else ""))
    return tuple(sources), too_long, notes


def fits_address(address: str) -> bool:
    """Whether content takes `address` as that of a source."""
    try:
        SourceNote(title="x", url=address)
    except ValueError:
        return False
    return True


def _labels(outline: Outline, lines: Sequence[Line], in_text: Sequence[str]) -> list[str]:
    """Words that only say what follows: names of lists, bylines, what was taken off the front of a line, “TBC”.

    `in_text`: what was taken off the front of lines and became words of the text.
    """
    written = Counter(in_text)
    markers = [line.marker for line in lines if any(map(str.isalnum, line.marker)) and not _take(written, line.marker)]
    dash = [outline.dateline.text[-1:]] if outline.dateline and outline.dateline.text[-1:] in "—–-:" else []
    opened = [entry.open for entry in outline.faq if entry.open]
    return [*(line.text for line in (*outline.labels, *outline.bylines, *opened)), *markers, *dash]


def _take(words: Counter[str], word: str) -> bool:
    """Takes `word` out of the words once; returns whether it was among them."""
    words[word] -= 1
    return words[word] >= 0


def _findings_on_the_whole(outline: Outline, headline: str | None) -> list[Finding]:
    """Findings about the draft as a whole."""
    if outline.is_empty:
        return [Finding(code="empty", sentence=Message("The draft is empty. Write something, or choose another file."))]
    findings: list[Finding] = []
    if headline is None and not outline.headline:
        findings.append(Finding(code="no-headline", sentence=Message("The draft has no headline. Write one.")))
    if headline is not None and outline.headline:
        sentence = Message(
            "The draft’s own headline %(text)s gave way to the one that was given.", text=named(outline.headline.text)
        )
        findings.append(Finding(code="headline-replaced", sentence=sentence, line=outline.headline.number))
    if not outline.lede:
        findings.append(Finding(code="no-lede", sentence=Message("The draft has no lede. Write one.")))
    return findings
