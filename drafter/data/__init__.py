"""Turns lexicons/ and templates/ into validated, typed values; errors name file and line."""
