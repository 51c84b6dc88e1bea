"""Review of a draft: submitting, approving, sending back, and whether a second person has to approve."""
