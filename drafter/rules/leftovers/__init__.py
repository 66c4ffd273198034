"""What was left standing from another year, another agency or a template."""
