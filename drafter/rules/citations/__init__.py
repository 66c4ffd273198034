"""F7: documents cited by title and 文号, other than those that prescribe the form."""
