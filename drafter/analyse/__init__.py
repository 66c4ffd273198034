"""Report to facts: sentences, tokens, claims, lexicon matches, suspected characters."""
