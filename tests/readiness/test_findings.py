"""What keeps a briefing from readers: every finding at once, in page order, in an editor's words."""

from uuid import uuid4

import pytest

from briefings import readiness
from briefings.content import FAQEntry, FigureBlock, ImageName, PersonName, QuoteBlock, SectionBlock, Span, new_key
from briefings.readiness import Level
from tests.workflow.making import ANSWERED, OPEN, QUOTE, SECTION, make_content

MACRON = PersonName(name="Emmanuel Macron", kind="public")


def section(body: str) -> SectionBlock:
    return SectionBlock(key=SECTION, heading="What happened", body=body)


def quote(*spans: str, **differences: object) -> QuoteBlock:
    values = {"person": MACRON, "confirmed": True, "section": SECTION}
    return QuoteBlock(key=QUOTE, spans=tuple(Span(text=span) for span in spans), **values | differences)


def sentences(**differences: object) -> list[str]:
    findings = readiness.findings(make_content(**differences))
    assert readiness.blocking(make_content(**differences)) == findings
    assert all(finding.level is Level.BLOCK for finding in findings)
    return [finding.sentence for finding in findings]


def test_a_whole_briefing_has_no_finding():
    assert sentences() == []


def test_the_least_that_may_be_published_is_a_headline_and_a_lede():
    assert sentences(blocks=(), faq=(), topics=()) == []


@pytest.mark.parametrize("headline", ["", "  "])
def test_a_headline_is_wanted(headline):
    assert sentences(headline=headline) == ["Write a headline."]


@pytest.mark.parametrize("lede", ["", " \n "])
def test_a_lede_is_wanted(lede):
    assert sentences(lede=lede) == ["Write a lede: what happened, in a sentence or two."]


@pytest.mark.parametrize("person", [None, PersonName(name="")])
def test_a_quotation_wants_a_speaker(person):
    blocks = (section("<p>“our pledge”</p>"), quote("our pledge", person=person, confirmed=True))

    assert sentences(blocks=blocks) == ["Name the speaker of “our pledge”, or say that these words are no quotation."]


def test_a_guessed_speaker_wants_to_be_confirmed():
    blocks = (section("<p>“our pledge”</p>"), quote("our pledge", confirmed=False))

    assert sentences(blocks=blocks) == ["Confirm that Emmanuel Macron said “our pledge”, or name who did."]


def test_words_that_are_not_in_their_section_are_found():
    blocks = (section("<p>“our promise”</p>"), quote("our pledge"))

    assert sentences(blocks=blocks) == [
        "“our pledge” does not stand in the section “What happened” word for word. Correct one or the other."
    ]


def test_words_that_stand_there_twice_are_found():
    blocks = (section("<p>“our pledge” is our pledge.</p>"), quote("our pledge"))

    assert sentences(blocks=blocks) == [
        "“our pledge” stands more than once in the section “What happened”. Take in more of its words."
    ]


def test_a_section_that_is_gone_is_found():
    assert sentences(blocks=(quote("our pledge"),)) == [
        "“our pledge” belongs to a section that is gone. Choose another, or set the quotation off."
    ]


def test_a_quotation_that_is_set_off_stands_for_itself():
    assert sentences(blocks=(quote("our pledge", section=None),)) == []


def test_retyped_quotation_marks_and_a_split_are_no_difference():
    blocks = (
        section("<p>“It’s our <em>pledge</em>,” he said, “to the end.”</p>"),
        quote("It's our pledge", "to the end"),
    )

    assert sentences(blocks=blocks) == []


def test_an_open_question_wants_a_decision():
    faq = tuple(
        FAQEntry(key=key, question=f"{decision}?", open=decision)
        for key, decision in zip(["fabcdefg2", "fabcdefg3", "fabcdefg4"], ["undecided", "shown", "held"], strict=True)
    )

    assert sentences(faq=faq) == ["Answer “undecided?”, hold it back, or publish it as an open question."]


@pytest.mark.parametrize("answer", ["<p></p>", "<p> </p>", "<ul><li></li></ul>", "<p>&nbsp;</p>"])
def test_an_answer_without_a_word_is_no_answer(answer):
    assert len(sentences(faq=(FAQEntry(key=OPEN, question="What next?", answer=answer),))) == 1


def test_an_answer_without_a_question_is_found():
    assert sentences(faq=(FAQEntry(key=ANSWERED, question=" ", answer="<p>Yes.</p>"),)) == [
        "Write the question, or delete the answer."
    ]


def test_everything_is_told_at_once_in_the_order_of_the_page():
    other = QuoteBlock(key="qabcdefg2", spans=(Span(text="set off"),))
    content = make_content(
        headline="",
        lede="",
        blocks=(other, quote("our pledge", confirmed=False), section("<p>Nothing.</p>")),
        faq=(FAQEntry(key=OPEN, question="What next?"),),
    )

    findings = readiness.findings(content)

    assert [(finding.code, finding.key) for finding in findings] == [
        ("headline-missing", ""),
        ("lede-missing", ""),
        ("speaker-missing", "qabcdefg2"),
        ("speaker-unconfirmed", QUOTE),
        ("quote-not-in-section", QUOTE),
        ("question-undecided", OPEN),
    ]


def test_what_is_wrong_with_one_part_stands_together():
    later = QuoteBlock(key="qabcdefg2", spans=(Span(text="set off"),))
    blocks = (section("<p>Nothing.</p>"), quote("our pledge"), later)

    findings = readiness.findings(make_content(blocks=blocks))

    assert [finding.key for finding in findings] == [QUOTE, "qabcdefg2"]


def test_a_picture_wants_a_credit_line_and_words_for_readers_who_do_not_see_it():
    image = ImageName(id=str(uuid4()), token="t" * 22, width=640, height=480, widths=(320,), fallback="jpg")
    figure = FigureBlock(key=new_key("p"), image=image)

    assert sentences(blocks=(figure,)) == [
        "Say what the picture shows, for readers who do not see it, or call it decorative.",
        "Write the credit line of the picture: who made it, and whose it is.",
    ]
    credited = figure.model_copy(update={"decorative": True, "image": image.model_copy(update={"credit": "Ada"})})
    assert sentences(blocks=(credited,)) == []
