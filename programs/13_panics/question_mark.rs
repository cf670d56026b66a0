//! Errors as values
//! `?` returns early with the error; what the function owns is dropped on the way out. No panic.

use std::fmt;
use std::num::ParseIntError;

#[derive(Debug)]
enum AgeError {
    NotANumber(ParseIntError),
    TooOld(u32),
}

impl fmt::Display for AgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AgeError::NotANumber(cause) => write!(f, "not a number: {cause}"),
            AgeError::TooOld(age) => write!(f, "{age} is too old"),
        }
    }
}

impl From<ParseIntError> for AgeError {
    fn from(cause: ParseIntError) -> Self {
        AgeError::NotANumber(cause)
    }
}

fn parse(text: &str) -> Result<u32, AgeError> {
    let copy = text.trim().to_string();
    let age: u32 = copy.parse()?;
    if age > 150 { Err(AgeError::TooOld(age)) } else { Ok(age) }
}

fn main() {
    for text in ["42", " 7 ", "old", "200"] {
        match parse(text) {
            Ok(age) => println!("{age}"),
            Err(error) => println!("{error}"),
        }
    }
}
