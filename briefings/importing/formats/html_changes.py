"""Changes that an editor in the browser keeps track of: what they take away is deleted, what they add is text.

Word for the web, CKEditor, Froala and others mark them by classes and attributes; CKEditor also where a change begins
and ends, whatever stands between.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial

from briefings.importing.formats.html_frames import Frame, Layer
from briefings.importing.lines import Hiding

_DELETED_CLASS = re.compile(
    r"(?:ck-suggestion-marker|ice|lite|fr-tracking|track(?:ed)?-?changes?(?:text)?|suggest(?:ion|ed)|revision|redline|mso)"
    r"-?del(?:et\w*)?"
)
_ABOUT_A_CHANGE = re.compile(r"(?:data-)?(?:suggestion|change|track|tracked-change|revision)(?:-(?:type|change|kind))?")
_AUTHORS = ("data-author", "data-username", "data-user-name")


def is_deletion(attributes: Mapping[str, str], classes: Iterable[str]) -> bool:
    """Whether an element says that a change has taken its words away."""
    return any(map(_DELETED_CLASS.fullmatch, classes)) or any(
        value.lower().startswith("delet") and _ABOUT_A_CHANGE.fullmatch(name) for name, value in attributes.items()
    )


def author_of(attributes: Mapping[str, str]) -> str:
    """Who deleted the words: Word writes the name as a mail address."""
    cited = attributes.get("cite", "")
    if cited[:7].lower() == "mailto:":
        return cited[7:]
    return next((attributes[name] for name in _AUTHORS if attributes.get(name)), "")


class Changes:
    """The changes that have begun and not ended yet."""

    def __init__(self, left_out: Layer[Hiding | None]) -> None:
        self._left_out = left_out
        self._open: dict[str, Frame] = {}

    def see(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """What an element says of where changes begin and end."""
        if frame.name == "suggestion-start":
            self._begin(attributes.get("name", ""))
        elif frame.name == "suggestion-end":
            self._end(attributes.get("name", ""))
        elif any(name.startswith("data-suggestion-") for name in attributes):
            self._end(attributes.get("data-suggestion-end-before", ""))
            self._begin(attributes.get("data-suggestion-start-before", ""))
            frame.then(partial(self._begin, attributes.get("data-suggestion-start-after", "")))
            frame.then(partial(self._end, attributes.get("data-suggestion-end-after", "")))

    def _begin(self, names: str) -> None:
        for name in _deletions(names):
            self._open[name] = Frame("", 0)
            if not self._left_out.now:
                self._left_out.say(self._open[name], Hiding("deleted"))

    def _end(self, names: str) -> None:
        for name in _deletions(names):
            if name in self._open:
                self._open.pop(name).is_open = False


def _deletions(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip().startswith("deletion")]
