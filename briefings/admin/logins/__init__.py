"""What members of staff see of their own logins, and what a site admin may do about somebody else's."""
