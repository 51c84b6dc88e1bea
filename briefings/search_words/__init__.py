"""Words as the search has them: of a text, of a query, and where the ones stand in the other; plain Python."""

from briefings.search_words.indexing import index_draft, index_names, index_words
from briefings.search_words.passages import Passage, Run, find_passages, mark
from briefings.search_words.queries import Filters, SearchQuery, read_query

__all__ = [
    "Filters",
    "Passage",
    "Run",
    "SearchQuery",
    "find_passages",
    "index_draft",
    "index_names",
    "index_words",
    "mark",
    "read_query",
]
