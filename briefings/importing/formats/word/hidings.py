"""What the elements around some words say about whether the draft shows them."""

from briefings.importing.lines import Hiding

HIDDEN = Hiding("hidden")
STRUCK = Hiding("struck")
PROMPT = Hiding("hidden", asks=False)
"""Words that nobody wrote: an empty field asks for some, or a program marks where a form of a page stood."""


class Hidings:
    """Why each open element hides its words, or None where it shows them; the innermost last."""

    def __init__(self) -> None:
        self._open: list[Hiding | None] = [None]
        self._grounds = [""]

    @property
    def now(self) -> Hiding | None:
        return self._open[-1]

    @property
    def ground(self) -> str:
        """The colour that lies beneath all words here; empty for the paper."""
        return self._grounds[-1]

    def open(self, hiding: Hiding | None = None) -> None:
        """An element begins. What hides the words around it hides its words as well."""
        self._open.append(self._open[-1] or hiding)
        self._grounds.append(self.ground)

    def say(self, hiding: Hiding) -> None:
        """The innermost element says of itself that it shows nothing."""
        self._open[-1] = self._open[-1] or hiding

    def lay(self, ground: str) -> None:
        """The innermost element lays a colour beneath its words."""
        self._grounds[-1] = ground

    def close(self) -> None:
        self._open.pop()
        self._grounds.pop()
