"""The pages of a briefing on the desk: writing, preview, the choice between two texts, and the acts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from briefings import policy, readiness, workflow, working_copy
from briefings.admin.briefings import (
    conflicts,
    part_actions,
    parts,
    preview,
    preview_pane,
    submission,
    unsaved_text,
    word_choices,
)
from briefings.admin.briefings.acts import ACTS
from briefings.admin.briefings.forms import FactsForm
from briefings.admin.briefings.posted_form import PostedForm, uuid_or_new, whole_number
from briefings.admin.briefings.publish_panel import PublishForm
from briefings.admin.briefings.review_form import ReviewForm
from briefings.admin.briefings.status import status_of
from briefings.admin.briefings.writing_page import WritingPage, show
from briefings.admin.desk import answer_json, show_page, wants_json
from briefings.admin.logins.confirming import ask_again
from briefings.admin.way_back import way_back
from briefings.content import BriefingContent
from briefings.models import Draft


def write(request: HttpRequest, draft: Draft | None = None) -> HttpResponse:
    """The writing page: of a draft, or of a briefing to be."""
    if draft and not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    rows = working_copy.DraftRows.of(draft) if draft else None
    before = rows.content() if rows else _nothing(request)
    if request.method != "POST":
        page = WritingPage(status_of(draft), before, draft.version if draft else 0)
        page.unsaved = unsaved_text.unsaved_texts(request, draft)
        return show(request, page)
    sent = PostedForm(request.POST, draft, before, request.user, rows)
    if "_part" in request.POST:
        values = word_choices.taken(request.POST, request.POST["_part"])
        if wants_json(request):
            return answer_json({"values": values})
        return show(request, _rearranged(sent, request.POST["_part"], values))
    return submission.save(request, sent)


def preview_form(request: HttpRequest, draft: Draft | None = None) -> HttpResponse:
    """What the form would look like to readers; without a form, the draft as it was saved."""
    if request.method != "POST" and draft is None:
        return redirect("admin:briefings_draft_add")
    before, status = working_copy.read(draft) if draft else _nothing(request), status_of(draft)
    if request.method != "POST":
        return preview.page(before, status)
    sent = PostedForm(request.POST, draft, before, request.user)
    panel = PublishForm(request.POST, status=status)
    is_beside = wants_json(request)
    if sent.content is None or not panel.is_valid():
        return preview_pane.refusal() if is_beside else show(request, submission.as_sent(sent))
    if is_beside:
        return preview_pane.answer(sent.content, status, panel=panel, card=request.POST.get("card", ""))
    return preview.page(sent.content, status, panel=panel)


def merge(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Two texts of one draft, part by part, and the editor's choice."""
    if not policy.may(request.user, "write", draft.briefing):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("admin:briefings_draft_change", draft.pk)
    return conflicts.choose(request, draft)


def act(request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """The page of one act: what it means, what it asks, and whether it is done or refused."""
    if slug not in ACTS:
        raise Http404
    act = ACTS[slug]
    if not policy.may(request.user, act.action, draft.briefing):
        raise PermissionDenied
    status = status_of(draft)
    initial = {"expected": draft.version, "edition": status.scheduled and status.scheduled.seq}
    initial |= act.begins_with(status, request.user)
    form = act.form(request.POST if request.method == "POST" else None, initial=initial)
    reasons: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        if act.is_confirmed and (asked := ask_again(request)):
            return asked
        try:
            outcome = act.run(status, request.user, form.cleaned_data)
        except workflow.Refused as refusal:
            reasons = refusal.reasons
        else:
            messages.success(request, str(act.done))
            for sentence in outcome if isinstance(outcome, tuple) else ():
                messages.warning(request, sentence)
            if to := way_back(request):
                return redirect(to)
            leads_to = outcome if isinstance(outcome, Draft) else draft
            if act.leads_to or not policy.may(request.user, "read", leads_to.briefing):
                return redirect(act.leads_to or "admin:briefings_draft_changelist")
            return redirect("admin:briefings_draft_change", leads_to.pk)
    context = {"act": act, "form": form, "draft": draft, "status": status, "reasons": reasons}
    return show_page(request, "draft/act.html", title=act.label, warning=act.warning(request.user), **context)


def _nothing(request: HttpRequest) -> BriefingContent:
    """What a briefing to be begins with. Its id comes back with the form: sent twice, it makes one briefing."""
    return submission.blank(uuid_or_new(request.POST.get("briefing", "")))


def _rearranged(sent: PostedForm, button: str, taken: dict[str, str]) -> WritingPage:
    data = sent.data.copy()
    data.update(taken)
    rules = readiness.rules_for(data.get("language", "")) if button.startswith("style ") else ()
    facts, values = part_actions.rearrange(data, button, rules)
    names = [name for name in PublishForm.base_fields if f"publish-{name}" in sent.data]
    page = WritingPage(
        status_of(sent.draft),
        sent.before,
        whole_number(sent.data.get("version", "")),
        sent.save_id,
        FactsForm(initial=facts),
        parts.sets(initial=values),
        PublishForm(initial={name: sent.data[f"publish-{name}"] for name in names}, status=status_of(sent.draft)),
    )
    page.review = ReviewForm(sent.data)
    page.data = sent.data
    page.form_id, page.counter = sent.form_id, sent.counter
    page.is_as_saved = False
    return page
