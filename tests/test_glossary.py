"""The glossary defines every model, every state and every choice; a new one without a line there fails here."""

import re
from pathlib import Path
from typing import get_args

import pytest
from django.apps import apps
from django.db.models import TextChoices

from briefings.content import Correction
from briefings.outputs import wording
from briefings.readiness import Level
from briefings.roles import ROLES
from briefings.workflow import Scheduled

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossary.md"
MODELS = [model for app in ("briefings", "faq") for model in apps.get_app_config(app).get_models()]
CHOICES = {
    f"{model.__name__}.{name}": dict(value.choices)
    for model in MODELS
    for name, value in vars(model).items()
    if isinstance(value, type) and issubclass(value, TextChoices)
} | {
    "Correction.kind": {
        kind: wording.correction_label(Correction(key="caaaaaaaa", kind=kind, is_right="x")).lower()
        for kind in get_args(Correction.model_fields["kind"].annotation)
    },
    "Level": {level.value: level.value for level in Level},
    "Scheduled": {choice.value: choice.value.replace("-", " ") for choice in Scheduled},
    "ROLES": ROLES,
}


def tables() -> dict[str, list[list[str]]]:
    """The cells of every row of every table, without the head, by the heading that the table stands under."""
    by_heading: dict[str, list[list[str]]] = {}
    heading = ""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("|") and not line.startswith("|--"):
            by_heading.setdefault(heading, []).append([cell.strip() for cell in line.strip("|").split("|")])
    return {heading: rows[1:] for heading, rows in by_heading.items()}


def choices_in_the_glossary(name: str) -> dict[str, str]:
    """Words by stored value, from the table under the heading that names `name`."""
    (rows,) = (rows for heading, rows in tables().items() if f"`{name}`" in heading)
    return {value.strip("`"): words for value, words, _ in rows}


def test_every_model_is_defined_and_none_that_is_gone():
    named = [match[1] for rows in tables().values() for row in rows if (match := re.fullmatch(r"`([A-Z]\w+)`", row[0]))]

    assert sorted(named) == sorted(model.__name__ for model in MODELS)


def test_choices_of_a_field_are_found_on_its_model():
    fields = [field for model in MODELS for field in model._meta.local_fields if field.choices]
    listed = list(CHOICES.values())

    assert [str(field) for field in fields if dict(field.choices) not in listed] == []
    assert {"Draft.State", "Edition.Kind", "Person.Kind", "Subject.Kind", "FAQItem.Open"} <= set(CHOICES)


@pytest.mark.parametrize("name", CHOICES)
def test_every_state_and_choice_is_defined_in_the_words_that_editors_see(name):
    assert choices_in_the_glossary(name) == {value: str(words) for value, words in CHOICES[name].items()}


def test_no_term_stands_there_without_a_definition_or_twice():
    terms = [row[0] for rows in tables().values() for row in rows if len(row) == 2]

    assert [row for rows in tables().values() for row in rows if not all(row)] == []
    assert [term for term in set(terms) if terms.count(term) > 1] == []
