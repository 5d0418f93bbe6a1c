"""The card: what to remember about one person, in slot order, without a click."""
