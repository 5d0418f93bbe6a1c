"""One form for each kind of record, declared as rows."""
