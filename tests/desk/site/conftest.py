"""What the front page can hold."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.making import make_edition


@pytest.fixture
def briefings():
    begun = timezone.now() - timedelta(days=2)
    return [make_edition(word, live_from=begun).briefing for word in ("quokka", "wombat", "numbat")]
