"""Standing pages: saved, published, put in order in the footer, taken down."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from briefings.audit import enter
from briefings.content import ContentRefused, PageRecord
from briefings.content.public_values import record_from
from briefings.content.richtext import plain_text
from briefings.content.slugs import ascii_slug
from briefings.models import PublicRecord, StandingPage, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

PAGE = Subject.Kind.PAGE
ABOUT_THEIR_ORDER = "standingpages"
"""How the record names all of them together."""
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]*\]")
_FIELDS = {"slug": "address", "body": "text"}
_STALE = "Somebody saved this page meanwhile. Look at what stands there now, then {act} it."


@transaction.atomic
def save_page(
    uuid: UUID,
    *,
    slug: str,
    heading: str,
    body: str,
    language: str,
    in_footer: bool,
    by: User | None,
    expected: int,
) -> StandingPage:
    """Save the working copy of the page with that id, new where there is none; readers notice nothing.

    `expected` is the version that was read, 0 for a new one. Without a slug one is made from the heading. What stands
    there already is not saved again. Raises Refused.
    """
    ask("site", by=by)
    page = _locked().get(uuid) or StandingPage(uuid=uuid)
    content, reasons = _offered(uuid, slug=slug, heading=heading, body=body, language=language)
    values = {**dict(content), "in_footer": in_footer} if content else {}
    values = {name: values[name] for name in ("slug", "heading", "body", "language", "in_footer") if name in values}
    if page.pk and all(getattr(page, name) == value for name, value in values.items()) and values:
        return page
    if expected != page.version:
        reasons.append(_STALE.format(act="save"))
    if reasons:
        raise Refused(*reasons)
    values |= {"version": page.version + 1, "saved_by": by, "saved_at": timezone.now()}
    if page.pk is None:
        last = StandingPage.objects.aggregate(last=Max("position"))["last"]
        try:
            with transaction.atomic():
                page = StandingPage.objects.create(uuid=uuid, position=0 if last is None else last + 1, **values)
        except IntegrityError as error:  # the same form sent twice at once, or another page with this address
            raise Refused(_STALE.format(act="save")) from error
    elif not StandingPage.objects.filter(pk=page.pk, version=expected).update(**values):
        raise Refused(_STALE.format(act="save"))
    page.refresh_from_db()
    enter("saved", by=by, about=about(page), detail=f"version {page.version}")
    return page


@transaction.atomic
def publish_page(page: StandingPage, *, by: User | None, expected: int) -> PublicRecord:
    """Give readers the page as it was saved last. `expected` is the version that was looked at. Raises Refused."""
    ask("site", by=by)
    pages = _locked()
    page = pages[page.uuid]
    stands = live_page(page)
    reasons = [_STALE.format(act="publish")] if page.version != expected else []
    content, refused = _offered(page.uuid, slug=page.slug, heading=page.heading, body=page.body, language=page.language)
    reasons += refused
    if not plain_text(page.body).strip():
        reasons.append("Write the text of the page.")
    if left := placeholders(page.heading, page.body):
        reasons.append(f"Fill in what still stands in square brackets: {', '.join(left)}.")
    if content and not reasons:
        content = content.model_copy(update={"position": _place(page, pages, stands)})
        if content == stands:
            reasons.append("Readers have this text already.")
    if reasons:
        raise Refused(*reasons)
    subject, _ = public_records.lock_subject(PAGE, page.uuid)
    row = public_records.publish_record(subject, content, by=by)
    _settle(pages, by=by)
    record("published", by=by, about=about(page), detail=f"version {page.version}")
    return row


@transaction.atomic
def take_down_page(page: StandingPage, *, by: User | None) -> PublicRecord:
    """Take the page from readers: its address is unknown then, and stays the page's own. Raises Refused."""
    ask("site", by=by)
    page = _locked()[page.uuid]
    stands = live_page(page)
    if stands is None:
        raise Refused("Readers do not have this page.")
    subject, _ = public_records.lock_subject(PAGE, page.uuid)
    row = public_records.publish_record(subject, stands.model_copy(update={"gone": True}), by=by)
    record("taken down", by=by, about=about(page))
    return row


@transaction.atomic
def order_pages(order: Sequence[UUID], *, by: User | None) -> None:
    """Put all pages into this order, which is the footer's. Raises Refused."""
    ask("site", by=by)
    pages = _locked()
    if sorted(order) != sorted(pages):
        raise Refused("There are other pages by now. Look at the list again.")
    if list(order) == [page.uuid for page in _in_order(pages)]:
        raise Refused("The pages stand in this order already.")
    for position, uuid in enumerate(order):
        pages[uuid].position = position
    StandingPage.objects.bulk_update(pages.values(), ["position"])
    moved = _settle(pages, by=by)
    write = record if moved else enter
    write("put in order", by=by, about=ABOUT_THEIR_ORDER)


def live_page(page: StandingPage) -> PageRecord | None:
    """What readers have of the page; None where that is nothing, or no more."""
    return live_pages().get(page.uuid)


def live_pages() -> dict[UUID, PageRecord]:
    """What readers have, by the ids of the pages. One query."""
    rows = PublicRecord.objects.without_successor().filter(subject__kind=PAGE, text__text__isnull=False)
    stand = {uuid: record_from(PAGE, text) for uuid, text in rows.values_list("subject__uuid", "text__text")}
    return {uuid: page for uuid, page in stand.items() if not page.gone}


def is_as_published(page: StandingPage, stands: PageRecord) -> bool:
    """Whether readers have the page as it was saved last."""
    saved = (page.slug, page.heading, page.body, page.language, page.in_footer)
    return saved == (stands.slug, stands.heading, stands.body, stands.language, stands.position is not None)


def placeholders(*texts: str) -> list[str]:
    """What still has to be filled in, as it stands there: “[postal address]”."""
    return [found for text in texts for found in _PLACEHOLDER.findall(plain_text(text))]


def about(page: StandingPage) -> str:
    """How the record names a page."""
    return f"standingpage:{page.uuid}"


def _locked() -> dict[UUID, StandingPage]:
    """All pages: they are few, and each has its place among the others."""
    return {page.uuid: page for page in StandingPage.objects.select_for_update().order_by("pk")}


def _in_order(pages: dict[UUID, StandingPage]) -> list[StandingPage]:
    return sorted(pages.values(), key=lambda page: (page.position, page.pk))


def _offered(uuid: UUID, *, slug: str, heading: str, body: str, language: str) -> tuple[PageRecord | None, list[str]]:
    """The page as a value, and all that stands against it."""
    reasons = []
    if not heading.strip():
        reasons.append("Write the heading of the page.")
    slug = slug or _free_slug(uuid, heading)
    try:
        content = PageRecord.offered(id=str(uuid), slug=slug, heading=heading or "–", body=body, language=language)
    except ContentRefused as refusal:
        told = [f"The {_FIELDS.get(address, address)} {sentence}" for address, sentence in refusal.reasons]
        return None, [*reasons, *told]
    taken = StandingPage.objects.filter(slug=content.slug).exclude(uuid=uuid).exists()
    if taken or not public_records.is_free(PAGE, content.slug, of=uuid):
        reasons.append(f"The address “{content.slug}” belongs to another page. Choose another.")
    return content, reasons


def _free_slug(uuid: UUID, heading: str) -> str:
    base = ascii_slug(heading, otherwise=f"page-{uuid.hex[:8]}")
    taken = set(StandingPage.objects.exclude(uuid=uuid).values_list("slug", flat=True))
    tries = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 1000))
    return next(slug for slug in tries if slug not in taken and public_records.is_free(PAGE, slug, of=uuid))


def _place(page: StandingPage, pages: dict[UUID, StandingPage], stands: PageRecord | None) -> int | None:
    """Where the page stands in the footer: where it stood, or after whatever comes before it on the desk."""
    if not page.in_footer:
        return None
    if stands and stands.position is not None:
        return stands.position
    order, live = _in_order(pages), live_pages()
    before = [live.get(other.uuid) for other in order[: order.index(page)]]
    return max((one.position + 1 for one in before if one and one.position is not None), default=0)


def _settle(pages: dict[UUID, StandingPage], *, by: User | None) -> int:
    """Bring what readers have into the desk's order, moving as few as that takes; how many moved."""
    last, moved, live = -1, 0, live_pages()
    for page in _in_order(pages):
        stands = live.get(page.uuid)
        if stands is None or stands.position is None:
            continue
        if stands.position <= last:
            subject, _ = public_records.lock_subject(PAGE, page.uuid)
            public_records.publish_record(subject, stands.model_copy(update={"position": last + 1}), by=by)
            moved += 1
        last = max(last + 1, stands.position)
    return moved
