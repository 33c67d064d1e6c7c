"""Stage ``pages``."""
