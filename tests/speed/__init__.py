"""How quick the program is, measured: `python -m tests.speed`."""
