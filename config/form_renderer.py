"""Renders form fields. Django's own widgets use Jinja2, which is faster: the writing page has two hundred."""

from functools import cached_property
from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2


class FormRenderer(DjangoTemplates):
    """Uses Jinja2 for Django's own widgets, and Django's engine for those of apps, which have no Jinja2 templates."""

    @cached_property
    def _of_django(self) -> Jinja2:
        return Jinja2()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/forms/"):
            return self._of_django.get_template(template_name)
        return super().get_template(template_name)
