"""The verbs of the counter as text, for scripts and for those who like a prompt; and the child process."""
