"""A colour that cannot be read is refused with its contrast and with what to choose instead."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.colours import GROUNDS, LEAST, contrast, refusal, shown_ratio, worst_contrast

CSS = Path(__file__).resolve().parents[2] / "briefings" / "static" / "briefings" / "site.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_grounds_are_those_of_the_page():
    grounds = dict.fromkeys(("paper", "tint"), ())
    for name, colour in re.findall(r"--(paper|tint): (#[0-9a-f]{6});", CSS.read_text(encoding="utf-8")):
        grounds[name] += (colour,)

    assert tuple(zip(grounds["paper"], grounds["tint"], strict=True)) == (GROUNDS["light"], GROUNDS["dark"])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails and the one that just passes
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#8c1d24", "#8c1d24", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("written", ["", "#fff", "red", "8c1d24", "#8c1d2", "#8c1d2g", "#8c1d24 ", "#８c1d24"])
def test_what_is_no_colour_is_refused(written):
    with pytest.raises(ValueError, match=r"is no colour\. Write it as in #8c1d24\."):
        contrast(written, "#ffffff")


@given(colour=COLOURS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_colour_is_taken_where_it_can_be_read_on_every_ground_and_refused_otherwise(colour, scheme):
    can_be_read = all(contrast(colour, ground) >= LEAST for ground in GROUNDS[scheme])

    assert (refusal(colour, scheme=scheme) is None) is can_be_read


@given(colour=COLOURS)
def test_no_colour_can_be_read_on_both_pages(colour):
    """So an accent for one scheme alone is never used on the other."""
    assert min(worst_contrast(colour, scheme=scheme) for scheme in GROUNDS) < LEAST


@pytest.mark.parametrize(
    ("colour", "scheme", "sentence"),
    [
        ("#e0b000", "light", "#e0b000 has 1.8:1 on the light page, and 4.5:1 is the least. Choose a darker colour."),
        ("#8c1d24", "dark", "#8c1d24 has 1.7:1 on the dark page, and 4.5:1 is the least. Choose a lighter colour."),
    ],
)
def test_a_refusal_tells_the_contrast_on_the_worst_ground_and_which_way_to_go(colour, scheme, sentence):
    assert refusal(colour, scheme=scheme) == sentence


def test_almost_enough_never_reads_as_enough():
    assert shown_ratio(4.499) == "4.4"
    assert shown_ratio(LEAST) == "4.5"
