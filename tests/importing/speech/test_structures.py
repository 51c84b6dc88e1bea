"""Speakers whom the structure of a draft names: a dash and a name below, a label used three times."""

import uuid

import pytest

from briefings.importing import read_text, understand
from tests.importing.speech.section_quotations import spoken

QUOTED = "“The berth was worth every week of waiting.”"


def _only(text, *, language="en"):
    ((words, speaker, role, confirmed),) = spoken(text, language=language)
    return words, speaker, role, confirmed


@pytest.mark.parametrize("dash", ["— ", "—", "– ", "-- ", "- "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_dash_and_a_name_in_the_line_under_a_quotation_are_certain(dash, gap):
    assert _only(f"{QUOTED}{gap}{dash}Clara Novak, mayor of Oldshore")[1:] == ("Clara Novak", "mayor of Oldshore", True)
    assert _only(f"{QUOTED}{gap}{dash}Mayor Clara Novak")[1:] == ("Clara Novak", "Mayor", True)


@pytest.mark.parametrize(
    "below",
    [
        "— Lindmoor Harbour Board, statement",
        "— The berth opens in May.",
        "— Clara Novak said nothing more.",
        "Clara Novak, mayor of Oldshore",
    ],
)
def test_what_is_no_dash_and_full_name_confirms_nobody(below):
    assert not any(confirmed for *_, confirmed in spoken(f"{QUOTED}\n\n{below}"))


def test_a_name_and_a_role_without_a_dash_under_a_quotation_are_a_guess():
    assert _only(f"{QUOTED}\n\nClara Novak, mayor of Oldshore")[1:] == ("Clara Novak", "mayor of Oldshore", False)
    assert _only(f"{QUOTED}\n\nClara Novak")[1] is None
    assert _only(f"{QUOTED}\n\nIn May, the berth opens")[1] is None


def test_a_name_under_a_paragraph_that_holds_more_than_a_quotation_confirms_nobody():
    text = f"He wrote {QUOTED} in his book on boats.\n\n— Clara Novak, mayor of Oldshore"
    assert [confirmed for *_, confirmed in spoken(text)] == [False]


def test_the_next_point_of_a_list_is_no_name_under_a_quotation():
    assert _only(f"- {QUOTED}\n- Clara Novak, mayor")[1] is None


def test_a_name_behind_the_quotation_in_its_own_line_is_a_guess():
    assert _only(f"{QUOTED} — Clara Novak, mayor of Oldshore")[1:] == ("Clara Novak", "mayor of Oldshore", False)


def test_a_paragraph_without_marks_above_a_dash_and_a_name_is_a_quotation_and_a_guess():
    pulled = "The berth was worth every week of waiting.\n\n— Clara Novak, mayor of Oldshore"
    assert _only(pulled) == (
        "The berth was worth every week of waiting.",
        "Clara Novak",
        "mayor of Oldshore",
        False,
    )
    assert spoken("The berth was worth every week of waiting.\n\n— Clara Novak") == []


LINES = [("Clara Novak", "We open in May."), ("Peter Hale", "It is dear."), ("Clara Novak", "The council pays.")]
TRANSCRIPT = [*LINES, ("Peter Hale", "It pays half."), ("Clara Novak", "Every crown of it.")]


@pytest.mark.parametrize("shape", ["{name}: {words}", "{name}: “{words}”", "{name} (Greens): {words}"])
def test_a_label_used_three_times_is_certain_and_one_used_twice_is_not(shape):
    text = "\n\n".join(shape.format(name=name, words=words) for name, words in TRANSCRIPT)
    clara = [(words, confirmed) for words, speaker, _, confirmed in spoken(text) if speaker == "Clara Novak"]
    assert clara == [("We open in May.", True), ("The council pays.", True), ("Every crown of it.", True)]
    assert not any(confirmed for _, speaker, _, confirmed in spoken(text) if speaker == "Peter Hale")


def test_a_label_in_capitals_is_a_name_as_names_are_written():
    text = "\n\n".join(f"{name.upper()}: {words}" for name, words in TRANSCRIPT)
    assert [speaker for _, speaker, _, _ in spoken(text)] == ["Clara Novak"] * 3


def test_a_name_before_figures_is_no_label():
    assert spoken("\n\n".join(f"Clara Novak: {votes} votes" for votes in (45, 46, 47))) == []


def test_a_label_that_is_no_full_name_makes_no_quotation():
    text = "\n\n".join(f"Update: {words}" for _, words in TRANSCRIPT)
    assert spoken(text) == []


def test_words_in_marks_inside_a_labelled_line_stay_a_part_of_it():
    text = "\n\n".join(f"{name}: {words} They call it “the gap”." for name, words in TRANSCRIPT)
    assert next(words for words, *_ in spoken(text)) == "We open in May. They call it “the gap”."
    assert [speaker for _, speaker, _, _ in spoken(text)] == ["Clara Novak"] * 3


@pytest.mark.parametrize(
    "shape",
    [
        "<blockquote><p>{words}</p><cite>{name}</cite></blockquote>",
        "<blockquote><p>{words}</p><footer>— {name}</footer></blockquote>",
        "<figure><blockquote>{words}</blockquote><figcaption>{name}</figcaption></figure>",
        "<blockquote>{words}<br>— {name}</blockquote>",
    ],
)
def test_a_page_may_name_who_said_it_under_a_quotation(shape):
    page = f"<h1>Berth</h1><p>The board met in Oldshore for a long time.</p><h2>Said</h2><p>It was loud.</p>{shape}"
    text = page.format(words=QUOTED, name="Clara Novak, mayor of Oldshore")
    (quote,) = understand(read_text(text, format="html"), briefing_id=str(uuid.uuid4())).content.quotes
    assert (quote.person.name, quote.role, quote.confirmed) == ("Clara Novak", "mayor of Oldshore", True)
