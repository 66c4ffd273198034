"""Office Open XML packages: the zip under limits, and XML with positions. Shared by the docx reader and writer."""
