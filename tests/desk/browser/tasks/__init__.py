"""The seven tasks of a newsroom, each done as an editor does it, with its clicks, keys and page loads counted.

`pytest -q -s tests/desk/browser/tasks/alone.py tests/desk/browser/tasks/together.py` prints a table of them.
"""
