"""Drafts and pictures that are on file when somebody knocks."""

from hashlib import sha256

from django.conf import settings
from django.test import override_settings

from briefings import pictures, workflow
from briefings.models import Draft, Image, User
from tests.making import LONG_AGO, NOON, make_draft, make_edition
from tests.pictures.making import photo, saved


class File:
    """A file to upload, as often as it is asked for."""

    name = "forged.png"

    def read(self) -> bytes:
        return saved(photo())


def picture_of(user: User | None, word: str) -> Image:
    """A picture that no draft shows yet; it says the word wherever it can, and has one file."""
    words = dict.fromkeys(("credit", "caption", "people", "rights"), f"The {word} words")
    digest, token = sha256(word.encode()).hexdigest(), pictures.new_token()
    pictures.keep(settings.MEDIA_ROOT, token, [("48.webp", word.encode())])
    return Image.objects.create(
        token=token, sha256=digest, width=48, height=32, widths=[48], fallback="jpg", uploaded_by=user, **words
    )


def drafts_of(user: User | None, whose: str, *, word: str) -> dict[str, Draft]:
    live = make_edition(f"{word} live", live_from=LONG_AGO, by=user)
    coming = make_edition(f"{word} coming", live_from=NOON, by=user)
    return {
        whose: make_draft(word, by=user, topics=(f"{word} matters",)),
        f"{whose} live": live.briefing.draft,
        f"{whose} scheduled": coming.briefing.draft,
    }


def published_alone(by: User, *, word: str) -> Draft:
    """A briefing of which `by`, who may, published words that nobody else had read."""
    draft = make_draft(f"{word} alone", by=by)
    with override_settings(SECOND_PERSON="always"):
        workflow.publish(draft.briefing, by=by)
    return draft
