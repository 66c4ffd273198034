"""A result as text, json and other formats; leaf modules."""
