"""What was done: the history, what nobody has agreed to yet, and who is at the counter."""
