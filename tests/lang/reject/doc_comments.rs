//! Doc comments that document nothing, inner ones within code, on a parameter and on its type: all are reported in one go.
struct Fields {
    a: u8,
    /// nothing
}

enum Variants {
    A {
        field: u8,
        /** nothing */
    },
}

trait Methods {
    fn f();
    /// nothing
}

fn statements(x: u8) -> u8 {
    //! fine: the function's own
    let y = x;
    //! too late
    y
}

fn parameters(/// of the parameter
 x: u8, y: /** of its type */ u8) -> u8 {
    x + y
}

macro_rules! documented {
    ($(#[$attr:meta])* struct $name:ident) => { $(#[$attr])* struct $name; };
}

documented! {
    /// the macro takes this as an attribute
    struct Made
}

fn main() {
    let list = [1, /// an element may have one
        2];
    loop {
        break;
        /// nothing
    }
}
