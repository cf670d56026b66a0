//! `impl Trait` in the results of traits' methods: given by impls, refined, nested, generic, with default bodies.

use std::fmt::Debug;

trait Source {
    fn items(&self) -> impl Iterator<Item = i32>;
    fn label(&self) -> impl Debug + '_ {
        "none"
    }
    fn nested(&self) -> Option<impl Debug>;
    fn scaled<'a, U: Clone + 'a>(&'a self, by: U) -> impl Fn(&str) -> (U, String) + 'a;
    fn shown(&self) -> impl Iterator<Item = impl Debug + '_>;
}

struct List(Vec<i32>, String);
struct Once;

impl Source for List {
    fn items(&self) -> impl Iterator<Item = i32> {
        self.0.iter().copied()
    }
    fn label(&self) -> impl Debug + '_ {
        &self.1
    }
    #[allow(refining_impl_trait)]
    fn nested(&self) -> Option<usize> {
        Some(self.0.len())
    }
    fn scaled<'a, U: Clone + 'a>(&'a self, by: U) -> impl Fn(&str) -> (U, String) + 'a {
        move |text| (by.clone(), format!("{text}{}", self.1))
    }
    #[allow(refining_impl_trait)]
    fn shown(&self) -> std::slice::Iter<'_, i32> {
        self.0.iter()
    }
}

impl Source for Once {
    fn items(&self) -> impl Iterator<Item = i32> {
        std::iter::once(9)
    }
    fn nested(&self) -> Option<impl Debug> {
        None::<u8>
    }
    fn scaled<'a, U: Clone + 'a>(&'a self, by: U) -> impl Fn(&str) -> (U, String) + 'a {
        move |text| (by.clone(), text.to_string())
    }
    fn shown(&self) -> impl Iterator<Item = impl Debug + '_> {
        ["a", "b"].into_iter()
    }
}

fn use_it<S: Source>(source: &S) -> i32 {
    println!("{:?} {:?} {:?}", source.label(), source.nested(), source.scaled(1.5)("x"));
    for item in source.shown() {
        println!("{item:?}");
    }
    source.items().sum()
}

fn main() {
    let list = List(vec![1, 2, 3], "list".to_string());
    println!("{}", use_it(&list));
    println!("{}", use_it(&Once));
    let count: usize = list.nested().unwrap();
    println!("{count}");
}
