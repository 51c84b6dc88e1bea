"""What stands on the desk before an editor sits down: briefings in every standing, long ones, and people on file."""

from datetime import timedelta

from django.utils import timezone

from briefings.content import BriefingContent, PersonName, SectionBlock, SourceNote, Span, new_key
from briefings.models import Draft, Edition
from briefings.working_copy import read
from tests.desk.pictures.making import figure_of, put_on_file
from tests.making import LONG_AGO, NOON, make_draft, make_edition, make_question, make_quote


def long_briefing(word: str = "quokka") -> Draft:
    """A published briefing with one part of every kind and state, and a newer draft with findings."""
    sections = [
        SectionBlock(
            key=new_key("s"),
            heading=f"Heading {number} of the {word}",
            body=f"<p>They said: “{word} words {number}”. <strong>Then</strong> they left.</p><ul><li>One</li></ul>",
        )
        for number in range(4)
    ]
    quotes = [
        make_quote(f"{word} words {number}", speaker=f"{word} speaker", role="minister", section=section.key)
        for number, section in enumerate(sections)
    ]
    image = put_on_file(credit="Somebody / Agency", caption=f"A {word}", people=f"{word} speaker")
    figure = figure_of(image, f"A {word} in the grass", caption=f"The {word}, in October.")
    unsure = quotes[0].model_copy(update={"confirmed": False, "key": new_key("q"), "spans": (Span(text="Then"),)})
    blocks = (figure, *(block for pair in zip(sections, quotes, strict=True) for block in pair))
    edition = make_edition(word, live_from=LONG_AGO, blocks=blocks, topics=("Marsupials", "Islands"))
    return make_draft(
        word,
        briefing=edition.briefing,
        blocks=(*blocks, unsure, figure_of(None, "A picture to come")),
        faq=(
            make_question("Is it answered?", answer="<p>It is.</p>"),
            make_question("Is it decided? " * 9),
            make_question("Is it held?", open="held"),
        ),
        authors=(PersonName(name=f"{word} author", kind="public"), PersonName(name="Second Author", kind="private")),
        sources=(
            SourceNote(title="A paper", publisher="A press", url="https://source.example/", read_on="2026-01-31"),
        ),
        topics=(),
        lede="A lede of several sentences. " * 12,
    )


def scheduled_again(word: str = "numbat") -> Draft:
    """A live briefing with an edition scheduled, and a draft that says something else."""
    edition = make_edition(word, live_from=LONG_AGO)
    make_edition(word, briefing=edition.briefing, live_from=NOON)
    return make_draft(word, briefing=edition.briefing, lede="Another lede.")


def withdrawn(word: str = "bilby") -> Draft:
    edition = make_edition(word, live_from=LONG_AGO)
    make_edition(
        word, briefing=edition.briefing, live_from=timezone.now() - timedelta(days=1), kind=Edition.Kind.WITHDRAWN
    )
    return Draft.objects.get(briefing=edition.briefing)


def of_parts(number: int) -> Draft:
    """A draft with that many sections."""
    blocks = tuple(
        SectionBlock(key=new_key("s"), heading=f"Heading {place}", body=f"<p>Text {place}.</p>")
        for place in range(number)
    )
    return make_draft("wombat", blocks=blocks, faq=(), sources=())


def saved() -> BriefingContent:
    """The text of the one draft there is, as it stands on file."""
    return read(Draft.objects.select_related("briefing", "follows").get())
