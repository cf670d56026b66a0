//! `std::ascii`.
