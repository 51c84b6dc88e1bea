"""What `manage.py check --deploy` says where cards cannot be drawn."""

from briefings import cards
from briefings.checks import cards_can_be_drawn


def test_a_machine_that_cannot_set_every_script_is_told_of(monkeypatch):
    assert cards_can_be_drawn() == []

    monkeypatch.setattr(cards, "sets_every_script", lambda: False)

    (warning,) = cards_can_be_drawn()
    assert warning.id == "briefings.W003"
    assert "libfribidi0" in warning.hint
