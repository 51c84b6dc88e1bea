"""The topics that the page of all feeds names."""

from datetime import datetime

from briefings.outputs.facts import TopicFacts
from briefings.public import keyset, lists, names

NEWEST = 100
"""So many briefings are looked at: a fixed number, however many topics there are."""
MOST = 100


def topics(at: datetime, *, known: names.Known) -> tuple[TopicFacts, ...]:
    """The topics of the 100 live briefings that moved last, those of the newest first; 100 at most. Two queries, and
    those of `names.todays`.
    """
    keys = keyset.older_keys(lists.listed(at), None, order=keyset.MOVED, limit=NEWEST)
    topics = lists.topics([key.row for key in keys], at, known=known)
    return tuple(dict.fromkeys(topic for key in keys for topic in topics[key.row]))[:MOST]
