"""Erasing by order: texts, the pictures and the pasted drafts that go with them."""
