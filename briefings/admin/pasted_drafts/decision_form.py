"""The review's form becomes a change of the decisions: only of those that somebody touched."""

import json
import re
from collections.abc import Collection
from itertools import pairwise
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from pydantic import TypeAdapter
from pydantic import ValidationError as NotValid

from briefings.admin.pasted_drafts.lines import KINDS, ROLES
from briefings.content import fields
from briefings.content.refusals import sentence_of
from briefings.desk_words import said
from briefings.importing import MarkDecision, left_out, own_cuts
from briefings.originals import Change, Understood
from briefings.workflow import Refused

BACK = "back"
"""The choice that takes a decision back."""
_LINE = re.compile(r"[0-9]{1,7}(\.[0-9]{1,7})?")
_PLACE = re.compile(r"[0-9]{1,7}(\.[0-9]{1,7})?:[0-9]{1,7}")
_NAME = TypeAdapter(fields.Line)


def change_of(sent: QueryDict, understood: Understood, *, encodings: Collection[str] = ()) -> Change:
    """The decisions in a form that was sent. `encodings` are those in which the draft may be read.

    Raises Refused where a name cannot be kept, and where nothing that was decided about is there.
    """
    shown = _shown(sent.get("shown", ""))
    roles = _roles(sent, shown.get("roles", {}))
    kept = own_cuts([part.line for part in understood.imported.parts], [at for at, role in roles.items() if role])
    parted = _cut_and_joined(sent.get("do", ""), sent.get("cut", ""), understood)
    change = Change(
        roles=roles | _taken_in(sent.get("do", ""), understood),
        marks=_marks(sent, shown.get("marks", {})) | _seen(sent, understood) | _quoted(sent.get("do", ""), understood),
        cuts={at: True for at in kept if at not in understood.decisions.cuts} | parted.get("cuts", {}),
        joins=parted.get("joins", {}),
        seen=_seen_left_out(sent, understood),
        encoding=next((name for name in encodings if sent.get("do") == f"encoding {name}"), ""),
    )
    applicable = _applicable(change, understood)
    if change and not applicable:
        raise Refused(_("That place is no longer in the draft as it was: somebody cut or joined lines. Look again."))
    return applicable


def _applicable(change: Change, understood: Understood) -> Change:
    """`change` without the places that the draft no longer has: the page may be older than the latest cuts."""
    lines, had = {part.line.address: part.line for part in understood.imported.parts}, understood.decisions
    marks = {words.place for words in understood.imported.marks}
    first = next(iter(lines), "")

    def can_be_cut(place: str) -> bool:
        number, offset = place.split(":")
        return int(offset) > 0 and any(line.offset_of(number, int(offset)) is not None for line in lines.values())

    return Change(
        roles={at: role for at, role in change.roles.items() if at in lines or (role is None and at in had.roles)},
        marks={at: mark for at, mark in change.marks.items() if at in marks or (mark is None and at in had.marks)},
        cuts={at: cut for at, cut in change.cuts.items() if not cut or can_be_cut(at)},
        joins={at: joined for at, joined in change.joins.items() if not joined or (at in lines and at != first)},
        seen=change.seen,
        encoding=change.encoding,
    )


def _taken_in(act: str, understood: Understood) -> dict[str, Any]:
    """`take 12`, `leave 12`: of what the draft does not show."""
    verb, _space, address = act.partition(" ")
    hidden = {line.address for line in understood.reading.lines if line.left_out}
    if address not in hidden or verb not in ("take", "leave"):
        return {}
    return {address: "text" if verb == "take" else None}


def _seen_left_out(sent: QueryDict, understood: Understood) -> str:
    """The fingerprint of the list of what is left out, once it was seen. Raises Refused if it has changed since."""
    if sent.get("do") != "seen":
        return ""
    fingerprint = left_out.fingerprint(understood.reading.lines)
    if sent.get("left_out") != fingerprint:
        raise Refused(_("What is left out is not what this page showed. Look at it again."))
    return fingerprint


def _shown(text: str) -> dict[str, Any]:
    try:
        shown = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        shown = {}
    parts = shown if isinstance(shown, dict) else {}
    return {name: value for name, value in parts.items() if isinstance(value, dict)}


def _roles(sent: QueryDict, shown: dict[str, Any]) -> dict[str, Any]:
    roles = {name.removeprefix("role-"): value for name, value in sent.items() if name.startswith("role-")}
    return {
        address: None if role == BACK else role
        for address, role in roles.items()
        if _LINE.fullmatch(address) and role in (*ROLES, BACK) and role != shown.get(address)
    }


def _marks(sent: QueryDict, shown: dict[str, Any]) -> dict[str, MarkDecision | None]:
    changed: dict[str, MarkDecision | None] = {}
    for name, kind in sent.items():
        place = name.removeprefix("kind-")
        if place == name or not _PLACE.fullmatch(place):
            continue
        if kind == BACK:
            changed[place] = None
            continue
        speaker, role = (_name(sent.get(f"{field}-{place}", "")) for field in ("speaker", "as"))
        values = [kind, speaker, role, bool(sent.get(f"confirmed-{place}"))]
        if kind in KINDS and values != shown.get(place):
            is_quotation = kind == "quotation"
            changed[place] = MarkDecision(
                kind=kind,
                speaker=speaker if is_quotation else "",
                role=role if is_quotation else "",
                confirmed=is_quotation and bool(speaker) and values[3],
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
        raise Refused(_("A name or a role %(problem)s") % {"problem": said(sentence_of(first))}) from refusal


def _seen(sent: QueryDict, understood: Understood) -> dict[str, MarkDecision]:
    """Confirm all: the guesses that were on the screen, by their places."""
    if sent.get("do") != "confirm-all":
        return {}
    places = set(sent.getlist("seen"))
    return {
        words.place: MarkDecision(kind="quotation", speaker=words.speaker, role=words.role, confirmed=True)
        for words in understood.imported.marks
        if words.place in places and words.kind == "quotation" and words.speaker and not words.is_sure
    }


def _quoted(act: str, understood: Understood) -> dict[str, MarkDecision]:
    """`quote 12:57`: words in marks become a quotation, of the speaker whom the page names beside them, if any."""
    verb, _space, place = act.partition(" ")
    return {
        words.place: MarkDecision(speaker=words.speaker, role=words.role, confirmed=bool(words.speaker))
        for words in understood.imported.marks
        if verb == "quote" and words.place == place and words.kind == "term"
    }


def _cut_and_joined(act: str, cut: str, understood: Understood) -> dict[str, dict[str, bool]]:
    """`join 12`, `apart 12`, `cut` with a place such as 12:340 beside it. A cut that is joined again is none."""
    verb, _space, address = act.partition(" ")
    decisions = understood.decisions
    if verb == "join" and _LINE.fullmatch(address):
        place = address.replace(".", ":")
        if place not in decisions.cuts:
            return {"joins": {address: True}}
        return {"cuts": {place: False}, "joins": {address: True} if _would_be_cut(address, understood) else {}}
    if verb == "apart" and address in decisions.joins:
        return {"joins": {address: False}}
    if verb == "cut" and _PLACE.fullmatch(cut):
        place = in_the_line(cut, understood)
        begins = place.removesuffix(":0").replace(":", ".")
        cuts = {} if place.endswith(":0") and begins in decisions.joins else {place: True}
        return {"cuts": cuts, "joins": {begins: False} if begins in decisions.joins else {}}
    return {}


def _would_be_cut(address: str, understood: Understood) -> bool:
    """Whether the line may still part at its beginning without a cut: something is decided about one of the pieces."""
    parts, decided = understood.imported.parts, understood.decisions.roles
    above = next((before for before, part in pairwise(parts) if part.line.address == address), None)
    return address in decided or (above is not None and (above.line.address in decided or above.role == "dateline"))


def in_the_line(place: str, understood: Understood) -> str:
    """Where a line is cut, counted in the line as it was read: 12:340, also where the page shows a piece of it."""
    address, _colon, offset = place.partition(":")
    shown = (part.line for part in understood.imported.parts if part.line.address == address)
    return next((line.spot(int(offset)) for line in shown if int(offset) < len(line.text)), place)
