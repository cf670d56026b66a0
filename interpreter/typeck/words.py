"""The modules of this package that put errors into words; they are loaded when there is an error."""

from __future__ import annotations

from interpreter.deferred import Deferred
from interpreter.hints import TYPE_CHECKING

__all__ = [
    "errors_assoc",
    "errors_call",
    "errors_cast",
    "errors_cause",
    "errors_closure",
    "errors_const_pat",
    "errors_expr",
    "errors_fulfill",
    "errors_infer",
    "errors_method",
    "errors_mismatch",
    "errors_op",
    "errors_opaque",
    "errors_pat",
    "errors_path",
    "errors_struct",
    "errors_try",
    "errors_types",
    "errors_unsatisfied",
    "lower_errors",
    "trait_errors",
]

if TYPE_CHECKING:
    from interpreter.typeck import (
        errors_assoc,
        errors_call,
        errors_cast,
        errors_closure,
        errors_const_pat,
        errors_expr,
        errors_fulfill,
        errors_infer,
        errors_method,
        errors_mismatch,
        errors_op,
        errors_opaque,
        errors_pat,
        errors_path,
        errors_struct,
        errors_try,
        errors_types,
        errors_unsatisfied,
        lower_errors,
    )
    from interpreter.typeck.traits import errors as trait_errors
    from interpreter.typeck.traits import errors_cause
else:
    errors_assoc = Deferred("interpreter.typeck.errors_assoc")
    errors_call = Deferred("interpreter.typeck.errors_call")
    errors_cast = Deferred("interpreter.typeck.errors_cast")
    errors_cause = Deferred("interpreter.typeck.traits.errors_cause")
    errors_closure = Deferred("interpreter.typeck.errors_closure")
    errors_const_pat = Deferred("interpreter.typeck.errors_const_pat")
    errors_expr = Deferred("interpreter.typeck.errors_expr")
    errors_fulfill = Deferred("interpreter.typeck.errors_fulfill")
    errors_infer = Deferred("interpreter.typeck.errors_infer")
    errors_method = Deferred("interpreter.typeck.errors_method")
    errors_mismatch = Deferred("interpreter.typeck.errors_mismatch")
    errors_op = Deferred("interpreter.typeck.errors_op")
    errors_opaque = Deferred("interpreter.typeck.errors_opaque")
    errors_pat = Deferred("interpreter.typeck.errors_pat")
    errors_path = Deferred("interpreter.typeck.errors_path")
    errors_struct = Deferred("interpreter.typeck.errors_struct")
    errors_try = Deferred("interpreter.typeck.errors_try")
    errors_types = Deferred("interpreter.typeck.errors_types")
    errors_unsatisfied = Deferred("interpreter.typeck.errors_unsatisfied")
    lower_errors = Deferred("interpreter.typeck.lower_errors")
    trait_errors = Deferred("interpreter.typeck.traits.errors")
