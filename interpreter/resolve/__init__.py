"""Names, modules, uses, derives and the built-in macros."""

from interpreter.resolve.pipeline import ExpansionAborted, resolve_crate
from interpreter.resolve.std_loader import StdLoader

__all__ = ["ExpansionAborted", "StdLoader", "resolve_crate"]
