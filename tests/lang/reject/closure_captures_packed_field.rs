//! A closure that borrows a field of a packed struct captures the struct; one whose kind doesn't fit says why.

#[repr(packed)]
struct Packed {
    name: String,
    note: String,
    flag: bool,
}

fn borrowed(packed: Packed) {
    let c = || {
        let _ = std::ptr::addr_of!(packed.note);
    };
    drop(packed.name);
    c();
}

fn byte_sized(packed: Packed) {
    let c = || packed.flag;
    drop(packed.name);
    c();
}

fn main() {}
