"""Versions on the desk, as an editor makes, compares and restores them."""

from uuid import uuid4

from django.urls import reverse

from briefings import working_copy
from briefings.models import Draft
from tests.desk.sheets import posted


def where(draft, name, *more):
    return reverse(f"admin:briefings_draft_{name}", args=[draft.pk, *more])


def saved():
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get())


def write(draft, by=None, **values):
    draft.refresh_from_db()
    content = working_copy.read(draft).model_copy(update=values)
    return working_copy.write(draft, content, expected=draft.version, by=by)


def shown(answer):
    return {part.name: part for part in answer.context["parts"]}


def restore(client, draft, name, **more):
    draft.refresh_from_db()
    given = {"expected": str(draft.version), "save_id": str(uuid4()), **more}
    return posted(client, where(draft, "restore", name), given)
