"""Rules about the user's own requests: silencers in the text."""
