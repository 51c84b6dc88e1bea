"""One maker of briefings for the tests of rows and of the log, with explicit differences."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection, transaction

from briefings import working_copy
from briefings.content import (
    BriefingContent,
    FAQEntry,
    PersonName,
    QuoteBlock,
    SectionBlock,
    Span,
    TopicName,
    from_canonical,
    new_key,
)
from briefings.models import Briefing, Draft, Edition, User
from briefings.roles import ROLES
from briefings.workflow.publishing import slugs
from briefings.workflow.publishing.editions import append_edition, lock

LATER = datetime(2199, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SECTION, QUOTE, ANSWERED, OPEN = "sabcdefgh", "qabcdefgh", "fabcdefg2", "fabcdefg3"


def make_content(**differences: Any) -> BriefingContent:
    """A content that readiness lets through, with one part of each kind; no two have the same id."""
    values = {
        "id": str(uuid.uuid4()),
        "headline": "Allies pledge guarantees",
        "lede": "Thirty-five states met in Paris.",
        "blocks": (
            SectionBlock(key=SECTION, heading="What happened", body="<p>He called it “our pledge” twice over.</p>"),
            QuoteBlock(
                key=QUOTE,
                spans=(Span(text="our pledge"),),
                section=SECTION,
                person=PersonName(name="Emmanuel Macron", kind="public"),
                role="President of France",
                confirmed=True,
            ),
        ),
        "faq": (
            FAQEntry(key=ANSWERED, question="Who pays?", answer="<p>Each state.</p>"),
            FAQEntry(key=OPEN, question="What happens next?", open="shown"),
        ),
        "topics": (TopicName(name="Ukraine", slug="ukraine"),),
    }
    return BriefingContent.offered(**values | differences)


def make_draft(*, by: User | None = None, **differences: Any) -> Draft:
    return working_copy.create(make_content(**differences), by=by)


def make_user(name: str = "Mira Novak", *, role: str = "chief") -> User:
    """Somebody of the staff, in the `role` (a key of `roles.ROLES`)."""
    user = User.objects.create_user(username=name, password=None, is_staff=True)
    user.groups.add(Group.objects.get(name=ROLES[role]))
    return user


def save(briefing: Briefing, *, by: User | None = None, **differences: Any) -> Draft:
    """A deliberate save of the draft as it stands, with differences."""
    draft = Draft.objects.get(briefing=briefing)
    content = BriefingContent.offered(**dict(working_copy.read(draft)) | differences)
    working_copy.write(draft, content, expected=draft.version, by=by)
    return draft


@transaction.atomic
def make_edition(
    briefing: Briefing, *, live_from: datetime, kind: str = Edition.Kind.FIRST, **differences: Any
) -> Edition:
    """An edition live from any moment, past ones too: the log's own door, below the rules of publishing."""
    content = BriefingContent.offered(**dict(working_copy.read(Draft.objects.get(briefing=briefing))) | differences)
    briefing = lock(briefing)
    content = slugs.reserve(briefing, content.for_readers())
    return append_edition(
        briefing, content, kind=kind, live_from=live_from, by=None, revision=briefing.revisions.last()
    )


def text_of(edition: Edition) -> BriefingContent:
    return from_canonical(edition.text.text)


def key(letter: str) -> str:
    return new_key(letter)


def everything() -> dict[str, list[tuple]]:
    """Every row of every table of ours as the database has it, for the proof that nothing changed."""
    models = [*apps.get_app_config("briefings").get_models(), *apps.get_app_config("faq").get_models()]
    rows = {}
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            rows[model.__name__] = sorted(cursor.fetchall(), key=repr)
    return rows
