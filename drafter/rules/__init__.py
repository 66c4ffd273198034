"""Rules: one a file, found by `drafter.rules.registry`. A rule sees `Facts` and nothing else."""
