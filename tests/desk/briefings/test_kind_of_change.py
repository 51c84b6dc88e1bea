"""The kind of change that the panel proposes, and what is said of a minor one that is more than spelling."""

import pytest

from briefings import workflow
from briefings.content import PersonName, QuoteBlock, SectionBlock, Span, new_key
from briefings.models import Edition
from tests.desk.briefings.publishing import published, reasons
from tests.desk.sheets import fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
SECTION, QUOTE = new_key("s"), new_key("q")
BODY = "<p>The harbour workers met Anna Berg in Lisbon. 120 of them said “we will not move”.</p>"


@pytest.fixture
def draft():
    quote = QuoteBlock(
        key=QUOTE,
        spans=(Span(text="we will not move"),),
        person=PersonName(name="Anna Berg", kind="public"),
        section=SECTION,
        confirmed=True,
    )
    made = make_draft("quokka", blocks=(SectionBlock(key=SECTION, heading="The strike", body=BODY), quote), faq=())
    workflow.publish(made.briefing, by=None)
    return made


def proposed(client, draft) -> str:
    return opened(client, draft).get("publish-change", "")


def saved(client, draft, before: str, after: str) -> None:
    sent(client, draft, opened(client, draft) | {"section-0-body": BODY.replace(before, after)})


def warnings(client, draft) -> list[str]:
    context = client.get(f"/admin/briefings/draft/{draft.pk}/change/").context
    assert context["findings"].blocking == ()
    return [finding.sentence.partition(".")[0] for finding in context["findings"].others]


def test_while_nothing_differs_no_kind_is_proposed(desk, draft):
    assert proposed(desk, draft) == ""


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("harbour", "harbor", "minor"),
        ("workers met", "workers, met", "minor"),
        ("120", "121", "major"),
        ("workers met", "workers refused to meet", "major"),
        ("“we will not move”.", "“we will not move”. It rained.", "major"),
    ],
)
def test_spelling_is_proposed_as_minor_and_more_as_major(desk, draft, before, after, kind):
    saved(desk, draft, before, after)

    assert proposed(desk, draft) == kind


def test_a_new_part_is_more_than_spelling(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"lede": ""})

    assert proposed(desk, draft) == "major"


def test_a_change_of_spelling_is_published_as_minor_though_nobody_chose_a_kind(desk, draft):
    published(desk, draft, **{"section-0-body": BODY.replace("harbour", "harbor")})

    assert Edition.objects.latest("seq").kind == "minor"


def test_what_was_proposed_for_spelling_holds_for_no_more_than_that(desk, draft):
    saved(desk, draft, "harbour", "harbor")

    refused = published(desk, draft, **{"section-0-body": BODY.replace("harbour workers met", "miners never met")})

    assert reasons(refused) == [
        "More than spelling was changed since this page was opened. Say what kind of change it is.",
        "The text is saved.",
    ]
    sent(desk, draft, fields_of(refused) | {"publish-change": "minor"}, _publish="1")
    assert Edition.objects.latest("seq").kind == "minor"


@pytest.mark.parametrize(
    ("before", "after", "warning"),
    [
        ("120", "1200", "A number changed: “120”, now “1200”"),
        ("Berg", "Burg", "A name changed: “Berg”, now “Burg”"),
        ("Lisbon", "Porto", "A name changed: “Lisbon”, now “Porto”"),
    ],
)
def test_a_number_or_a_name_in_a_minor_change_is_said_before_and_after_and_stops_nothing(
    desk, draft, before, after, warning
):
    saved(desk, draft, before, after)
    assert warnings(desk, draft) == [warning]

    said = messages(published(desk, draft, **{"publish-change": "minor"}))

    assert [sentence.partition(".")[0] for sentence in said[1:]] == [warning]
    assert Edition.objects.latest("seq").kind == "minor"


def test_the_words_of_a_quotation_in_a_minor_change_are_said(desk, draft):
    fields = opened(desk, draft) | {"quote-0-words": "we shall not move", "quote-0-confirmed": "on"}
    sent(desk, draft, fields | {"section-0-body": BODY.replace("will not", "shall not")})

    assert "The quotation “we shall not move” is not as readers have it" in warnings(desk, draft)


def test_many_of_them_are_said_in_one_sentence(desk, draft):
    body = "".join(f"<p>The year {year} was one.</p>" for year in range(1990, 1998))
    sent(desk, draft, opened(desk, draft) | {"section-0-body": BODY + body})
    workflow.publish(draft.briefing, by=None, change="major", note="Years.")

    sent(desk, draft, opened(desk, draft) | {"section-0-body": BODY + body.replace("199", "189")})

    assert warnings(desk, draft) == ["Numbers, names or quotations changed in 8 places"]


def test_other_words_and_the_beginning_of_a_sentence_are_no_names(desk, draft):
    saved(desk, draft, "The harbour workers met Anna Berg", "Those harbour workers saw Anna Berg")

    assert warnings(desk, draft) == []


def test_the_message_after_publishing_leads_to_what_readers_have(desk, draft):
    answer = published(desk, draft, **{"section-0-body": BODY.replace("harbour", "harbor")})

    assert '<a href="/briefings/quokka/">/briefings/quokka/</a>' in answer.content.decode()


def test_nobody_is_offered_to_approve_their_own_words(desk, at_desk, draft):
    saved(desk, draft, "harbour", "harbor")

    def review(client):
        return client.get(f"/admin/briefings/draft/{draft.pk}/changes/")

    assert 'name="_approve' not in review(desk).content.decode()
    assert "You saved version 2 of this text" in review(desk).context["decision"].against[0]
    assert 'name="_approve"' in review(at_desk("tom")).content.decode()


def test_the_history_of_a_withdrawn_briefing_tells_the_words_of_its_notice(desk, draft):
    workflow.withdraw(draft.briefing, by=None, notice="It rested on a forged letter.")

    assert "It rested on a forged letter." in desk.get(f"/admin/briefings/draft/{draft.pk}/history/").content.decode()


def test_what_is_missing_of_a_correction_is_said_at_once_and_leads_to_its_field(desk, draft):
    answer = sent(desk, draft, opened(desk, draft) | {"publish-change": "correction"}, _publish="1")

    page = answer.content.decode() if hasattr(answer, "content") else answer.page.content.decode()
    for name, sentence in (("was_wrong", "what was wrong."), ("is_right", "what is right.")):
        assert f'<a href="#id_publish-{name}">Write the correction: {sentence}</a>' in page
        assert f'id="id_publish-{name}"' in page


def test_a_refusal_for_want_of_a_kind_leads_to_the_first_of_them(desk, draft):
    saved(desk, draft, "120", "121")

    answer = sent(desk, draft, opened(desk, draft) | {"publish-change": ""}, _publish="1")

    assert answer.context["page"].refusals[0][1] == "id_publish-change_0"
    assert 'id="id_publish-change_0"' in answer.page.content.decode()
