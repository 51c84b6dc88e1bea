"""From content to what readers get: page parts, feeds, sitemap, robots.

Pure: no database, no files, no clock. Furniture (labels, dates) is worded in the language that is active.
"""
