//! Paths, text of C and of the system, and the environment: what needs no file system.
use std::borrow::Cow;
use std::collections::HashSet;
use std::env;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::os::raw::c_int;
use std::path::{Component, Path, PathBuf};

fn depth<P: AsRef<Path>>(path: P) -> c_int {
    path.as_ref().components().count() as c_int
}

fn main() {
    let path = Path::new("/usr//lib/./libfoo.tar.gz");
    println!("{:?} {}", path, path.display());
    println!("{:?} {:?} {:?}", path.parent(), path.file_stem(), path.extension());
    println!("{:?}", path.components().collect::<Vec<_>>());
    println!("{:?} {:?}", path.strip_prefix("/usr"), path.strip_prefix("etc"));
    println!("{:?}", path.ancestors().map(|p| p.to_string_lossy().into_owned()).collect::<Vec<_>>());
    let mut buf: PathBuf = ["a", "..", "b.txt"].iter().collect();
    buf.set_extension("rs");
    println!("{} {:?} {}", buf.display(), buf.file_name(), buf == Path::new("a/../b.rs/"));
    buf.push("/etc");
    println!("{buf:?} {} {} {}", depth("x/y"), depth(String::from(".")), depth(&buf));
    if let Some(Component::Normal(last)) = buf.components().next_back() {
        println!("{}", last.to_str().unwrap());
    }
    let seen: HashSet<&Path> = [Path::new("a/b"), Path::new("a//b"), Path::new("a/./b/")].into_iter().collect();
    println!("{}", seen.len());
    let boxed: Box<Path> = buf.into();
    println!("{}", boxed.to_path_buf().join("passwd").display());

    let text = c"caf\u{e9}\xff";
    println!("{:?} {} {:?}", text, text.count_bytes(), text.to_str().is_err());
    println!("{:?} {}", CString::new("a\0b"), CString::new(vec![b'a', 0]).unwrap_err());
    println!("{:?}", CStr::from_bytes_with_nul(b"x\0y\0"));
    let owned: CString = c"owned".into();
    println!("{:?} {}", owned.clone().into_string(), owned.as_c_str() == c"owned");

    let os: Cow<OsStr> = OsStr::new("Name").into();
    println!("{:?} {} {}", os, os.to_ascii_uppercase().display(), OsString::from("q") == "q");
    env::set_var("CRABWALK_TEST", "1");
    println!("{:?} {:?}", env::var("CRABWALK_TEST"), env::var_os("CRABWALK_NOTHING"));
    println!("{}", env::var("CRABWALK_NOTHING").unwrap_err());
}
