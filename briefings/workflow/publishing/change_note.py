"""The note and the correction that tell readers of a change."""

from pydantic import ValidationError

from briefings.content import Change, ContentRefused, Correction


def build(note: str, correction: Correction | None = None) -> tuple[Change | None, list[str]]:
    """The Change (None where there is neither note nor correction, or it is refused), and the reasons against it."""
    if not note and correction is None:
        return None, []
    try:
        return Change(note=note, correction=correction), []
    except ValidationError as error:
        refusal = ContentRefused.from_validation(error)
        return None, [f"The {address or 'note'} {sentence}" for address, sentence in refusal.reasons]
