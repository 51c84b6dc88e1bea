"""What strangers may know at a moment: rows of the log and its read rows -> facts, through the one gate.

Nothing here reaches a table that holds a draft. Every function takes the moment `at`, so that one answer is one moment.
"""
