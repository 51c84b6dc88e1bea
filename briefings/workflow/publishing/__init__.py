"""What readers get from a moment on: editions, also the scheduled one, addresses, and the rows that lists read."""
