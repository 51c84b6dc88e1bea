"""How the words that come next are set apart, as the open elements around them say."""

import re
from collections.abc import Mapping

from briefings.importing.formats.html_changes import Changes
from briefings.importing.formats.html_colours import WHITE, Colour, grounds_of, is_as_its_ground, words_colour
from briefings.importing.formats.html_frames import Frame, Layer
from briefings.importing.formats.html_hidden import hiding_of, inherited, shows_again
from briefings.importing.formats.scripts import Script
from briefings.importing.formats.sheet import Look
from briefings.importing.lines import Hiding

_SCRIPTS: dict[str, Script] = {"sup": "super", "sub": "sub", "super": "super"}


_RAISED = re.compile(r"(-?)(\d{0,3}(?:\.\d{1,4})?)pt")
_LEAST_RAISED = 2


class Looks:
    """`grounds_are_unknown`: a sheet that is not in the page may lay colours under words."""

    def __init__(self) -> None:
        self.strong: Layer[bool] = Layer(outside=False)
        self.em: Layer[bool] = Layer(outside=False)
        self.href: Layer[str] = Layer("")
        self.left_out: Layer[Hiding | None] = Layer(None)
        self.script: Layer[Script | None] = Layer(None)
        self._colour: Layer[Colour | None] = Layer(None)
        self._ground: Layer[Colour | None] = Layer(WHITE)
        self._hidden: Layer[tuple[Hiding | None, str]] = Layer((None, ""))
        self._changes = Changes(self.left_out)
        self.grounds_are_unknown = False

    @property
    def now(self) -> Look:
        return Look(self.strong.now, self.em.now, self.href.now, self.left_out.now, self.script.now)

    def say(self, frame: Frame, attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
        """Takes in what the element says; returns whether it hides words that would show without it."""
        self._changes.see(frame, attributes)
        if (value := weight(frame.name, style)) is not None:
            self.strong.say(frame, value)
        if (value := slant(frame.name, style)) is not None:
            self.em.say(frame, value)
        if script := _SCRIPTS.get(frame.name) or _SCRIPTS.get(style.get("vertical-align", "")) or raised(style):
            self.script.say(frame, script)
        is_unseen = self._lies_on_its_colour(frame, attributes, style)
        hidden, by = self._hidden.now
        if hidden and hidden is self.left_out.now and (is_unseen is False if by == "color" else shows_again(style, by)):
            self.left_out.say(frame, None)
        is_left_out = self.left_out.now is not None
        hiding = hiding_of(frame.name, attributes, style)
        if hiding:
            self._hidden.say(frame, (hiding, inherited(frame.name, attributes, style)))
        elif is_unseen:
            hiding = Hiding("hidden")
            self._hidden.say(frame, (hiding, "color"))
        if hiding and not is_left_out:
            self.left_out.say(frame, hiding)
        return hiding is not None and not is_left_out

    def _lies_on_its_colour(self, frame: Frame, attributes: Mapping[str, str], style: Mapping[str, str]) -> bool | None:
        """Whether the element gives its words the colour of their ground; None where it names no colour."""
        grounds, colour = grounds_of(attributes, style), words_colour(frame.name, attributes, style)
        for ground in grounds:
            self._ground.say(frame, ground)
        if colour:
            self._colour.say(frame, colour)
        if not grounds and not colour:
            return None
        is_known = bool(grounds) or not self.grounds_are_unknown
        return is_known and is_as_its_ground(self._colour.now, self._ground.now)


def raised(style: Mapping[str, str]) -> Script | None:
    """Whether Word sets words higher or lower by so many points that it says something."""
    match = _RAISED.fullmatch(style.get("mso-text-raise", ""))
    if not match or float(match[2] or 0) < _LEAST_RAISED:
        return None
    return "sub" if match[1] else "super"


def weight(name: str, style: Mapping[str, str]) -> bool | None:
    """Whether the words are strong; None: as those around. Google’s `<b style="font-weight:normal">` is not strong."""
    value = style.get("font-weight", "")
    if value in {"bold", "bolder"} or (value.isdigit() and len(value) <= 4 and int(value) >= 600):
        return True
    if value and not value.startswith("inherit"):
        return False
    return True if name in {"b", "strong"} else None


def slant(name: str, style: Mapping[str, str]) -> bool | None:
    value = style.get("font-style", "")
    if value.startswith(("italic", "oblique")):
        return True
    if value.startswith("normal"):
        return False
    return True if name in {"i", "em"} else None
