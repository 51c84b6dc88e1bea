"""The FAQ wherever it stands: its names, the forms of its questions, their answers, and what is no FAQ."""

import pytest

from briefings.importing import as_json
from tests.importing.drafts import PROSE, codes_of, understood
from tests.importing.structure.line_roles import LONG, headings, markdown, printed, role_of, roles, shaped

HEADLINE = "Allies meet in Paris"
WHO, WHAT = "Who pays?", "What happens next?"
PAIRS = [{"question": WHO, "answer": "The allies."}, {"question": WHAT, "answer": "More talks."}]


@pytest.mark.parametrize(
    "name",
    [
        "FAQ",
        "Q&A",
        "Key questions",
        "Frequently asked questions",
        "The key questions answered",
        "FAQ: what we know",
        "Häufige Fragen",
        "Fragen und Antworten",
        "Foire aux questions",
        "Questions fréquentes",
        "Questions et réponses",
        "Preguntas frecuentes",
        "Preguntas y respuestas",
        "Питання та відповіді",
        "Часті запитання",
        "أسئلة وأجوبة",
        "الأسئلة الشائعة",
        "Domande frequenti",
    ],
)
def test_an_faq_is_known_by_its_name_in_many_languages(name):
    imported = printed(HEADLINE, LONG, name, WHO, "The allies.", WHAT, "More talks.")
    assert (imported["faq"], imported["labels"], imported["sections"]) == (PAIRS, [name], [])


@pytest.mark.parametrize(
    "draft",
    [
        "\n".join((WHO, "The allies.", WHAT, "More talks.")),
        "\n".join((f"1. {WHO}", "The allies.", f"2. {WHAT}", "More talks.")),
        "\n".join((f"Q: {WHO}", "A: The allies.", f"Q: {WHAT}", "A: More talks.")),
        markdown(f"**{WHO}**", "The allies.", f"**{WHAT}**", "More talks."),
        markdown(f"**{WHO}** The allies.", f"**{WHAT}** More talks."),
        markdown(f"### {WHO}", "The allies.", f"### {WHAT}", "More talks."),
    ],
    ids=["bare", "numbered", "marked", "bold", "run-in", "headings"],
)
@pytest.mark.parametrize("name", ["FAQ", "## FAQ"])
def test_questions_of_an_faq_stand_out_in_many_ways(draft, name):
    imported = printed(
        markdown(HEADLINE, LONG, name, draft) if "\n\n" in draft else f"{HEADLINE}\n{LONG}\nFAQ\n{draft}"
    )
    assert imported["faq"] == PAIRS


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("Question:", "Answer:"),
        ("Frage:", "Antwort:"),
        ("F:", "A:"),
        ("Q :", "R :"),
        ("P:", "R:"),
        ("Питання:", "Відповідь:"),
        ("س:", "ج:"),
    ],
)
def test_questions_marked_as_such_are_an_faq_without_a_name(asks, answers):
    imported = printed(
        HEADLINE, LONG, f"{asks} {WHO}", f"{answers} The allies.", f"{asks} {WHAT}", f"{answers} More talks."
    )
    assert imported["faq"] == PAIRS
    assert imported["labels"] == [asks, answers, asks, answers]


def test_one_line_with_a_mark_and_no_answer_to_it_makes_no_faq():
    assert printed(HEADLINE, LONG, f"Q: {WHO}", LONG)["faq"] == []


def test_an_faq_in_the_middle_ends_where_the_next_heading_stands():
    imported = shaped(HEADLINE, LONG, "FAQ", WHO, "The allies.", WHAT, "More talks.", "What was said", LONG, LONG)
    assert [entry.question for entry in imported.content.faq] == [WHO, WHAT]
    assert headings(imported) == ["What was said"]
    assert imported.content.sections[0].body == f"<p>{LONG}</p><p>{LONG}</p>"


def test_in_markdown_a_heading_of_its_own_level_ends_the_faq_and_one_below_is_a_question():
    imported = shaped(
        markdown(
            f"# {HEADLINE}", LONG, "## FAQ", f"### {WHO}", "The allies.", "### The rest", "Talks.", "## And now", LONG
        )
    )
    assert [entry.question for entry in imported.content.faq] == [WHO, "The rest"]
    assert headings(imported) == ["And now"]


def test_where_the_questions_are_of_the_level_of_the_faq_the_next_heading_ends_it_too():
    imported = shaped(markdown(f"# {HEADLINE}", LONG, "## FAQ", f"## {WHO}", "The allies.", "## What was said", LONG))
    assert [entry.question for entry in imported.content.faq] == [WHO]
    assert headings(imported) == ["What was said"]


def test_an_answer_keeps_its_paragraphs_lists_and_emphasis():
    imported = shaped(markdown(HEADLINE, LONG, "## FAQ", f"### {WHO}", "The *allies* do:", "- France\n- Poland", "So."))
    assert imported.content.faq[0].answer == (
        "<p>The <em>allies</em> do:</p><ul><li>France</li><li>Poland</li></ul><p>So.</p>"
    )


@pytest.mark.parametrize("answer", [(), ("TK",), ("[[ask legal]]",), ("[check]",)])
def test_a_question_without_an_answer_is_kept_as_open(answer):
    imported = shaped(HEADLINE, LONG, "FAQ", WHO, *answer, WHAT, "More talks.")
    assert [(entry.question, entry.is_open) for entry in imported.content.faq] == [(WHO, True), (WHAT, False)]
    assert codes_of(imported).count("open-question") == 1
    assert imported.unplaced == answer
    assert codes_of(imported).count("editor-mark") == len(answer)


def test_an_open_question_that_is_marked_stays_open():
    imported = printed(HEADLINE, LONG, f"Q: {WHO}", f"Q: {WHAT}", "A: More talks.")
    assert imported["faq"] == [{"question": WHO, "answer": None}, PAIRS[1]]


def test_a_marked_answer_that_is_only_a_note_leaves_its_question_open():
    imported = printed(HEADLINE, LONG, f"Q: {WHO}", "A: TK", f"Q: {WHAT}", "A: More talks.")
    assert imported["faq"] == [{"question": WHO, "answer": None}, PAIRS[1]]
    assert imported["unplaced"] == ["TK"]


@pytest.mark.parametrize(
    "draft",
    [
        markdown(f"# {HEADLINE}", LONG, f"## {WHO}", LONG, f"## {WHAT}", LONG),
        markdown(HEADLINE, LONG, f"**{WHO}**", LONG, f"**{WHAT}**", LONG),
        markdown(HEADLINE, LONG, f"**{WHO}** {LONG}", f"**{WHAT}** {LONG}"),
        "\n".join((HEADLINE, LONG, WHO, LONG, WHAT, LONG)),
        "\n".join((HEADLINE, LONG, f"1. {WHO}", LONG, f"2. {WHAT}", LONG)),
    ],
    ids=["headings", "bold", "run-in", "bare", "numbered"],
)
def test_the_question_headings_of_an_explainer_are_sections(draft):
    imported = shaped(draft)
    assert (headings(imported), imported.content.faq) == ([WHO, WHAT], ())


def test_a_whole_draft_that_is_called_an_faq_is_one():
    imported = printed(
        markdown("# FAQ: the allies in Paris", LONG, f"## {WHO}", "The allies.", f"## {WHAT}", "More talks.")
    )
    assert (imported["headline"], imported["faq"]) == ("FAQ: the allies in Paris", PAIRS)


def test_a_question_that_somebody_asks_in_the_text_is_text():
    question = "And who will pay for all of it?"
    assert role_of(shaped(HEADLINE, LONG, "What was said", LONG, question), question) == "text"


def test_two_faqs_are_both_read():
    imported = shaped(HEADLINE, LONG, "FAQ", WHO, "The allies.", "Q&A", WHAT, "More talks.")
    assert [entry.question for entry in imported.content.faq] == [WHO, WHAT]
    assert [words for role, words in roles(imported) if role == "label"] == ["FAQ", "Q&A"]


def test_a_question_by_its_mark_or_style_is_sure_and_a_bare_one_a_guess():
    for draft, is_sure in (
        (markdown(HEADLINE, LONG, "## FAQ", f"### {WHO}", "The allies."), True),
        (f"{HEADLINE}\n{LONG}\nQ: {WHO}\nA: The allies.", True),
        (f"{HEADLINE}\n{LONG}\nFAQ\n{WHO}\nThe allies.", False),
    ):
        assert [part.is_sure for part in shaped(draft).parts if part.role == "question"] == [is_sure]


def test_a_question_and_its_answer_on_one_line_are_two():
    found = as_json(understood(f"{PROSE}\n\nQ: Who pays? A: The allies.\n\nQ: When? A: In March."))
    assert found["faq"] == [
        {"question": "Who pays?", "answer": "The allies."},
        {"question": "When?", "answer": "In March."},
    ]


def test_an_answer_that_is_only_its_mark_leaves_the_question_open():
    found = as_json(understood(f"{PROSE}\n\nQ: Who pays?\nA: The allies.\n\nQ: When?\nA:"))
    assert [entry["answer"] for entry in found["faq"]] == ["The allies.", None]


@pytest.mark.parametrize(
    "asking",
    [
        ("Q1.", "Q2."),
        ("Q1:", "Q2:"),
        ("Question 1:", "Question 2:"),
        ("Frage 1.", "Frage 2."),
        ("Питання 1.", "Питання 2."),
    ],
)
def test_numbered_questions_are_an_faq(asking):
    first, second = asking
    draft = markdown(HEADLINE, LONG, f"{first} {WHO}", "The allies.", f"{second} {WHAT}", "More talks.")
    assert printed(draft)["faq"] == PAIRS


def test_a_numbered_question_and_its_answer_on_one_line_are_two():
    draft = markdown(HEADLINE, LONG, f"Q1. {WHO} A1. The allies.", f"Q2. {WHAT} A2. More talks.")
    assert printed(draft)["faq"] == PAIRS


@pytest.mark.parametrize("name", ["Key questions about the harbour", "Questions and answers on the strike"])
def test_the_name_of_an_faq_may_go_on_right_above_its_first_question(name):
    imported = printed(markdown(HEADLINE, LONG, name, WHO, "The allies.", WHAT, "More talks."))
    assert (imported["faq"], imported["labels"]) == (PAIRS, [name])
    assert printed(markdown(HEADLINE, LONG, name, LONG, "What was said", LONG))["faq"] == []


@pytest.mark.parametrize(
    "words",
    [
        "To be confirmed.",
        "Not yet known",
        "Noch nicht bekannt.",
        "À confirmer",
        "Por confirmar",
        "Поки невідомо.",
        "قيد التأكيد",
    ],
)
def test_an_answer_that_says_there_is_none_yet_leaves_the_question_open_in_these_words(words):
    imported = shaped(markdown(HEADLINE, LONG, "FAQ", WHO, "The allies.", WHAT, words))
    entry = imported.content.faq[-1]
    assert (entry.is_open, entry.open, entry.open_wording) == (True, "undecided", words)
    assert words in imported.labels
    assert [finding.sentence for finding in imported.findings] == [
        f"Answer “{WHAT}”, hold it back, or publish it as an open question. The draft says “{words}”."
    ]
    assert imported.parts[-1].key == entry.key


def test_an_answer_that_goes_on_after_those_words_is_one():
    imported = shaped(
        markdown(HEADLINE, LONG, "FAQ", WHO, "To be confirmed.", "The allies want to pay.", WHAT, "More.")
    )
    assert [entry.open_wording for entry in imported.content.faq] == ["", ""]
    assert imported.content.faq[0].answer == "<p>To be confirmed.</p><p>The allies want to pay.</p>"
