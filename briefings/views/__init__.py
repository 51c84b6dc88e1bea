"""Views for readers: each asks `public` for facts at one moment and hands them to a template."""
