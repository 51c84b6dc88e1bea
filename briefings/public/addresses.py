"""Addresses of public things, relative to the site."""

from datetime import date

from django.conf import settings
from django.urls import reverse


def absolute(path: str) -> str:
    """`path` under the site's own address, whatever host the request named."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def briefing(slug: str) -> str:
    return reverse("briefing", args=[slug])


def edition(slug: str, number: int) -> str:
    return reverse("edition", args=[slug, number])


def editions(slug: str) -> str:
    return reverse("editions", args=[slug])


def person(slug: str) -> str:
    return reverse("person", args=[slug])


def author(slug: str) -> str:
    return reverse("author", args=[slug])


def standing_page(slug: str) -> str:
    return reverse("standing-page", args=[slug])


def corrections() -> str:
    return reverse("corrections")


def archive() -> str:
    return reverse("archive")


def archive_month(first_day: date) -> str:
    return reverse("archive-month", args=[first_day])


def sitemap_of_month(first_day: date) -> str:
    return reverse("sitemap-month", args=[first_day])


def sitemap_of_pages() -> str:
    return reverse("sitemap-pages")


def feed(name: str) -> str:
    return reverse("site-feed", args=[name])


def archived_feed(day: date, name: str) -> str:
    return reverse("archived-feed", args=[day, name])


def topic(slug: str) -> str:
    return reverse("topic", args=[slug])
