"""Names, modules, uses, derives and the built-in macros."""

from interpreter.resolve.pipeline import resolve_crate
from interpreter.resolve.std_loader import StdLoader

__all__ = ["StdLoader", "resolve_crate"]
