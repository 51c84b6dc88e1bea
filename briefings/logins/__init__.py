"""Logging in: second factors, confirming that it is still you, sessions, and the record of logins."""
