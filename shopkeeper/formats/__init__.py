"""Other programs' files in, ours out: text <-> records. No file is opened here and no clock is read."""
