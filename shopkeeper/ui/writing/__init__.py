"""Writing it down: the line at the foot of the card, and what is told in the search box, as chips before Enter."""
