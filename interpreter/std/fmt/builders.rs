//! The builders of `{:?}` and `{:#?}`.

use crate::fmt::{Debug, Formatter, Result, Write};

/// Indents everything written through it by four spaces.
struct PadAdapter<'b> {
    buf: &'b mut dyn Write,
    on_newline: bool,
}
impl Write for PadAdapter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        for line in s.split_inclusive('\n') {
            if self.on_newline {
                self.buf.write_str("    ")?;
            }
            self.on_newline = line.ends_with('\n');
            self.buf.write_str(line)?;
        }
        Ok(())
    }
}

/// What all builders share: entries one after the other, each on a line of its own for `{:#?}`.
pub(crate) struct Entries<'a, 'b> {
    fmt: &'a mut Formatter<'b>,
    result: Result,
    has_fields: bool,
}
impl<'a, 'b> Entries<'a, 'b> {
    pub(crate) fn new(fmt: &'a mut Formatter<'b>, start: &str) -> Self {
        let result = fmt.write_str(start);
        Entries { fmt, result, has_fields: false }
    }
    /// What comes before an entry: `open` before the first, `pretty` before the first on a line of its own.
    fn begin(&mut self, open: &str, pretty: &str) {
        if self.result.is_ok() {
            self.result = if self.fmt.alternate() {
                if self.has_fields { Ok(()) } else { self.fmt.write_str(pretty) }
            } else {
                self.fmt.write_str(if self.has_fields { ", " } else { open })
            };
        }
    }
    /// A part of an entry between two pieces of text. For `{:#?}` `on_newline` says whether a line begins with it; whether one
    /// begins after it.
    fn part(&mut self, on_newline: bool, before: &str, value: &dyn Debug, after: &str) -> bool {
        let mut on_newline = on_newline;
        if self.result.is_ok() {
            self.result = if self.fmt.alternate() {
                let mut pad = PadAdapter { buf: &mut *self.fmt.buf, on_newline };
                let result = write_part(&mut Formatter { buf: &mut pad, options: self.fmt.options }, before, value, after);
                on_newline = pad.on_newline;
                result
            } else {
                write_part(self.fmt, before, value, after)
            };
        }
        on_newline
    }
    fn name(&mut self, name: &str) {
        if self.result.is_ok() && self.fmt.alternate() {
            self.result = self.fmt.write_str("    ");
        }
        if self.result.is_ok() {
            self.result = self.fmt.write_str(name);
        }
    }
    fn end(&mut self) {
        if self.result.is_ok() && self.fmt.alternate() {
            self.result = self.fmt.write_str(",\n");
        }
        self.has_fields = true;
    }
    fn entry(&mut self, open: &str, pretty: &str, before: &str, value: &dyn Debug) {
        self.begin(open, pretty);
        self.part(true, before, value, "");
        self.end();
    }
    /// `close` comes after the last entry, `pretty` on a line of its own; `empty`, if there are none.
    fn finish(&mut self, close: &str, pretty: &str, empty: &str) -> Result {
        if self.result.is_ok() {
            let close = if self.fmt.alternate() { pretty } else { close };
            self.result = self.fmt.write_str(if self.has_fields { close } else { empty });
        }
        self.result
    }
}
fn write_part(f: &mut Formatter<'_>, before: &str, value: &dyn Debug, after: &str) -> Result {
    f.write_str(before)?;
    value.fmt(f)?;
    f.write_str(after)
}

#[must_use] pub struct DebugStruct<'a, 'b> {
    pub(crate) entries: Entries<'a, 'b>,
}
impl<'a, 'b> DebugStruct<'a, 'b> {
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut Self {
        self.entries.begin(" { ", " {\n");
        self.entries.name(name);
        self.entries.part(false, ": ", value, "");
        self.entries.end();
        self
    }
    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.entries.finish(", .. }", "    ..\n}", " { .. }")
    }
    pub fn finish(&mut self) -> Result {
        self.entries.finish(" }", "}", "")
    }
}

#[must_use] pub struct DebugTuple<'a, 'b> {
    pub(crate) entries: Entries<'a, 'b>,
    pub(crate) fields: usize,
    pub(crate) empty_name: bool,
}
impl<'a, 'b> DebugTuple<'a, 'b> {
    pub fn field(&mut self, value: &dyn Debug) -> &mut Self {
        self.entries.entry("(", "(\n", "", value);
        self.fields += 1;
        self
    }
    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.entries.finish(", ..)", "    ..\n)", "(..)")
    }
    pub fn finish(&mut self) -> Result {
        let single = self.fields == 1 && self.empty_name;
        self.entries.finish(if single { ",)" } else { ")" }, ")", "")
    }
}

macro_rules! lists {
    ($($name:ident $close:literal $more:literal $pretty:literal $nothing:literal;)*) => {
        $(pub struct $name<'a, 'b> {
            pub(crate) entries: Entries<'a, 'b>,
        }
        impl<'a, 'b> $name<'a, 'b> {
            pub fn entry(&mut self, entry: &dyn Debug) -> &mut Self {
                self.entries.entry("", "\n", "", entry);
                self
            }
            pub fn entries<D: Debug, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut Self {
                for entry in entries {
                    self.entry(&entry);
                }
                self
            }
            pub fn finish(&mut self) -> Result {
                self.entries.finish($close, $close, $close)
            }
            pub fn finish_non_exhaustive(&mut self) -> Result {
                self.entries.finish($more, $pretty, $nothing)
            }
        })*
    };
}
lists! {
    DebugSet "}" ", ..}" "    ..\n}" "..}";
    DebugList "]" ", ..]" "    ..\n]" "..]";
}

#[must_use] pub struct DebugMap<'a, 'b> {
    pub(crate) entries: Entries<'a, 'b>,
    pub(crate) has_key: bool,
    pub(crate) on_newline: bool,
}
impl<'a, 'b> DebugMap<'a, 'b> {
    pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut Self {
        self.key(key).value(value)
    }
    #[track_caller]
    pub fn key(&mut self, key: &dyn Debug) -> &mut Self {
        assert!(!self.has_key, "attempted to begin a new map entry without completing the previous one");
        self.entries.begin("", "\n");
        self.on_newline = self.entries.part(true, "", key, ": ");
        self.has_key = true;
        self
    }
    #[track_caller]
    pub fn value(&mut self, value: &dyn Debug) -> &mut Self {
        assert!(self.has_key, "attempted to format a map value before its key");
        self.entries.part(self.on_newline, "", value, "");
        self.entries.end();
        self.has_key = false;
        self
    }
    pub fn entries<K: Debug, V: Debug, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut Self {
        for (k, v) in entries {
            self.entry(&k, &v);
        }
        self
    }
    #[track_caller]
    pub fn finish(&mut self) -> Result {
        self.ended("}", "}", "}")
    }
    #[track_caller]
    pub fn finish_non_exhaustive(&mut self) -> Result {
        self.ended(", ..}", "    ..\n}", "..}")
    }
    #[track_caller]
    fn ended(&mut self, close: &str, pretty: &str, empty: &str) -> Result {
        assert!(!self.has_key, "attempted to finish a map with a partial entry");
        self.entries.finish(close, pretty, empty)
    }
}
