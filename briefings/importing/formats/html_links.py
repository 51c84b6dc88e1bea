"""Links out of a page, and those within it: the marks of footnotes and comments, and their ways back."""

import re
from collections.abc import Mapping
from functools import partial
from itertools import islice

from briefings.importing.findings import named
from briefings.importing.formats.html_frames import Frame, Frames, Layer
from briefings.importing.formats.html_lines import Lines
from briefings.importing.formats.html_looks import Looks
from briefings.importing.formats.html_rules import LineStyle
from briefings.importing.formats.links import address_of
from briefings.importing.formats.sheet import Sheet
from briefings.importing.lines import NOTE, Hiding
from briefings.messages import Message

_MARK = re.compile(r"[\[(]?\s*(?:note |nb )?(\d{1,4}|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§¶]{1,4})\s*[\])]?", re.IGNORECASE)
_LEADS_BACK = re.compile(
    r"_?(?:user-content-)?(?:ftn_?ref|edn_?ref|ftnt_ref|fn-?ref|cite_ref|footnote-?ref|footnoteref|footnote-anchor)",
    re.IGNORECASE,
)
_LEADS_TO_A_NOTE = re.compile(
    r"_?(?:user-content-)?(?:fn|ftn|edn|ftnt|footnote|endnote|easy-footnote|cite_note|note|sdfootnote)(?!_?-?ref)"
    r".{0,80}\d.*",
    re.IGNORECASE,
)
_NOTE_ID = re.compile(r"(?:fn|ftn|edn|ftnt|footnote|endnote|cite_note)[-_:]?\d{1,4}")
_NOTES = {"li", "div", "p", "aside", "section", "dd", "blockquote"}
_WITHIN_LINES = {"span", "sup", "b", "i", "em", "strong"}
_ARROW = re.compile(r"[\s^↑↩⏎↵⤴⬆︎️«◄]+|(?:jump (?:up|back)|back|return)\b.{0,40}", re.IGNORECASE)


class Links:
    def __init__(self, frames: Frames, lines: Lines, looks: Looks) -> None:
        self._frames = frames
        self._lines = lines
        self._looks = looks
        self._id_around: Layer[str] = Layer("")
        self._labels: dict[str, str] = {}
        self._notes: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self._commenting: dict[str, str] = {}
        self._set_plain_later: set[tuple[Frame, int]] = set()

    @property
    def _sheet(self) -> Sheet:
        return self._lines.sheet

    def see(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """What the ids of an element say: that it is a footnote, a comment, or where a note leads back to."""
        element_id = attributes.get("id") or attributes.get("name") or ""
        if frame.name == "a" and (href := attributes.get("href", "").strip()):
            self._link(frame, href)
            self._begin_mark(frame, attributes, element_id)
        if not element_id:
            return
        if by := self._commenting.get(element_id):
            self._looks.left_out.say(frame, Hiding("comment", by=by))
        if frame.name in {"sup", "span"}:
            self._id_around.say(frame, element_id)
        is_note = element_id in self._labels or _NOTE_ID.fullmatch(element_id.lower())
        if is_note and frame.name in _NOTES:
            self._lines.style.say(frame, LineStyle("note"))
            self._lines.label = self._labels.get(element_id, "")
            self._lines.label_is_written = frame.name != "li"
        elif element_id in self._labels and frame.name in _WITHIN_LINES and self._lines.is_blank:
            self._begin_note(self._labels[element_id])

    def _begin_note(self, label: str | None) -> None:
        self._lines.is_note = True
        self._lines.label = self._lines.label or label or ""

    def _link(self, frame: Frame, href: str) -> None:
        address = address_of(href)
        self._looks.href.say(frame, address)
        if href and not address and "#" not in href and not self._lines.aside.now:
            frame.then(partial(self._tell_of_link, href, len(self._sheet.entries), len(self._sheet.pieces)))

    def _tell_of_link(self, href: str, entries: int, start: int) -> None:
        pieces = self._sheet.pieces[start:] if len(self._sheet.entries) == entries else []
        words = " ".join("".join(text for text, _ in pieces).split())
        sentence = Message("Left out a link, which leads to no full address, %(address)s.", address=named(href))
        if words:
            sentence = Message(
                "Left out the link of %(words)s, which leads to no full address, %(address)s.",
                words=named(words),
                address=named(href),
            )
        self._sheet.tell("link-left-out", sentence)

    def _begin_mark(self, frame: Frame, attributes: Mapping[str, str], element_id: str) -> None:
        _, sign, fragment = attributes.get("href", "").strip().rpartition("#")
        if not sign or not fragment:
            return
        kind = attributes.get("class", "").lower()
        starts = len(self._sheet.entries), len(self._sheet.pieces)
        names = (element_id, attributes.get("name", ""), self._id_around.now)
        is_own = attributes["href"].strip().startswith("#")
        frame.then(partial(self._see_mark, kind, fragment, starts, names, is_own=is_own))

    def _see_mark(
        self, kind: str, fragment: str, starts: tuple[int, int], names: tuple[str, ...], *, is_own: bool
    ) -> None:
        entries, start = starts
        words = "".join(text for text, _ in self._sheet.pieces[start:]).strip()
        if len(self._sheet.entries) != entries or not words:
            return
        is_first = not any(text.strip() for text, _ in islice(self._sheet.pieces, start))
        mark = _MARK.fullmatch(words)
        if "msocom" in kind or fragment.startswith(("cmnt", "_msocom", "_msoanchor")):
            self._end_comment_mark(fragment, start, words)
        elif (fragment in self._anchors and is_own) or _LEADS_BACK.match(fragment):
            if (is_first and (mark or _ARROW.fullmatch(words))) or _ARROW.fullmatch(words):
                del self._sheet.pieces[start:]
                label = mark[1] if mark and is_first and not _ARROW.fullmatch(words) else None
                if is_first or self._lines.style.now.style != "note":
                    self._begin_note(self._anchors.get(fragment) or label)
                    self._lines.label_is_written = is_first
        elif mark and not is_first and not self._lines.aside.now:
            is_note = bool(_LEADS_TO_A_NOTE.fullmatch(fragment))
            if is_note or (is_own and (self._looks.script.now or not words[0].isalnum())):
                self._end_mark(mark[1], fragment, start, names)

    def _end_mark(self, label: str, fragment: str, start: int, names: tuple[str, ...]) -> None:
        """The mark of a footnote stands in brackets, so that 10 and its note 1 do not become 101."""
        look = self._sheet.pieces[start][1]
        before = self._sheet.pieces[start - 1][0] if start else ""
        is_bare = before.endswith("[") or not label.isalnum()
        leads = self._notes.setdefault(label, fragment) == fragment
        self._labels[fragment] = label
        self._anchors.update({name: label for name in names if name})
        look = look._replace(href=f"{NOTE}{label}" if leads else "", strong=False, em=False, script=None)
        self._sheet.pieces[start:] = [(label if is_bare else f"[{label}]", look)]
        sup, entries = self._frames.innermost(("sup",)), len(self._sheet.entries)
        if sup and (sup, entries) not in self._set_plain_later:
            self._set_plain_later.add((sup, entries))
            sup.then(partial(self._set_plain, max(start - 1, 0), entries))

    def _set_plain(self, start: int, entries: int) -> None:
        """What stands high with a mark, such as brackets around it, is no value either."""
        if len(self._sheet.entries) == entries:
            pieces = self._sheet.pieces
            for at in range(start, len(pieces)):
                text, look = pieces[at]
                if look.script:
                    pieces[at] = text, look._replace(script=None)

    def _end_comment_mark(self, fragment: str, start: int, words: str) -> None:
        """A mark of a comment is no part of the text. One that leads back begins the comment itself."""
        del self._sheet.pieces[start:]
        if fragment.startswith("_msocom_"):
            by = "".join(filter(str.isalpha, words))
            self._commenting[f"_com_{fragment.removeprefix('_msocom_')}"] = by
        elif fragment.startswith("cmnt_ref") and self._lines.is_blank:
            for name in ("div", "p", "li"):
                around = self._frames.innermost((name,))
                if around and around.began == len(self._sheet.entries):
                    self._looks.left_out.say(around, Hiding("comment"))
                    return
