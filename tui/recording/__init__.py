"""Recordings: asciicast files from scripts and from live sessions, and logs of commands that can be played again."""
