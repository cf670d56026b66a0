//! What `Debug` of the iterators over parts of text shows: what rustc's std has within, its searchers above all.

use crate::fmt;
use crate::str::{CharIndices, Chars};

/// Where a search stands: the stretch of text that neither end has passed.
#[derive(Clone, Copy)]
pub struct Searched<'a> {
    pub(crate) text: &'a str,
    pub(crate) front: usize,
    pub(crate) back: usize,
}
#[intrinsic = "unsupported"]
pub(crate) fn unsupported(what: &'static str) -> !;

pub(crate) fn char_searcher(f: &mut fmt::Formatter<'_>, at: Searched<'_>, needle: char) -> fmt::Result {
    let mut encoded = [0; 4];
    let size = needle.encode_utf8(&mut encoded).len();
    f.debug_struct("CharSearcher")
        .field("haystack", &at.text)
        .field("finger", &at.front)
        .field("finger_back", &at.back)
        .field("needle", &needle)
        .field("utf8_size", &size)
        .field("utf8_encoded", &encoded)
        .finish()
}
fn char_indices<'a>(at: Searched<'a>) -> CharIndices<'a> {
    CharIndices { chars: Chars { text: at.text, at: at.front, end: at.back } }
}
pub(crate) fn predicate_searcher(f: &mut fmt::Formatter<'_>, at: Searched<'_>) -> fmt::Result {
    let indices = char_indices(at);
    f.debug_struct("CharPredicateSearcher").field("haystack", &at.text).field("char_indices", &indices).finish()
}
pub(crate) fn set_searcher(f: &mut fmt::Formatter<'_>, at: Searched<'_>, name: &str, set: &[char]) -> fmt::Result {
    let inner = fmt::from_fn(|f| {
        f.debug_struct("MultiCharEqSearcher")
            .field("char_eq", &set)
            .field("haystack", &at.text)
            .field("char_indices", &char_indices(at))
            .finish()
    });
    f.debug_tuple(name).field(&inner).finish()
}
pub(crate) fn str_searcher(f: &mut fmt::Formatter<'_>, at: Searched<'_>, needle: &str) -> fmt::Result {
    if at.front != 0 || at.back != at.text.len() {
        unsupported("`Debug` of a search for a string that is under way")
    }
    let searcher = fmt::from_fn(|f| {
        if needle.is_empty() {
            let inner = fmt::from_fn(|f| {
                f.debug_struct("EmptyNeedle")
                    .field("position", &0)
                    .field("end", &at.back)
                    .field("is_match_fw", &true)
                    .field("is_match_bw", &true)
                    .field("is_finished", &false)
                    .finish()
            });
            return f.debug_tuple("Empty").field(&inner).finish();
        }
        f.debug_tuple("TwoWay").field(&TwoWaySearcher::new(needle.as_bytes(), at.back)).finish()
    });
    f.debug_struct("StrSearcher").field("haystack", &at.text).field("needle", &needle).field("searcher", &searcher).finish()
}
/// Where the two-way algorithm (Crochemore and Perrin) divides a needle.
#[derive(Debug)]
struct TwoWaySearcher {
    crit_pos: usize,
    crit_pos_back: usize,
    period: usize,
    byteset: u64,
    position: usize,
    end: usize,
    memory: usize,
    memory_back: usize,
}
impl TwoWaySearcher {
    fn new(needle: &[u8], end: usize) -> TwoWaySearcher {
        let n = needle.len();
        let (less, greater) = (maximal_suffix(needle, false), maximal_suffix(needle, true));
        let (crit_pos, period) = if less.0 > greater.0 { less } else { greater };
        if needle[..crit_pos] == needle[period..period + crit_pos] {
            let less = reverse_maximal_suffix(needle, period, false);
            let greater = reverse_maximal_suffix(needle, period, true);
            let crit_pos_back = n - if less > greater { less } else { greater };
            let byteset = byteset(&needle[..period]);
            TwoWaySearcher { crit_pos, crit_pos_back, period, byteset, position: 0, end, memory: 0, memory_back: n }
        } else {
            let period = crate::cmp::max(crit_pos, n - crit_pos) + 1;
            let (byteset, none) = (byteset(needle), usize::MAX);
            TwoWaySearcher { crit_pos, crit_pos_back: crit_pos, period, byteset, position: 0, end, memory: none, memory_back: none }
        }
    }
}
fn byteset(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |set, byte| (1 << (byte & 0x3f)) | set)
}
/// The start of the maximal suffix by one of the two orders, and its period.
fn maximal_suffix(needle: &[u8], greater: bool) -> (usize, usize) {
    let (mut left, mut right, mut offset, mut period) = (0, 1, 0, 1);
    while right + offset < needle.len() {
        let (a, b) = (needle[right + offset], needle[left + offset]);
        if (a < b && !greater) || (a > b && greater) {
            right += offset + 1;
            offset = 0;
            period = right - left;
        } else if a == b {
            if offset + 1 == period {
                right += offset + 1;
                offset = 0;
            } else {
                offset += 1;
            }
        } else {
            left = right;
            right += 1;
            offset = 0;
            period = 1;
        }
    }
    (left, period)
}
/// The length that the reversed needle's maximal suffix leaves, whose period is known.
fn reverse_maximal_suffix(needle: &[u8], known_period: usize, greater: bool) -> usize {
    let (mut left, mut right, mut offset, mut period) = (0, 1, 0, 1);
    let n = needle.len();
    while right + offset < n {
        let (a, b) = (needle[n - (1 + right + offset)], needle[n - (1 + left + offset)]);
        if (a < b && !greater) || (a > b && greater) {
            right += offset + 1;
            offset = 0;
            period = right - left;
        } else if a == b {
            if offset + 1 == period {
                right += offset + 1;
                offset = 0;
            } else {
                offset += 1;
            }
        } else {
            left = right;
            right += 1;
            offset = 0;
            period = 1;
        }
        if period == known_period {
            break;
        }
    }
    left
}
/// An adapter of whose closure nothing shows.
pub(crate) fn adapter(f: &mut fmt::Formatter<'_>, name: &str, inner: &dyn fmt::Debug) -> fmt::Result {
    f.debug_struct(name).field("iter", inner).finish()
}
