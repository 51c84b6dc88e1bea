"""What was understood lately is kept while there is room, and forgotten with its draft."""

from dataclasses import dataclass

from briefings.importing.memory import Memory, digest_of, size_of

ROOM = 3_000
LARGE = "x" * 1_000


@dataclass(frozen=True)
class Held:
    words: str


def key(name):
    return (digest_of(name.encode()), name)


def test_what_was_asked_for_longest_ago_goes_first():
    memory = Memory(most_bytes=ROOM)
    memory.keep(key("one"), LARGE + "1")
    memory.keep(key("two"), LARGE + "2")

    assert memory.recall(key("one")) == LARGE + "1"
    memory.keep(key("three"), LARGE + "3")

    assert [memory.recall(key(name)) is not None for name in ("one", "two", "three")] == [True, False, True]


def test_what_is_too_large_is_not_kept_and_drives_nothing_out():
    memory = Memory(most_bytes=ROOM)
    memory.keep(key("one"), LARGE)

    memory.keep(key("two"), "x" * ROOM)

    assert memory.recall(key("one")) == LARGE
    assert memory.recall(key("two")) is None


def test_no_more_results_are_kept_than_a_number_however_small_they_are():
    memory = Memory(most=2)

    for name in ("one", "two", "three"):
        memory.keep(key(name), name)

    assert [memory.recall(key(name)) for name in ("one", "two", "three")] == [None, "two", "three"]


def test_room_that_was_given_back_can_be_used_again():
    memory = Memory(most_bytes=ROOM)
    for _ in range(5):
        memory.keep(key("one"), LARGE)
    memory.forget(b"one")

    memory.keep(key("two"), LARGE)
    memory.keep(key("three"), LARGE)

    assert [memory.recall(key(name)) for name in ("one", "two", "three")] == [None, LARGE, LARGE]


def test_a_draft_is_forgotten_with_all_that_was_made_of_it_and_no_other_draft():
    memory = Memory()
    memory.keep((digest_of(b"one"), "reading"), "read")
    memory.keep((digest_of(b"one"), "understood"), "said")
    memory.keep((digest_of(b"two"), "reading"), "read")

    memory.forget(b"one")

    assert memory.recall((digest_of(b"one"), "reading")) is None
    assert memory.recall((digest_of(b"one"), "understood")) is None
    assert memory.recall((digest_of(b"two"), "reading")) == "read"


def test_the_size_counts_what_is_held_and_what_is_held_twice_once():
    held = Held(LARGE)

    assert size_of((held,)) > 1_000
    assert size_of((held, held)) < 1_500
    assert size_of((held, Held("y" * 1_000))) > 2_000
