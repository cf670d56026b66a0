//! E0381: used before it is set
//! On one of the two ways nothing is assigned to `price`.

fn main() {
    let price: u32;
    let on_sale = std::env::args().count() > 3;
    if on_sale {
        price = 5;
    }
    println!("{price}");
}
