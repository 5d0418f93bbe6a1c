"""The one-line grammar: what was typed at the counter, read into chips. Pure; every word it knows is in resources."""
