"""Random Rust functions on which rustc and crabwalk must agree.

The functions are type-correct by construction, so that only the borrow checker decides. `python -m tests.random_programs --seed N
--count M` asks the rustc at hand and crabwalk about M fresh functions, and shows those on which they differ, made small.
"""
