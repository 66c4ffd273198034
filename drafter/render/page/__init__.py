"""The parts of the report page: marked text, lists, style and script."""
