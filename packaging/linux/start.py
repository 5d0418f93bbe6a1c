"""Where the built program begins: PyInstaller needs a file, `python -m shopkeeper` needs none."""

import sys

from shopkeeper.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
