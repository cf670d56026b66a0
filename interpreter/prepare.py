"""`python -m interpreter.prepare`: works out, when crabwalk is installed, what a start would else have to: the grammar's tables
and the index of std. They go into the program's own folder (see interpreter.cache).
"""

from __future__ import annotations

from interpreter.resolve import std_store
from interpreter.resolve.std_loader import StdLoader
from interpreter.syntax import tables


def prepare() -> None:
    """Raises: OSError if the program's folder can't be written."""
    tables.prepare()
    StdLoader().read_all()
    std_store.prepare()


if __name__ == "__main__":
    prepare()
