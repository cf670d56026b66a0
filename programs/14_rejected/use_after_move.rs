//! E0382: use after a move
//! The compiler refuses this program. Walk it all the same: at the `println!` the stack pane shows that there is nothing in
//! `a` any more.

fn main() {
    let a = String::from("mine");
    let b = a;
    println!("{b}");
    println!("{a}");
}
