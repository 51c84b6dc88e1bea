"""Cards for tests, and what is seen on them."""

from functools import reduce
from io import BytesIO

from PIL import Image, ImageChops

from briefings.cards import Card, draw


def make_card(headline: str = "Allies pledge guarantees", **differences: str) -> Card:
    values = {
        "headline": headline,
        "topic": "Ports",
        "date": "24 November 2026",
        "site": "The Harbour Briefing",
        "accent": "#8c1d24",
        "language": "en",
        "direction": "ltr",
    }
    return Card(**values | differences)


def seen(card: Card) -> Image.Image:
    return Image.open(BytesIO(draw(card))).convert("RGB")


def box_of(colour: str, image: Image.Image) -> tuple[int, int, int, int]:
    """The least box that holds every pixel of that very colour: left, top, right, bottom."""
    differing = ImageChops.difference(image, Image.new("RGB", image.size, colour)).split()
    return reduce(ImageChops.lighter, differing).point(lambda value: 255 * (value == 0)).getbbox()
