"""One maker of the site's identity, of its front page and of standing pages, with explicit differences."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from briefings import workflow
from briefings.content import FrontPlace, FrontRecord, SiteRecord
from briefings.content.fields import utc_iso
from briefings.models import Briefing, PublicRecord, StandingPage, User
from briefings.workflow.pages import front_page, site


def set_site(*, by: User | None = None, expected: str | None = None, **values: Any) -> PublicRecord:
    content = SiteRecord(**{"name": "The Harbour Desk", **values})
    return workflow.set_site(content, by=by, expected=site.current_site()[1] if expected is None else expected)


def place(
    *placed: Briefing | tuple[Briefing, datetime], by: User | None = None, expected: str | None = None
) -> PublicRecord:
    """Put briefings first on the front page, each for good or until a moment."""
    pairs = [(one, None) if isinstance(one, Briefing) else one for one in placed]
    places = tuple(FrontPlace(briefing=str(one.uuid), until=until and utc_iso(until)) for one, until in pairs)
    known = front_page.current_front()[1] if expected is None else expected
    return workflow.set_front(FrontRecord(places=places), by=by, expected=known)


def save(
    slug: str = "about",
    *,
    page: StandingPage | None = None,
    expected: int | None = None,
    by: User | None = None,
    **values: Any,
) -> StandingPage:
    """A save of `page`, as it stands on file, else of a new one; the words of a new one hold its slug."""
    here = StandingPage.objects.filter(uuid=page.uuid).first() if page else None
    facts = {"slug": slug, "heading": f"All about {slug}", "body": f"<p>The text of {slug}.</p>", "language": "en"}
    return workflow.save_page(
        page.uuid if page else uuid4(),
        by=by,
        expected=expected if expected is not None else here.version if here else 0,
        **facts | {"in_footer": True} | values,
    )


def publish(page: StandingPage, *, by: User | None = None, expected: int | None = None) -> PublicRecord:
    page.refresh_from_db()
    return workflow.publish_page(page, by=by, expected=page.version if expected is None else expected)


def published(slug: str = "about", **values: Any) -> StandingPage:
    page = save(slug, **values)
    publish(page)
    return page
