"""The list of briefings shows all its columns, however long a word of a headline is."""

import pytest
from django.urls import reverse

from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CUT = "() => { const box = document.querySelector('.results'); return box.scrollWidth - box.clientWidth }"


@pytest.mark.parametrize("width", [1440, 390])
def test_no_column_is_cut_off(sits, width):
    make_draft("quokka", headline="Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung " * 2)
    page = sits()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reverse("admin:briefings_draft_changelist"))

    assert page.evaluate(CUT) <= 0
