"""Filters of the writing page."""

import json

from django import forms, template

register = template.Library()
_LABELLED = ("heading", "words", "question", "alt", "caption")


@register.filter
def part_label(form: forms.Form) -> str:
    """What a part is told from others by: its heading, its words, its question, or what a picture shows."""
    texts = (str(form[name].value() or "") for name in _LABELLED if name in form.fields)
    return next((words for words in texts if words), "")


@register.filter
def set_data(formset: forms.BaseFormSet) -> str:
    """A set's announcement to Django's script that adds forms."""
    return json.dumps({"name": f"#{formset.prefix}", "options": {"prefix": formset.prefix, "deleteText": ""}})
