"""Heads of pages: what search engines, cards and readers of structured data get of a page, from the facts it shows."""
