"""From tables and last year's report to a first draft: a draft composed from the tables cannot contradict them."""
