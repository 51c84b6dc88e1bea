"""How pictures are named in forms and addresses."""

from uuid import UUID

from django.urls import reverse


def identity(given: object) -> str | None:
    """An id as the file has it; None for what is none."""
    try:
        return str(UUID(str(given)))
    except ValueError:
        return None


def files() -> str:
    """Where the desk has the files of a picture, with `{id}` for its id, as `outputs.pictures` takes it."""
    return reverse("admin:briefings_image_file", args=["ID", "NAME"]).replace("/ID/", "/{id}/").removesuffix("NAME")
