"""Forms: whatever is kept about someone, field by field, each kept as it is left."""
