"""The base of all values of content: frozen, strict, and without unknown fields."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Construction raises pydantic's ValidationError, for a wrong type and for an unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
