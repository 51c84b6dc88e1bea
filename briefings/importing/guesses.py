"""Taking the importer's guesses as they are, where somebody has said so."""

from briefings.content import BriefingContent, FAQEntry, QuoteBlock, SectionBlock
from briefings.importing.findings import named


def accept_guesses(content: BriefingContent) -> tuple[BriefingContent, tuple[str, ...]]:
    """`content` with every guess taken, and a sentence for the record about each.

    A quotation with a speaker is confirmed; one without is no longer listed (its words stay in the text); an open
    question that nobody decided about is shown as open.
    """
    sentences: list[str] = []
    blocks: list[SectionBlock | QuoteBlock] = []
    for block in content.blocks:
        if isinstance(block, QuoteBlock) and not block.person:
            words = named(block.words)
            sentences.append(f"{words} has no speaker: it stays in the text and is not listed as a quotation.")
            continue
        if isinstance(block, QuoteBlock) and not block.confirmed:
            sentences.append(f"Took the guess that {named(block.words)} are words of {block.person.name}.")
            block = block.model_copy(update={"confirmed": True})
        blocks.append(block)
    faq: list[FAQEntry] = []
    for entry in content.faq:
        if entry.is_open and entry.open == "undecided":
            sentences.append(f"Shows {named(entry.question)} as an open question.")
            entry = entry.model_copy(update={"open": "shown"})
        faq.append(entry)
    return content.model_copy(update={"blocks": tuple(blocks), "faq": tuple(faq)}), tuple(sentences)
