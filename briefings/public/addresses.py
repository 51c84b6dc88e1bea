"""Addresses of public things, relative to the site."""

from datetime import date
from functools import lru_cache

from django.conf import settings
from django.urls import reverse as look_up


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
