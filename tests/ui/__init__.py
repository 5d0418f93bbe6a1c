"""The window with stand-ins behind it: real widgets, fake callables."""
