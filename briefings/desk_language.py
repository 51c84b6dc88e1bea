"""The language of the desk: what the user chose, of those that it is translated into; else the site's, else English."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info, override

ENGLISH = "en"


@cache
def languages() -> dict[str, str]:
    """The languages that the desk speaks, by code, each by its own name: English, and those that have a catalogue."""
    translated = {folder.name for path in settings.LOCALE_PATHS for folder in Path(path).iterdir() if folder.is_dir()}
    return {code: get_language_info(code)["name_local"] for code in sorted({ENGLISH, *translated})}


def of_site() -> str:
    """That of whoever did not choose, or is not logged in."""
    primary = settings.SITE_LANGUAGE.lower().partition("-")[0]
    return primary if primary in languages() else ENGLISH


def of_user(user: Any) -> str:
    chosen = getattr(user, "desk_language", "")
    return chosen if chosen in languages() else of_site()


def of_request(request: HttpRequest) -> str:
    """That of the user if this request has loaded one by now. It asks no database."""
    return of_user(getattr(request, "_cached_user", None))


def spoken_to(request: HttpRequest, words: Callable[[], str]) -> str:
    """What `words` gives in the language of whoever sent `request`, for an answer made outside the desk."""
    with override(of_request(request)):
        return words()
