"""While another draft is read, whoever wants one is told to come again, and nothing typed is lost."""

import json
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from briefings.admin.pasted_drafts import paste_page
from briefings.importing.memory import LATELY
from briefings.models import Original
from briefings.originals.turns import turn
from tests.desk.pasted_drafts.pasting import ADD, DRAFT, paste, review
from tests.desk.sheets import fields_of

pytestmark = pytest.mark.django_db

SENTENCE = "Another draft is being read at the moment. Try again in a few seconds: nothing is lost."


@pytest.fixture(autouse=True)
def nothing_in_memory():
    LATELY.clear()


@pytest.fixture
def busy(monkeypatch):
    """Somebody else's draft is being read, and nobody has patience."""
    monkeypatch.setattr("briefings.originals.turns.PATIENCE", 0)

    @contextmanager
    def reading():
        has_begun, may_end = Event(), Event()

        def read():
            with turn():
                has_begun.set()
                may_end.wait()

        thread = Thread(target=read)
        thread.start()
        has_begun.wait()
        try:
            yield
        finally:
            may_end.set()
            thread.join()

    return reading


def test_a_look_at_a_draft_that_is_not_in_memory_is_told_to_come_again(desk, busy):
    pasted = paste(desk)
    LATELY.clear()

    with busy():
        refused = pasted.again(page="1")

    assert refused.response.status_code == 503
    assert refused.response["Retry-After"] == "5"
    assert SENTENCE in refused.text
    assert f'href="{reverse("admin:briefings_original_change", args=[pasted.original.pk])}?page=1"' in refused.text
    assert pasted.again().response.status_code == 200


def test_a_look_at_what_is_in_memory_waits_for_nobody(desk, busy):
    pasted = paste(desk)

    with busy():
        assert pasted.again().response.status_code == 200


def test_a_pasted_text_comes_back_to_be_sent_again(desk, busy):
    fields = fields_of(desk.get(ADD), "paste_form")
    fields.pop("file")

    with busy():
        refused = desk.post(ADD, {**fields, "text": DRAFT, "html": "<p>Words of a page</p>"})

    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert SENTENCE in refused.content.decode()
    assert not Original.objects.exists()
    again = fields_of(refused, "paste_form")
    assert again["text"].strip() == DRAFT.strip()
    assert again["html"] == "<p>Words of a page</p>"


def test_while_another_is_read_not_even_the_clipboard_is_looked_at(desk, busy, monkeypatch):
    fields = fields_of(desk.get(ADD), "paste_form")
    fields.pop("file")
    monkeypatch.setattr(paste_page, "read_text", None)

    with busy():
        assert desk.post(ADD, {**fields, "text": DRAFT, "html": "<p>Words</p>"}).status_code == 503


def test_of_a_file_it_is_said_that_it_has_to_be_chosen_once_more(desk, busy):
    fields = fields_of(desk.get(ADD), "paste_form")

    with busy():
        refused = desk.post(ADD, {**fields, "file": SimpleUploadedFile("draft.md", DRAFT.encode())})

    assert SENTENCE in refused.content.decode()
    assert "Choose the file once more." in refused.content.decode()


def test_a_decision_is_sent_again_by_one_press(desk, busy):
    pasted = paste(desk)
    fields = {**pasted.fields, f"role-{pasted.line('Talks begin').address}": "unplaced"}
    LATELY.clear()

    with busy():
        refused = pasted.posts(fields)

    assert refused.response.status_code == 503
    assert Original.objects.get().decisions == pasted.original.decisions
    for name, value in fields.items():
        assert f'name="{name}"' in refused.text, value
    assert f'action="{reverse("admin:briefings_original_decide", args=[pasted.original.pk])}"' in refused.text


def test_the_script_gets_the_sentence(desk, busy):
    pasted = paste(desk)
    LATELY.clear()

    with busy():
        answer = desk.post(
            reverse("admin:briefings_original_decide", args=[pasted.original.pk]),
            pasted.fields,
            headers={"Accept": "application/json"},
        )

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert json.loads(answer.content) == {"error": SENTENCE}


@pytest.mark.parametrize("page", ["make", "line", "update"])
def test_no_other_page_waits_either(desk, busy, page):
    draft = paste(desk).sends("make").client and Original.objects.get().briefing.draft
    pasted = paste(desk, DRAFT + "\nAnd one line more.\n")
    LATELY.clear()
    args = {"line": [pasted.original.pk, "0"], "update": [pasted.original.pk, draft.pk]}.get(page, [pasted.original.pk])
    where = reverse(f"admin:briefings_original_{page}", args=args)

    with busy():
        answer = desk.post(where, pasted.fields) if page == "make" else desk.get(where)

    assert answer.status_code == 503
    assert SENTENCE in answer.content.decode()
    assert not Original.objects.get(pk=pasted.original.pk).is_decided
    assert review(desk, pasted.original).response.status_code == 200
