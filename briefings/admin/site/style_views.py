"""The page of the house's style: every rule with its fields, and an empty one to add."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import workflow
from briefings.admin.desk import show_page
from briefings.admin.fields import LineField
from briefings.content import fields as kinds
from briefings.models import StyleRule
from briefings.workflow.pages.house_style import MOST


class RuleForm(forms.Form):
    wrong = LineField(kinds.Line, label=gettext_lazy("Not"), max_length=100)
    right = LineField(kinds.Line, label=gettext_lazy("But"), max_length=100)
    why = LineField(kinds.Line, label=gettext_lazy("Why"), max_length=300)
    language = LineField(
        kinds.Language, label=gettext_lazy("Language"), help_text=gettext_lazy("A code, such as de. Empty: every one.")
    )


def edit(request: HttpRequest) -> HttpResponse:
    """The rules, and adding, changing and deleting one: a form each, so that nobody writes over another's."""
    rules = list(StyleRule.objects.all()[:MOST])
    if request.method != "POST":
        return _page(request, rules)
    act, _sep, number = request.POST.get("do", "").partition(" ")
    rule = StyleRule() if act == "add" else next((one for one in rules if str(one.pk) == number), None)
    if rule is None or act not in ("add", "save", "delete"):
        messages.warning(request, _("That rule is not there any more."))
        return _page(request, rules)
    form = RuleForm(request.POST, prefix=_prefix(rule))
    try:
        if act == "delete":
            workflow.delete_rule(rule, by=request.user)
        elif not form.is_valid():
            return _page(request, rules, sent=(rule, form))
        else:
            for name, value in form.cleaned_data.items():
                setattr(rule, name, value.partition("-")[0] if name == "language" else value)
            workflow.set_rule(rule, by=request.user)
    except workflow.Refused as refusal:
        form.is_valid()
        form.add_error(None, list(refusal.reasons))
        return _page(request, rules, sent=(rule, form))
    messages.success(request, _("Deleted.") if act == "delete" else _("Saved. Findings go by it from now on."))
    return redirect("admin:briefings_stylerule_changelist")


def _page(
    request: HttpRequest, rules: list[StyleRule], *, sent: tuple[StyleRule, RuleForm] | None = None
) -> HttpResponse:
    rows = [(rule, sent[1] if sent and sent[0] == rule else _form(rule)) for rule in rules]
    new = sent[1] if sent and sent[0].pk is None else _form(StyleRule())
    return show_page(request, "site/style.html", title=_("House style"), rows=rows, new=new)


def _form(rule: StyleRule) -> RuleForm:
    names = RuleForm.base_fields
    return RuleForm(prefix=_prefix(rule), initial={name: getattr(rule, name) for name in names})


def _prefix(rule: StyleRule) -> str:
    return f"rule-{rule.pk or 'new'}"
