"""The exception for values that content cannot have, with every reason at once."""

from pydantic import ValidationError


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
                (".".join(str(step) for step in problem["loc"]), problem["msg"].removeprefix("Value error, "))
                for problem in error.errors(include_url=False, include_input=False, include_context=False)
            ]
        )
