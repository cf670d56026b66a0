//! Numbers that can't be read or don't fit, hexadecimal and float ones too; within `cfg(false)` suffixes don't matter.
fn main() {
    let a = 12foo;
    let b = 1.5u32;
    let c = 1u7;
    let d = 0b12;
    let e = 2e;
    let f = 0x80.5;
    let g = 1.5f16;
    let t = (1, 2);
    let h = t.0usize;
    #[cfg(false)]
    {
        let i = 0invalid;
    }
}
