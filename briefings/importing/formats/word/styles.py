"""The styles of a Word document: what they make of a paragraph, and how its words look."""

import re
from dataclasses import dataclass, field
from typing import Literal

from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.package import walk
from briefings.importing.formats.scripts import Script
from briefings.importing.formats.word.paint import UNPAINTED, Paint
from briefings.importing.lines import Aside

_HEADING = re.compile(r"heading ?([1-9])")
_LIST = re.compile(r"list (bullet|number)(?: ([2-9]))?")
_FURNITURE = re.compile(r"toc ?(?:\d|heading)|table of figures|index ?\d")
_FORM = re.compile(r"html (?:top|bottom) of form")
_OFF = {"0", "false", "off", "none"}
_SCRIPTS: dict[str, Script] = {"superscript": "super", "subscript": "sub"}
_LEAST_RAISED = 4
"""Half points. Less is a correction of the typesetter's."""
DEEPEST = 10
"""Styles based on one another."""


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that may be switched off is on."""
    return attributes.get("val", "true").lower() not in _OFF


@dataclass(slots=True)
class Formatting:
    """What a style or a run says of the looks of words; None: nothing. `script`: “super”, “sub”, or empty: neither."""

    strong: bool | None = None
    em: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    script: Script | Literal[""] | None = None
    font: str | None = None
    character: str = ""
    paint: Paint = UNPAINTED

    def say(self, name: str, attributes: dict[str, str]) -> None:
        """Takes in the element `name` of the properties of a run."""
        match name:
            case "b":
                self.strong = is_on(attributes)
            case "i":
                self.em = is_on(attributes)
            case "vanish" | "specVanish":
                self.hidden = is_on(attributes)
            case "strike" | "dstrike":
                self.struck = bool(self.struck) or is_on(attributes)
            case "vertAlign":
                self.script = _SCRIPTS.get(attributes.get("val", ""), "")
            case "position":
                self.script = _script_at(attributes.get("val", ""))
            case "rFonts":
                self.font = attributes.get("ascii") or attributes.get("hAnsi") or self.font
            case "rStyle":
                self.character = attributes.get("val", "")
            case _:
                self.paint = self.paint.with_property(name, attributes)

    def over(self, below: "Formatting") -> "Formatting":
        """This, and what `below` says where this says nothing."""
        return Formatting(
            below.strong if self.strong is None else self.strong,
            below.em if self.em is None else self.em,
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
            below.script if self.script is None else self.script,
            self.font or below.font,
            paint=self.paint.over(below.paint),
        )

    def beside(self, below: "Formatting") -> "Formatting":
        """This style of a run on that of its paragraph: what either sets apart is set apart."""
        return Formatting(
            self.strong or below.strong,
            self.em or below.em,
            self.hidden or below.hidden,
            self.struck or below.struck,
            below.script if self.script is None else self.script,
            self.font or below.font,
            paint=self.paint.over(below.paint),
        )


PROPERTIES = (
    *("b", "i", "vanish", "specVanish", "strike", "dstrike", "vertAlign", "position", "rFonts", "rStyle"),
    *("color", "highlight", "sz"),
)


def _script_at(position: str) -> Script | None:
    """Words that are raised or lowered stand high or low; they are seldom more than a sign."""
    raised = int(position) if re.fullmatch(r"-?\d{1,4}", position) else 0
    if abs(raised) < _LEAST_RAISED:
        return None
    return "super" if raised > 0 else "sub"


@dataclass
class Style:
    """`numbering`: id of the list whose points have the style."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    numbering: str = ""
    depth: str = ""
    formatting: Formatting = field(default_factory=Formatting)


class Styles:
    """Styles by their id. Their names are the same in every language of Word, their ids are not."""

    def __init__(self, xml: bytes) -> None:
        self._by_id: dict[str, Style] = {}
        self._known: dict[str, Formatting] = {}
        self._line_styles: dict[str, LineStyle] = {}
        self._defaults = Style()
        self._now = Style()
        self._usual = self._about = ""
        if xml:
            walk(xml, self._start)

    def formatting(self, style_id: str) -> Formatting:
        """How words of a style look, or words of none."""
        if (formatting := self._known.get(style_id)) is None:
            formatting = self._formatting_of(style_id)
            self._known[style_id] = formatting
        return formatting

    def marks_a_form(self, style_id: str) -> bool:
        """“Top of Form”, which Word hides where a piece of a page was pasted."""
        return any(_FORM.fullmatch(style.name.lower()) for style in self._with_bases(style_id))

    def line_style(self, style_id: str) -> LineStyle:
        if (line_style := self._line_styles.get(style_id)) is None:
            line_style = self._line_styles[style_id] = self._line_style_of(style_id)
        return line_style

    def aside(self, style_id: str) -> Aside:
        """Whether the paragraphs of a style stand beside the text proper."""
        for style in self._with_bases(style_id):
            name = style.name.lower()
            if name == "caption":
                return "caption"
            if _FURNITURE.fullmatch(name):
                return "navigation"
        return ""

    def numbering(self, style_id: str) -> tuple[str, str]:
        """The list whose points have the style, and how deep they stand."""
        bases = self._with_bases(style_id)
        list_id = next((style.numbering for style in bases if style.numbering), "")
        return list_id, next((style.depth for style in bases if style.depth), "")

    def _formatting_of(self, style_id: str) -> Formatting:
        bases = self._with_bases(style_id or self._usual)
        formatting = Formatting()
        for style in bases:
            formatting = formatting.over(style.formatting)
        usual = self._defaults.formatting
        formatting = formatting.over(Formatting(hidden=usual.hidden, struck=usual.struck, paint=usual.paint))
        # Emphasis over the whole draft sets nothing apart.
        if style_id:
            return formatting
        return Formatting(
            hidden=formatting.hidden, struck=formatting.struck, font=formatting.font, paint=formatting.paint
        )

    def _line_style_of(self, style_id: str) -> LineStyle:
        for style in self._with_bases(style_id):
            name = style.name.lower()
            if name == "title":
                return LineStyle("title")
            if name == "caption" or _FURNITURE.fullmatch(name):
                return LineStyle()
            if match := _HEADING.fullmatch(name):
                return LineStyle("heading", min(int(match[1]), 6))
            if match := _LIST.fullmatch(name):
                return LineStyle("bullet" if match[1] == "bullet" else "numbered", int(match[2] or 1))
            if style.outline is not None and style.outline < 9:
                return LineStyle("heading", min(style.outline + 1, 6))
        return LineStyle()

    def _with_bases(self, style_id: str) -> list[Style]:
        styles: list[Style] = []
        while (style := self._by_id.get(style_id)) and len(styles) < DEEPEST:
            styles.append(style)
            style_id = style.based_on
        return styles or [Style(style_id)]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        match name:
            case "docDefaults":
                self._now = self._defaults
            case "style":
                self._now = Style()
                self._by_id.setdefault(attributes.get("styleId", ""), self._now)
                if attributes.get("type") == "paragraph" and attributes.get("default", "0").lower() not in _OFF:
                    self._usual = attributes.get("styleId", "")
            case "name":
                self._now.name = value
            case "basedOn":
                self._now.based_on = value
            case "outlineLvl" if value in set("0123456789"):
                self._now.outline = int(value)
            case "numId":
                self._now.numbering = value
            case "ilvl":
                self._now.depth = value
            case "pPr" | "rPr" | "tblPr" | "tcPr":
                self._about = name
            case "shd" if self._about != "rPr":
                self._now.formatting.say("around", attributes)
            case _:
                self._now.formatting.say(name, attributes)
