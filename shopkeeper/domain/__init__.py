"""The people a shop knows and what it keeps about them: plain values, standard library only."""
