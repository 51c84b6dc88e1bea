"""A draft without end is understood as far as anybody could look, alike every time, and nothing of it is lost."""

import sys
from uuid import UUID

import pytest

from briefings.importing import Decisions, read, read_text, understand
from briefings.importing.character_filter import clean
from briefings.importing.findings import Finding, counted
from briefings.importing.formats import sheet
from briefings.importing.lines import Line
from briefings.importing.structure.frames import closing_at
from tests.bench.drafts import KINDS
from tests.importing.drafts import PROSE, codes_of, tokens_of, understood

SAID = "Ann Lee said “we go on until the end”."
HEADED = f"{PROSE}\nWhat was said\n"
_KINDS = [pytest.param(kind, marks=[] if kind == "tiny quotations" else pytest.mark.slow) for kind in KINDS]


def test_beyond_its_effort_a_draft_is_plain_text_and_the_line_is_named(monkeypatch):
    monkeypatch.setattr("briefings.importing.effort.MOST", 1_000)
    draft = HEADED + "\n".join(f"{number} {SAID}" for number in range(100))

    imported = understood(draft)

    (finding,) = [finding for finding in imported.findings if finding.code == "too-long-to-read"]
    assert 0 < len(imported.content.quotes) < 100
    assert finding.line == 3 + len(imported.content.quotes)
    assert "from here on nobody looked for quotations" in finding.sentence
    assert sum(tokens_of(imported).values()) == len(draft.split())


def test_however_often_it_is_read_it_ends_in_the_same_place(monkeypatch):
    monkeypatch.setattr("briefings.importing.effort.MOST", 1_000)
    draft = HEADED + "\n".join(f"{number} {SAID}" for number in range(100))

    first, second = understood(draft), understood(draft)

    assert [mark.place for mark in first.marks] == [mark.place for mark in second.marks]
    decided = Decisions(marks={first.marks[-1].place: {"speaker": "Bob Day", "confirmed": True}})
    assert understood(draft, decisions=decided).marks[-1].speaker == "Bob Day"


def test_lines_without_words_take_effort_too(monkeypatch):
    monkeypatch.setattr("briefings.importing.effort.MOST", 1_000)

    assert "too-long-to-read" in codes_of(understood(HEADED + "a\n" * 100))


def test_a_paragraph_takes_effort_by_its_length(monkeypatch):
    monkeypatch.setattr("briefings.importing.effort.MOST", 1_000)

    assert "too-long-to-read" in codes_of(understood(f"{HEADED}{'word ' * 300}.\n{SAID}"))


def test_of_a_paragraph_without_end_nobody_looks_for_the_last_words_of_a_chatbot():
    closing = "They met on Monday. Let me know if you want more."

    assert closing_at(Line(closing, 1)) is not None
    assert closing_at(Line("They met. " * 1_000 + closing, 1)) is None


def test_the_same_direction_marks_are_judged_once(monkeypatch):
    judged = []
    monkeypatch.setattr("briefings.importing.character_filter.clean_text", judged.append)

    clean("\u202d\u202da\u202c\u202cb\n" * 100)

    assert judged == ["\u202d\u202d\u202c\u202c"]


@pytest.mark.slow
def test_a_long_draft_is_looked_at_whole():
    imported = understood(HEADED + f"{'word ' * 20}.\n" * 2_000 + SAID)

    assert len(imported.content.quotes) == 1
    assert "too-long-to-read" not in codes_of(imported)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_lines_beyond_any_number_are_one_and_no_word_of_them_is_lost(monkeypatch, name):
    for place in ("sheet", "plain"):
        monkeypatch.setattr(f"briefings.importing.formats.{place}.MOST_LINES", 3)
    text = "".join(f"<p>word {number}</p>" if name == "html" else f"word {number}\n\n" for number in range(9))

    reading = read_text(text, format=name)

    assert len(reading.lines) <= 4
    assert (
        " ".join(line.text for line in reading.lines).split() == text.replace("<p>", " ").replace("</p>", " ").split()
    )
    (finding,) = reading.findings
    assert (finding.code, finding.sentence) == ("too-many-lines", sheet.too_many_lines(4).sentence)


def test_of_notes_without_number_as_many_are_listed_as_anybody_reads():
    imported = understood(f"{PROSE}\n" + "TK " * 5_000)

    notes = [finding.sentence for finding in imported.findings if finding.code == "editor-mark"]
    assert len(notes) == 500
    assert notes[-1].startswith("From here on there are more notes")


def test_of_findings_without_number_as_many_are_listed_as_anybody_reads():
    many = [Finding(code="lone-mark", sentence=f"Number {number}.") for number in range(700)]
    one = Finding(code="no-lede", sentence="The draft has no lede. Write one.")

    told = list(counted([*many, one]))

    assert told == [*many[:500], one, Finding(code="lone-mark", sentence="And 200 more of this kind (lone mark).")]
    assert codes_of(understood(HEADED + "She said “ no.\n\n" * 700)).count("unbalanced-mark") <= 501


@pytest.mark.parametrize("kind", _KINDS)
def test_four_times_the_text_is_four_times_the_work(kind):
    short, long = (KINDS[kind](size) for size in (2_000, 8_000))
    work_of(short)  # word lists are read, and what is kept of them

    assert work_of(long) / len(long) <= 1.25 * work_of(short) / len(short)


def work_of(data):
    """How many calls it takes to read and understand a draft."""
    calls = 0

    def count(_frame, event, _arg):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        understand(read(data), briefing_id=str(UUID(int=1, version=4)))
    finally:
        sys.setprofile(before)
    return calls
