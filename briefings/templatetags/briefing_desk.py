"""Filters of the writing page."""

import json

from django import forms, template

register = template.Library()


@register.filter
def part_label(form: forms.Form) -> str:
    """What a part is told from others by: its heading, its words or its question."""
    return next((str(form[name].value() or "") for name in ("heading", "words", "question") if name in form.fields), "")


@register.filter
def set_data(formset: forms.BaseFormSet) -> str:
    """A set's announcement to Django's script that adds forms."""
    return json.dumps({"name": f"#{formset.prefix}", "options": {"prefix": formset.prefix, "deleteText": ""}})
