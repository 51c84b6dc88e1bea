"""Fields of a Word document: a code, which nobody sees, and its result, which is the draft's words."""

import re
from dataclasses import dataclass

from briefings.importing.findings import named
from briefings.importing.formats.links import address_of
from briefings.importing.formats.word.formulas import fraction
from briefings.importing.formats.word.line_writer import Writing
from briefings.importing.formats.word.relations import Relations
from briefings.messages import Message

_LEADS_TO = re.compile(r'\s*HYPERLINK\b(?:\s+\\[mnot](?:\s+"[^"]*")?)*\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
_PLACE_THERE = re.compile(r'\\l\s+"?([^"\s]+)', re.IGNORECASE)
_FURNITURE = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
_SIGN = re.compile(r'\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b(?:.*?\\f\s+(?:"([^"]*)"|(\S+)))?', re.IGNORECASE)
_DRAWN = re.compile(r"\s*(?:EQ|FORMCHECKBOX|FORMDROPDOWN)\b", re.IGNORECASE)
_FRACTION = re.compile(r"\s*EQ\s+\\f\(([^(),;\\]+)[,;]([^(),;\\]+)\)\s*", re.IGNORECASE)

DEEPEST = 30
"""Fields inside one another. What stands deeper belongs to the last of them."""


@dataclass
class Field:
    """`written`: how much of the draft stood before its result."""

    code: str = ""
    is_result: bool = False
    written: int = 0
    href: str = ""
    is_furniture: bool = False


class Fields:
    """The open fields, and links, which newer documents write as elements."""

    def __init__(self, writing: Writing, relations: Relations) -> None:
        self.writing, self.relations = writing, relations
        self.open: list[Field] = []
        self.links: list[str] = []
        self._deeper = 0
        self.is_code = False
        self.starts = {
            "fldChar": self._start_character,
            "fldSimple": self._start_simple,
            "hyperlink": self._start_link,
            "instrText": self._start_code,
        }
        self.ends = {
            "fldSimple": self._end_field,
            "hyperlink": self._end_link,
            "instrText": self._end_code,
        }

    def words(self, words: str) -> None:
        """Adds words to the code of the innermost field."""
        if self.open:
            self.open[-1].code += words

    def end_paragraph(self) -> None:
        """A code that does not end in its paragraph never ends: what follows is the draft's words."""
        if self.writing.is_code:
            self._deeper = 0
            self.open = [field for field in self.open if field.is_result]
            self._tell_the_line()

    def _start_code(self, _: dict[str, str]) -> None:
        self.is_code = True

    def _end_code(self) -> None:
        self.is_code = False

    def _start_character(self, attributes: dict[str, str]) -> None:
        match attributes.get("fldCharType", ""):
            case "begin":
                self._begin(Field())
            case "separate" if self.open and not self._deeper:
                self._begin_result()
            case "end":
                self._end_field()

    def _start_simple(self, attributes: dict[str, str]) -> None:
        self._begin(Field(attributes.get("instr", "")))
        if not self._deeper:
            self._begin_result()

    def _begin(self, field: Field) -> None:
        if self._deeper or len(self.open) == DEEPEST:
            self._deeper += 1
            return
        self.open.append(field)
        self._tell_the_line()

    def _begin_result(self) -> None:
        field = self.open[-1]
        field.is_result, field.written = True, self.writing.written
        field.href = self._address(field.code)
        field.is_furniture = bool(_FURNITURE.match(field.code))
        self._tell_the_line()

    def _tell_the_line(self) -> None:
        """Tells the writer of each change, since a field may end in another paragraph, or never."""
        of_element = self.links[-1] if self.links else ""
        self.writing.href = next((field.href for field in reversed(self.open) if field.href), of_element)
        self.writing.is_code = any(not field.is_result for field in self.open)
        self.writing.is_contents = any(field.is_furniture for field in self.open)

    def _end_field(self) -> None:
        if self._deeper or not self.open:
            self._deeper = max(self._deeper - 1, 0)
            return
        field = self.open.pop()
        self._tell_the_line()
        if field.is_result and self.writing.written > field.written:
            return
        if sign := _SIGN.match(field.code):
            base = 16 if sign[1][:2] in {"0x", "0X"} else 10
            self.writing.add_sign(sign[2] or sign[3] or "", int(sign[1], base))
        elif parts := _FRACTION.fullmatch(field.code):
            self.writing.add(fraction(parts[1].strip(), parts[2].strip()))
        elif _DRAWN.match(field.code):
            words = " ".join(field.code.split())
            self.writing.sheet.tell(
                "field", Message("A field is not taken over: %(words)s. Write out what it shows.", words=named(words))
            )

    def _address(self, code: str) -> str:
        link = _LEADS_TO.match(code)
        if not link:
            return ""
        place = _PLACE_THERE.search(code, link.end())
        return self._checked(link[1] or link[2] or "", place[1] if place else "")

    def _start_link(self, attributes: dict[str, str]) -> None:
        target = self.relations.addresses.get(attributes.get("id", ""), "")
        self.links.append(self._checked(target, attributes.get("anchor", "")) if target else "")
        self._tell_the_line()

    def _end_link(self) -> None:
        self.links.pop()
        self._tell_the_line()

    def _checked(self, target: str, place: str) -> str:
        address = address_of(target)
        if not address and target.strip() and not target.startswith("#"):
            sentence = Message(
                "Left out a link that leads to no full address, %(address)s.", address=named(target.strip())
            )
            self.writing.sheet.tell("link-left-out", sentence)
        return address_of(f"{address}#{place}") if address and place and "#" not in address else address
