"""What a page of the desk costs the server."""
