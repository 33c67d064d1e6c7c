"""Stage ``parse``."""
