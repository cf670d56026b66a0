"""Method lookup: probe.py finds the method that a call means, confirm.py makes the call of it."""
