"""A card becomes a PNG: the same words, the same bytes."""

from io import BytesIO
from itertools import chain, pairwise

from PIL import Image, ImageColor, ImageDraw

from briefings.cards import fonts, typesetting
from briefings.cards.card import SIZE, Card

# The page's own, in its light scheme: --paper and --ink in static/briefings/site.css.
PAPER, INK = "#fdfcfa", "#1d1b19"
WIDTH, HEIGHT = SIZE
MARGIN = 84
FOOT = 118
"""The height of the field at the foot, which has the accent."""
SHADES = 16
"""From a ground to the colour upon it: as many as edges of letters need."""

_LABEL, _SITE, _DATE = 34, 36, 30
_ABOVE = 52
_GAP = 30


def draw(card: Card) -> bytes:
    """The card as a PNG. Its colours are three ramps: accent on paper, ink on paper, paper on accent."""
    strength = Image.new("L", SIZE)
    pen = ImageDraw.Draw(strength)
    label_ends = _head(pen, card)
    _foot(pen, card)
    picture = Image.new("P", SIZE)
    picture.putpalette(
        bytes(chain(*(_ramp(*pair) for pair in ((PAPER, card.accent), (PAPER, INK), (card.accent, PAPER)))))
    )
    edges = (0, label_ends, HEIGHT - FOOT, HEIGHT)
    for ramp, (top, bottom) in enumerate(pairwise(edges)):
        shades = [ramp * SHADES + value * SHADES // 256 for value in range(256)]
        box = (0, top, WIDTH, bottom)
        picture.paste(strength.crop(box).point(shades), box)
    file = BytesIO()
    picture.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _head(pen: ImageDraw.ImageDraw, card: Card) -> int:
    """The topic and the headline, in the middle of what the foot leaves. Returns where the topic ends."""
    above = _LABEL + _GAP if card.topic else 0
    room = HEIGHT - FOOT - 2 * _ABOVE
    block = typesetting.headline(card.headline, width=WIDTH - 2 * MARGIN, height=room - above)
    top = _ABOVE + (room - above - block.height) // 2
    if card.topic:
        face = fonts.font(fonts.LABEL, _LABEL)
        _line(pen, card, typesetting.cut(card.topic, face, WIDTH - 2 * MARGIN), face, top + _LABEL)
    face = fonts.font(fonts.HEADLINE, block.size)
    baseline = top + above + round(block.leading / 2 + block.size * 0.35)
    for line in block.lines:
        _line(pen, card, line, face, baseline, direction=card.direction)
        baseline += block.leading
    return top + above


def _foot(pen: ImageDraw.ImageDraw, card: Card) -> None:
    baseline = HEIGHT - FOOT // 2 + 12
    date = fonts.font(fonts.LABEL, _DATE)
    _line(pen, card, card.date, date, baseline, at_end=True)
    site = fonts.font(fonts.LABEL, _SITE)
    room = WIDTH - 2 * MARGIN - round(date.getlength(card.date)) - MARGIN
    _line(pen, card, typesetting.cut(card.site, site, room), site, baseline)


def _line(
    pen, card: Card, words: str, face, baseline: int, *, direction: str | None = None, at_end: bool = False
) -> None:
    """One line at the side on which the card's language begins, or at its end. Without a direction, by its words."""
    right = (card.direction == "rtl") != at_end
    place = (WIDTH - MARGIN if right else MARGIN, baseline)
    anchor = "rs" if right else "ls"
    pen.text(place, words, fill=255, font=face, anchor=anchor, direction=direction, language=card.language)


def _ramp(ground: str, colour: str) -> list[int]:
    pairs = list(zip(ImageColor.getrgb(ground), ImageColor.getrgb(colour), strict=True))
    return [round(a + (b - a) * shade / (SHADES - 1)) for shade in range(SHADES) for a, b in pairs]
