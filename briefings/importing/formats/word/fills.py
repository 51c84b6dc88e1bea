"""What lies beneath the words of a text box: the fill of its shape, as far as the shape says."""

from briefings.importing.formats.word.hidings import Hidings
from briefings.importing.formats.word.paint import UNKNOWN

_SCHEME = {"bg1": "ffffff", "lt1": "ffffff", "tx1": "000000", "dk1": "000000"}
_OFF = ("f", "false", "0")


def fill_of(attributes: dict[str, str]) -> str:
    """The fill of a shape of VML, which is white unless it says otherwise; empty where there is none."""
    if attributes.get("filled", "").lower() in _OFF:
        return ""
    color = attributes.get("fillcolor", "white").lower().partition(" ")[0].removeprefix("#")
    return "".join(sign * 2 for sign in color) if len(color) == 3 else color


class Fills:
    """The fill of the open shape, which its properties lay, or else its style."""

    def __init__(self, hidings: Hidings) -> None:
        self._hidings = hidings
        self._is_shape = self._is_solid = self._is_said = False
        self.starts = {
            "spPr": self._start,
            "ln": lambda _: self._look(is_shape=False),
            "noFill": lambda _: self._lay(""),
            **dict.fromkeys(("gradFill", "blipFill", "pattFill", "grpFill"), lambda _: self._lay(UNKNOWN)),
            "solidFill": self._start_solid,
            "srgbClr": lambda attributes: self._color(attributes.get("val", UNKNOWN)),
            "sysClr": lambda attributes: self._color(attributes.get("lastClr", UNKNOWN)),
            "prstClr": lambda attributes: self._color(attributes.get("val", UNKNOWN)),
            "schemeClr": lambda attributes: self._color(_SCHEME.get(attributes.get("val", ""), UNKNOWN)),
            **dict.fromkeys(("lumMod", "lumOff", "tint", "shade", "alpha"), lambda _: self._color(UNKNOWN)),
            "fillRef": self._by_style,
            "fill": self._of_vml,
        }
        self.ends = {
            "spPr": lambda: self._look(is_shape=False),
            "ln": lambda: self._look(is_shape=True),
            "solidFill": self._end_solid,
        }

    def _look(self, *, is_shape: bool) -> None:
        self._is_shape = is_shape

    def _start(self, _: dict[str, str]) -> None:
        self._is_shape, self._is_said = True, False
        self._hidings.lay("")

    def _lay(self, ground: str) -> None:
        if self._is_shape:
            self._is_said = True
            self._hidings.lay(ground)

    def _start_solid(self, _: dict[str, str]) -> None:
        self._lay(UNKNOWN)
        self._is_solid = True

    def _end_solid(self) -> None:
        self._is_solid = False

    def _color(self, color: str) -> None:
        if self._is_solid:
            self._lay(color.lower())

    def _by_style(self, attributes: dict[str, str]) -> None:
        if not self._is_said and attributes.get("idx", "0") != "0":
            self._hidings.lay(UNKNOWN)

    def _of_vml(self, attributes: dict[str, str]) -> None:
        """A fill that is no single colour."""
        if attributes.get("type", "solid") != "solid" or "opacity" in attributes:
            self._hidings.lay(UNKNOWN)
