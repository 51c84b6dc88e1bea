"""What anybody may read at a moment: facts from the rows of the log and the read rows, chosen by `gate`.

Nothing here reaches a table that holds a draft. Every function takes the moment `at`, so that all parts of an answer
are of the same moment.
"""
