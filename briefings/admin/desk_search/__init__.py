"""The search line of the desk: over all that somebody may see, in groups, the best first."""
