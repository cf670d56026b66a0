//! `io::Error` and the kinds of errors.

use crate::fmt;

macro_rules! kinds {
    ($($name:ident $text:literal;)*) => {
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($name,)*
        }
        impl ErrorKind {
            fn description(self) -> &'static str {
                match self {
                    $(ErrorKind::$name => $text,)*
                }
            }
        }
    };
}
kinds! {
    NotFound "entity not found";
    PermissionDenied "permission denied";
    ConnectionRefused "connection refused";
    ConnectionReset "connection reset";
    HostUnreachable "host unreachable";
    NetworkUnreachable "network unreachable";
    ConnectionAborted "connection aborted";
    NotConnected "not connected";
    AddrInUse "address in use";
    AddrNotAvailable "address not available";
    NetworkDown "network down";
    BrokenPipe "broken pipe";
    AlreadyExists "entity already exists";
    WouldBlock "operation would block";
    NotADirectory "not a directory";
    IsADirectory "is a directory";
    DirectoryNotEmpty "directory not empty";
    ReadOnlyFilesystem "read-only filesystem or storage medium";
    StaleNetworkFileHandle "stale network file handle";
    InvalidInput "invalid input parameter";
    InvalidData "invalid data";
    TimedOut "timed out";
    WriteZero "write zero";
    StorageFull "no storage space";
    NotSeekable "seek on unseekable file";
    QuotaExceeded "quota exceeded";
    FileTooLarge "file too large";
    ResourceBusy "resource busy";
    ExecutableFileBusy "executable file busy";
    Deadlock "deadlock";
    CrossesDevices "cross-device link or rename";
    TooManyLinks "too many links";
    InvalidFilename "invalid filename";
    ArgumentListTooLong "argument list too long";
    Interrupted "operation interrupted";
    Unsupported "unsupported";
    UnexpectedEof "unexpected end of file";
    OutOfMemory "out of memory";
    Other "other error";
}
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.description())
    }
}
/// What an error carries besides its kind.
enum Content {
    Nothing,
    Message(&'static str),
    Os(i32, &'static str),
    Custom(Box<dyn crate::error::Error + Send + Sync>),
}
#[rustc_std_layout(8, 8, 1)]
pub struct Error {
    kind: ErrorKind,
    content: Content,
}
pub type Result<T> = crate::result::Result<T, Error>;
impl Error {
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error { kind, content: Content::Custom(error.into()) }
    }
    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error::new(ErrorKind::Other, error)
    }
    pub(crate) const fn with_message(kind: ErrorKind, message: &'static str) -> Error {
        Error { kind, content: Content::Message(message) }
    }
    #[must_use] pub fn kind(&self) -> ErrorKind {
        self.kind
    }
    /// No system call is made, so none fails by itself.
    #[must_use] pub fn raw_os_error(&self) -> Option<i32> {
        match self.content {
            Content::Os(code, _) => Some(code),
            _ => None,
        }
    }
    #[must_use] pub fn from_raw_os_error(code: i32) -> Error {
        let (kind, message) = os_error(code);
        Error { kind, content: Content::Os(code, message) }
    }
    #[must_use] pub fn get_ref(&self) -> Option<&(dyn crate::error::Error + Send + Sync + 'static)> {
        match &self.content {
            Content::Custom(error) => Some(&**error),
            _ => None,
        }
    }
    #[must_use] pub fn get_mut(&mut self) -> Option<&mut (dyn crate::error::Error + Send + Sync + 'static)> {
        match &mut self.content {
            Content::Custom(error) => Some(&mut **error),
            _ => None,
        }
    }
    #[must_use] pub fn into_inner(self) -> Option<Box<dyn crate::error::Error + Send + Sync>> {
        match self.content {
            Content::Custom(error) => Some(error),
            _ => None,
        }
    }
    pub fn downcast<E>(self) -> crate::result::Result<E, Self>
    where
        E: crate::error::Error + Send + Sync + 'static,
    {
        match self.content {
            Content::Custom(error) => match error.downcast::<E>() {
                Ok(found) => Ok(*found),
                Err(error) => Err(Error { kind: self.kind, content: Content::Custom(error) }),
            },
            _ => Err(self),
        }
    }
}
/// What Linux says of an error number.
fn os_error(code: i32) -> (ErrorKind, &'static str) {
    match code {
        1 => (ErrorKind::PermissionDenied, "Operation not permitted"),
        2 => (ErrorKind::NotFound, "No such file or directory"),
        4 => (ErrorKind::Interrupted, "Interrupted system call"),
        7 => (ErrorKind::ArgumentListTooLong, "Argument list too long"),
        11 => (ErrorKind::WouldBlock, "Resource temporarily unavailable"),
        12 => (ErrorKind::OutOfMemory, "Cannot allocate memory"),
        13 => (ErrorKind::PermissionDenied, "Permission denied"),
        16 => (ErrorKind::ResourceBusy, "Device or resource busy"),
        17 => (ErrorKind::AlreadyExists, "File exists"),
        20 => (ErrorKind::NotADirectory, "Not a directory"),
        21 => (ErrorKind::IsADirectory, "Is a directory"),
        22 => (ErrorKind::InvalidInput, "Invalid argument"),
        26 => (ErrorKind::ExecutableFileBusy, "Text file busy"),
        27 => (ErrorKind::FileTooLarge, "File too large"),
        28 => (ErrorKind::StorageFull, "No space left on device"),
        29 => (ErrorKind::NotSeekable, "Illegal seek"),
        30 => (ErrorKind::ReadOnlyFilesystem, "Read-only file system"),
        31 => (ErrorKind::TooManyLinks, "Too many links"),
        32 => (ErrorKind::BrokenPipe, "Broken pipe"),
        35 => (ErrorKind::Deadlock, "Resource deadlock avoided"),
        36 => (ErrorKind::InvalidFilename, "File name too long"),
        38 => (ErrorKind::Unsupported, "Function not implemented"),
        39 => (ErrorKind::DirectoryNotEmpty, "Directory not empty"),
        98 => (ErrorKind::AddrInUse, "Address already in use"),
        104 => (ErrorKind::ConnectionReset, "Connection reset by peer"),
        110 => (ErrorKind::TimedOut, "Connection timed out"),
        111 => (ErrorKind::ConnectionRefused, "Connection refused"),
        _ => crate::str::shown::unsupported("this number of an error"),
    }
}
impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { kind, content: Content::Nothing }
    }
}
impl From<crate::string::FromUtf8Error> for Error {
    fn from(_: crate::string::FromUtf8Error) -> Error {
        Error::with_message(ErrorKind::InvalidData, "stream did not contain valid UTF-8")
    }
}
impl From<crate::collections::TryReserveError> for Error {
    fn from(_: crate::collections::TryReserveError) -> Error {
        ErrorKind::OutOfMemory.into()
    }
}
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Nothing => f.debug_tuple("Kind").field(&self.kind).finish(),
            Content::Message(message) => f.debug_struct("Error").field("kind", &self.kind).field("message", message).finish(),
            Content::Os(code, message) => {
                f.debug_struct("Os").field("code", code).field("kind", &self.kind).field("message", message).finish()
            }
            Content::Custom(error) => f.debug_struct("Custom").field("kind", &self.kind).field("error", error).finish(),
        }
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Nothing => f.write_str(self.kind.description()),
            Content::Message(message) => f.write_str(message),
            Content::Os(code, message) => f.write_fmt(format_args!("{message} (os error {code})")),
            Content::Custom(error) => error.fmt(f),
        }
    }
}
impl crate::error::Error for Error {
    fn source(&self) -> Option<&(dyn crate::error::Error + 'static)> {
        match &self.content {
            Content::Custom(error) => error.source(),
            _ => None,
        }
    }
}
