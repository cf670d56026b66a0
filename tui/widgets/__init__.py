"""Widgets that know nothing of programs: lines of text, one-line bars, dialogs."""
