enum M { GET, POST(i32), PUT } fn f(m: M, r: &M, o: Option<M>) { match m { GET => {} } match r { PUT => {} GET => {} } if let Some(GET) = o {} let PUT = f; let ref PUT = m; let mut GET = M::GET; match M::PUT { POST => {} } for GET in [M::PUT] {} |GET: M| {}; } fn g(GET: M) {}

fn main() {}
