enum Rick { Morty } trait Age { type E; fn e(); } impl Age for Rick { type E = u8; fn e(){} }
fn f() { let _: <u8 as Rick>::Morty; let _ : <u8 as Age>::Mythology; <u8 as Age>::nope(); <u8 as Age>::E; let _: <u8 as Age>::e; }

fn main() {}
