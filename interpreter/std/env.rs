//! `std::env`: a program under crabwalk has no arguments but its name, and only the environment variables that it sets itself.

use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;

macro_rules! arguments {
    ($name:ident, $item:ty) => {
        pub struct $name {
            rest: Option<$item>,
        }
        impl Iterator for $name {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.rest.take()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = if self.rest.is_some() { 1 } else { 0 };
                (n, Some(n))
            }
        }
        impl ExactSizeIterator for $name {}
        impl DoubleEndedIterator for $name {
            fn next_back(&mut self) -> Option<$item> {
                self.rest.take()
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let inner: Vec<&$item> = self.rest.iter().collect();
                f.debug_struct(stringify!($name)).field("inner", &inner).finish()
            }
        }
    };
}
arguments! { Args, String }
arguments! { ArgsOs, OsString }
impl !Send for Args {}
impl !Sync for Args {}
impl !Send for ArgsOs {}
impl !Sync for ArgsOs {}
pub fn args() -> Args {
    Args { rest: Some(String::from("main")) }
}
pub fn args_os() -> ArgsOs {
    ArgsOs { rest: Some(OsString::from("main")) }
}

#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError {
    NotPresent,
    NotUnicode(OsString),
}
impl fmt::Display for VarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VarError::NotPresent => f.write_str("environment variable not found"),
            VarError::NotUnicode(s) => write!(f, "environment variable was not valid unicode: {s:?}"),
        }
    }
}
impl Error for VarError {}

static VARIABLES: crate::sync::Mutex<Vec<(OsString, OsString)>> = crate::sync::Mutex::new(Vec::new());

pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {
    match var_os(key) {
        Some(s) => s.into_string().map_err(VarError::NotUnicode),
        None => Err(VarError::NotPresent),
    }
}
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {
    let key = key.as_ref();
    VARIABLES.lock().unwrap().iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())
}
#[rustc_deprecated_safe_2024]
pub unsafe fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) {
    let (key, value) = (key.as_ref(), value.as_ref().to_os_string());
    let mut variables = VARIABLES.lock().unwrap();
    match variables.iter_mut().find(|(name, _)| name == key) {
        Some(variable) => variable.1 = value,
        None => variables.push((key.to_os_string(), value)),
    }
}
#[rustc_deprecated_safe_2024]
pub unsafe fn remove_var<K: AsRef<OsStr>>(key: K) {
    VARIABLES.lock().unwrap().retain(|(name, _)| name != key.as_ref())
}

macro_rules! variables {
    ($name:ident, $item:ty) => {
        pub struct $name {
            inner: crate::vec::IntoIter<($item, $item)>,
        }
        impl Iterator for $name {
            type Item = ($item, $item);
            fn next(&mut self) -> Option<($item, $item)> {
                self.inner.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("inner", &self.inner.as_slice()).finish()
            }
        }
    };
}
variables! { Vars, String }
variables! { VarsOs, OsString }
#[must_use] pub fn vars() -> Vars {
    let all: Vec<_> = vars_os().map(|(name, value)| (name.into_string().unwrap(), value.into_string().unwrap())).collect();
    Vars { inner: all.into_iter() }
}
#[must_use] pub fn vars_os() -> VarsOs {
    VarsOs { inner: VARIABLES.lock().unwrap().clone().into_iter() }
}

pub mod consts {
    pub const ARCH: &str = "x86_64";
    pub const FAMILY: &str = "unix";
    pub const OS: &str = "linux";
    pub const DLL_PREFIX: &str = "lib";
    pub const DLL_SUFFIX: &str = ".so";
    pub const DLL_EXTENSION: &str = "so";
    pub const EXE_SUFFIX: &str = "";
    pub const EXE_EXTENSION: &str = "";
}
