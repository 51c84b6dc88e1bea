"""Canonical JSON: the one spelling of a briefing in bytes, which the log keeps and hashes."""

import hashlib
import json

from pydantic import BaseModel, ValidationError

from briefings.content.briefing import BriefingContent
from briefings.content.refusals import ContentRefused
from briefings.content.upgrades import upgraded
from briefings.messages import Message


def canonical_json(value: object) -> str:
    """Compact JSON with sorted keys; the caller encodes it as UTF-8. Floats are refused by TypeError."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="python")
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical_bytes(content: BaseModel) -> bytes:
    """UTF-8 of the canonical JSON: the bytes that are hashed. The same content gives the same bytes everywhere."""
    return canonical_json(content).encode()


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def content_hash(content: BaseModel) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal digits."""
    return sha256_hex(canonical_bytes(content))


def from_canonical(text: str | bytes) -> BriefingContent:
    """The content of canonical JSON, upgraded where it has an older schema. Raises ContentRefused for other text."""
    try:
        values = json.loads(text)
    except ValueError as error:
        raise ContentRefused([("", Message("is not JSON."))]) from error
    if not isinstance(values, dict):
        raise ContentRefused([("", Message("is not one JSON object."))])
    try:
        return BriefingContent.model_validate_json(json.dumps(upgraded(values)))
    except ValidationError as error:
        raise ContentRefused.from_validation(error) from error


def _refuse_floats(value: object) -> None:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, float):
            raise TypeError("content holds no floating-point numbers")
        if isinstance(value, dict):
            waiting += [item for item in value.values() if type(item) is not str]
        elif isinstance(value, list | tuple):
            waiting += [item for item in value if type(item) is not str]
