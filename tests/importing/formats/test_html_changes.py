"""Changes that are kept track of in a page: what they take away is left out as deleted, what they add is text."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shown


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    "how",
    [
        "class='ck-suggestion-marker ck-suggestion-marker-deletion'",
        "class='TrackChangeTextDeletion TrackedChange SCXW1'",
        "class='TrackChangeTextDeletionMarker'",
        "class='ice-del ice-cts-1'",
        "class='fr-tracking-deleted'",
        "class='suggestion-deleted'",
        "class=msoDel",
        "data-suggestion-type=deletion",
        "data-change-type=deletion",
        "data-track-change=Delete",
        "data-suggestion-start-before='deletion:a:u' data-suggestion-end-after='deletion:a:u'",
    ],
)
def test_what_a_change_takes_away_is_left_out(how):
    reading = html(f"<p>It <span {how}>never </span><span class='ck-suggestion-marker-insertion'>surely</span> opens.")
    assert shown(reading) == ["It surely opens."]
    assert left_out(reading) == [("deleted", "never", True)]


@pytest.mark.parametrize(
    "how",
    [
        "class='TrackedChange TrackChangeTextInsertion'",
        "class='ice-ins'",
        "class='delegate model-delta ice-delicious is-deleted-by-nobody'",
        "class='mce-annotation'",
        "data-change-type=addition",
        "data-suggestion-type=insertion",
        "data-title='Deleted scenes'",
        "data-suggestion-start-before='insertion:a:u'",
        "data-suggestion-end-after='deletion:a:u'",
    ],
)
def test_what_a_change_adds_and_what_is_none_is_text(how):
    assert left_out(html(f"<p>It <span {how}>surely</span> opens.")) == []


def test_what_stands_between_the_ends_of_a_change_is_left_out_whatever_stands_between_them():
    start, end = "<suggestion-start name='{0}'></suggestion-start>", "<suggestion-end name='{0}'></suggestion-end>"
    reading = html(
        f"<p>It {start.format('deletion:a:u')}never opens.</p><p><b>Nobody</b> paid.{end.format('deletion:a:u')} It "
        f"{start.format('insertion:b:u')}surely{end.format('insertion:b:u')} opens.</p>"
    )
    assert shown(reading) == ["It", "It surely opens."]
    assert left_out(reading) == [("deleted", "never opens.", True), ("deleted", "Nobody paid.", True)]


def test_a_change_may_begin_and_end_at_blocks():
    reading = html(
        "<p>One</p><p data-suggestion-start-before='formatBlock:c:u,deletion:a:u'>Two</p>"
        "<p data-suggestion-end-after='deletion:a:u'>Three</p><p data-suggestion-start-after='deletion:b:u'>Four</p>"
        "<p>Five</p><p data-suggestion-end-before='deletion:b:u'>Six</p>"
    )
    assert shown(reading) == ["One", "Four", "Six"]
    assert [words for _, words, _ in left_out(reading)] == ["Two", "Three", "Five"]


def test_the_end_of_a_change_does_not_show_what_is_hidden_around_it():
    end = "<suggestion-end name='deletion:a'></suggestion-end>"
    reading = html(f"<p hidden><suggestion-start name='deletion:a'></suggestion-start>555{end} 0199</p><p>Text")
    assert shown(reading) == ["Text"]


@pytest.mark.parametrize("who", ["cite='mailto:Legal'", "data-username=Legal", "data-author=Legal"])
def test_who_took_words_away_is_said(who):
    (line,) = html(f"<p><span class=ice-del {who}>never</span>").lines
    assert line.left_out.by == "Legal"
