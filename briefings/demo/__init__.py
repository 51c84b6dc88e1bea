"""Invented briefings in every state, for trying out the desk. No person, place or body in them exists.

Each of `texts/*.json` is one briefing as it was first written, and the history that leads to its state. `demo_texts`
reads them, `drawings` makes their pictures, and `newsroom` writes them to the database.
"""
