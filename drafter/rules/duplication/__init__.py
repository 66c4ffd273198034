"""Rules on duplication: last year's text, another agency's text, the draft's own text."""
