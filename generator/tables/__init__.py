"""Stage ``tables``."""
