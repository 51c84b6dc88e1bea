"""One maker of the site's identity and of standing pages, with explicit differences."""

from typing import Any
from uuid import uuid4

from briefings import workflow
from briefings.content import SiteRecord
from briefings.models import PublicRecord, StandingPage, User
from briefings.workflow.pages import site


def set_site(*, by: User | None = None, expected: str | None = None, **values: Any) -> PublicRecord:
    content = SiteRecord(**{"name": "The Harbour Desk", **values})
    return workflow.set_site(content, by=by, expected=site.current_site()[1] if expected is None else expected)


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
