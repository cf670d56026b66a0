"""`python -m tui` is `crabwalk`."""

from tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
