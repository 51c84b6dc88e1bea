"""The answer to a save that the page's script sent: what the page has to know, while all that is typed stays in it."""

from uuid import uuid4

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from briefings.admin.briefings.moments_form import as_opened
from briefings.admin.briefings.posted_form import PostedForm
from briefings.admin.briefings.writing_page import as_saved
from briefings.admin.desk import answer_json
from briefings.models import Draft


def answer(request: HttpRequest, draft: Draft, sent: PostedForm, *, message: str) -> JsonResponse:
    """`{"message", "version", "save_id", "values", "standing", "addresses"}`.

    `values` are what the save gave to fields, by their name: keys of parts, and words that were carried; `standing` is
    HTML: where the briefing stands and what keeps it from readers; `addresses` are for a page that was of no draft
    before.
    """
    page = as_saved(draft, request.POST)
    return answer_json(
        {
            "message": message,
            "version": draft.version,
            "save_id": str(uuid4()),
            "values": sent.values_given | as_opened(page.status.draft),
            "standing": render_to_string(
                "admin/briefings/draft/_standing.html", page.context(request), request=request
            ),
            "addresses": {
                name: reverse(f"admin:briefings_draft_{name}", args=[draft.pk])
                for name in ("change", "preview", "keep")
            },
        }
    )
