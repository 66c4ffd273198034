"""The store of past reports; the only user of the database."""
