"""The local page: a small server on 127.0.0.1 for people who do not use a terminal. Nothing is kept or written."""
