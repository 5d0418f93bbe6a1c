"""Sheets: whole pages that take the place of the counter and say how to get back."""
