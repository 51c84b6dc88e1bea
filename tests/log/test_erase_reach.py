"""An erasure reaches, or tells of, every column that can hold a briefing's words; a new column has to say which."""

import pytest
from django.apps import apps
from django.db import models

from briefings import workflow
from briefings.models import Comment, EditBuffer, User
from briefings.models.published_words import WordsField
from tests.log.erasure_orders import SECRET, erase, make_order, rows_holding
from tests.workflow.making import DAY

LONG = (models.TextField, models.BinaryField, models.JSONField, WordsField)
EMPTIED = {
    "StoredText": {"text"},
    "EditBuffer": {"fields"},
    "ActNote": {"text"},
    "Comment": {"text"},
    "Revision": {"name"},
    "Original": {"data", "name", "beginning", "sketch", "decisions"},
    "Image": {"widths", "credit", "caption", "people", "rights"},
    "PublishedSummary": {"headline", "lede", "note"},
    "PublishedTopic": {"name"},
    "PublishedQuote": {"words", "person_name", "role"},
    "PublishedAuthor": {"name"},
    "PublishedImage": {"image"},
    "PublishedCorrection": {"was_wrong", "is_right"},
    "PublishedQuestion": {"question", "answer", "open_wording"},
    "PublishedWords": {"words"},
    "DraftWords": {"words"},
}
"""What the erasure of an edition takes the words out of."""
NOTES = {"review_note", "submit_note"}
"""The columns of the draft that are emptied."""
TOLD_OF = {
    "Draft": {"headline", "lede", "dateline", "embargo_source", "scheduling_note"} | NOTES,
    "Section": {"heading", "body"},
    "Source": {"title", "publisher", "url", "excerpt"},
    "Quote": {"spans", "role"},
    "Figure": {"alt", "caption"},
    "FAQItem": {"question", "answer", "open_wording"},
}
"""The draft, which editors go on with: where it holds the words still, the erasure says so."""
OF_THEIR_OWN = {
    "Erasure": {"reason"},
    "AuditEntry": {"detail"},
    "DeskSession": {"session_data"},
    "StandingPage": {"heading", "body"},
    "Person": {"name"},
    "PublishedName": {"name"},
}
"""The site's own words, names on file, what is said of acts, and who is logged in."""


def test_an_erasure_knows_every_column_that_can_hold_words_of_a_briefing():
    found = {
        model.__name__: {field.name for field in model._meta.local_fields if isinstance(field, LONG)}
        for app in ("briefings", "faq")
        for model in apps.get_app_config(app).get_models()
    }

    assert {name: fields for name, fields in found.items() if fields} == EMPTIED | TOLD_OF | OF_THEIR_OWN


@pytest.mark.django_db
def test_what_somebody_typed_and_did_not_save_is_emptied_with_it():
    briefing = make_order()
    user = User.objects.create(username="mira")
    EditBuffer.objects.create(
        form="11111111-1111-4111-8111-111111111111",
        user=user,
        briefing_uuid=briefing.uuid,
        version=1,
        fields=f"lede={SECRET}",
        seen_at=briefing.created_at - DAY,
    )
    assert "EditBuffer" in rows_holding(SECRET)

    erase()

    assert rows_holding(SECRET) == []


@pytest.mark.django_db
def test_what_colleagues_wrote_to_each_other_about_it_is_emptied_with_it():
    briefing = make_order()
    workflow.comment(briefing, text=f"Is it {SECRET}?", by=None)
    workflow.submit(briefing, by=None, note=f"It is {SECRET}.")
    workflow.request_changes(briefing, by=None, note=f"It is not {SECRET}.")
    assert {"ActNote", "Comment", "Draft"} <= set(rows_holding(SECRET))

    erase()

    assert rows_holding(SECRET) == []
    assert not Comment.objects.open().exists()
