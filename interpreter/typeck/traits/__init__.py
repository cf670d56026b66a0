"""The trait system: obligations, selection, projection, fulfilment, and how failures are put into words
(rustc_trait_selection)."""
