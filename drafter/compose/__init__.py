"""Drafting: templates, tables and last year's report to a draft."""
