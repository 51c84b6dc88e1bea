"""Drawn once, kept, and never worse off for a disk that fails."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from briefings import cards
from briefings.cards import draw
from briefings.pictures import NotDiscarded
from tests.cards.making import make_card

ONE, OTHER = uuid4(), uuid4()


@pytest.fixture
def drawn(monkeypatch):
    """The cards that were drawn."""
    drawn = []

    def noted(card):
        drawn.append(card)
        return draw(card)

    monkeypatch.setattr(cards, "draw", noted)
    return drawn


def files(root):
    return sorted(path for path in root.rglob("*") if path.is_file())


def test_a_card_is_drawn_once_and_then_found(tmp_path, drawn):
    card = make_card()

    assert cards.png(tmp_path, ONE, card) == cards.png(tmp_path, ONE, card) == draw(card)
    assert drawn == [card]


def test_many_who_ask_at_once_have_it_drawn_once(tmp_path, drawn):
    card = make_card()

    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(lambda _: cards.png(tmp_path, ONE, card), range(16)))

    assert answers == {draw(card)}
    assert drawn == [card]


def test_a_briefing_has_one_file_whatever_its_headlines_were(tmp_path, drawn):
    for headline in ("One", "Two", "Three"):
        cards.png(tmp_path, ONE, make_card(headline))
    cards.png(tmp_path, OTHER, make_card("Three"))

    assert len(files(tmp_path)) == 2
    assert cards.kept(tmp_path, ONE, make_card("One").digest) is None
    assert cards.kept(tmp_path, ONE, make_card("Three").digest) == draw(make_card("Three"))


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:5000], lambda data: b"", lambda data: b"\0" * 99]
)
def test_a_file_that_was_damaged_is_drawn_anew(tmp_path, drawn, damage):
    card = make_card()
    cards.png(tmp_path, ONE, card)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    assert cards.png(tmp_path, ONE, card) == draw(card)
    assert file.read_bytes() == whole


def test_one_bit_that_fell_over_is_damage_enough(tmp_path, drawn):
    card = make_card()
    cards.png(tmp_path, ONE, card)
    (file,) = files(tmp_path)
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    file.write_bytes(data)

    assert cards.png(tmp_path, ONE, card) == draw(card)
    assert len(drawn) == 2


def test_where_the_disk_takes_nothing_the_card_is_drawn_and_handed_out(tmp_path, drawn):
    (tmp_path / "cards").write_text("no folder")

    assert cards.png(tmp_path, ONE, make_card()) == draw(make_card())
    assert [file.name for file in files(tmp_path)] == ["cards"]


@pytest.mark.parametrize("breaks", ["write_bytes", "rename"])
def test_where_the_disk_is_full_nothing_is_left_half_written(tmp_path, drawn, breaks, monkeypatch):
    def full(path, *_):
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"pathlib.Path.{breaks}", full)

    assert cards.png(tmp_path, ONE, make_card()) == draw(make_card())
    assert files(tmp_path) == []


def test_what_is_discarded_is_gone_and_of_others_nothing(tmp_path, drawn):
    for briefing in (ONE, OTHER):
        cards.png(tmp_path, briefing, make_card())

    cards.discard(tmp_path, ONE)
    cards.discard(tmp_path, ONE)

    assert cards.kept(tmp_path, ONE, make_card().digest) is None
    assert cards.kept(tmp_path, OTHER, make_card().digest)


def test_what_cannot_be_discarded_is_said(tmp_path, drawn, monkeypatch):
    cards.png(tmp_path, ONE, make_card())

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", refuse)

    with pytest.raises(NotDiscarded, match="share card"):
        cards.discard(tmp_path, ONE)


def test_a_sweep_takes_all_of_them_and_what_was_left_half_written(tmp_path, drawn):
    for briefing in (ONE, OTHER):
        cards.png(tmp_path, briefing, make_card())
    (files(tmp_path)[0].parent / "abcdef").write_text("half")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "other.jpg").write_text("a picture")

    assert cards.sweep(tmp_path) == 3
    assert [file.name for file in files(tmp_path)] == ["other.jpg"]
    assert cards.sweep(tmp_path) == 0
