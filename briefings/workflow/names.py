"""The public name that a standing row gives."""

import json

from briefings.models import PublishedName, Standing


def name_row(standing: Standing) -> PublishedName:
    """The read row of `standing`, not saved; an erased one has an empty name."""
    values = json.loads(standing.text.text) if standing.text.text is not None else {}
    return PublishedName(
        standing=standing,
        kind=standing.subject.kind,
        subject_uuid=standing.subject.uuid,
        name=values.get("name", ""),
        slug=values.get("slug", ""),
    )
