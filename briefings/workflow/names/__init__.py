"""Public names of topics and people: given, changed, merged, and as rows to look them up by."""
