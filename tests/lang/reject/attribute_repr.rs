//! Layouts that can't be asked for: unknown hints, wrong alignments, transparent with more than one field or hint.
#[repr(D)]
struct A(u8);

#[repr("C")]
struct B(u8);

#[repr(align(15))]
struct C(u8);

#[repr(align = 8)]
struct D(u8);

#[repr(align(8, 16))]
struct E(u8);

#[repr(transparent, C)]
struct F(u8);

#[repr(transparent)]
struct G(u8, u16, ());

#[repr(packed, packed(2))]
struct H(u8);

#[repr(align)]
struct I(u8);

#[repr]
struct J(u8);

fn main() {}
