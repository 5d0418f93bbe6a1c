"""The rail: the search box, who was found, and what is today."""
