"""Names behind an `@` in a comment: who is meant."""

import re
from collections.abc import Iterable

from briefings.models import User

_AT = re.compile(r"(?<![\w.])@(?=\w)")
_WORD = re.compile(r"[\w.+-]*\w")


def mentioned(text: str, people: Iterable[User]) -> tuple[list[User], list[str]]:
    """Those of `people` whom `text` names, each once, and the names in it that are of none of them.

    A name counts in capitals or not, and the longest that fits; an address of mail names nobody.
    """
    by_length = sorted(people, key=lambda user: -len(user.username))
    found, unknown = {}, {}
    for at in _AT.finditer(text):
        rest = text[at.end() :]
        if user := next((one for one in by_length if _begins_with(rest, one.username)), None):
            found[user.pk] = user
        else:
            unknown[f"@{_WORD.match(rest)[0]}"] = None
    return list(found.values()), list(unknown)


def _begins_with(text: str, name: str) -> bool:
    if text[: len(name)].casefold() != name.casefold():
        return False
    return not re.match(r"[\w]", text[len(name) :])
