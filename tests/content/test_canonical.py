"""The one spelling in bytes: what the log hashes must never drift."""

import hashlib
import json

import pytest

from briefings.content import BriefingContent, ContentRefused, SectionBlock, canonical_bytes, content_hash
from briefings.content.canonical import canonical_json, from_canonical
from briefings.models import StoredText
from tests.content.golden import (
    BYTES,
    BYTES_OF_SCHEMA_1,
    BYTES_OF_SCHEMA_2,
    BYTES_OF_SCHEMA_3,
    BYTES_OF_SCHEMA_4,
    HASH,
    golden,
)

ID = "11111111-1111-4111-8111-111111111111"


def test_a_content_with_every_field_has_the_bytes_and_the_hash_that_it_has_for_ever():
    assert canonical_bytes(golden()) == BYTES
    assert content_hash(golden()) == HASH == hashlib.sha256(BYTES).hexdigest()


def test_the_golden_content_uses_every_field_there_is():
    def empty(value: object, path: str = "") -> list[str]:
        if isinstance(value, dict):
            return [address for key, item in value.items() for address in empty(item, f"{path}.{key}")]
        if isinstance(value, list):
            found_in = [set(empty(item, path)) for item in value]
            return sorted(set.intersection(*found_in)) if found_in else [path]
        return [] if value not in (None, "") else [path]

    assert empty(json.loads(BYTES)) == [".authors.id"]  # an author not on file yet


def test_the_bytes_of_the_schemas_before_read_as_today_s_content():
    assert from_canonical(BYTES_OF_SCHEMA_1) == golden(
        figures=(), merged_into=None, first_published=None, translation_of=None, more_follows=False
    )
    assert from_canonical(BYTES_OF_SCHEMA_2) == golden(first_published=None, translation_of=None, more_follows=False)
    assert from_canonical(BYTES_OF_SCHEMA_3) == golden(translation_of=None, more_follows=False)
    assert from_canonical(BYTES_OF_SCHEMA_4) == golden(more_follows=False)


def test_the_golden_bytes_read_back_as_the_same_content():
    assert from_canonical(BYTES) == golden()
    assert from_canonical(BYTES.decode()) == golden()


@pytest.mark.django_db
def test_the_golden_text_comes_back_from_the_database_with_the_same_hash():
    StoredText.objects.create(hash=HASH, text=BYTES.decode())

    kept = StoredText.objects.get(hash=HASH).text

    assert kept.encode() == BYTES
    assert content_hash(from_canonical(kept)) == HASH


def test_canonical_json_is_compact_sorted_and_keeps_every_script_as_it_is():
    assert canonical_json({"b": [1, None, True], "a": "Київ 🤷"}) == '{"a":"Київ 🤷","b":[1,null,true]}'


def test_keys_are_sorted_in_every_depth():
    def objects(value: object) -> list[dict]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return ([value] if isinstance(value, dict) else []) + [one for item in inner for one in objects(item)]

    assert all(list(keys) == sorted(keys) for keys in objects(json.loads(BYTES)))


@pytest.mark.parametrize("value", [1.0, {"a": 0.5}, {"a": [{"b": float("nan")}]}, (1, (2, 3.5)), float("inf")])
def test_no_floating_point_number_is_ever_written(value):
    with pytest.raises(TypeError, match="floating-point"):
        canonical_json(value)


def test_no_floating_point_number_is_ever_read():
    text = BYTES.decode().replace('"start":10', '"start":10.0')

    with pytest.raises(ContentRefused):
        from_canonical(text)


def test_a_field_that_nobody_knows_is_refused_wherever_it_stands():
    for known, unknown in (('"headline"', '"rating"'), ('"heading"', '"rating"'), ('"was_wrong"', '"rating"')):
        with pytest.raises(ContentRefused):
            from_canonical(BYTES.decode().replace(known, unknown, 1))


def test_a_schema_from_the_future_is_refused_with_what_this_program_reads():
    with pytest.raises(ContentRefused) as refusal:
        from_canonical(BYTES.decode().replace('"schema_version":5', '"schema_version":6'))

    assert str(refusal.value) == "schema_version: is 6; this program reads versions 1 to 5."


@pytest.mark.parametrize("version", ["0", "-1", "null", '"1"', "true", "1.0"])
def test_a_schema_version_that_is_none_is_refused(version):
    with pytest.raises(ContentRefused, match="schema_version"):
        from_canonical(BYTES.decode().replace('"schema_version":5', f'"schema_version":{version}'))


@pytest.mark.parametrize(
    ("text", "sentence"), [("{", "is not JSON"), ("[]", "is not one JSON object"), (b"\xff", "JSON")]
)
def test_what_is_no_object_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(ContentRefused, match=sentence):
        from_canonical(text)


def test_composed_and_decomposed_spelling_have_one_hash():
    composed = BriefingContent(id=ID, headline="Café", lede="Å")
    decomposed = BriefingContent(id=ID, headline="Cafe\u0301", lede="A\u030a")

    assert content_hash(composed) == content_hash(decomposed)


def test_any_difference_in_the_words_is_a_difference_in_the_hash():
    before = BriefingContent(id=ID, blocks=(SectionBlock(key="sabcdefgh", body="<p>One</p>"),))
    after = BriefingContent(id=ID, blocks=(SectionBlock(key="sabcdefgh", body="<p>One.</p>"),))

    assert content_hash(before) != content_hash(after)
