"""Erasing by order: texts, and the pictures and the pasted drafts that belong to them."""
