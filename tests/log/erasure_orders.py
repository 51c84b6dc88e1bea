"""A briefing whose first edition holds words that an order forbids, and what tests ask of it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone

from briefings.content import FAQEntry, SectionBlock
from briefings.models import Briefing, Edition
from tests.workflow.making import DAY, SECTION, everything, key, make_draft, make_edition, save

SECRET = "Zyxwvut"
PARTS = {
    "headline": f"{SECRET} one",
    "lede": f"{SECRET} two",
    "blocks": (SectionBlock(key=SECTION, heading=f"{SECRET} three", body=f"<p>{SECRET} four</p>"),),
    "faq": (FAQEntry(key=key("f"), question=f"{SECRET} five?", answer=f"<p>{SECRET} six</p>"),),
}
CLEAN = {
    "headline": "Clean",
    "lede": "Clean lede",
    "blocks": (SectionBlock(key=SECTION, heading="Clean", body="<p>Clean body</p>"),),
    "faq": (),
}


def make_order(slug: str = "a") -> Briefing:
    """Edition 1 holds the secret, edition 2 and the draft do not; three saves led to edition 1."""
    briefing = make_draft(headline="Draft one", slug=slug, lede=SECRET).briefing
    save(briefing, **PARTS | {"headline": f"{SECRET} half"})
    save(briefing, **PARTS)
    now = timezone.now()
    make_edition(briefing, live_from=now - 3 * DAY)
    save(briefing, **CLEAN)
    make_edition(briefing, live_from=now - 2 * DAY, kind=Edition.Kind.MAJOR)
    return briefing


def erase(slug: str = "a", *, edition: int = 1, reason: str = "Order 7/26.") -> str:
    out = StringIO()
    call_command("erase", slug, "--edition", str(edition), "--reason", reason, stdout=out)
    return out.getvalue()


def refused(slug: str = "a", **options: object) -> str:
    before = everything()
    with pytest.raises(CommandError) as refusal:
        erase(slug, **options)
    assert everything() == before
    return str(refusal.value)


def rows_holding(words: str) -> list[str]:
    return [name for name, rows in everything().items() if any(words in str(value) for row in rows for value in row)]


def columns(row: models.Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.local_fields}
