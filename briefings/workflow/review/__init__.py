"""Who has read a draft: submitted, approved, sent back; and whether a second person is wanted."""
