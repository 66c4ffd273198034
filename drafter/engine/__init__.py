"""check(document, resources, config) -> Result: the one pure entry for command line, editors, batches and tests."""

from drafter.engine.check import check
from drafter.engine.resources import Resources

__all__ = ["Resources", "check"]
