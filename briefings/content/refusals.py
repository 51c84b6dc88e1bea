"""The exception for values that content cannot have, with every reason at once."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from briefings.messages import Message


class ContentRefused(ValueError):
    """Raised for values that break the rules of content.

    `reasons` holds (address, sentence) pairs in page order; the address is a dotted path such as `blocks.2.heading`.
    """

    def __init__(self, reasons: list[tuple[str, str]]) -> None:
        self.reasons = reasons
        super().__init__(" ".join(f"{address or 'The briefing'}: {sentence}" for address, sentence in reasons))

    @classmethod
    def from_validation(cls, error: ValidationError) -> "ContentRefused":
        """The same refusal in our words; pydantic's own prefix and links are left out."""
        return cls(
            [
                (".".join(str(step) for step in problem["loc"]), sentence_of(problem))
                for problem in error.errors(include_url=False, include_input=False)
            ]
        )


def sentence_of(problem: Mapping[str, Any]) -> str:
    """What one error of pydantic says: the words of our own check, where it was one."""
    if problem["type"] == "string_too_long":
        return Message("holds more than %(most)s characters. Shorten it.", most=problem["ctx"]["max_length"])
    error = problem.get("ctx", {}).get("error")
    return error.args[0] if isinstance(error, ValueError) else problem["msg"]
