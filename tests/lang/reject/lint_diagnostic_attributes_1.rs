#![deny(unknown_or_malformed_diagnostic_attributes)]
#[diagnostic::on_unimplemented()] trait A1 {}
#[diagnostic::on_unimplemented(message)] trait A2 {}
#[diagnostic::on_unimplemented(message(x))] trait A3 {}
#[diagnostic::on_unimplemented(message = 1)] trait A4 {}
#[diagnostic::on_unimplemented("a")] trait A5 {}
#[diagnostic::on_unimplemented(label = "a", label = "b", note = "a", note = "b")] trait A6 {}
#[diagnostic::on_unimplemented(message = "{T} {Self} {This} {A} {B}")] trait A7<T> {}
#[diagnostic::on_unimplemented(label = "{0} {1:?} {T:.3} {Self:>10}")] trait A8<T> {}
#[diagnostic::on_unimplemented(note = "}")] trait A9<T> {}
#[diagnostic::on_unimplemented(message = "a{}")]
#[diagnostic::on_unimplemented(message = "b")] trait A10<T> {}
#[diagnostic::on_unimplemented(message = "a", crate_local = "x", parent_label = "3", append_const_msg)] trait A11<T> {}
#[diagnostic::on_unimplemented(on(_Self = "u8", message = "a"), message = "a")] trait A12<T> {}
#[diagnostic::on_unimplemented(message = "{float} {integral} {ItemContext} {from_desugaring} {direct}")] trait A13<T> {}
#[diagnostic::on_unimplemented(message = "a",)] trait A14<T> {}
#[diagnostic::on_unimplemented(message "a")] trait A15<T> {}
#[diagnostic::on_unimplemented(message = "a" label = "b")] trait A16<T> {}
#[diagnostic::on_unimplemented{message = "a"}] trait A17<T> {}
#[diagnostic::on_unimplemented[message = "a"]] trait A18<T> {}
#[diagnostic::on_unimplemented = 3] trait A19<T> {}
#[diagnostic::on_unimplemented(a::b = "a")] trait A20<T> {}
#[diagnostic::on_unimplemented(message = "a {x y}")] trait A21<T> {}
#[diagnostic::on_unimplemented(message = concat!("a", "b"))] trait A22<T> {}
#[diagnostic::on_unimplemented(message = r"a {Foo}")] trait A23<T> {}
#[diagnostic::on_unimplemented(message = "a", message = "b", message = "c")] trait A24<T> {}
fn main() {}
