"""Form fields are what Django's own templates would make of them."""

import re

import pytest
from pytest_django.asserts import assertHTMLEqual

from tests.desk.sheets import address
from tests.making import make_draft

pytestmark = pytest.mark.django_db
# Made anew for each answer.
_ONCE = re.compile(r'(name="(?:csrfmiddlewaretoken|save_id|form_id)" value|nonce)="[^"]+"')


def test_the_writing_page_is_the_same_by_djangos_own_renderer(at_desk, settings):
    draft, client = make_draft("quokka", lede="""Marks “‘<b>&amp;"'’”\n\nlines"""), at_desk("mira", "chief")

    quick = client.get(address(draft)).content.decode()
    settings.FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

    assert "&lt;b&gt;&amp;amp;" in quick
    assertHTMLEqual(_ONCE.sub("", quick), _ONCE.sub("", client.get(address(draft)).content.decode()))
