"""Between the server's event loop and Django: no client, however slow, holds one of the threads that work."""
