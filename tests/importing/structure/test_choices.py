"""A choice is obeyed, whatever is chosen before or after it; where it cannot be, a finding names the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.richtext import plain_text
from briefings.importing import Decisions, MarkDecision, own_cuts
from briefings.importing.decisions import Role
from tests.importing.drafts import DRAFTS, understood
from tests.importing.structure.line_roles import LONG, headings, markdown, role_of, roles, shaped

ROLES = Role.__args__
HEADLINE = "Allies meet in Paris"
DATED = f"PARIS (AP) — {LONG}"
_FRONTS = st.sampled_from(["", f"{DATED}\n", f"{HEADLINE}\nBy Ann Lee\n{DATED}\nQ: Who pays? A: Nobody.\nQ: Why?\n"])


def decide(decisions: Decisions, imported, address: str, role: Role) -> Decisions:
    """`decisions` with one more, as the desk keeps it: the newest stands last, and the pieces that it shows stay."""
    earlier = {place: had for place, had in decisions.roles.items() if place != address}
    cuts = own_cuts([part.line for part in imported.parts], [address])
    return decisions.model_copy(
        update={"roles": {**earlier, address: role}, "cuts": tuple(dict.fromkeys((*decisions.cuts, *cuts)))}
    )


def chosen(draft: str, *choices: tuple[str, Role]):
    """What the draft says once an editor has chosen, one after the other, what the lines with these words are."""
    decisions = Decisions()
    for words, role in choices:
        imported = understood(draft, decisions=decisions)
        address = next(part.line.address for part in imported.parts if part.line.text.startswith(words))
        decisions = decide(decisions, imported, address, role)
    return understood(draft, decisions=decisions)


def said(imported, words: str) -> list[str]:
    return [finding.sentence for finding in imported.findings if words in finding.sentence]


def _places(imported, role: Role) -> list[str]:
    content = imported.content
    places = {
        "headline": [content.headline],
        "dateline": [f"{content.dateline}{end}" for end in (" —", " –", " -", "—", "–", "-", ":", "")],
        "byline": imported.labels,
        "lede": content.lede.split("\n"),
        "heading": [section.heading for section in content.sections],
        "text": [line for section in content.sections for line in plain_text(section.body).split("\n")],
        "question": [entry.question for entry in content.faq],
        "answer": [line for entry in content.faq for line in plain_text(entry.answer).split("\n")],
        "source": [source.title for source in content.sources],
        "label": imported.labels,
        "unplaced": imported.unplaced,
    }
    return [" ".join(text.split()) for text in places[role]]


@given(DRAFTS, _FRONTS, st.data())
def test_every_line_stands_where_it_was_chosen_to_or_a_finding_names_it(draft, front, data):
    draft, decisions = front + draft, Decisions()
    for _ in range(data.draw(st.integers(1, 5))):
        imported = understood(draft, decisions=decisions)
        if not imported.parts:
            return
        line = data.draw(st.sampled_from(imported.parts)).line
        decisions = decide(decisions, imported, line.address, data.draw(st.sampled_from(ROLES)))
    imported = understood(draft, decisions=decisions)
    parts = {part.line.address: part for part in imported.parts}
    for address, role in decisions.roles.items():
        line = parts[address].line
        text = " ".join(line.text.split())
        assert parts[address].role == role
        # A number that counts nothing stays in the text as it was written.
        is_there = {text, f"{line.marker} {text}"} & set(_places(imported, role))
        assert is_there or said(imported, line.text[:80].rstrip())


def test_numbers_that_count_nothing_stand_in_the_text_where_it_was_chosen_to():
    draft = "1. First\n1. First"
    imported = understood(draft)
    decisions = decide(Decisions(), imported, imported.parts[0].line.address, "text")

    assert "1. First" in _places(understood(draft, decisions=decisions), "text")


def test_a_byline_chosen_for_the_lede_stays_one_whatever_is_chosen_next():
    draft = markdown(f"# {HEADLINE}", DATED, "They met. They talked.", "They left.")
    imported = chosen(draft, (LONG, "byline"), ("They met.", "lede"), ("They left.", "heading"), (HEADLINE, "headline"))
    assert [role for role, _text in roles(imported)] == ["headline", "dateline", "byline", "lede", "heading"]
    assert imported.content.dateline == "PARIS (AP)"


def test_what_is_chosen_for_a_dateline_does_not_take_the_lede_along():
    imported = chosen(markdown(f"# {HEADLINE}", DATED, "They met."), ("PARIS", "unplaced"), ("They met.", "text"))
    assert (imported.content.lede, imported.unplaced) == (LONG, ("PARIS (AP) —",))


def test_a_lede_that_was_joined_to_its_dateline_stays_joined():
    draft = markdown(f"# {HEADLINE}", DATED, "They met.")
    (address,) = (part.line.address for part in understood(draft).parts if part.line.text == LONG)
    assert understood(draft, decisions=Decisions(joins=(address,))).content.lede == DATED


def test_a_line_that_was_cut_inside_a_word_is_whole_again_when_it_is_joined():
    assert shaped(HEADLINE, LONG, decisions=Decisions(cuts=("1:6",), joins=("1.6",))).content.lede == LONG


def test_a_piece_that_was_decided_about_and_then_joined_is_no_piece():
    draft = markdown(f"# {HEADLINE}", DATED, "They met.")
    (address,) = (part.line.address for part in understood(draft).parts if part.line.text == LONG)
    imported = understood(draft, decisions=Decisions(roles={address: "source"}, joins=(address,)))
    assert role_of(imported, DATED) == "lede"


def test_what_was_cut_off_the_lede_keeps_what_it_was_chosen_to_be_without_its_cut():
    draft = markdown(f"# {HEADLINE}", DATED, "They met.")
    (address,) = (part.line.address for part in understood(draft).parts if part.line.text == LONG)
    imported = understood(draft, decisions=Decisions(roles={address: "source"}))
    assert (role_of(imported, LONG), role_of(imported, "PARIS (AP) —")) == ("source", "dateline")


def test_two_lines_that_are_chosen_as_the_lede_are_both_its_lines():
    imported = chosen(markdown(f"# {HEADLINE}", LONG, "They met.", "They left."), ("They", "lede"), (LONG, "lede"))
    assert imported.content.lede == f"{LONG}\nThey met."
    assert said(imported, "They met.") == []


def test_a_second_line_of_the_lede_that_does_not_fit_is_a_section_and_said():
    imported = chosen(markdown(f"# {HEADLINE}", LONG, "They met. " * 3000), (LONG, "lede"), ("They met.", "lede"))
    assert imported.content.lede == LONG
    assert said(imported, "is too long for a lede; it became a section.")


@pytest.mark.parametrize("role", ["headline", "dateline"])
def test_of_two_lines_for_one_place_the_newest_choice_holds(role):
    draft = markdown(LONG, "Ann Lee", "Omar Diaz", LONG)
    for first, then in (("Ann Lee", "Omar Diaz"), ("Omar Diaz", "Ann Lee")):
        imported = chosen(draft, (first, role), (then, role))
        assert getattr(imported.content, role) == then
        assert said(imported, first) == [
            f"“{first}” was chosen as the {role} before “{then}” was. Choose what it is now."
        ]


def test_a_choice_about_a_line_that_is_not_there_keeps_no_place():
    assert shaped(HEADLINE, LONG, decisions=Decisions(roles={"1.999": "headline"})).content.headline == HEADLINE


def test_an_answer_without_a_question_says_what_to_do():
    imported = chosen(markdown(f"# {HEADLINE}", LONG, "They met."), ("They met.", "answer"))
    assert said(imported, "They met.") == [
        "“They met.” was chosen as an answer, and no question stands above it. Choose its question."
    ]


def test_nobody_is_asked_about_a_line_that_was_left_out_on_purpose():
    imported = chosen(markdown(f"# {HEADLINE}", LONG, "They met."), ("They met.", "unplaced"))
    assert (imported.unplaced, said(imported, "They met.")) == (("They met.",), [])


def test_a_heading_that_is_chosen_inside_the_faq_ends_it():
    draft = markdown(f"# {HEADLINE}", LONG, "## FAQ", "**Who pays?**", "Nobody.", "What comes next", "They meet again.")
    imported = chosen(draft, ("What comes next", "heading"))
    assert headings(imported) == ["What comes next"]
    assert [section.body for section in imported.content.sections] == ["<p>They meet again.</p>"]


def test_a_question_that_is_chosen_inside_the_faq_is_answered_by_what_follows():
    draft = markdown(f"# {HEADLINE}", LONG, "## FAQ", "Tell us who pays.", "Nobody.", "**Why?**", "They said so.")
    imported = chosen(draft, ("Tell us", "question"))
    assert [(entry.question, plain_text(entry.answer)) for entry in imported.content.faq] == [
        ("Tell us who pays.", "Nobody."),
        ("Why?", "They said so."),
    ]


def test_what_is_chosen_as_text_ends_a_list_of_sources():
    draft = markdown(f"# {HEADLINE}", LONG, "## Sources", "- A letter", "- A list", "- A note")
    imported = chosen(draft, ("A list", "text"))
    assert [source.title for source in imported.content.sources] == ["A letter"]


@pytest.mark.parametrize(("role", "what"), [("source", "a source"), ("byline", "the name of an author")])
def test_a_line_that_is_too_long_for_its_place_is_said(role, what):
    endless = "and so on " * 60
    imported = chosen(markdown(f"# {HEADLINE}", LONG, endless), ("and so", role))
    (sentence,) = said(imported, "and so on and so on")
    assert sentence.endswith(f"is too long for {what}, or its directions are mixed. Shorten it.")


def test_a_question_and_its_answer_that_an_editor_joined_stay_joined():
    draft = markdown(f"# {HEADLINE}", LONG, "**Who pays?**", "The allies do.", "They left.")
    bold = understood(draft, decisions=Decisions(joins=("3",)))
    assert "Who pays? The allies do." in [part.line.text for part in bold.parts]
    asked = shaped(HEADLINE, LONG, "Q: Who pays?", "A: Nobody.", "Q: Why?", "A: So.", decisions=Decisions(joins=("3",)))
    assert "Who pays? A: Nobody." in [part.line.text for part in asked.parts]


def test_a_joined_line_is_cut_where_the_editor_says():
    joined = shaped(HEADLINE, LONG, "They met.", "They talked. They left.", decisions=Decisions(joins=("3",)))
    line = joined.parts[-1].line
    place = line.spot(line.text.index("They left."))
    cut = shaped(
        HEADLINE, LONG, "They met.", "They talked. They left.", decisions=Decisions(joins=("3",), cuts=(place,))
    )
    assert roles(cut)[-2:] == [("text", "They met. They talked."), ("text", "They left.")]


def test_a_line_is_cut_where_the_page_shows_it_though_its_mark_was_taken_off():
    draft = (HEADLINE, LONG, "Q: Who pays? They ask.", "A: Nobody.", "Q: Why?", "A: So.")
    line = next(part.line for part in shaped(*draft).parts if part.line.text.startswith("Who pays?"))
    cut = shaped(*draft, decisions=Decisions(cuts=(line.spot(10),)))
    assert ("question", "Who pays?") in roles(cut)


def test_who_spoke_is_kept_when_the_line_is_cut_before_the_words():
    draft = (HEADLINE, LONG, "They met in Paris. “We go on and on,” said Mary Novak.")
    (mark,) = shaped(*draft).marks
    marks = {mark.place: MarkDecision(speaker="Omar Diaz", confirmed=True)}
    cut = shaped(*draft, decisions=Decisions(marks=marks, cuts=("2:19",)))
    assert [(words.place, words.speaker, words.is_sure) for words in cut.marks] == [(mark.place, "Omar Diaz", True)]


def test_a_draft_of_a_byline_alone_is_not_called_empty():
    imported = chosen("Ann Lee and Omar Diaz met.", ("Ann Lee", "byline"))
    assert said(imported, "empty") == []


def test_words_that_say_nothing_yet_are_an_answer_where_somebody_chose_so():
    draft = markdown(f"# {HEADLINE}", LONG, "## FAQ", "**Who pays?**", "To be confirmed.")
    assert understood(draft).content.faq[0].is_open
    assert chosen(draft, ("To be confirmed.", "answer")).content.faq[0].answer == "<p>To be confirmed.</p>"
