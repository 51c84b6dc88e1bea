"""Every demo text is a briefing that could be published as it stands, or lacks what its state is about."""

import pytest

from briefings.content import BriefingContent, FAQEntry, PersonName, QuoteBlock, SectionBlock, Span, new_key
from briefings.content.keys import FAQ, QUOTE, SECTION
from briefings.demo.demo_texts import body, stages, texts
from briefings.readiness import blocking

UNDECIDED = {"09-draft-night-trains.json"}


def content(text):
    keys = [new_key(SECTION) for _ in text["sections"]]
    sections = [
        SectionBlock(key=key, heading=section["heading"], body=body(section["paragraphs"]))
        for key, section in zip(keys, text["sections"], strict=True)
    ]
    quotes = [
        QuoteBlock(
            key=new_key(QUOTE),
            spans=tuple(Span(text=span) for span in quote["spans"]),
            section=None if quote["section"] is None else keys[quote["section"]],
            person=PersonName(name=quote["speaker"], kind=quote["kind"]),
            role=quote["role"],
            confirmed=True,
        )
        for quote in text["quotes"]
    ]
    faq = [
        FAQEntry(
            key=new_key(FAQ),
            question=entry["question"],
            answer=entry["answer"] or "",
            open=entry["open"] or "undecided",
            open_wording=entry["open_wording"],
        )
        for entry in text["faq"]
    ]
    return BriefingContent.offered(
        id="11111111-1111-4111-8111-111111111111",
        headline=text["headline"],
        slug=text["slug"],
        lede=text["lede"],
        dateline=text["dateline"],
        language=text["language"],
        blocks=(*sections, *quotes),
        faq=tuple(faq),
    )


@pytest.mark.parametrize("text", texts(), ids=lambda text: text["file"])
def test_every_stage_is_ready_for_readers_except_the_draft_with_an_undecided_question(text):
    for _, stage in stages(text):
        codes = {finding.code for finding in blocking(content(stage))}
        assert codes == ({"question-undecided"} if text["file"] in UNDECIDED else set())
