"""What readers are told of a change."""

from pydantic import ValidationError

from briefings.content import Change, ContentRefused, Correction


def build(note: str, correction: Correction | None = None) -> tuple[Change | None, list[str]]:
    """The change as content holds it (None where there is nothing to tell), and sentences on what it cannot hold."""
    if not note and correction is None:
        return None, []
    try:
        return Change(note=note, correction=correction), []
    except ValidationError as error:
        refusal = ContentRefused.from_validation(error)
        return None, [f"The {address or 'note'} {sentence}" for address, sentence in refusal.reasons]
