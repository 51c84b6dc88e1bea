"""Invented briefings that show every state, for whoever tries the desk. No person, place or body in them exists.

`texts/*.json` hold one briefing each as it was first written, and the history that leads to its state; `demo_texts`
reads them, `drawings` makes their pictures. `newsroom` alone touches the database.
"""
