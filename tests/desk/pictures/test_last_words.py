"""What was last said of a picture is proposed where it is chosen, of texts that one may read."""

from datetime import UTC, datetime

import pytest

from briefings.models import Draft
from tests.desk.pictures.making import CHOOSE, figure_of, make_image
from tests.making import make_draft

pytestmark = pytest.mark.django_db


def last_words(client):
    return [(facts.get("last_alt"), facts.get("last_caption")) for facts in client.get(CHOOSE).json()["pictures"]]


def use(image, alt, caption, *, day):
    draft = make_draft(f"{alt}-word", blocks=(figure_of(image, alt, caption=caption),))
    Draft.objects.filter(pk=draft.pk).update(saved_at=datetime(2026, 1, day, tzinfo=UTC))


def test_they_are_those_of_the_draft_saved_last(desk, mira):
    image = make_image(mira)
    use(image, "Ears", "At dusk", day=3)
    use(image, "A tail", "At dawn", day=2)

    assert last_words(desk) == [("Ears", "At dusk")]


def test_a_picture_of_which_nothing_was_said_has_none(desk, mira):
    use(make_image(mira), "", "", day=1)

    assert last_words(desk) == [(None, None)]


def test_a_writer_is_told_nothing_of_somebody_elses_draft(desk, at_desk, staff):
    image = make_image(staff("sam", "writer"))
    use(image, "Secret", "Secret", day=1)

    assert last_words(desk) == [("Secret", "Secret")]
    assert last_words(at_desk("sam", "writer")) == [(None, None)]
