"""A draft comes in as a text, as what the clipboard held, or as a file; its bytes are kept, and once for each form."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from briefings.models import AuditEntry, Original
from tests.desk.pasted_drafts.pasting import ADD, DRAFT, HEADLINE, paste, review
from tests.desk.sheets import fields_of

pytestmark = pytest.mark.django_db
HTML = "<h1>Harbour crews agree to talk</h1><p>They said so in <b>one</b> sentence that ends here.</p>"


def file(name, data):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def errors(pasted):
    return [error for field_errors in pasted.response.context["form"].errors.values() for error in field_errors]


def test_a_pasted_text_is_kept_as_it_came_and_shown_as_it_was_understood(desk):
    pasted = paste(desk)

    original = Original.objects.get()
    assert bytes(original.data).decode().splitlines() == DRAFT.splitlines()
    assert (original.name, original.by.username, original.revision) == ("", "mira", None)
    assert pasted.content.headline == HEADLINE
    assert [section.heading for section in pasted.content.sections] == ["What happened", "What happens next"]
    assert AuditEntry.objects.get(action="pasted").about == f"original:{original.uuid}"


def test_lists_show_how_a_draft_begins_in_whole_words(desk):
    first = "A coalition of the allies, backed by the United States, has pledged to provide security guarantees."
    paste(desk, f"{first}\nThey said so in Paris.")

    assert (
        Original.objects.get().beginning == "A coalition of the allies, backed by the United States, has pledged to …"
    )


def test_what_the_clipboard_held_beside_the_text_is_what_is_read(desk):
    pasted = paste(desk, "Harbour crews agree to talk\nThey said so.", html=HTML)

    original = Original.objects.get()
    assert (bytes(original.data).decode(), original.format) == (HTML, "html")
    assert pasted.line(HEADLINE).placed.role == "headline"
    assert pasted.line(HEADLINE).placed.is_sure


def test_a_form_that_came_back_with_another_draft_in_it_brings_that_one(desk):
    fields = {name: value for name, value in fields_of(desk.get(ADD), "paste_form").items() if name != "file"}
    other = "The school year ends early\n\nThe council said so on Monday."

    for text in (DRAFT, other, other, DRAFT):
        shown = desk.post(ADD, {**fields, "text": text}, follow=True).context["original"]
        assert bytes(shown.data).decode().splitlines() == text.splitlines()

    assert Original.objects.count() == 2


def test_an_empty_page_beside_the_text_hides_none_of_its_words(desk):
    pasted = paste(desk, "Harbour crews agree to talk", html="<html><body><p> </p></body></html>")

    assert bytes(pasted.original.data) == b"Harbour crews agree to talk"


def test_characters_that_no_text_can_hold_are_taken_out_and_told(desk):
    for more in ({}, {"html": f"{HTML}\x00"}):
        pasted = paste(desk, "Harbour\x00crews agree to talk\n\nThey said so.", **more)

        findings = [finding.sentence for finding in pasted.page.as_briefing.findings]
        assert any("U+0000 NULL, which cannot be published" in sentence for sentence in findings)
        assert "\x00" not in pasted.original.beginning


def test_it_is_not_where_plain_text_is_asked_for(desk):
    paste(desk, "Harbour crews agree to talk", html=HTML, pasted_as="text")

    assert bytes(Original.objects.get().data) == b"Harbour crews agree to talk"


@pytest.mark.parametrize(
    ("name", "data"),
    [("draft.md", DRAFT), ("draft.txt", DRAFT.encode("utf-16")), ("draft.html", HTML), ("DRAFT.HTM", HTML)],
)
def test_a_file_is_kept_under_its_name(desk, name, data):
    pasted = paste(desk, "", file=file(name, data))

    assert Original.objects.get().name == name
    assert pasted.content.headline == HEADLINE
    assert f"Read: {name}" in pasted.text


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        ({"file": file("draft.pdf", b"%PDF-1.7 binary")}, "PDF"),
        ({"file": file("draft.txt", b"x" * 5_000_001)}, "Are there pictures in it?"),
        ({"file": file("draft.txt", b"")}, "no words"),
        ({"file": file("draft.txt", b" \n \n")}, "no words"),
        ({"text": "  \n "}, "Paste the draft here, or choose its file."),
        ({"text": "* * *"}, "no words"),
    ],
)
def test_what_cannot_be_read_is_refused_at_the_form_with_a_sentence(desk, brought, sentence):
    pasted = paste(desk, **{"text": "", **brought})

    assert Original.objects.count() == 0
    assert any(sentence in error for error in errors(pasted)), errors(pasted)


def test_what_was_pasted_is_kept_in_the_form_that_is_refused(desk):
    pasted = paste(desk, "Words that took\nan hour.", html="<p>Words</p>", file=file("draft.txt", DRAFT))

    assert errors(pasted) == ["Either a file or a pasted text: empty the field above, or choose no file."]
    fields = fields_of(pasted.response, "paste_form")
    assert (fields["text"], fields["html"]) == ("Words that took\nan hour.", "<p>Words</p>")


def test_a_form_that_comes_twice_is_one_draft(desk):
    fields = {"text": DRAFT, "save_id": str(uuid4())}

    first, second = (desk.post(ADD, fields)["Location"] for _ in range(2))

    assert first == second
    assert Original.objects.count() == 1


def test_a_form_that_names_somebody_elses_draft_makes_its_own(desk, at_desk):
    other = at_desk("noor", "writer")
    fields = {"text": DRAFT, "save_id": str(uuid4())}
    desk.post(ADD, fields)

    answer = other.post(ADD, {**fields, "text": "Something else."})

    assert answer.status_code in (200, 302)
    assert bytes(Original.objects.get(by__username="mira").data).decode() == DRAFT
    assert (
        answer.get("Location", "")
        != f"/admin/briefings/original/{Original.objects.get(by__username='mira').pk}/change/"
    )


def test_the_same_words_once_more_are_said_to_be_so_with_a_way_to_the_first(desk):
    first = paste(desk)
    again = paste(desk, DRAFT.replace("# ", "").replace("**", ""), pasted_as="text")

    assert "You pasted the same words on" in again.text
    assert f'href="/admin/briefings/original/{first.original.pk}/change/"' in again.text
    assert "You pasted the same words" not in first.again().text


def test_what_the_same_words_became_is_named(desk, at_desk):
    paste(desk).sends("make")
    other = at_desk("tom", "editor")

    again = paste(other)

    assert "mira pasted the same words on" in again.text
    assert "They became" in again.text
    assert HEADLINE in again.text


@pytest.mark.parametrize("became", [True, False])
def test_a_writer_does_not_learn_that_somebody_else_pasted_the_same_words(desk, at_desk, became):
    first = paste(desk)
    if became:
        first.sends("make")

    again = paste(at_desk("noor", "writer"))

    assert again.response.context["first"] is None
    assert again.response.context["offered"] == []
    assert "pasted the same words" not in again.text


def test_a_draft_pasted_for_a_briefing_that_one_may_not_write_is_a_draft_like_any(desk, at_desk):
    paste(desk).sends("make")
    draft = Original.objects.get().briefing.draft

    again = paste(at_desk("noor", "writer"), "Words of my own stand here.", query=f"?of={draft.pk}")

    assert again.original.briefing is None


def test_the_list_names_what_each_became(desk):
    paste(desk, "", file=file("draft.md", DRAFT)).sends("make")
    paste(desk, "Something else is written here.")

    page = desk.get("/admin/briefings/original/").content.decode()

    assert "draft.md" in page
    assert HEADLINE in page
    assert "Something else is written here." in page
    assert "nothing yet: look at it" in page


def test_a_text_pasted_after_the_login_ended_comes_back(desk, client):
    answer = client.post(ADD, {"text": DRAFT, "save_id": str(uuid4())}, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert "Your text is here, and not saved yet" in answer.content.decode()
    assert "Ferry crews will return" in answer.content.decode()


def test_a_draft_in_a_right_to_left_script_stands_from_its_own_side(desk):
    pasted = paste(desk, "عنوان الخبر\n\nاتفق الطرفان على محادثات جديدة يوم الخميس بعد إضراب دام ثلاثة أيام.\n")

    assert pasted.response.status_code == 200
    assert 'class="line-words" dir="auto"' in pasted.text
    assert "اتفق الطرفان" in review(desk, pasted.original).text
