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
    /// Always None: no system call is made, so none fails.
    #[must_use] pub fn raw_os_error(&self) -> Option<i32> {
        None
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
            Content::Custom(error) => f.debug_struct("Custom").field("kind", &self.kind).field("error", error).finish(),
        }
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Nothing => f.write_str(self.kind.description()),
            Content::Message(message) => f.write_str(message),
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
