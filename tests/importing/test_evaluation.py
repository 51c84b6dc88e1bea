"""The evaluation drafts: no word of any is lost, and they are understood no worse than before.

The floors are below what was measured last, so that a new draft may be hard. `make bench` prints the whole table.
"""

import pytest

from tests.importing.evaluation.scoring import HALVES, drafts_of, score_of

FLOORS = {
    "headings": 0.95,
    "paragraphs": 0.95,
    "quotations": 0.90,
    "speakers": 0.70,
    "terms": 0.85,
    "faq": 0.93,
    "open": 0.93,
}


@pytest.fixture(scope="module", params=HALVES)
def score(request):
    return score_of(request.param)


@pytest.mark.slow
def test_no_word_of_an_evaluation_draft_is_lost(score):
    count = score.counts["preservation"]
    assert count.expected > 0
    assert count.right == count.expected


@pytest.mark.slow
def test_evaluation_drafts_are_understood_as_well_as_before(score):
    found = {category: round(score.counts[category].score, 3) for category in FLOORS}
    assert {category: value for category, value in found.items() if value < FLOORS[category]} == {}


def test_both_halves_have_drafts_of_six_languages():
    for half in HALVES:
        languages = [expected["language"] for _, expected in drafts_of(half)]
        assert len(languages) >= 40
        assert set(languages) >= {"en", "de", "fr", "es", "uk", "ar"}
