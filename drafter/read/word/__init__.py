"""The parts of a Word document: styles, automatic numbers, running text, silencing comments."""
