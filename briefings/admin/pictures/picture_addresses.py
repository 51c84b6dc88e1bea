"""How pictures are named in forms and addresses."""

from uuid import UUID


def identity(given: object) -> str | None:
    """An id as the file has it; None for what is none."""
    try:
        return str(UUID(str(given)))
    except ValueError:
        return None
