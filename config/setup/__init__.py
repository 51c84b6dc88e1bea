"""`manage.py setup`: what it asks, the file that it writes, and what it does once there are settings."""
