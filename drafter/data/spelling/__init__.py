"""Lists of the spelling check, validated on load."""
