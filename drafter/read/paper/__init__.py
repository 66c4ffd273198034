"""The parts of a PDF: glyphs under limits, ruled tables, lines, and pages put together."""
