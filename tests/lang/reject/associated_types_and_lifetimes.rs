//! Associated types that don't live as long as a type needs: by their own bound, by none; and those that do.
trait Bounded<'a> {
    type Item: 'a;
}

trait Plain {
    type Item;
    type Forever: 'static;
}

struct Static<T: 'static>(T);
struct Borrowed<'a, T: 'a>(&'a T);

struct ByItsBound<'a, T: Bounded<'a>> {
    item: &'static T::Item,
}

struct ByNone<T: Plain> {
    item: &'static T::Item,
}

struct InAnother<T: Plain>(Static<T::Item>);
struct InAnotherByItsBound<'a, T: Bounded<'a>>(Static<T::Item>);

struct ByTheParameter<T: Plain + 'static>(&'static T::Item);
struct ByWhereClause<T: Plain>(&'static T::Item)
where
    T::Item: 'static;
struct ByOwnBound<T: Plain>(Static<T::Forever>);
struct Inferred<'a, T: Plain>(Borrowed<'a, T::Item>, &'a T::Item);

enum Both<'a, T: Plain> {
    Fine(&'a T::Item),
    Wrong(&'static T::Item),
}

impl<'a, T: Plain> Plain for &'a T {
    type Item = &'a T::Item;
    type Forever = u8;
}

fn implied<T: Plain>(item: &'static T::Item) -> &'static T::Item {
    item
}

fn main() {}
