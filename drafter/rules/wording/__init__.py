"""Rules on words: wrong, doubled, missing, fixed, out of date, ill-matched."""
