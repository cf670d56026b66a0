"""Derives (placeholder)."""
from __future__ import annotations
from interpreter.diagnostics import DiagnosticSink
from interpreter.syntax import ast


class Deriver:
    def __init__(self, edition: int, errors: DiagnosticSink) -> None:
        self.edition = edition

    def derive(self, item: ast.Item) -> list[ast.Item]:
        return []
