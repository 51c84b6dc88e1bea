"""The site's identity and its standing pages."""
