//! Scopes and shadowing
//! A variable is dropped where its block ends. A shadowed variable is not: it lives on without a name until its own scope
//! ends. The drops pane says beforehand what is due at each brace.

fn main() {
    let outer = String::from("outer");
    {
        let inner = String::from("inner");
        println!("{outer} and {inner}");
    }
    let text = String::from("first");
    let text = format!("{text} and second");
    println!("{text}");
    println!("{outer}");
}
