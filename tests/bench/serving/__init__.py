"""`make bench-serving`: what the site costs its server, beside what the same server costs with nothing to do.

Variants run at the same time and are asked in turn, so that whatever else the machine does befalls all of them.
"""
