"""A quotation is held against the words kept of its source; an editor may stand by it, for those words alone."""

import pytest

from briefings.models import AuditEntry, Edition, Source
from briefings.readiness.excerpts import stands_in
from tests.desk.briefings.publishing import published, reasons
from tests.desk.sheets import fields_of, messages, opened, sent
from tests.making import make_draft
from tests.readiness.test_findings import quote

pytestmark = pytest.mark.django_db
BLOCKED = "“quokka aside” does not stand in the words kept of “The quokka source”. Correct it, or name another source."
KEPT = "The minister went on: this is all we know."


@pytest.fixture
def draft(desk):
    """Its second quotation names the source, of which other words are kept."""
    made = make_draft("quokka")
    sent(desk, made, opened(desk, made) | {"source-0-excerpt": KEPT, "quote-1-source": str(Source.objects.get().uuid)})
    return made


def vouch(client, draft, reason="Heard on the radio.", **fields):
    where = f"/admin/briefings/draft/{draft.pk}/act/vouch/"
    shown = fields_of(client.get(where), "")
    key = opened(client, draft)["quote-1-key"]
    return client.post(where, shown | {"quotes": key, "reason": reason} | fields)


def test_words_kept_of_a_source_stay_with_it_and_content_has_their_hash(desk, draft):
    assert opened(desk, draft)["source-0-excerpt"] == KEPT

    sent(desk, draft, opened(desk, draft) | {"lede": "Other."})

    assert Source.objects.get().excerpt == KEPT
    sent(desk, draft, opened(desk, draft) | {"source-0-excerpt": ""})
    assert (Source.objects.get().excerpt, Source.objects.get().excerpt_sha256) == ("", "")


def test_a_quotation_that_is_not_in_them_is_kept_from_readers(desk, draft):
    assert reasons(published(desk, draft)) == [BLOCKED]

    fields = opened(desk, draft) | {"source-0-excerpt": "She said:  ‘QUOKKA – aside’."}
    assert reasons(published(desk, draft, **fields))[0].startswith("“quokka aside” does not stand")
    sent(desk, draft, opened(desk, draft) | {"source-0-excerpt": "She said:  ‘QUOKKA\naside’.", "_publish": "1"})
    assert Edition.objects.count() == 1


def test_a_translated_one_says_that_nobody_held_it_against_them(desk, draft):
    answer = published(desk, draft, **{"quote-1-translated_from": "fr"})

    assert Edition.objects.count() == 1
    assert "“quokka aside” is translated from French" in answer.content.decode()


def test_an_editor_stands_by_it_with_a_reason_on_record(desk, draft):
    vouch(desk, draft)

    entry = AuditEntry.objects.get(action="vouched for")
    assert (entry.by.username, entry.detail.partition(": ")[2]) == ("mira", "Heard on the radio.")
    assert messages(published(desk, draft)) == ["Published. Readers have it at /briefings/quokka/."]


def test_it_holds_for_those_words_and_that_excerpt_alone(desk, draft):
    vouch(desk, draft)

    other_words = reasons(published(desk, draft, **{"quote-1-words": "quokka besides", "quote-1-confirmed": "on"}))
    sent(desk, draft, opened(desk, draft) | {"quote-1-words": "quokka aside", "quote-1-confirmed": "on"})
    other_excerpt = reasons(published(desk, draft, **{"source-0-excerpt": f"{KEPT} No more."}))

    assert other_words[0].startswith("“quokka besides” does not stand")
    assert other_excerpt[0] == BLOCKED


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"reason": "\u200e\u2060"}, "Write why you stand by them: where you heard or read these words."),
        ({"quotes": []}, "Choose the quotations that you stand by."),
    ],
)
def test_nobody_stands_by_it_without_a_reason_or_by_nothing(desk, draft, fields, reason):
    assert reason in vouch(desk, draft, **fields).content.decode()
    assert not AuditEntry.objects.filter(action="vouched for").exists()


def test_a_writer_is_refused(at_desk, draft):
    tom = at_desk("tom", "writer")
    own = make_draft("wombat", by=tom.get("/admin/").wsgi_request.user)

    assert tom.post(f"/admin/briefings/draft/{own.pk}/act/vouch/", {"reason": "So."}).status_code == 403


def test_words_typed_while_somebody_else_saved_are_kept_through_the_choice(desk, at_desk, draft):
    mine = opened(desk, draft) | {"source-0-excerpt": "Mine, typed meanwhile."}
    tom = at_desk("tom")
    sent(tom, draft, opened(tom, draft) | {"lede": "Theirs."})

    conflict = sent(desk, draft, mine)
    chosen = fields_of(conflict, "")
    desk.post(f"/admin/briefings/draft/{draft.pk}/merge/", chosen)

    assert Source.objects.get().excerpt == "Mine, typed meanwhile."


@pytest.mark.parametrize(
    ("words", "excerpt"),
    [
        ("we will not – ever – move", "They said “We will not—ever—move.”"),
        ("it’s “done”", "“It's ‘done’”, she said"),
        ("we … stay", "We all stay."),
        ("we will [...] stay", "we will certainly stay"),
    ],
)
def test_spaces_marks_dashes_capitals_and_ellipses_are_the_same(words, excerpt):
    assert stands_in(quote(words), excerpt)


@pytest.mark.parametrize(("words", "excerpt"), [("we stay", "we all stay"), ("stay … we", "we all stay"), ("we", "")])
def test_other_words_and_another_order_are_not(words, excerpt):
    assert not stands_in(quote(words), excerpt)
