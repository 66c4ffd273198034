"""The language server: findings, fixes, explanations and phrasing at the cursor."""
