"""What the smaller parts of a Word document say: styles, lists, and where links lead."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.links import address_of
from briefings.importing.formats.package import Package, walk

_HEADING = re.compile(r"heading ?([1-9])")
_TITLES = {"title"}
_OFF = {"0", "false", "off", "none"}


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that may be switched off is on."""
    return attributes.get("val", "true").lower() not in _OFF


@dataclass
class ParagraphStyle:
    """`numbering`: id and depth of the list whose points have the style."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    strong: bool | None = None
    em: bool | None = None
    numbering: str = ""


@dataclass
class Styles:
    """Styles by their id. What they are called is the same in every language of Word, their ids are not."""

    by_id: dict[str, ParagraphStyle] = field(default_factory=dict)

    def line_style(self, style_id: str) -> LineStyle:
        for style in self._with_bases(style_id):
            name = style.name.lower()
            if name in _TITLES:
                return LineStyle("title")
            if found := _HEADING.fullmatch(name):
                return LineStyle("heading", min(int(found[1]), 6))
            if name.startswith(("list bullet", "list number")):
                return LineStyle("bullet" if name.startswith("list bullet") else "numbered", 1)
            if style.outline is not None and style.outline < 9:
                return LineStyle("heading", min(style.outline + 1, 6))
        return LineStyle()

    def is_strong(self, style_id: str) -> bool:
        return next((style.strong for style in self._with_bases(style_id) if style.strong is not None), False)

    def is_em(self, style_id: str) -> bool:
        return next((style.em for style in self._with_bases(style_id) if style.em is not None), False)

    def numbering(self, style_id: str) -> str:
        return next((style.numbering for style in self._with_bases(style_id) if style.numbering), "")

    def _with_bases(self, style_id: str) -> list[ParagraphStyle]:
        found: list[ParagraphStyle] = []
        while (style := self.by_id.get(style_id)) and len(found) < 10:
            found.append(style)
            style_id = style.based_on
        return found or [ParagraphStyle(style_id)]


def styles_of(xml: bytes) -> Styles:
    styles = Styles()
    now = ParagraphStyle()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal now
        value = attributes.get("val", "")
        match name:
            case "style":
                now = ParagraphStyle()
                styles.by_id.setdefault(attributes.get("styleId", ""), now)
            case "name":
                now.name = value
            case "basedOn":
                now.based_on = value
            case "outlineLvl" if value in set("0123456789"):
                now.outline = int(value)
            case "b":
                now.strong = is_on(attributes)
            case "i":
                now.em = is_on(attributes)
            case "numId":
                now.numbering = value

    if xml:
        walk(xml, start)
    return styles


@dataclass
class Lists:
    """Which lists count. `formats`: by list and depth. `meant`: the list that an id in a paragraph names."""

    formats: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    meant: dict[str, str] = field(default_factory=dict)

    def is_numbered(self, list_id: str, depth: str) -> bool:
        return self.formats[self.meant.get(list_id, "")].get(depth, "bullet") not in {"bullet", "none"}


def lists_of(xml: bytes) -> Lists:
    lists = Lists()
    abstract = depth = list_id = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal abstract, depth, list_id
        match name:
            case "abstractNum":
                abstract = attributes.get("abstractNumId", "")
            case "lvl":
                depth = attributes.get("ilvl", "")
            case "numFmt":
                lists.formats[abstract].setdefault(depth, attributes.get("val", ""))
            case "num":
                list_id = attributes.get("numId", "")
            case "abstractNumId":
                lists.meant[list_id] = attributes.get("val", "")

    if xml:
        walk(xml, start)
    return lists


class Relations:
    """What a part is related to: parts of the document by kind, addresses of links by id. Nothing is fetched."""

    def __init__(self, package: Package, part: str) -> None:
        self._folder, _, file = part.rpartition("/")
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        self.addresses: dict[str, str] = {}
        xml = package.read(f"{self._folder}/_rels/{file}.rels".lstrip("/"))
        if xml:
            walk(xml, self._start)

    def parts(self, kind: str) -> list[str]:
        return self._parts[kind]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") == "External":
            self.addresses[attributes.get("Id", "")] = address_of(target)
        else:
            full = target if target.startswith("/") else f"{self._folder}/{target}"
            self._parts[attributes.get("Type", "").rpartition("/")[2]].append(full.lstrip("/"))


def comments_of(xml: bytes) -> list[tuple[str, str]]:
    """Who wrote what beside the document."""
    found: list[tuple[str, str]] = []
    words: list[str] = []
    author = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal author
        if name == "comment":
            words.clear()
            author = attributes.get("author", "").strip() or "Somebody"
        elif name == "p":
            words.append(" ")

    def end(name: str) -> None:
        if name == "comment" and (said := " ".join("".join(words).split())):
            found.append((author, said))

    if xml:
        walk(xml, start, end, words.append)
    return found
