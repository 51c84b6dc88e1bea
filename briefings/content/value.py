"""What every value of content is: frozen, strict, and closed to names it does not know."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Raises pydantic's ValidationError on construction, for a wrong type as for an unknown name."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
