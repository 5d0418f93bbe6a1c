"""Truth: queries with the people who are meant, made without the search, and how well the search does on them."""
