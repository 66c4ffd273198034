"""The user's side: files, settings, past reports on disk. The only place where input is read and resources are
opened."""
