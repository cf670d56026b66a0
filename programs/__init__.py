"""The sample programs, a chapter a folder (package data)."""
