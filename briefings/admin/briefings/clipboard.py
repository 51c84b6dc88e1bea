"""What the clipboard holds, read for a field of rich text. Nothing is kept of it, and nothing waited for."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from briefings import policy
from briefings.admin.desk import answer_json
from briefings.desk_words import said
from briefings.importing.fragment import fragment

MOST = 1_000_000
"""Characters of HTML. A text of a briefing is a hundredth of it; what is larger would not be read in time."""


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """`{"html", "left_out": [{"reason", "words"}], "around": [words], "findings": [sentence]}` for the `html` sent.

    413 where it is more than `MOST`. For whoever may write a draft, or the pages of the site.
    """
    if not any(policy.may(request.user, action) for action in ("write", "site")):
        raise PermissionDenied
    html = request.POST.get("html", "")
    if len(html) > MOST:
        return answer_json({"most": MOST}, status=413)
    pasted = fragment(html, desk=request.build_absolute_uri(reverse("admin:index")))
    return answer_json(
        {
            "html": pasted.html,
            "left_out": [{"reason": said(one.reason), "words": one.words} for one in pasted.left_out],
            "around": list(pasted.around),
            "findings": [said(finding.sentence) for finding in pasted.findings],
        }
    )
