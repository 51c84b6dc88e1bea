"""Standing pages: saving, publishing, ordering in the footer, taking down."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import readiness
from briefings.audit import enter
from briefings.content import ContentRefused, PageRecord
from briefings.content.public_values import record_from
from briefings.content.richtext import plain_text
from briefings.content.slugs import ascii_slug
from briefings.content.text import is_blank
from briefings.models import PublicRecord, StandingPage, Subject, User
from briefings.workflow.names import public_records
from briefings.workflow.pages.page_problems import problem
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused

PAGE = Subject.Kind.PAGE
ABOUT_THEIR_ORDER = "standingpages"
"""The name of all pages together in the audit log."""
_PLACEHOLDER = re.compile(r"\[[^\[\]\n]*\]")


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
    """Save the working copy of the page with that id, a new one where there is none; readers notice nothing.

    `expected` is the version that was read, 0 for a new page. An empty slug is made from the heading. A page that would
    not change is not saved. Raises Refused.
    """
    ask("site", by=by)
    page = _locked().get(uuid) or StandingPage(uuid=uuid)
    content, reasons = _offered(uuid, slug=slug, heading=heading, body=body, language=language)
    values = {**dict(content), "in_footer": in_footer} if content else {}
    values = {name: values[name] for name in ("slug", "heading", "body", "language", "in_footer") if name in values}
    if page.pk and all(getattr(page, name) == value for name, value in values.items()) and values:
        return page
    if expected != page.version:
        reasons.append(_("Somebody saved this page meanwhile. Look at what stands there now, then save it."))
    if reasons:
        raise Refused(*reasons)
    values |= {"version": page.version + 1, "saved_by": by, "saved_at": timezone.now()}
    if page.pk is None:
        last = StandingPage.objects.aggregate(last=Max("position"))["last"]
        try:
            with transaction.atomic():
                page = StandingPage.objects.create(uuid=uuid, position=0 if last is None else last + 1, **values)
        except IntegrityError as error:  # the same form sent twice at once, or another page with this address
            raise Refused(
                _("Somebody saved this page meanwhile. Look at what stands there now, then save it.")
            ) from error
    elif not StandingPage.objects.filter(pk=page.pk, version=expected).update(**values):
        raise Refused(_("Somebody saved this page meanwhile. Look at what stands there now, then save it."))
    page.refresh_from_db()
    enter("saved", by=by, about=about(page), detail=f"version {page.version}")
    return page


@transaction.atomic
def publish_page(page: StandingPage, *, by: User | None, expected: int) -> PublicRecord:
    """Publish the page as it was last saved. `expected` is the version that was looked at. Raises Refused."""
    ask("site", by=by)
    pages = _locked()
    page = pages[page.uuid]
    current = live_page(page)
    reasons = (
        [_("Somebody saved this page meanwhile. Look at what stands there now, then publish it.")]
        if page.version != expected
        else []
    )
    content, refused = _offered(page.uuid, slug=page.slug, heading=page.heading, body=page.body, language=page.language)
    reasons += refused
    if is_blank(plain_text(page.body)):
        reasons.append(_("Write the text of the page."))
    if left := placeholders(page.heading, page.body):
        reasons.append(_("Fill in what still stands in square brackets: %(names)s.") % {"names": ", ".join(left)})
    findings = readiness.of_page(page.body, timezone.now())
    reasons += [finding.sentence for finding in findings if finding.level is readiness.Level.BLOCK]
    if content and not reasons:
        content = content.model_copy(update={"position": _place(page, pages, current)})
        if content == current:
            reasons.append(_("Readers have this text already."))
    if reasons:
        raise Refused(*reasons)
    subject, _current = public_records.lock_subject(PAGE, page.uuid)
    row = public_records.publish_record(subject, content, by=by)
    _settle(pages, by=by)
    record("published", by=by, about=about(page), detail=f"version {page.version}")
    return row


@transaction.atomic
def take_down_page(page: StandingPage, *, by: User | None) -> PublicRecord:
    """Take the page down: its address answers 404, and no other page can have it. Raises Refused."""
    ask("site", by=by)
    page = _locked()[page.uuid]
    current = live_page(page)
    if current is None:
        raise Refused(_("Readers do not have this page."))
    subject, _current = public_records.lock_subject(PAGE, page.uuid)
    row = public_records.publish_record(subject, current.model_copy(update={"gone": True}), by=by)
    record("taken down", by=by, about=about(page))
    return row


@transaction.atomic
def order_pages(order: Sequence[UUID], *, by: User | None) -> None:
    """Put all pages in the order of their ids in `order`, which is also the footer's. Raises Refused."""
    ask("site", by=by)
    pages = _locked()
    if sorted(order) != sorted(pages):
        raise Refused(_("There are other pages by now. Look at the list again."))
    if list(order) == [page.uuid for page in _in_order(pages)]:
        raise Refused(_("The pages stand in this order already."))
    for position, uuid in enumerate(order):
        pages[uuid].position = position
    StandingPage.objects.bulk_update(pages.values(), ["position"])
    moved = _settle(pages, by=by)
    write = record if moved else enter
    write("put in order", by=by, about=ABOUT_THEIR_ORDER)


def live_page(page: StandingPage) -> PageRecord | None:
    """The live record of the page; None where it has none, or was taken down."""
    return live_pages().get(page.uuid)


def live_pages() -> dict[UUID, PageRecord]:
    """The live records of all pages, by their ids. One query."""
    rows = PublicRecord.objects.without_successor().filter(subject__kind=PAGE, text__text__isnull=False)
    records = {uuid: record_from(PAGE, text) for uuid, text in rows.values_list("subject__uuid", "text__text")}
    return {uuid: page for uuid, page in records.items() if not page.gone}


def is_as_published(page: StandingPage, current: PageRecord) -> bool:
    """Whether the live record is the page as it was last saved."""
    saved = (page.slug, page.heading, page.body, page.language, page.in_footer)
    return saved == (current.slug, current.heading, current.body, current.language, current.position is not None)


def placeholders(*texts: str) -> list[str]:
    """What still has to be filled in, with its brackets: “[postal address]”."""
    return [placeholder for text in texts for placeholder in _PLACEHOLDER.findall(plain_text(text))]


def about(page: StandingPage) -> str:
    """The name of the page in the audit log."""
    return f"standingpage:{page.uuid}"


def _locked() -> dict[UUID, StandingPage]:
    """Lock all pages, which are few, since the place of each depends on the others; return them by id."""
    return {page.uuid: page for page in StandingPage.objects.select_for_update().order_by("pk")}


def _in_order(pages: dict[UUID, StandingPage]) -> list[StandingPage]:
    return sorted(pages.values(), key=lambda page: (page.position, page.pk))


def _offered(uuid: UUID, *, slug: str, heading: str, body: str, language: str) -> tuple[PageRecord | None, list[str]]:
    """The page as a record, and the reasons against it; None where it cannot be one."""
    reasons = []
    if is_blank(heading):
        reasons.append(_("Write the heading of the page."))
    slug = slug or _free_slug(uuid, heading)
    try:
        content = PageRecord.offered(id=str(uuid), slug=slug, heading=heading or "–", body=body, language=language)
    except ContentRefused as refusal:
        return None, [*reasons, *(problem(address, sentence) for address, sentence in refusal.reasons)]
    taken = StandingPage.objects.filter(slug=content.slug).exclude(uuid=uuid).exists()
    if taken or not public_records.is_free(PAGE, content.slug, of=uuid):
        reasons.append(_("The address “%(slug)s” belongs to another page. Choose another.") % {"slug": content.slug})
    return content, reasons


def _free_slug(uuid: UUID, heading: str) -> str:
    base = ascii_slug(heading, otherwise=f"page-{uuid.hex[:8]}")
    taken = set(StandingPage.objects.exclude(uuid=uuid).values_list("slug", flat=True))
    tries = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 1000))
    return next(slug for slug in tries if slug not in taken and public_records.is_free(PAGE, slug, of=uuid))


def _place(page: StandingPage, pages: dict[UUID, StandingPage], current: PageRecord | None) -> int | None:
    """The page's place in the footer: the one it had, or after the pages that come before it on the desk."""
    if not page.in_footer:
        return None
    if current and current.position is not None:
        return current.position
    order, live = _in_order(pages), live_pages()
    before = [live.get(other.uuid) for other in order[: order.index(page)]]
    return max((one.position + 1 for one in before if one and one.position is not None), default=0)


def _settle(pages: dict[UUID, StandingPage], *, by: User | None) -> int:
    """Bring the footer into the order of the desk, with as few new records as possible. Returns how many."""
    last, moved, live = -1, 0, live_pages()
    for page in _in_order(pages):
        current = live.get(page.uuid)
        if current is None or current.position is None:
            continue
        if current.position <= last:
            subject, _current = public_records.lock_subject(PAGE, page.uuid)
            public_records.publish_record(subject, current.model_copy(update={"position": last + 1}), by=by)
            moved += 1
        last = max(last + 1, current.position)
    return moved
