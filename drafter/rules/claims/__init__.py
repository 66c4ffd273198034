"""Statements of the prose against the tables and against each other."""
