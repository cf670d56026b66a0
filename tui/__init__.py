"""The Textual app and the other faces of crabwalk."""
