"""How form fields become HTML: Django's own widgets by Jinja2, for the writing page has two hundred."""

from functools import cached_property
from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2


class FormRenderer(DjangoTemplates):
    """Django brings its own widgets' templates for Jinja2, too; those of apps are there for its own engine alone."""

    @cached_property
    def _of_django(self) -> Jinja2:
        return Jinja2()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/forms/"):
            return self._of_django.get_template(template_name)
        return super().get_template(template_name)
