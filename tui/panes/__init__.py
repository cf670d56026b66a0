"""One file per pane: pure functions from a view to rows, and the widget that shows them."""
