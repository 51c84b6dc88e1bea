"""Accepting the importer's guesses, on the record."""

from briefings.importing import accept_guesses
from tests.importing.drafts import PROSE, SAMPLE, understood


def test_accepting_confirms_speakers_shows_open_questions_and_says_each():
    content, done = accept_guesses(understood(SAMPLE.decode()).content)
    assert [(quote.person.name, quote.confirmed) for quote in content.quotes] == [
        ("Steve Witkoff", True),
        ("Steve Witkoff", True),
        ("Emmanuel Macron", True),
    ]
    assert [entry.open for entry in content.faq] == ["undecided", "undecided", "undecided", "shown"]
    assert done == (
        "Took the guess that “strongly stands behind security protocols” are words of Steve Witkoff.",
        "Took the guess that “as strong as anyone has ever seen” are words of Steve Witkoff.",
        "Took the guess that “fair, lasting and clear-eyed” are words of Emmanuel Macron.",
        "Shows “How will these new commitments impact the ongoing negotiations for peace in Ukraine?” "
        "as an open question.",
    )


def test_the_words_of_a_quotation_without_speaker_stay_in_the_text():
    content, done = accept_guesses(understood(f"{PROSE}\nWhat was said\n“We will not wait for long.”").content)
    assert content.quotes == ()
    assert "“We will not wait for long.”" in content.sections[0].body
    assert done == (
        "“We will not wait for long.” has no speaker: it stays in the text and is not listed as a quotation.",
    )


def test_accepting_does_nothing_where_nothing_is_open():
    content = understood(f"{PROSE}\nWhat was said\n“We go on,” said Emmanuel Macron.").content
    assert accept_guesses(content) == (content, ())


def test_an_open_question_that_an_editor_holds_back_stays_held():
    content = understood(f"{PROSE}\nFAQ\nWho pays?").content
    held = content.model_copy(update={"faq": (content.faq[0].model_copy(update={"open": "held"}),)})
    assert accept_guesses(held) == (held, ())
