fn main() {
    let a = "‮ x ⁦"; // c ‮
    /* ⁧ */ let b = '‪';
    /// doc ‫
    fn f() {}
    /* x ⁩ ⁨ */
    let c = "\u{202e}"; let d = r"‬";
}
