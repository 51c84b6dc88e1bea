"""The page of the comments on a draft, and what the script of the writing page and of the review asks of it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy, workflow, working_copy
from briefings.admin.briefings import changes
from briefings.admin.briefings.posted_form import whole_number
from briefings.admin.briefings.threads import Threads
from briefings.admin.briefings.writing_page import as_saved
from briefings.admin.desk import answer_json, show_page, wants_json
from briefings.admin.fields import PassageField
from briefings.content import BriefingContent
from briefings.models import Comment, Draft


class CommentForm(forms.Form):
    """A comment, and on which part."""

    part = forms.ChoiceField(label=gettext_lazy("On which part"), required=False)
    text = PassageField(label=gettext_lazy("Comment"))

    def __init__(self, *args: Any, content: BriefingContent, **options: Any) -> None:
        super().__init__(*args, **options)
        parts = [(key, changes.part_name(key, part)) for key, part in content.parts.items()]
        self.fields["part"].choices = [("", _("The whole briefing")), *parts]


def page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """All comments, by part; what is sent writes one, resolves one or opens one again.

    The script asks (GET) for `{"people"}`, the names that may stand behind an `@`, and gets `{"reasons"}` or
    `{"said", "part", "thread", "open", "standing"}` for what it sends.
    """
    people = [str(user) for user in policy.who_may("read", draft.briefing)]
    if request.method != "POST":
        if wants_json(request):
            return answer_json({"people": people})
        return _shown(request, draft, people=people)
    try:
        comment, said = _done(request, draft)
    except workflow.Refused as refusal:
        if wants_json(request):
            return answer_json({"reasons": refusal.reasons})
        return _shown(request, draft, people=people, reasons=refusal.reasons)
    if wants_json(request):
        return _answer(request, draft, comment, said)
    messages.success(request, said)
    return redirect(f"{reverse('admin:briefings_draft_comments', args=[draft.pk])}#comment-{comment.pk}")


def _done(request: HttpRequest, draft: Draft) -> tuple[Comment, str]:
    """What the button asks for: the comment, and what was done with it."""
    do, _space, number = request.POST.get("do", "").partition(" ")
    if do == "comment":
        given = {"text": request.POST.get("text", ""), "part": request.POST.get("part", "")}
        return workflow.comment(draft.briefing, by=request.user, **given), _("Commented.")
    comment = Comment.objects.filter(briefing=draft.briefing_id, pk=whole_number(number)).first()
    if comment is None or do not in ("resolve", "reopen"):
        raise Http404
    if do == "resolve":
        return workflow.resolve(comment, by=request.user), _("Resolved.")
    return workflow.reopen(comment, by=request.user), _("Open again.")


def _shown(request: HttpRequest, draft: Draft, *, people: list[str], reasons: tuple[str, ...] = ()) -> HttpResponse:
    content = working_copy.read(draft)
    threads = Threads.of(draft, content)
    part = request.GET.get("part", "")
    if part and part not in content.parts:
        messages.warning(request, _("That part is not saved yet, or is gone. Save the text first, then comment on it."))
    form = CommentForm(request.POST if reasons else None, content=content, initial={"part": part})
    return show_page(
        request,
        "draft/comments.html",
        title=_("Comments on “%(name)s”") % {"name": draft},
        draft=draft,
        form=form,
        people=people,
        reasons=reasons,
        threads=threads.besides(()),
    )


def _answer(request: HttpRequest, draft: Draft, comment: Comment, said: str) -> HttpResponse:
    threads = Threads.of(draft, working_copy.read(draft))
    facts = {
        "said": said,
        "part": comment.part,
        "thread": _html(request, "_thread.html", thread=threads.on(comment.part)),
        "open": _html(request, "_open_comments.html", threads=threads),
    }
    if "standing" in request.POST:
        context = as_saved(draft, request.POST).context(request)
        facts["standing"] = render_to_string("admin/briefings/draft/_standing.html", context, request=request)
    return answer_json(facts)


def _html(request: HttpRequest, name: str, **shown: Any) -> str:
    return render_to_string(f"admin/briefings/draft/{name}", shown, request=request)
