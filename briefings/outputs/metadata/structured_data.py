"""JSON-LD: things of schema.org as plain values, and the element that holds them."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from briefings.content.richtext import plain_text
from briefings.outputs.facts import Link, Site

# In an element nothing may look like its end, and in JavaScript two signs end a line that JSON lets stand in one.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def element(things: Iterable[Mapping[str, Any]]) -> SafeString:
    """`things` in one `<script>` that no browser runs; nothing for none.

    It is called safe because every sign that HTML gives a meaning has just been taken out of it.
    """
    graph = list(things)
    if not graph:
        return SafeString()
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text.translate(_ESCAPED)))


def thing(kind: str, **properties: Any) -> dict[str, Any]:
    """A thing of that type, without the properties that have no value."""
    return {"@type": kind} | {name: value for name, value in properties.items() if value not in ("", None, (), [])}


def trail(site: Site, *links: Link) -> dict[str, Any]:
    """The way from the front page to a page, which is the last of `links`."""
    home = Link(name=site.name or pgettext("the front page of the site", "Home"), path="/")
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=place, name=link.name, item=absolute(site, link.path))
            for place, link in enumerate((home, *links), start=1)
        ],
    )


def questions(url: str, entries: Iterable[Mapping[str, Any]], **more: Any) -> dict[str, Any] | None:
    """The answered questions of the page at `url`, each a `question`; nothing for none."""
    answered = list(entries)
    return thing("FAQPage", **{"@id": f"{url}#faq"}, **more, mainEntity=answered) if answered else None


def question(words: str, *, url: str, answer: str, **more: Any) -> dict[str, Any]:
    """A question with its `answer` in rich text; `url` leads to its place."""
    return thing("Question", name=words, url=url, **more, acceptedAnswer=thing("Answer", text=plain_text(answer)))


def website(site: Site, *, logo: Mapping[str, Any]) -> dict[str, Any]:
    return thing(
        "WebSite",
        url=f"{site.url}/",
        name=site.name,
        description=site.tagline,
        inLanguage=site.language,
        publisher=publisher(site, logo=logo),
    )


def publisher(site: Site, *, logo: Mapping[str, Any]) -> dict[str, Any]:
    """The site as whoever publishes. What it does about mistakes stands where its corrections do."""
    return thing(
        "NewsMediaOrganization",
        name=site.name,
        url=f"{site.url}/",
        logo=logo,
        correctionsPolicy=f"{site.url}/corrections/",
    )


def stamp(moment: datetime) -> str:
    """As in 2026-11-24T14:05:00+01:00."""
    return moment.isoformat(timespec="seconds")


def absolute(site: Site, path: str) -> str:
    """`path` under the site's address; what is absolute stays so, and nothing stays nothing."""
    return f"{site.url}{path}" if path.startswith("/") else path
