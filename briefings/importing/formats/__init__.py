"""One reader for each format of a draft: each gives lines, and drops no word without a finding.

All are linear in the length of the draft and keep no tree: what nests without end costs no more than what does not.
"""
