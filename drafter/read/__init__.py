"""Bytes to source text and blocks, one reader a container."""
