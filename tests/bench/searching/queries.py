"""What is asked of a made site: rare words and frequent ones, beginnings, filters, and ten queries of ill will."""

from urllib.parse import urlencode

EVERYWHERE = "and"
"""Stands in 96 of 100 made briefings of whatever language, for their topics have English names."""


def queries(*, headline: str, topic: str, person: str, year: int) -> dict[str, str]:
    """The query of each address, by its name. `headline` is that of an old briefing, `topic` and `person` (slugs) are
    those used most.
    """
    asked = {
        "no words": {},
        "a headline": {"q": headline},
        "a word of no briefing": {"q": "quokka"},
        "three of no briefing": {"q": "quokka wombatt numbats"},
        "a misspelt word": {"q": "harbuor"},
        "a number": {"q": "847"},
        "number and word": {"q": "847 homes"},
        "a name": {"q": "Maranthe"},
        "name and word": {"q": "Maranthe corridor"},
        "a common word": {"q": "harbours"},
        "two common words": {"q": "green corridor"},
        "three common words": {"q": "rail regulator oldhaven"},
        "a phrase of a quotation": {"q": "wait deserve a date"},
        "the word of every briefing": {"q": EVERYWHERE},
        "the same, newest first": {"q": EVERYWHERE, "order": "new"},
        "the same, its last page": {"q": EVERYWHERE, "page": "50"},
        "the same and a rare one": {"q": f"{EVERYWHERE} quokka"},
        "the same and a number": {"q": f"{EVERYWHERE} 847"},
        "the same, in a topic": {"q": EVERYWHERE, "topic": topic},
        "the same, of a person": {"q": EVERYWHERE, "person": person},
        "the same, of a year": {"q": EVERYWHERE, "when": str(year)},
        "the same, in Arabic": {"q": EVERYWHERE, "language": "ar"},
        "the same, all of it": {"q": EVERYWHERE, "language": "en", "topic": topic, "person": person, "when": str(year)},
        "eight common words": {"q": "the and in of money harbour night report"},
        "a beginning": {"q": "har*"},
        "beginnings": {"q": "har* cor* old* reg*"},
        "German, inflected": {"q": "Grünen Gürtels"},
        "Ukrainian, inflected": {"q": "тихої гавані"},
        "Arabic, without the article": {"q": "ممر أخضر"},
    }
    hostile = {
        "marks": "\"'*()^:;{}[]\\%&|!<>~-+" * 15,
        "operators": '"and" NEAR(a b) OR h=the AND NOT b=har* the:and',
        "10,000 letters": "x" * 10_000,
        "5,000 words": "and " * 5_000,
        "NUL and controls": "an\0d \0 \x01 and\x7f the\0",
        "wildcards": "and* the* *and* %and% _ ? a* an* " * 10,
        "script without spaces": "和平谈判在港口举行的会议上没有达成任何协议" * 15,
        "direction marks": "\u202eand\u202c \u2067the\u2069 \u200f\u061c",
        "accents in a heap": "a" + "\u0301" * 300 + "nd",
        "letters of every kind": "ﷺ ⒈ a⑴b ｆｕｌｌ ǆ ß ſ İ 🎉 हिन्दी é\u0301 ٣٤",
    }
    asked |= {name: {"q": words} for name, words in hostile.items()}
    return {name: f"/search/?{urlencode(values)}" for name, values in asked.items()}
