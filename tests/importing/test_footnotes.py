"""The mark of a footnote leads to its source; the note's own words are that source."""

import uuid

from briefings.content import SourceNote
from briefings.content.richtext import SOURCE
from briefings.importing import Reading, understand
from briefings.importing.formats.sheet import PLAIN, Look, Sheet
from briefings.importing.lines import NOTE
from briefings.importing.part_keys import rekeyed


def reading(*, notes=("Board minutes, page 4.", "Harbour report.")):
    sheet = Sheet()
    for words in ("Second berth for Lindmoor", "The board approved a second berth on Tuesday, after long talks."):
        sheet.add(words)
        sheet.end()
    sheet.add("What was decided")
    sheet.end(style="heading", level=2)
    for words, look in (("It costs 14 million.", PLAIN), ("[1]", Look(href=f"{NOTE}1")), (" So it is.", PLAIN)):
        sheet.add(words, look)
    sheet.add("[2]", Look(href=f"{NOTE}2"))
    sheet.end()
    for number, words in enumerate(notes, start=1):
        sheet.add(words)
        sheet.end(style="note", marker=f"[{number}]")
    return Reading(lines=sheet.finished()[0])


def content(**how):
    return understand(reading(**how), briefing_id=str(uuid.uuid4())).content


def test_the_mark_leads_to_the_source_that_the_note_became():
    found = content()
    first, second = found.sources
    assert [source.title for source in found.sources] == ["Board minutes, page 4.", "Harbour report."]
    assert found.sections[0].body == (
        f'<p>It costs 14 million.<a href="{SOURCE}{first.id}" rel="noopener">[1]</a> So it is.'
        f'<a href="{SOURCE}{second.id}" rel="noopener">[2]</a></p>'
    )


def test_a_mark_whose_note_is_not_in_the_draft_stays_as_words():
    found = content(notes=("Board minutes, page 4.",))
    assert "So it is.[2]</p>" in found.sections[0].body


def test_in_the_next_draft_the_marks_lead_to_the_sources_that_the_briefing_has():
    had, found = content(), content(notes=("Harbour report.", "Board minutes, page 4."))
    after = rekeyed(found, had)
    assert [source.id for source in after.sources] == [had.sources[1].id, had.sources[0].id]
    assert f'href="{SOURCE}{had.sources[1].id}" rel="noopener">[1]</a>' in after.sections[0].body


def test_a_source_that_the_desk_wrote_by_hand_takes_the_id_of_the_note():
    found = content()
    had = found.model_copy(update={"sources": (SourceNote(title="Board minutes, page 4.", publisher="The board"),)})
    after = rekeyed(found, had)
    assert (after.sources[0].publisher, after.sources[0].id) == ("The board", found.sources[0].id)
