"""F1–F4: the mandated form: sections, title and period, table labels, citations of the circulars that prescribe it."""
