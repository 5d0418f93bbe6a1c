"""Writing it down, as it is seen and pressed."""
