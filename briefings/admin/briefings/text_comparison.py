"""Two texts that began as one, to choose from part by part: what each side changed, and what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from briefings.admin.briefings import changes
from briefings.admin.briefings.combined_parts import CombinedForm, combined_form
from briefings.content import BriefingContent, ContentRefused, from_canonical, text_merge
from briefings.content.canonical import canonical_json
from briefings.models import Draft, Revision
from briefings.outputs.text_changes import ShownPart

CHOICE = "choose-"
_CHOICES = ("mine", "theirs", "combined")
_SIGNER = Signer(salt="a text that is not saved yet")


@dataclass(frozen=True)
class Difference:
    """A part that is not the same in the two texts, and what either side changed in it since both began.

    A side is None where the part is neither there nor was. `chosen` is "mine", "theirs", "combined" or "" while nobody
    chose. `combined` is the form for combining both by hand, where that can be.
    """

    address: str
    name: str
    theirs: ShownPart | None
    mine: ShownPart | None
    verdict: str
    chosen: str
    combined: CombinedForm | None


@dataclass(frozen=True)
class Choices:
    """What somebody chose, by the address of a part: a side, or a value made by hand of both.

    `is_whole` is False where a field of what was made by hand needs a look.
    """

    sides: Mapping[str, text_merge.Side]
    by_hand: Mapping[str, Any]
    is_whole: bool = True


def base_of(draft: Draft, version: int) -> BriefingContent | None:
    """The text that was opened at `version`; None where no such save is kept, or its text was erased."""
    revision = Revision.objects.select_related("text").filter(briefing=draft.briefing_id, version=version).first()
    return from_canonical(revision.text.text) if revision and revision.text.text is not None else None


def differences(
    base: BriefingContent | None, mine: BriefingContent, theirs: BriefingContent, *, data: QueryDict | None = None
) -> list[Difference]:
    """Every part that the two texts do not share, in page order, with the choices that `data`, a form, holds."""
    base = base or nothing(mine)
    headings = {section.key: section.heading for text in (base, theirs, mine) for section in text.sections}
    titles = {source.id: source.title for text in (base, theirs, mine) for source in text.sources if source.id}

    def side(part: text_merge.ComparedPart, value: Any) -> ShownPart | None:
        if part.base is None and value is None:
            return None
        return changes.shown_part(part.address, part.base, value, headings=headings, titles=titles)

    return [
        Difference(
            address=part.address,
            name=changes.part_name(part.address, _named(part)),
            theirs=side(part, part.theirs),
            mine=side(part, part.mine),
            verdict=part.verdict,
            chosen=_chosen(part, data),
            combined=combined_form(part, data),
        )
        for part in text_merge.compare(base, mine, theirs)
        if part.verdict not in ("same", "both")
    ]


def choices(differences: list[Difference]) -> Choices:
    """What was chosen of `differences`."""
    made = {one.address: one.combined for one in differences if one.chosen == "combined" and one.combined}
    is_whole = not any(form.errors or not form.is_bound for form in made.values())
    return Choices(
        {one.address: one.chosen for one in differences if one.chosen in ("mine", "theirs")},
        {address: form.value for address, form in made.items()} if is_whole else {},
        is_whole,
    )


def merged(
    base: BriefingContent | None, mine: BriefingContent, theirs: BriefingContent, *, chosen: Choices
) -> text_merge.Merged:
    return text_merge.merge(base or nothing(mine), mine, theirs, choose=chosen.sides, combined=chosen.by_hand)


def signed(mine: BriefingContent) -> str:
    """My text for the page to carry: signed, since it passes through the browser without its form."""
    return _SIGNER.sign(canonical_json(mine))


def mine_of(text: str, draft: Draft) -> BriefingContent | None:
    """My text as the page carried it; None where it was changed on the way, or is another briefing's."""
    try:
        content = from_canonical(_SIGNER.unsign(text))
    except (BadSignature, ContentRefused):
        return None
    return content if content.id == str(draft.briefing.uuid) else None


def nothing(like: BriefingContent) -> BriefingContent:
    return BriefingContent(id=like.id, language=like.language)


def _named(part: text_merge.ComparedPart) -> Any:
    return next((value for value in (part.mine, part.theirs, part.base) if value is not None), None)


def _chosen(part: text_merge.ComparedPart, data: QueryDict | None) -> str:
    sent = data.get(f"{CHOICE}{part.address}", "") if data is not None else ""
    if sent in _CHOICES:
        return sent
    return part.verdict if part.verdict in ("mine", "theirs") else ""
