"""Sentences for editors, of code that knows neither Django nor the language of whoever reads them."""

from typing import Any


class Message(str):
    """A sentence, or a part of one, in English, that remembers what it is made of: the desk says it in another language
    (`desk_words.said`), and whoever keeps, compares or prints it has the English.

    `template` is what is translated. What stands in its places may be a message itself, a tuple, which is shown with
    commas, or a list, with semicolons. Where `count` decides between two forms, `plural` is the other one.
    """

    __slots__ = ("places", "plural", "template")

    template: str
    plural: str
    places: dict[str, Any]

    def __new__(cls, template: str, plural: str = "", /, **places: Any) -> "Message":
        chosen = plural if plural and places["count"] != 1 else template
        made = super().__new__(cls, chosen % {name: _shown(value) for name, value in places.items()})
        made.template, made.plural, made.places = template, plural, places
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, Any]]:
        return (self.template, self.plural), self.places


def _shown(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ("; " if isinstance(value, list) else ", ").join(map(_shown, value))
    if isinstance(value, float):
        return f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def numbered(one: str, many: str, /, *, count: int, **places: Any) -> Message:
    """The message `one` where `count` is one, else `many`."""
    return Message(one, many, count=count, **places)


def template(words: str) -> str:
    """`words` themselves: it marks a template that becomes a message elsewhere."""
    return words
