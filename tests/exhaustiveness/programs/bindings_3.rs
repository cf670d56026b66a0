fn f(v: Option<String>) { match v { ref s @ Some(t) => {} None => {} } match v { s @ Some(t) => {} None => {} } if let a @ Some(ref b) = v {} match (String::new(), 1) { ref mut x @ (ref y, _) => {} } }

fn main() {}
