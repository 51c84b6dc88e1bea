"""The open elements of a page, and what each says about the words inside it."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefings.importing.formats.html_rules import CLOSES

Value = TypeVar("Value")


@dataclass(eq=False, slots=True)
class Frame:
    """An open element. `at`: how deep it stands. `began`: how many lines came before. `ends`: called when it ends."""

    name: str
    at: int
    began: int = 0
    is_open: bool = True
    ends: tuple[Callable[[], None], ...] = ()

    def then(self, action: Callable[[], None]) -> None:
        """When the element ends, `action` is called before the actions that were added earlier."""
        self.ends = (action, *self.ends)


class Layer(Generic[Value]):
    """One property of words, as the innermost open element that speaks of it says."""

    def __init__(self, outside: Value) -> None:
        self._outside = outside
        self._values: list[tuple[Frame, Value]] = []

    def say(self, frame: Frame, value: Value) -> None:
        self._values.append((frame, value))

    def says(self, frame: Frame) -> bool:
        """Whether the value that was added last is that of `frame`."""
        return bool(self._values) and self._values[-1][0] is frame

    @property
    def now(self) -> Value:
        while self._values and not self._values[-1][0].is_open:
            self._values.pop()
        return self._values[-1][1] if self._values else self._outside


class Frames:
    """The open elements. An element within a line may end while one inside it stays open; a block ends all inside."""

    def __init__(self) -> None:
        self._all: list[Frame] = []
        self._by_name: defaultdict[str, list[Frame]] = defaultdict(list)

    def open(self, name: str, *, began: int = 0) -> Frame:
        frame = Frame(name, len(self._all), began)
        self._all.append(frame)
        self._by_name[name].append(frame)
        return frame

    def innermost(self, names: Iterable[str]) -> Frame | None:
        candidates = [frames[-1] for name in names if (frames := self._by_name.get(name))]
        return max(candidates, key=lambda frame: frame.at, default=None)

    def depth_of(self, names: Iterable[str]) -> int:
        return sum(len(self._by_name.get(name, ())) for name in names)

    def are_in_body(self, ended: Container[str]) -> bool:
        """Whether what comes next is in the body of the page. `ended`: the names of all elements with an end tag."""
        around = next((name for name in ("body", "html") if name in ended), None)
        return (around is None or self.innermost((around,)) is not None) and not self.innermost(("head",))

    def end_before(self, name: str) -> None:
        """A block begins, which ends an open paragraph and an open element of the block's own kind."""
        if paragraph := self.innermost(("p",)):
            self.end(paragraph, with_all_inside=True)
        if name in CLOSES:
            same, around = CLOSES[name]
            inner, outer = self.innermost(same), self.innermost(around)
            if inner and (outer is None or inner.at > outer.at):
                self.end(inner, with_all_inside=True)

    def end(self, frame: Frame, *, with_all_inside: bool) -> None:
        """Ends `frame`, which is the innermost of its name."""
        if with_all_inside:
            while self._all[-1] is not frame:
                self._end(self._all.pop())
            self._all.pop()
        self._end(frame)
        while self._all and not self._all[-1].is_open:
            self._all.pop()

    def end_all(self) -> None:
        while self._all:
            self._end(self._all.pop())

    def _end(self, frame: Frame) -> None:
        if frame.is_open:
            frame.is_open = False
            self._by_name[frame.name].pop()
            for action in frame.ends:
                action()
