"""Syntax: source text to a typed AST (`ast`), by a LALR grammar over the tokens of `lexer`."""
