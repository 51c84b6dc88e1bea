"""Who works here: site admins add colleagues, change their roles, and deactivate them."""
