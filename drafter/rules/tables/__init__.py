"""T: equations and plausibility inside each of the three tables."""
