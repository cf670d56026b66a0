//! E0507: moving out of a reference
//! What is borrowed can't be moved away: the owner would be left with nothing to drop.

struct Basket {
    fruit: String,
}

fn steal(basket: &Basket) -> String {
    basket.fruit
}

fn main() {
    let basket = Basket { fruit: String::from("apple") };
    let fruit = steal(&basket);
    println!("{fruit} {}", basket.fruit);
}
