"""F5 and F6: marks, ordinals, file numbers (GB/T 15834, GB/T 9704) and figures (GB/T 15835) in the prose."""
