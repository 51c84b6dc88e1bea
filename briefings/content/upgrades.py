"""Steps that upgrade content of an older schema as it is read. Old editions are never rewritten.

To change the schema: raise `NEWEST` and `BriefingContent.schema_version`, add the step from the version before to
`STEPS`, keep its golden text in the tests.
"""

from collections.abc import Callable
from typing import Any

from briefings.content.refusals import ContentRefused
from briefings.messages import Message

Step = Callable[[dict[str, Any]], dict[str, Any]]

NEWEST = 5
STEPS: dict[int, Step] = {
    1: lambda values: values | {"schema_version": 2},  # 2 knows figures, and that a briefing was merged
    2: lambda values: values | {"schema_version": 3},  # 3 knows when an imported briefing was first published
    3: lambda values: values | {"schema_version": 4},  # 4 knows which briefing one translates
    4: lambda values: values | {"schema_version": 5},  # 5 knows that more follows
}


def upgraded(values: dict[str, Any]) -> dict[str, Any]:
    """`values` of any known schema version, upgraded to the newest. Raises ContentRefused for an unknown version."""
    version = values.get("schema_version")
    if type(version) is not int or not 1 <= version <= NEWEST:
        raise ContentRefused(
            [
                (
                    "schema_version",
                    Message(
                        "is %(version)s; this program reads versions 1 to %(newest)s.", version=version, newest=NEWEST
                    ),
                )
            ]
        )
    for step in range(version, NEWEST):
        values = STEPS[step](values)
    return values
