"""Words in quotation marks in the headline and in headings."""

import uuid

from briefings.importing import Decisions, Imported, MarkDecision, as_json, read, understand
from tests.importing.drafts import PROSE

BODY = f"{PROSE}\n\n# Later\n\n“We count the desks every morning,” Mary Novak said in Paris."


def understood(text: str, **arguments: object) -> Imported:
    return understand(read(text.encode(), name="draft.md"), briefing_id=str(uuid.uuid4()), **arguments)


def quotes(text, **arguments):
    return [(quote["text"], quote["speaker"]) for quote in as_json(understood(text, **arguments))["quotes"]]


def terms(text, **arguments):
    return [term.words for term in understood(text, **arguments).terms]


def test_a_quotation_in_the_headline_is_listed_before_those_of_the_text():
    assert quotes(f"# Mary Novak: “We will not wait for anybody”\n\n{BODY}") == [
        ("We will not wait for anybody", "Mary Novak"),
        ("We count the desks every morning", "Mary Novak"),
    ]


def test_a_few_words_of_a_quotation_that_a_headline_takes_up_are_words_in_marks_there():
    draft = f"# Paris wakes to “count the desks” every day\n\n{BODY}"
    assert quotes(draft) == [("We count the desks every morning", "Mary Novak")]
    assert terms(draft) == ["count the desks"]


def test_a_name_in_a_headline_that_nobody_says_stays_a_term():
    draft = f"# School opens “desk hotel” in Paris\n\n{BODY}"
    assert quotes(draft) == [("We count the desks every morning", "Mary Novak")]
    assert terms(draft) == ["desk hotel"]


def test_what_an_editor_decided_of_words_in_a_headline_is_kept():
    draft = f"# Paris wakes to “count the desks” every day\n\n{BODY}"
    (mark, _) = understood(draft).marks
    decided = Decisions(marks={mark.place: MarkDecision(speaker="Mary Novak")})
    assert quotes(draft, decisions=decided)[0] == ("count the desks", "Mary Novak")
    assert terms(draft, decisions=decided) == []


def test_quotations_stand_in_the_order_of_the_draft_wherever_they_are():
    questions = "## FAQ\n\nQ: Who?\nA: “All,” said Mary Novak."
    draft = f"# Title\n\n“We go on,” said Mary Novak in Paris on Monday.\n\n{BODY}\n\n{questions}"
    assert [words for words, _ in quotes(draft)] == ["We go on", "We count the desks every morning", "All"]
