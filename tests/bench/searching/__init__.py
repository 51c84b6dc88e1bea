"""`make bench-search`: what the search costs its server, and what it adds to a publication and to a database."""
