"""The fields of a form: each shows one value, is filled in by key, mouse or touch, and says when it was left."""
