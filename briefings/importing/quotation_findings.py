"""What an editor is told of quotations and questions that were found."""

from briefings.importing.findings import named
from briefings.messages import Message

TOO_LONG = Message(
    "The draft is so long that from here on nobody looked for quotations: they stay plain text. Cut "
    "it into several briefings, or set them off yourself."
)


def in_section(heading: str) -> Message:
    """The place of a quotation, for a sentence about it."""
    if heading:
        return Message("in %(heading)s", heading=named(heading))
    return Message("in the section without a heading")


def refused(words: str, where: Message) -> Message:
    return Message(
        "%(words)s %(where)s cannot be a quotation: too long, or its directions are mixed.",
        words=named(words),
        where=where,
    )


def without_speaker(words: str, where: Message) -> Message:
    return Message(
        "%(words)s %(where)s has no speaker. Name who said it, or keep it as plain text.",
        words=named(words),
        where=where,
    )


def guessed(words: str, where: Message, *, speaker: str) -> Message:
    return Message(
        "%(words)s %(where)s: the speaker seems to be %(speaker)s. Confirm or change the speaker.",
        words=named(words),
        where=where,
        speaker=speaker,
    )


def ambiguous(words: str, where: Message) -> Message:
    return Message(
        "%(words)s stands more than once %(where)s. Add words to the quotation until it is unique.",
        words=named(words),
        where=where,
    )


def elsewhere(words: str, where: Message, *, speaker: str) -> Message:
    if speaker:
        return Message(
            "%(words)s, said by %(speaker)s it seems, stands %(where)s, where quotations stay plain text.",
            words=named(words),
            where=where,
            speaker=speaker,
        )
    return Message("%(words)s stands %(where)s, where quotations stay plain text.", words=named(words), where=where)


def open_question(question: str, *, wording: str) -> Message:
    """`wording` is what the draft says in place of an answer."""
    if wording:
        return Message(
            "Answer %(question)s, hold it back, or publish it as an open question. The draft says %(wording)s.",
            question=named(question),
            wording=named(wording),
        )
    return Message("Answer %(question)s, hold it back, or publish it as an open question.", question=named(question))


def words_in_marks(words: str, *, speaker: str) -> Message:
    return Message(
        "%(words)s is taken for words in marks, not for a quotation. If %(who)s said it, make it one.",
        words=named(words),
        who=speaker or Message("somebody"),
    )


def why_words_in_marks(reason: str, *, is_sure: bool) -> Message:
    if is_sure:
        return Message("A name or a term in quotation marks")
    return Message("Words in marks. %(reason)s", reason=reason)
