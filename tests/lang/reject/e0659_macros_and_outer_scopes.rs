//! Names that expansion or another scope could give another meaning: each kind of ambiguity that isn't between two globs.
mod glob {
    pub mod outer {
        pub struct Name;
    }
    pub struct Made;
    macro_rules! f {
        () => {};
    }
    pub(crate) use f as imported;
}

pub mod outer {
    pub struct Name;
}

macro_rules! imported {
    () => {};
}

macro_rules! define {
    () => {
        macro_rules! twice {
            () => {};
        }
        mod outer_again {
            pub struct Name;
        }
    };
}

mod outer_again {
    pub struct Name;
}

const _: () = {
    use glob::*;
    use outer::Name;
};

const _: () = {
    define!();
    define!();
    twice!();
};

const _: () = {
    define!();
    use outer_again::Name;
};

fn path_based() {
    macro_rules! textual {
        () => {};
    }
    fn inner() {
        use imported as textual;
        textual!();
    }
}

mod expanded {
    use super::glob::*;
    macro_rules! make {
        () => {
            struct Made {}
        };
    }
    make!();
    use Made as Other;
}

fn main() {
    self::imported!();
    crate::nowhere::imported!();
}
