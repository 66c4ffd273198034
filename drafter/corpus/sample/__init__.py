"""The sample corpus: reports of agencies that do not exist, made from drafter's own phrases."""
