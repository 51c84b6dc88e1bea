"""The public site as it was, or will be, at another moment: for those who may read every draft."""
