"""The desk's first page: what waits for whoever has logged in, what goes out when, and the way to everything else."""
