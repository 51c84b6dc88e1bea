"""What is done beside the server: what waits in the outbox is sent, and the house is kept. `manage.py work` runs it."""
