"""A site on which all happens that changes by itself what the public gets: each change at a moment of its own."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from briefings import working_copy
from briefings.content import BriefingContent, Change, Correction, PersonName
from briefings.content.keys import new_key
from briefings.content.public_values import BY_KIND
from briefings.models import Briefing, Person, Subject, Topic
from briefings.public.moments import midnight_after
from briefings.workflow import call_off, erase
from briefings.workflow.names import public_records
from briefings.workflow.pages import site
from briefings.workflow.publishing.editions import append_edition, lock
from tests.desk.pictures.making import figure_of, put_on_file
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_draft, make_edition, make_quote
from tests.workflow.site_and_pages import save

MONTH = timedelta(days=30)
BARE = {"blocks": (), "faq": (), "authors": (), "sources": ()}
WITHDRAWN, CORRECTED, REMOVED, MERGED = (NOON + hour * HOUR for hour in range(4))
RENAMED, FILED, TAKEN_DOWN, NEW_LOOK = (NOON + day * DAY + HOUR for day in range(1, 5))
OLD_NEWS = NOON + 48 * HOUR
BACK = NOON + 8 * DAY + SECOND / 2
SECOND_OVER = BACK + SECOND / 2


def day(number: int) -> date:
    """That many days after the day of NOON, in the newsroom's zone."""
    return timezone.localdate(NOON) + number * DAY


def changes() -> dict[datetime, str]:
    """What changes, by its moment, in order. Nothing else does."""
    return {
        WITHDRAWN: "briefings begin, one of them imported; another is withdrawn",
        CORRECTED: "a correction; another is withdrawn; a standing page",
        REMOVED: "a briefing is removed",
        MERGED: "a briefing is merged into another",
        RENAMED: "a topic has another name",
        OLD_NEWS: "what began first leaves the news sitemap",
        FILED: "somebody private is filed publicly",
        TAKEN_DOWN: "a standing page is taken down",
        NEW_LOOK: "the site has another name, accents and a logo",
        midnight_after(day(4)): "the last day of a picture has passed that an edition shows which can still be read",
        BACK: "the second one is back with two pictures, one of them past its last day; the person has another name",
        SECOND_OVER: "Last-Modified is of that second, no longer of the one before",
        midnight_after(day(12)): "the last day of the other has passed",
        WITHDRAWN + MONTH: "the notice of what was withdrawn leaves the feeds",
        REMOVED + MONTH: "that of what was removed does",
        MERGED + MONTH: "that of what was merged does",
    }


def make_site() -> None:
    """The whole of it. The topic of an edition that was called off has a new name, too, which nobody notices."""
    pictures = {number: put_on_file(usable_until=day(number)) for number in (4, 7, 12)}
    words, authors = (
        (make_quote("Ten.", speaker="Somebody", kind="private"),),
        (PersonName(name="An author", kind="public"),),
    )
    gone, back, merged = (_edition(slug, LONG_AGO) for slug in ("gone", "back", "merged"))
    _edition("gone", LONG_AGO + DAY, briefing=gone)
    erase(gone, number=1, reason="An order", by=None)
    kept = _edition("kept", NOON, blocks=(*words, figure_of(pictures[4])), authors=authors)
    removed = make_draft("old", **BARE).briefing
    _append(removed, "imported", NOON, slug="old", first_published="2019-05-01T08:30:00+02:00")

    _append(gone, "withdrawn", WITHDRAWN, slug="gone")
    correction = Change(correction=Correction(key=new_key("c"), was_wrong="Nine", is_right="Ten"))
    _edition("kept", CORRECTED, briefing=kept, kind="correction", change=correction, blocks=words, authors=authors)
    _append(back, "withdrawn", CORRECTED, slug="back")
    _append(removed, "removed", REMOVED, slug="old", headline="")
    _append(merged, "merged", MERGED, slug="merged", merged_into=str(kept.uuid))
    _edition("back", BACK, briefing=back, blocks=tuple(figure_of(pictures[number]) for number in (7, 12)))
    never = make_edition("never", slug="kept", briefing=kept, live_from=NOON + 20 * DAY, topics=("unseen",), **BARE)
    call_off(never, by=None)
    _names_change()


def _edition(slug: str, live_from: datetime, **differences: object) -> Briefing:
    values = {"slug": slug, "topics": ("marmots",), **BARE, **differences}
    return make_edition(slug, live_from=live_from, **values).briefing


@transaction.atomic
def _append(briefing: Briefing, kind: str, live_from: datetime, **values: object) -> None:
    """An edition without a draft, as ends and imports are."""
    change = None if kind == "imported" else Change(note=f"Why it was {kind}.")
    content = BriefingContent.offered(
        **{"id": str(briefing.uuid), "headline": f"The {kind}", "change": change, **values}
    )
    append_edition(lock(briefing), content, kind=kind, live_from=live_from, by=None)


@transaction.atomic
def _names_change() -> None:
    topics = {topic.name: topic.uuid for topic in Topic.objects.all()}
    somebody, page = Person.objects.get(name="Somebody").uuid, save("about").uuid
    about = {"slug": "about", "heading": "About", "body": "<p>Us.</p>", "position": 0}
    logo = working_copy.image_name(put_on_file(usable_until=day(10)))
    look = {"name": "The Quay", "accent_light": "#1d4f91", "accent_dark": "#8ab4f8", "logo": logo}
    for kind, uuid, live_from, values in (
        (Subject.Kind.TOPIC, topics["marmots"], RENAMED, {"name": "Whistlers", "slug": "marmots"}),
        (Subject.Kind.TOPIC, topics["unseen"], RENAMED + HOUR, {"name": "Unnoticed", "slug": "unseen"}),
        (Subject.Kind.PERSON, somebody, FILED, {"name": "Somebody", "slug": "somebody", "kind": "public"}),
        (Subject.Kind.PERSON, somebody, BACK, {"name": "Somebody else", "slug": "somebody", "kind": "public"}),
        (Subject.Kind.PAGE, page, CORRECTED, about),
        (Subject.Kind.PAGE, page, TAKEN_DOWN, about | {"gone": True}),
        (Subject.Kind.SITE, site.SITE, NEW_LOOK, look),
    ):
        subject, _ = public_records.lock_subject(kind, uuid)
        named = {} if kind == Subject.Kind.SITE else {"id": str(uuid)}
        public_records.publish_record(subject, BY_KIND[kind](**named, **values), by=None, live_from=live_from)
