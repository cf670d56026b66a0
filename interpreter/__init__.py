"""crabwalk's compiler front end, interpreter and debugger for a subset of Rust: text in, results out."""
