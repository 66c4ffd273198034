"""Writing into a Word document: only the runs concerned are touched, every other byte of XML stays."""
