"""What the review's form says about the draft becomes a change of what was decided: only what somebody touched."""

import json
import re
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from pydantic import TypeAdapter
from pydantic import ValidationError as NotValid

from briefings.admin.originals.lines import KINDS, ROLES
from briefings.content import fields
from briefings.importing import Said
from briefings.originals import Change, Understood
from briefings.workflow import Refused

BACK = "back"
"""The choice that takes a decision back."""
_LINE = re.compile(r"[0-9]{1,7}(\.[0-9]{1,7})?")
_PLACE = re.compile(r"[0-9]{1,7}(\.[0-9]{1,7})?:[0-9]{1,7}")
_NAME = TypeAdapter(fields.Line)


def change_of(sent: QueryDict, understood: Understood) -> Change:
    """What is decided by a form that was sent. Raises Refused where a name cannot be kept."""
    shown = _shown(sent.get("shown", ""))
    return Change(
        roles=_roles(sent, shown.get("roles", {})),
        marks=_marks(sent, shown.get("marks", {})) | _seen(sent, understood),
        **_cut_and_joined(sent.get("do", ""), sent.get("cut", ""), understood),
    )


def _shown(text: str) -> dict[str, Any]:
    try:
        shown = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        shown = {}
    parts = shown if isinstance(shown, dict) else {}
    return {name: value for name, value in parts.items() if isinstance(value, dict)}


def _roles(sent: QueryDict, shown: dict[str, Any]) -> dict[str, Any]:
    said = {name.removeprefix("role-"): value for name, value in sent.items() if name.startswith("role-")}
    return {
        address: None if role == BACK else role
        for address, role in said.items()
        if _LINE.fullmatch(address) and role in (*ROLES, BACK) and role != shown.get(address)
    }


def _marks(sent: QueryDict, shown: dict[str, Any]) -> dict[str, Said | None]:
    changed: dict[str, Said | None] = {}
    for name, kind in sent.items():
        place = name.removeprefix("kind-")
        if place == name or not _PLACE.fullmatch(place):
            continue
        if kind == BACK:
            changed[place] = None
            continue
        speaker, role = (_name(sent.get(f"{field}-{place}", "")) for field in ("speaker", "as"))
        said = [kind, speaker, role, bool(sent.get(f"confirmed-{place}"))]
        if kind in KINDS and said != shown.get(place):
            is_quotation = kind == "quotation"
            changed[place] = Said(
                kind=kind,
                speaker=speaker if is_quotation else "",
                role=role if is_quotation else "",
                confirmed=is_quotation and bool(speaker) and said[3],
            )
    return changed


def _name(text: str) -> str:
    try:
        return _NAME.validate_python(text)
    except NotValid as refusal:
        first = refusal.errors()[0]
        if first["type"] in ("string_too_long", "too_long"):
            raise Refused(
                _("“%(name)s…” is too long for a name or a role: 300 characters are the most.") % {"name": text[:60]}
            ) from refusal
        problem = first["msg"].removeprefix("Value error, ")
        raise Refused(_("A name or a role %(problem)s") % {"problem": problem}) from refusal


def _seen(sent: QueryDict, understood: Understood) -> dict[str, Said]:
    """Confirm all: those guesses that whoever confirms has seen, by their places."""
    if sent.get("do") != "confirm-all":
        return {}
    places = set(sent.getlist("seen"))
    return {
        words.place: Said(kind="quotation", speaker=words.speaker, role=words.role, confirmed=True)
        for words in understood.imported.marks
        if words.place in places and words.kind == "quotation" and words.speaker and not words.is_sure
    }


def _cut_and_joined(act: str, cut: str, understood: Understood) -> dict[str, dict[str, bool]]:
    """`join 12`, `apart 12`, `cut` with a place such as 12:340 beside it. A cut that is joined again is none."""
    verb, _space, address = act.partition(" ")
    decisions = understood.decisions
    if verb == "join" and _LINE.fullmatch(address):
        place = address.replace(".", ":")
        return {"cuts": {place: False}} if place in decisions.cuts else {"joins": {address: True}}
    if verb == "apart" and address in decisions.joins:
        return {"joins": {address: False}}
    if verb == "cut" and _PLACE.fullmatch(cut):
        return {"cuts": {in_the_line(cut): True}}
    return {}


def in_the_line(place: str) -> str:
    """Where a line is cut, counted in the line as it was read: 12:340, also where the place names a piece of it."""
    address, _colon, offset = place.partition(":")
    number, _dot, before = address.partition(".")
    return f"{number}:{int(before or 0) + int(offset)}"
