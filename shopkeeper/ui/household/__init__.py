"""The household sheet: who lives together, what they share, and the family as a drawing."""
