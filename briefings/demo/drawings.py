"""The pictures of the demo texts, drawn in code: landscapes and two diagrams, always with the same bytes."""

import io
import math
from collections.abc import Callable

from PIL import Image

from briefings.demo import shapes
from briefings.demo.shapes import HEIGHT, SCALE, WIDTH

_QUALITY = 86


def drawn(name: str) -> bytes:
    """The picture called `name` as a JPEG of 1600 × 1067 pixels. Raises KeyError for a name not in PICTURES."""
    picture = PICTURES[name]().resize((WIDTH // SCALE, HEIGHT // SCALE), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()


def _strait() -> Image.Image:
    picture = shapes.graded("#3d5a80", "#98a9c0", "#f3cfae", "#f7b889")
    picture = shapes.with_sun(picture, at=(0.56, 0.5), radius=0.035, colour="#fff1d6")
    water = shapes.graded("#f0b98d", "#a8a0ae", "#4c6488", "#263c5c")
    picture.paste(water.resize((WIDTH, HEIGHT * 45 // 100)), (0, HEIGHT * 55 // 100))
    shapes.glitter(picture, at=0.56, top=0.56, colour="#ffe3bf")
    for horizon, wave, colour in ((0.525, 3, "#8d93a8"), (0.54, 7, "#5f6f8c")):
        shapes.headland(picture, base=0.552, top=horizon - 0.06, until=0.34, wave=wave, colour=colour)
        shapes.headland(picture, base=0.552, top=horizon - 0.09, until=-0.3, wave=wave + 2, colour=colour)
    for place, size in ((0.4, 0.7), (0.47, 0.8), (0.545, 0.9), (0.63, 1.0)):
        shapes.ship(picture, at=(place, 0.556), size=size, colour="#33415c")
    shapes.headland(picture, base=1.0, top=0.66, until=0.42, wave=5, colour="#1d2b42")
    return picture


def _marsh() -> Image.Image:
    picture = shapes.graded("#dfe7e4", "#eee9d8", "#f2dfb8", "#d9d3b4")
    for number, colour in enumerate(("#b9c4b4", "#9db09d", "#7f9683")):
        shapes.hills(picture, base=0.46 + number * 0.05, rise=0.025, wave=number * 3 + 1, colour=colour)
    water = shapes.graded("#e9dfc0", "#c2cfca", "#8ea6a4")
    picture.paste(water.resize((WIDTH, HEIGHT * 40 // 100)), (0, HEIGHT * 60 // 100))
    for number in range(9):
        top = 0.63 + number * 0.035
        shapes.bank(picture, at=((number * 0.37) % 1.0, top), size=0.1 + number * 0.018, colour="#7d8f62")
    for number in range(13):
        place = (0.28 + number * 0.034, 0.24 - abs(number - 6) * -0.013 + (number % 3) * 0.006)
        shapes.bird(picture, at=place, size=0.011 + (number % 4) * 0.002, colour="#4a5650")
    for number in range(70):
        shapes.reed(picture, at=((number * 0.6180339) % 1.0, 1.02), height=0.12 + (number % 7) * 0.02, colour="#4f5f3f")
    return picture


def _dam() -> Image.Image:
    picture = shapes.graded("#b8cfdd", "#dbe6e6", "#eef0e6")
    for number, colour in enumerate(("#a9bfc4", "#84a2a3", "#5f8480")):
        shapes.hills(picture, base=0.3 + number * 0.06, rise=0.09, wave=number * 2 + 2, colour=colour)
    shapes.polygon(picture, [(0.1, 0.5), (0.9, 0.5), (0.82, 0.66), (0.18, 0.66)], "#6f9fb5")
    shapes.polygon(picture, [(0.1, 0.5), (0.9, 0.5), (0.88, 0.53), (0.12, 0.53)], "#c9c0a4")
    shapes.wall(picture, light="#e4e0d6", shade="#b3aea3", gate="#5d6470")
    shapes.headland(picture, base=1.0, top=0.36, until=0.3, wave=3, colour="#3c5f52")
    shapes.headland(picture, base=1.0, top=0.38, until=-0.3, wave=6, colour="#345548")
    return picture


def _oasis() -> Image.Image:
    picture = shapes.graded("#6d5f86", "#c98a86", "#f1b27a", "#f9d9a0")
    picture = shapes.with_sun(picture, at=(0.3, 0.5), radius=0.05, colour="#fff0c9")
    for number, colour in enumerate(("#e3ab74", "#cf9160", "#b67650", "#8d5844")):
        shapes.hills(picture, base=0.58 + number * 0.08, rise=0.05, wave=number * 5 + 2, colour=colour)
    shapes.hills(picture, base=0.9, rise=0.015, wave=4, colour="#3d3a3c")
    for number, height in enumerate((0.3, 0.42, 0.34, 0.5, 0.38, 0.29)):
        place = 0.55 + number * 0.072
        shapes.palm(picture, at=(place, 0.91), height=height, lean=(number % 3 - 1) * 0.022, colour="#33313a")
    return picture


def _city() -> Image.Image:
    picture = shapes.graded("#27304f", "#5d5a80", "#b98592", "#f0b796")
    for layer, colour in enumerate(("#7a6d8b", "#51507a", "#2b3157")):
        shapes.skyline(picture, base=0.7, layer=layer, colour=colour, lit="#ffdca0" if layer else "")
    water = picture.crop((0, HEIGHT * 35 // 100, WIDTH, HEIGHT * 70 // 100)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.blend(water, Image.new("RGB", water.size, "#2a3358"), 0.45)
    water = water.resize((WIDTH // 16, HEIGHT // 90)).resize((WIDTH, HEIGHT * 30 // 100), Image.Resampling.BICUBIC)
    picture.paste(water, (0, HEIGHT * 70 // 100))
    shapes.polygon(picture, [(0, 0.695), (1, 0.695), (1, 0.712), (0, 0.712)], "#1d2340")
    shapes.tram(picture, at=(0.36, 0.697), colour="#d9594c", lit="#ffe7b8")
    return picture


def _cliffs() -> Image.Image:
    picture = shapes.graded("#c5d0d6", "#dfe3e1", "#e9e5da")
    water = shapes.graded("#a9bbc2", "#7f98a3", "#5d7884")
    picture.paste(water.resize((WIDTH, HEIGHT * 45 // 100)), (0, HEIGHT * 55 // 100))
    layers = ("#7f9a63", "#c9a67a", "#b48a60", "#cdb38c", "#a87f5b", "#8d6a4f")
    for number, colour in enumerate(layers):
        shapes.headland(
            picture, base=1.0, top=0.3 + number * 0.085, until=0.66 - number * 0.012, wave=4, colour=colour, steep=True
        )
    for place, ground, size in ((0.12, 0.303, 0.9), (0.25, 0.306, 0.75), (0.36, 0.315, 0.8)):
        shapes.house(picture, at=(place, ground), size=size, wall="#f2ece0", roof="#a4503f")
    for number in range(7):
        shapes.surf(picture, top=0.6 + number * 0.055, wave=number, colour="#d7e1e3")
    return picture


def _map() -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#d5e3e6")
    shades = ("#ede4cd", "#e8dcc0", "#e2d2b0", "#dcc9a1", "#d3bd90")
    for number, shade in enumerate(shades):
        edge = [
            (0.34 + number * 0.05 + 0.05 * math.sin(y / 17 + 1) + 0.02 * math.sin(y / 6 + number * 0.4), y / 100)
            for y in range(101)
        ]
        shapes.polygon(picture, [*edge, (1, 1), (1, 0)], shade)
        shapes.line(picture, edge, "#4b3a2a" if number == len(shades) - 1 else "#9a8566", 3 + number)
    for x, y in ((0.8, 0.22), (0.72, 0.55), (0.84, 0.8)):
        for number in range(7):
            spot = (x + (number % 3) * 0.022, y + (number // 3) * 0.032)
            shapes.polygon(picture, [(spot[0] + dx, spot[1] + dy) for dx, dy in shapes.SQUARE], "#7c5b43")
    return picture


def _bars() -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#f7f3ea")
    for number in range(1, 8):
        level = 0.86 - number * 5 * 0.022
        shapes.line(picture, [(0.08, level), (0.94, level)], "#e3dccc", 2)
    for number, metres in enumerate((4, 9, 22, 31, 17, 6)):
        left, top = 0.12 + number * 0.138, 0.86 - metres * 0.022
        colour = "#8c1d24" if metres == 31 else "#8fa3ab"
        shapes.polygon(picture, [(left, top), (left + 0.086, top), (left + 0.086, 0.86), (left, 0.86)], colour)
        shapes.figure(picture, str(metres), at=(left + 0.043, top - 0.015), colour="#3b3834")
    shapes.line(picture, [(0.08, 0.86), (0.94, 0.86)], "#3b3834", 4)
    return picture


def _waves() -> Image.Image:
    picture = shapes.graded("#eceff0", "#d9e2e5")
    colours = ("#c3d3d9", "#a8c0c9", "#8cabb8", "#7097a7", "#557f92", "#3d687c", "#2a5167")
    for number, colour in enumerate(colours):
        shapes.hills(picture, base=0.32 + number * 0.1, rise=0.045, wave=number * 4 + 1, colour=colour)
    return picture


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "bars": _bars,
    "city": _city,
    "cliffs": _cliffs,
    "dam": _dam,
    "map": _map,
    "marsh": _marsh,
    "oasis": _oasis,
    "strait": _strait,
    "waves": _waves,
}
"""Every picture by the name that the demo texts use."""
