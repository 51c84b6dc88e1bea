"""Addresses of public things, relative to the site."""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse as look_up

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}", re.ASCII)
"""What can be a slug in a query, as in a path."""
MONTH = re.compile(r"[12][0-9]{3}-[0-9]{2}")
"""A month in a query or in the name of a sitemap, as in 2026-11."""


@lru_cache(maxsize=4096)
def reverse(name: str, *args: str | int | date) -> str:
    """Django's `reverse`, which takes a page of fifty entries more time than the database does."""
    return look_up(name, args=args)


def absolute(path: str) -> str:
    """`path` under the site's own address, whatever host the request named."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def home() -> str:
    return reverse("home")


def language_home(language: str) -> str:
    return reverse("language-home", language)


def language_feeds(language: str) -> str:
    """What the addresses of the language's feeds begin with."""
    return f"{language_home(language)}feeds/"


def briefing(slug: str) -> str:
    return reverse("briefing", slug)


def edition(slug: str, number: int) -> str:
    return reverse("edition", slug, number)


def changes(slug: str, before: int, after: int) -> str:
    return reverse("changes", slug, before, after)


def story(slug: str) -> str:
    return reverse("story", slug)


def card(slug: str, digest: str) -> str:
    return reverse("card", slug, digest)


def editions(slug: str) -> str:
    return reverse("editions", slug)


def person(slug: str) -> str:
    return reverse("person", slug)


def people(letter: str = "", start: str = "") -> str:
    """The index of people, or its page of a letter, from a name on."""
    return _of_letter("people", letter, start)


def topics(letter: str = "", start: str = "") -> str:
    return _of_letter("topics", letter, start)


def _of_letter(name: str, letter: str, start: str) -> str:
    query = urlencode({key: value for key, value in (("from", start), ("letter", letter)) if value})
    return f"{reverse(name)}?{query}" if query else reverse(name)


def quotes(*, person: str = "", topic: str = "", month: date | None = None) -> str:
    """The list of quotations, or that of a person, on a topic, from a month (its first day)."""
    chosen = {"month": f"{month:%Y-%m}" if month else "", "person": person, "topic": topic}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{reverse('quotes')}?{query}" if query else reverse("quotes")


def author(slug: str) -> str:
    return reverse("author", slug)


def standing_page(slug: str) -> str:
    return reverse("standing-page", slug)


def corrections() -> str:
    return reverse("corrections")


def questions() -> str:
    return reverse("questions")


def open_questions() -> str:
    return reverse("open-questions")


def search() -> str:
    return reverse("search")


def archive() -> str:
    return reverse("archive")


def archive_month(first_day: date) -> str:
    return reverse("archive-month", first_day)


def sitemap_of_month(first_day: date) -> str:
    return reverse("sitemap-month", first_day)


def sitemap_of_pages() -> str:
    return reverse("sitemap-pages")


def feeds() -> str:
    return reverse("feeds")


def feed(name: str) -> str:
    return reverse("site-feed", name)


def archived_feed(day: date, name: str) -> str:
    return reverse("archived-feed", day, name)


def topic(slug: str) -> str:
    return reverse("topic", slug)
