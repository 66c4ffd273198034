"""Blocks and the year's form to a Report: title, period, sections, tables with addressed cells."""
