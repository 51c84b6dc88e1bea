"""A colour that cannot be read is refused with one that can."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.colours import (
    DARK_GROUNDS,
    LEAST,
    LIGHT_GROUNDS,
    contrast,
    moved,
    nearest_passing,
    passes,
    refusal,
)

CSS = Path(__file__).resolve().parents[2] / "briefings" / "static" / "briefings" / "site.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = pytest.mark.parametrize("grounds", [LIGHT_GROUNDS, DARK_GROUNDS])


def steps_to(colour: str, grounds: tuple[str, ...]) -> int:
    """How many thousandths of lightness the nearest passing colour is away."""
    nearest = nearest_passing(colour, grounds)
    towards = -1 if grounds == LIGHT_GROUNDS else 1
    return next(steps for steps in range(0, towards * 1001, towards) if moved(colour, steps) == nearest)


def test_the_grounds_are_those_of_the_page():
    found = dict.fromkeys(("paper", "tint"), ())
    for name, colour in re.findall(r"--(paper|tint): (#[0-9a-f]{6});", CSS.read_text(encoding="utf-8")):
        found[name] += (colour,)

    assert tuple(zip(found["paper"], found["tint"], strict=True)) == (LIGHT_GROUNDS, DARK_GROUNDS)


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


@given(colour=COLOURS)
@GROUNDS
def test_the_nearest_colour_can_be_read_on_every_ground(colour, grounds):
    nearest = nearest_passing(colour, grounds)

    assert re.fullmatch("#[0-9a-f]{6}", nearest)
    assert all(contrast(nearest, ground) >= LEAST for ground in grounds)


@given(colour=COLOURS)
@GROUNDS
def test_a_colour_that_passes_stays_as_it_is(colour, grounds):
    assert (nearest_passing(colour, grounds) == colour) is passes(colour, grounds)
    assert (refusal(colour, grounds, scheme="light") is None) is passes(colour, grounds)


@given(colour=COLOURS)
@GROUNDS
def test_a_step_closer_to_the_colour_fails(colour, grounds):
    steps = steps_to(colour, grounds)
    closer = range(0, steps, 1 if steps > 0 else -1)

    assert [step for step in closer[-5:] if passes(moved(colour, step), grounds)] == []


@given(colour=COLOURS)
def test_a_colour_that_is_not_moved_is_the_same_colour(colour):
    assert moved(colour, 0) == colour
    assert (moved(colour, -1000), moved(colour, 1000)) == ("#000000", "#ffffff")


@pytest.mark.parametrize(
    ("colour", "grounds", "nearest"),
    [
        ("#e0b000", LIGHT_GROUNDS, "#896b00"),  # yellow stays yellow
        ("#3a7bd5", LIGHT_GROUNDS, "#2d6ec7"),
        ("#8c1d24", DARK_GROUNDS, "#d76461"),
        ("#0000ff", DARK_GROUNDS, "#4a81ff"),
        ("#808080", LIGHT_GROUNDS, "#6f6f6f"),  # grey stays grey
        ("#8C1D24", LIGHT_GROUNDS, "#8C1D24"),
    ],
)
def test_the_hue_stays(colour, grounds, nearest):
    assert nearest_passing(colour, grounds) == nearest


def test_of_two_ways_the_shorter_is_taken():
    ground = ("#757575",)  # the grey on which both black and white pass

    assert contrast(nearest_passing("#444444", ground), "#000000") < contrast("#444444", "#000000")
    assert contrast(nearest_passing("#bbbbbb", ground), "#000000") > contrast("#bbbbbb", "#000000")


def test_grounds_that_no_colour_passes_on_are_refused():
    with pytest.raises(ValueError, match=r"No colour has 4\.5:1 on all of #000000, #ffffff\."):
        nearest_passing("#808080", ("#000000", "#ffffff"))


@pytest.mark.parametrize("written", ["", "#fff", "red", "8c1d24", "#8c1d2", "#8c1d2g", "#8c1d24 ", "#８c1d24"])
def test_what_is_no_colour_is_refused(written):
    with pytest.raises(ValueError, match=r"is no colour\. Write it as in #8c1d24\."):
        contrast(written, "#ffffff")


def test_the_refusal_names_the_colour_to_take_instead():
    assert refusal("#e0b000", LIGHT_GROUNDS, scheme="light") == (
        "#e0b000 has 1.8:1 on the light page, and 4.5:1 is the least. The nearest colour that passes is #896b00."
    )
    assert refusal("#896b00", LIGHT_GROUNDS, scheme="light") is None


def test_almost_enough_never_reads_as_enough():
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert "#777777 has 4.4:1 on the plain page" in refusal("#777777", ("#ffffff",), scheme="plain")
