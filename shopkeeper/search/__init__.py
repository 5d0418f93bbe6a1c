"""Finding people: what was typed, which keys a name has, why one hit stands above another. Pure."""
