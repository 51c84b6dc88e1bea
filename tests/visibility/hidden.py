"""Every kind of thing that is hidden an hour from now: each makes one, says its secret word, and where it would be."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from briefings import workflow, working_copy
from briefings.content import FigureBlock, PersonName, keys, new_key
from briefings.models import Briefing, Delivery, EditBuffer, Image, Person, Source, StyleRule, Topic, User
from briefings.staff import add_staff
from briefings.workflow import call_off
from tests.making import HOUR, make_content, make_draft, make_edition
from tests.workflow.site_and_pages import save

SECRET = "quokka"


def never_published(briefing: Briefing, at: datetime) -> None:
    make_draft(SECRET, topics=("Quokka matters",))


def moved_on_in_the_draft(briefing: Briefing, at: datetime) -> None:
    make_draft(SECRET, briefing=briefing, topics=("Quokka matters", "marmots"))


def scheduled(briefing: Briefing, at: datetime) -> None:
    make_edition(SECRET, live_from=at + HOUR, topics=("marmots",))


def scheduled_with_a_new_topic(briefing: Briefing, at: datetime) -> None:
    make_edition(SECRET, live_from=at + HOUR, topics=("Quokka matters",))


def scheduled_change(briefing: Briefing, at: datetime) -> None:
    make_edition(SECRET, briefing=briefing, live_from=at + HOUR, topics=("Quokka matters",))


def scheduled_correction(briefing: Briefing, at: datetime) -> None:
    make_edition(SECRET, briefing=briefing, live_from=at + HOUR, kind="correction")


def called_off(briefing: Briefing, at: datetime) -> None:
    call_off(make_edition(SECRET, live_from=at - HOUR / 2, topics=("marmots",)), by=None)


def called_off_change(briefing: Briefing, at: datetime) -> None:
    change = make_edition(SECRET, briefing=briefing, live_from=at - HOUR / 2, topics=("Quokka matters",))
    call_off(change, by=None)


def people_whom_nothing_live_names(briefing: Briefing, at: datetime) -> None:
    kinds = ("public", "body", "document", "private", "unnamed")
    authors = tuple(PersonName(name=f"{SECRET} {kind}", kind=kind) for kind in kinds)
    make_draft(SECRET, authors=authors)
    make_edition(SECRET, live_from=at + HOUR, authors=authors, slug=f"{SECRET}-too")


def standing_page_that_was_only_saved(briefing: Briefing, at: datetime) -> None:
    page = save(SECRET)
    save(f"{SECRET}-renamed", page=page)


def renamed_and_merged_before_any_reader_knew(briefing: Briefing, at: datetime) -> None:
    make_edition(SECRET, live_from=at + HOUR, topics=("Quokka matters", "Quokka things"))
    matters, things = Topic.objects.order_by("name")
    workflow.unite_topics(things, into=matters, by=None)
    workflow.rename_topic(matters, name="Quokkas now", by=None)
    for person in Person.objects.filter(name__startswith=SECRET):
        workflow.file_person(person, name=f"{person.name} now", kind="body", by=None)


def a_picture_in_a_draft(briefing: Briefing, at: datetime) -> None:
    image = Image.objects.create(
        token=SECRET.ljust(22, "x"), sha256=SECRET.ljust(64, "0"), width=640, height=480, widths=[320], fallback="jpg"
    )
    picture = working_copy.image_name(image)
    make_draft(
        SECRET, blocks=(FigureBlock(key=new_key(keys.FIGURE), image=picture, alt=f"A {SECRET}", caption=SECRET),)
    )


def typed_and_not_saved(briefing: Briefing, at: datetime) -> None:
    typist = User.objects.create(username="typist")
    for number, of in enumerate((briefing.uuid, uuid4())):
        EditBuffer.objects.create(
            form=uuid4(), user=typist, briefing_uuid=of, version=number, fields=f"headline={SECRET}", seen_at=at
        )


def in_the_trash(briefing: Briefing, at: datetime) -> None:
    workflow.trash(make_draft(SECRET, topics=("Quokka matters",)).briefing, by=None)


def kept_for_the_desk_alone(briefing: Briefing, at: datetime) -> None:
    """A rule of house style, and the words kept of a source."""
    StyleRule.objects.create(wrong=SECRET, right=f"{SECRET}s", why=f"A {SECRET} is none.")
    Source.objects.create(draft=briefing.draft, ordering=9, title="A source", excerpt=f"The {SECRET} excerpt.")


def said_among_editors(briefing: Briefing, at: datetime) -> None:
    """Of what readers have: its embargo and its plan, a note, a comment, what somebody is told, and in which state."""
    promised = workflow.Embargo(at + HOUR, f"The {SECRET} office")
    wanted = workflow.DeskMoments(at + HOUR, promised)
    workflow.set_moments(briefing, by=None, wanted=wanted, opened=workflow.DeskMoments())
    workflow.comment(briefing, text=f"Is a {SECRET} meant?", by=None)
    workflow.submit(briefing, by=None, note=f"The {SECRET} note.")
    workflow.request_changes(briefing, by=None, note=f"No {SECRET}, please.")
    editor = User.objects.create(username="editor", is_superuser=True)
    told = {"kind": "review", "to": editor, "briefing": briefing, "created_at": at, "next_at": at}
    Delivery.objects.create(channel="mail", error=f"a {SECRET} refused it", **told)


def shown_to_somebody(briefing: Briefing, at: datetime) -> None:
    """A draft by a link, which was opened."""
    editor = User.objects.create(username="editor", is_superuser=True, is_staff=True)
    draft = make_draft(SECRET, topics=("Quokka matters",))
    form = {"for_whom": f"Dr. {SECRET}", "ends_at": at + HOUR, "expected": draft.version, "as_link": uuid4()}
    link, _token = workflow.show_draft(draft.briefing, by=editor, **form)
    workflow.count_opening(link)


def scheduled_to_lead(briefing: Briefing, at: datetime) -> None:
    draft = make_draft(SECRET, topics=("Quokka matters",))
    workflow.publish(draft.briefing, by=None, live_from=at + HOUR, lead=workflow.Lead())


def a_lead_that_was_moved_and_called_off(briefing: Briefing, at: datetime) -> None:
    """And a translation that an embargo on its original called off."""
    draft = make_draft(SECRET, topics=("Quokka matters",))
    lead = workflow.Lead(until=at + 2 * HOUR)
    edition = workflow.publish(draft.briefing, by=None, live_from=at - HOUR / 2, lead=lead)
    workflow.call_off(workflow.reschedule(edition, by=None, live_from=at + HOUR), by=None)
    original = str(draft.briefing.uuid)
    translation = make_draft(SECRET, language="de", translation_of=original, slug=f"{SECRET}-de")
    workflow.publish(translation.briefing, by=None, live_from=at - HOUR / 2, lead=lead)
    promised = workflow.DeskMoments(embargo=workflow.Embargo(at + HOUR, SECRET))
    assert workflow.set_moments(draft.briefing, by=None, wanted=promised, opened=workflow.DeskMoments())


def flash_in_review(briefing: Briefing, at: datetime) -> None:
    writer = add_staff("writer", role="writer", password="correct horse battery")
    workflow.flash(make_content(SECRET, topics=("Quokka matters",)), by=writer)


WITHOUT_ADDRESS = (typed_and_not_saved, kept_for_the_desk_alone, said_among_editors)
"""What no address could ever be asked for."""
HIDDEN: tuple[Callable[[Briefing, datetime], None], ...] = (
    never_published,
    moved_on_in_the_draft,
    scheduled,
    scheduled_with_a_new_topic,
    scheduled_change,
    scheduled_correction,
    called_off,
    called_off_change,
    people_whom_nothing_live_names,
    standing_page_that_was_only_saved,
    renamed_and_merged_before_any_reader_knew,
    a_picture_in_a_draft,
    typed_and_not_saved,
    in_the_trash,
    kept_for_the_desk_alone,
    said_among_editors,
    shown_to_somebody,
    scheduled_to_lead,
    a_lead_that_was_moved_and_called_off,
    flash_in_review,
)
