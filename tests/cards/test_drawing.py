"""What stands on a share card, and where."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefings.cards import SIZE, draw, sets_every_script
from briefings.cards.drawing import INK, MARGIN, PAPER
from briefings.content.colours import GROUNDS, LEAST, contrast
from briefings.outputs.stylesheet import ACCENT
from tests.cards.making import box_of, make_card, seen

ARABIC = "قطاع النخيل في البصرة يستعيد عافيته"
HEBREW = "הכנסת אישרה את התקציב"
GERMAN = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung " * 3
WIDTH, HEIGHT = SIZE


def test_this_machine_can_set_every_script():
    assert sets_every_script(), "Install FriBidi (on Debian: apt-get install libfribidi0) and run the tests again."


def test_a_card_is_a_png_of_1200_by_630_in_few_colours():
    data = draw(make_card())

    image = Image.open(BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(image.convert("RGB").getcolors(48)) <= 48
    assert len(data) < 80_000


def test_the_same_words_are_the_same_bytes_and_the_same_address():
    assert draw(make_card()) == draw(make_card())
    assert make_card().digest == make_card().digest


@pytest.mark.parametrize(
    "difference",
    [
        {"headline": "Allies pledge guarantee"},
        {"topic": "Harbours"},
        {"topic": ""},
        {"date": "25 November 2026"},
        {"site": "Another Briefing"},
        {"accent": "#123c7a"},
        {"direction": "rtl"},
    ],
)
def test_whatever_is_drawn_otherwise_has_another_address(difference):
    assert draw(make_card(**difference)) != draw(make_card())
    assert make_card(**difference).digest != make_card().digest


def test_another_language_may_want_other_letters_and_has_another_address():
    assert make_card(language="sr").digest != make_card().digest


@pytest.mark.parametrize(
    ("headline", "direction"), [("Mint", "ltr"), (ARABIC, "rtl"), (HEBREW, "rtl"), ("Mint", "rtl")]
)
def test_a_headline_begins_at_the_margin_at_which_its_language_begins(headline, direction):
    left, _, right, _ = box_of(INK, seen(make_card(headline, direction=direction)))

    begins = left - MARGIN if direction == "ltr" else WIDTH - MARGIN - right
    ends = WIDTH - MARGIN - right if direction == "ltr" else left - MARGIN
    assert 0 <= begins < 12
    assert ends > 60


def test_right_to_left_the_name_of_the_site_and_the_date_change_sides():
    def foot(direction):
        card = make_card(direction=direction, site="Site", date="24 November 2026")
        image = seen(card).crop((0, HEIGHT - 100, WIDTH, HEIGHT))
        return box_of(PAPER, image.crop((0, 0, WIDTH // 2, 100))), box_of(
            PAPER, image.crop((WIDTH // 2, 0, WIDTH, 100))
        )

    widths = [[right - left for left, _, right, _ in foot(direction)] for direction in ("ltr", "rtl")]

    assert widths[0][0] < 100 < widths[0][1]
    assert widths[1][1] < 100 < widths[1][0]


@pytest.mark.parametrize("name", ["OpenAI", "2026", "GPT-5"])
def test_in_a_line_from_right_to_left_a_latin_name_or_a_number_is_as_it_is_alone(name):
    alone = seen(make_card(name, topic=""))
    mixed = seen(make_card(f"ب {name}", topic="", direction="rtl"))
    left, top, right, bottom = box_of(INK, alone)

    of_name = mixed.crop((box_of(INK, mixed)[0], 0, box_of(INK, mixed)[0] + right - left, HEIGHT - 118))
    assert of_name.crop(box_of(INK, of_name)).tobytes() == alone.crop((left, top, right, bottom)).tobytes()
    assert box_of(INK, mixed)[2] > WIDTH - MARGIN - 12


@pytest.mark.parametrize(
    "headline",
    ["Mint", "The committee has asked the ministry to publish every letter. " * 3, "word " * 400, GERMAN, ARABIC * 9],
    ids=["one word", "200 letters", "2000 letters", "long words", "Arabic"],
)
def test_no_headline_leaves_its_field(headline):
    image = seen(make_card(headline.strip(), direction="rtl" if headline.startswith("ق") else "ltr"))

    left, top, right, bottom = box_of(INK, image)
    assert left >= MARGIN
    assert right <= WIDTH - MARGIN
    assert top > 60
    assert bottom < HEIGHT - 118 - 16


def test_names_that_are_too_long_leave_room_for_the_date_and_end_in_a_whole_word():
    image = seen(make_card(site="Site name " * 20, topic="Topic " * 60))

    foot = image.crop((0, HEIGHT - 100, WIDTH, HEIGHT))
    gap = foot.crop((WIDTH - MARGIN - 330, 0, WIDTH - MARGIN - 290, 100))
    assert gap.getcolors() == [(40 * 100, (0x8C, 0x1D, 0x24))]
    assert box_of("#8c1d24", image.crop((0, 0, WIDTH, 120)))[2] <= WIDTH - MARGIN


def test_text_on_a_card_can_be_read():
    assert PAPER in GROUNDS["light"]
    assert contrast(INK, PAPER) >= 7
    assert contrast(ACCENT, PAPER) >= LEAST
    image = seen(make_card())
    assert box_of(PAPER, image.crop((0, HEIGHT - 100, WIDTH, HEIGHT))), "the foot's words have the page's colour"
    assert box_of(ACCENT, image) == (0, box_of(ACCENT, image)[1], WIDTH, HEIGHT)


def test_the_colours_of_a_card_are_those_of_the_page():
    sheet = (Path(__file__).parents[2] / "briefings/static/briefings/site.css").read_text()
    light = sheet.partition("prefers-color-scheme: dark")[0]

    assert [
        f"--{name}: {colour};" in light for name, colour in (("paper", PAPER), ("ink", INK), ("accent", ACCENT))
    ] == [True] * 3
