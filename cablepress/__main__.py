"""``python -m cablepress`` does the same as ``cablepress``."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
