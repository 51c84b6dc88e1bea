"""What others make of a page: search engines, cards, readers of structured data. From the facts that the page shows."""
