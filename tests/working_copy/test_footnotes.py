"""The marks of footnotes lead to the same sources before and after a draft is on file."""

import pytest

from briefings import working_copy
from tests.importing.test_footnotes import content

pytestmark = pytest.mark.django_db


def test_the_working_copy_keeps_the_id_of_a_source(django_user_model):
    original = content()
    draft = working_copy.create(original, by=django_user_model.objects.create_user("mira"), name="as pasted")

    kept = working_copy.read(draft)

    assert (kept.sources, kept.sections[0].body) == (original.sources, original.sections[0].body)
