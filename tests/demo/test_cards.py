"""How the demo newsroom's pages describe themselves, to whoever lists or shares them."""

import re

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SITE = "https://news.example"
KINDS = {
    "/": "home",
    "/archive/": "archive",
    "/corrections/": "corrections",
    "/topics/environment/": "topic",
    "/people/ilse-maranthe/": "person",
    "/people/narrows-agreement/": "document",
    "/authors/bettany-ruskoe/": "author",
    "/about/privacy/": "standing page",
    "/briefings/narrows-reopening/": "briefing",
    "/briefings/narrows-reopening/history/": "editions",
    "/briefings/narrows-reopening/v/1/": "as published",
    "/briefings/quarry-letter/": "withdrawn",
    "/briefings/appeal-court-custody/": "removed",
    "/no-such-thing/": "unknown",
}
OF_REMOVED = "/briefings/appeal-court-custody/history/"
"""Shows the same as the briefing's own address."""
OPEN_GRAPH = (
    "og:title",
    "og:type",
    "og:image",
    "og:url",
    "og:description",
    "og:site_name",
    "og:locale",
    "twitter:card",
)


def test_every_page_describes_itself_in_70_to_160_characters_and_no_two_alike(pages):
    described = {path: page.meta("description") for path, page in pages.items()}

    assert KINDS.keys() <= described.keys()
    assert any(re.fullmatch(r"/archive/\d{4}/\d{2}/", path) for path in described)
    assert {path: texts for path, texts in described.items() if len(texts) != 1} == {}
    assert {path: text for path, [text] in described.items() if not 70 <= len(text) <= 160} == {}
    live = [text for path, [text] in described.items() if "/v/" not in path and "?" not in path and path != OF_REMOVED]
    assert len(set(live)) == len(live)


def test_every_page_has_a_whole_card_and_a_canonical_address(pages):
    for path, page in pages.items():
        if path in ("/no-such-thing/", OF_REMOVED):
            continue
        for name in OPEN_GRAPH:
            [content] = page.meta(name)
            assert content, (path, name)
        [canonical] = [link["href"] for link in page.all("link", rel="canonical")]
        assert page.meta("og:url") == [canonical]
        assert canonical == f"{SITE}{re.sub(r'v/[0-9]+/$', '', path)}"
        assert page.meta("og:image")[0].startswith(f"{SITE}/")
        assert page.meta("og:type") == ["article" if page.meta("article:published_time") else "website"]


def test_ends_and_editions_as_published_are_no_articles_and_in_no_search_engine(pages):
    hidden = {path for path, page in pages.items() if page.meta("robots") == ["noindex"]}

    of_the_past = {path for path in pages if "/v/" in path or "/changes/" in path}
    narrowed = {path for path in pages if path.startswith("/quotes/?")}
    assert of_the_past | narrowed < hidden
    assert hidden - of_the_past - narrowed == {
        "/briefings/quarry-letter/",
        "/briefings/appeal-court-custody/",
        OF_REMOVED,
        "/no-such-thing/",
        "/search/",
    }
    assert {path for path in hidden - narrowed if pages[path].data} == set()
