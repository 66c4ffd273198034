"""This year against last year."""
