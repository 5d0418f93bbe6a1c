"""What to remember about someone, now: pure functions from what the shop knows to the lines of a card."""
