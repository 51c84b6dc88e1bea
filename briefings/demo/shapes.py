"""The shapes of the demo pictures. Places are (x, y) in fractions of the picture, from the top left."""

import math

from PIL import Image, ImageDraw, ImageFilter, ImageFont

SCALE = 2
"""Everything is drawn larger by this factor and then made smaller, so that edges are smooth."""
WIDTH, HEIGHT = 1600 * SCALE, 1067 * SCALE
SQUARE = ((-0.006, -0.009), (0.006, -0.009), (0.006, 0.009), (-0.006, 0.009))

Place = tuple[float, float]


def graded(*colours: str) -> Image.Image:
    """A whole picture that runs from the first colour at the top to the last at the bottom."""
    stops = [Image.new("RGB", (1, 1), colour).getpixel((0, 0)) for colour in colours]
    column = Image.new("RGB", (1, HEIGHT))
    for y in range(HEIGHT):
        way = y / (HEIGHT - 1) * (len(stops) - 1)
        first = min(int(way), len(stops) - 2)
        pairs = zip(stops[first], stops[first + 1], strict=True)
        column.putpixel((0, y), tuple(round(one + (other - one) * (way - first)) for one, other in pairs))
    return column.resize((WIDTH, HEIGHT))


def polygon(picture: Image.Image, places: list[Place], colour: str) -> None:
    ImageDraw.Draw(picture).polygon([(x * WIDTH, y * HEIGHT) for x, y in places], fill=colour)


def line(picture: Image.Image, places: list[Place], colour: str, width: float) -> None:
    points = [(x * WIDTH, y * HEIGHT) for x, y in places]
    ImageDraw.Draw(picture).line(points, fill=colour, width=round(width * SCALE), joint="curve")


def figure(picture: Image.Image, words: str, *, at: Place, colour: str) -> None:
    """Words that stand on `at`, in the middle."""
    font = ImageFont.load_default(34 * SCALE)
    ImageDraw.Draw(picture).text((at[0] * WIDTH, at[1] * HEIGHT), words, fill=colour, font=font, anchor="ms")


def with_sun(picture: Image.Image, *, at: Place, radius: float, colour: str) -> Image.Image:
    """The picture with a sun and the glow around it."""
    mask = Image.new("L", (WIDTH // 8, HEIGHT // 8))
    x, y, size = at[0] * mask.width, at[1] * mask.height, radius * mask.width
    ImageDraw.Draw(mask).ellipse((x - size * 2, y - size * 2, x + size * 2, y + size * 2), fill=150)
    mask = mask.filter(ImageFilter.GaussianBlur(size * 1.6)).resize(picture.size, Image.Resampling.BICUBIC)
    x, y, size = at[0] * WIDTH, at[1] * HEIGHT, radius * WIDTH
    ImageDraw.Draw(mask).ellipse((x - size, y - size, x + size, y + size), fill=245)
    return Image.composite(Image.new("RGB", picture.size, colour), picture, mask)


def _swell(x: float, wave: int) -> float:
    """A quiet curve between -1 and 1, another for each `wave`."""
    return (
        0.6 * math.sin(x * (4.1 + wave % 3) + wave * 1.7)
        + 0.3 * math.sin(x * (9.3 + wave % 4) + wave * 2.9)
        + 0.1 * math.sin(x * 23.0 + wave)
    )


def hills(picture: Image.Image, *, base: float, rise: float, wave: int, colour: str) -> None:
    """Everything below a rolling line."""
    edge = [(x / 200, base - rise * _swell(x / 200, wave)) for x in range(201)]
    polygon(picture, [*edge, (1, 1), (0, 1)], colour)


def headland(
    picture: Image.Image, *, base: float, top: float, until: float, wave: int, colour: str, steep: bool = False
) -> None:
    """Land that comes in from the left as far as `until`, or, where that is negative, as far from the right."""
    reach, sharpness = abs(until), 6 if steep else 1.6
    edge = []
    for step in range(121):
        way = step / 120
        fall = way**sharpness
        y = top + (base - top) * fall + 0.012 * _swell(way * 2, wave) * (1 - fall)
        edge.append((way * reach if until > 0 else 1 - way * reach, y))
    side = 0 if until > 0 else 1
    polygon(picture, [*edge, (side, base)], colour)


def glitter(picture: Image.Image, *, at: float, top: float, colour: str) -> None:
    """Light on the water below a sun."""
    for number in range(40):
        y = top + number * 0.011
        half = (0.012 + number * 0.0016) * (0.55 + 0.45 * math.sin(number * 2.3))
        shift = 0.008 * math.sin(number * 1.9)
        line(picture, [(at + shift - half, y), (at + shift + half, y)], colour, 2.2 - number * 0.03)


def ship(picture: Image.Image, *, at: Place, size: float, colour: str) -> None:
    outline = [(-20, -5), (19, -5), (15, 2), (-17, 2)]
    for part in (outline, [(-17, -16), (-9, -16), (-9, -4), (-17, -4)], [(-6, -9), (13, -9), (13, -4), (-6, -4)]):
        polygon(picture, [(at[0] + x * size / 1600, at[1] + y * size / 1067) for x, y in part], colour)


def bank(picture: Image.Image, *, at: Place, size: float, colour: str) -> None:
    """A flat island of grass."""
    x, y = at[0] * WIDTH, at[1] * HEIGHT
    half, flat = size * WIDTH, size * HEIGHT * 0.055
    ImageDraw.Draw(picture).ellipse((x - half, y - flat, x + half, y + flat), fill=colour)


def bird(picture: Image.Image, *, at: Place, size: float, colour: str) -> None:
    wings = [(-1.0, -0.35), (-0.5, -0.65), (0.0, 0.0), (0.5, -0.65), (1.0, -0.35)]
    line(picture, [(at[0] + x * size, at[1] + y * size) for x, y in wings], colour, 2.5)


def reed(picture: Image.Image, *, at: Place, height: float, colour: str) -> None:
    lean = 0.02 * math.sin(at[0] * 40)
    line(picture, [(at[0] + lean * (y / 8) ** 2, at[1] - height * y / 8) for y in range(9)], colour, 2.5)


def wall(picture: Image.Image, *, light: str, shade: str, gate: str) -> None:
    """A curved dam wall across the valley, with five gates."""
    crest = [(0.12 + way / 50 * 0.76, 0.58 + 0.075 * math.sin(math.pi * way / 50)) for way in range(51)]
    foot = [(0.5 + (x - 0.5) * 0.55, y + 0.3) for x, y in crest]
    polygon(picture, [*crest, *reversed(foot)], shade)
    for step in range(0, 50, 2):
        polygon(picture, [crest[step], crest[step + 1], foot[step + 1], foot[step]], "#bab5aa")
    polygon(picture, [*crest, *((x, y + 0.022) for x, y in reversed(crest))], light)
    for step in (17, 21, 25, 29, 33):
        x, y = crest[step]
        polygon(
            picture, [(x - 0.016, y + 0.03), (x + 0.016, y + 0.03), (x + 0.015, y + 0.08), (x - 0.015, y + 0.08)], gate
        )


def palm(picture: Image.Image, *, at: Place, height: float, lean: float, colour: str) -> None:
    x, y = at
    trunk = [(x + lean * (step / 10) ** 2, y - height * step / 10) for step in range(11)]
    line(picture, trunk, colour, 7)
    crown = trunk[-1]
    for leaf in range(13):
        angle = math.pi * (-0.06 + leaf * 0.093)
        reach = height * (0.27 + leaf * 5 % 3 * 0.025)
        upper, lower = [], []
        for step in range(13):
            way = step / 12
            along = math.cos(angle) * reach * way
            up = math.sin(angle) * reach * way * 1.1 - reach * 1.15 * way**2
            thick = 0.0055 * math.sin(math.pi * way)
            upper.append((crown[0] + along, crown[1] - up - thick))
            lower.append((crown[0] + along, crown[1] - up + thick))
        polygon(picture, [*upper, *reversed(lower)], colour)


def skyline(picture: Image.Image, *, base: float, layer: int, colour: str, lit: str) -> None:
    """A row of houses; `lit` is the colour of the windows with light, none where it is empty."""
    x, number = 0.0, layer * 5
    while x < 1:
        width = 0.03 + (number * 7 % 5) * 0.009
        top = base - (0.36 - layer * 0.085) * (0.35 + 0.65 * abs(math.sin(number * 1.37 + layer)))
        polygon(picture, [(x, top), (x + width, top), (x + width, base), (x, base)], colour)
        if number % 4 == 1:
            polygon(picture, [(x, top), (x + width / 2, top - 0.035), (x + width, top)], colour)
        for column in range(1, int(width / 0.011)):
            for floor in range(1, int((base - top) / 0.022)):
                if lit and (column * 5 + floor * 11 + number * 3) % 7 < 2:
                    left, upper = x + column * 0.011 - 0.002, top + floor * 0.022
                    corners = [(left, upper), (left + 0.004, upper), (left + 0.004, upper + 0.01), (left, upper + 0.01)]
                    polygon(picture, corners, lit)
        x, number = x + width, number + 1


def tram(picture: Image.Image, *, at: Place, colour: str, lit: str) -> None:
    for car in range(3):
        left, low = at[0] + car * 0.062, at[1]
        corners = [(left, low - 0.042), (left + 0.06, low - 0.042), (left + 0.06, low), (left, low)]
        polygon(picture, corners, colour)
        for window in range(5):
            side = left + 0.005 + window * 0.0106
            corners = [
                (side, low - 0.035),
                (side + 0.0085, low - 0.035),
                (side + 0.0085, low - 0.017),
                (side, low - 0.017),
            ]
            polygon(picture, corners, lit)
    line(picture, [(at[0] - 0.4, at[1] - 0.066), (at[0] + 0.7, at[1] - 0.066)], "#1d2340", 1.2)
    line(picture, [(at[0] + 0.09, at[1] - 0.042), (at[0] + 0.098, at[1] - 0.066)], "#1d2340", 1.5)


def house(picture: Image.Image, *, at: Place, size: float, wall: str, roof: str) -> None:
    half, height = 0.026 * size, 0.045 * size
    x, y = at
    polygon(picture, [(x - half, y - height), (x + half, y - height), (x + half, y), (x - half, y)], wall)
    ridge = y - height * 1.9
    corners = [
        (x - half * 1.15, y - height),
        (x - half * 0.6, ridge),
        (x + half * 0.6, ridge),
        (x + half * 1.15, y - height),
    ]
    polygon(picture, corners, roof)
    for side in (-0.45, 0.45):
        middle = x + half * side
        corners = [(middle - 0.004, y - height * 0.7), (middle + 0.004, y - height * 0.7)]
        polygon(picture, [*corners, (middle + 0.004, y - height * 0.3), (middle - 0.004, y - height * 0.3)], "#5b6670")


def surf(picture: Image.Image, *, top: float, wave: int, colour: str) -> None:
    """A line of foam from the foot of a cliff to the right."""
    start = 0.6 + 0.03 * math.sin(wave * 2.1)
    places = [(start + way / 60 * (0.1 + wave % 3 * 0.09), top + 0.004 * _swell(way / 12, wave)) for way in range(61)]
    line(picture, places, colour, 2.5)
