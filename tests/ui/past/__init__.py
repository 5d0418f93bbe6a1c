"""The history, the evening's list and the staff, as they are pressed and read."""
