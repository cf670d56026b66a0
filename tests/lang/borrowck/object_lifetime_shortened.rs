//! A coercion may shorten the lifetime of a trait object even behind `&mut` or in a cell, but not that of one deeper within.
#![allow(dead_code)]

use std::cell::RefCell;
use std::rc::Rc;

trait Shape {}

fn behind_mut<'a>(shape: &'a mut (dyn Shape + 'static)) -> &'a mut (dyn Shape + 'a) {
    shape
}

fn in_a_cell<'a>(shape: Rc<RefCell<dyn Shape + 'static>>) -> Rc<RefCell<dyn Shape + 'a>> {
    shape
}

fn through_two<'a, 'b>(shape: &'b mut &'a mut dyn Shape) -> &'b mut dyn Shape {
    if true { *shape } else { &mut **shape }
}

fn deeper<'a>(shape: &'a mut Box<dyn Shape + 'static>) -> &'a mut Box<dyn Shape + 'a> {
    shape
}

fn main() {}
