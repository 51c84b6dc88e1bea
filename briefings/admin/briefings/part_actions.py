"""Adding, moving, copying and taking back parts without JavaScript: a button sends the form, and it comes back changed.

Nothing is saved by it. What was sent is carried over as it is, checked or not.
"""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from briefings.admin.briefings import style_replacing
from briefings.admin.briefings.form_initial import STEP
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.briefings.parts import MOST, SETS
from briefings.content.house_style import Rule

_LAST = 10**9
_REGIONS = {"section": "body", "quote": "body", "figure": "body", "question": "faq", "source": ""}

Raw = dict[str, Any]


def as_sent(data: QueryDict) -> tuple[Raw, dict[str, list[Raw]]]:
    """The values of the facts form and of each part's form, as strings."""
    facts = {
        name: field.widget.value_from_datadict(data, {}, name) or "" for name, field in FactsForm.base_fields.items()
    }
    return facts, {prefix: [_part(data, prefix, index) for index in range(_count(data, prefix))] for prefix in SETS}


def rearrange(data: QueryDict, button: str, rules: Sequence[Rule] = ()) -> tuple[Raw, dict[str, list[Raw]]]:
    """`as_sent`, after what `button` says. Another changes nothing.

    `add section`, `up quote-3`, `down …`, `copy …`; `style KEY WORDS` puts that one of the `rules` right in a part.
    """
    facts, parts = as_sent(data)
    act, _sep, target = button.partition(" ")
    if act == "style":
        key, _sep, wrong = target.partition(" ")
        for rule in (rule for rule in rules if rule.wrong == wrong):
            style_replacing.replace(facts, parts, key, rule)
        return facts, parts
    prefix, _sep, index = target.rpartition("-")
    if act == "add" and target in SETS:
        last = max((_ordering(part) for part in _region(parts, target) if _ordering(part) < _LAST), default=0)
        parts[target].append({"region": _REGIONS[target], "ordering": str(last + STEP)})
    elif prefix in SETS and (number := _number(index, otherwise=MOST)) < len(parts[prefix]):
        part = parts[prefix][number]
        if act in ("up", "down"):
            _move(_region(parts, prefix), part, down=act == "down")
        elif act == "copy":
            parts[prefix].append(part | {"key": "", "uuid": "", "DELETE": ""})
            _move(_region(parts, prefix), parts[prefix][-1], down=False, after=part)
    return facts, {prefix: sorted(values, key=_ordering) for prefix, values in parts.items()}


def _part(data: QueryDict, prefix: str, index: int) -> Raw:
    names = [*SETS[prefix].form.base_fields, "DELETE"]
    return {name: data.get(f"{prefix}-{index}-{name}", "") for name in names}


def _count(data: QueryDict, prefix: str) -> int:
    return min(_number(data.get(f"{prefix}-TOTAL_FORMS", ""), otherwise=0), MOST)


def _number(text: str, *, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _region(parts: dict[str, list[Raw]], prefix: str) -> list[Raw]:
    """The parts that share an order with those of `prefix`, in it."""
    region = [part for other in SETS if _REGIONS[other] == _REGIONS[prefix] for part in parts[other]]
    return sorted(region, key=_ordering)


def _ordering(part: Raw) -> int:
    return _number(str(part.get("ordering", "")), otherwise=_LAST)


def _move(order: list[Raw], part: Raw, *, down: bool, after: Raw | None = None) -> None:
    place = next(place for place, other in enumerate(order) if other is part)
    order.pop(place)
    if after is not None:
        place = next(place for place, other in enumerate(order) if other is after) + 1
    else:
        place = max(0, place + (1 if down else -1))
    order.insert(place, part)
    for number, other in enumerate(order, start=1):
        other["ordering"] = str(number * STEP)
