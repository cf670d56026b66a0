"""What type hints are written with: the names of `typing`, for the type checker.

At run time they stand for nothing (hints are never looked at), and `typing`, which imports a good part of the standard library,
isn't loaded: that is a fifteenth of a short `check`. All modules take them from here.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import Generic as Generic
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import SupportsIndex as SupportsIndex
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import dataclass_transform as dataclass_transform
    from typing import final as final
    from typing import overload as overload
else:

    class _Hint:
        """Stands for anything that a type checker knows."""

        def __class_getitem__(cls, _arguments):
            return cls

    class Generic(_Hint):
        """A base of classes with parameters."""

    class Protocol(_Hint):
        """A base of protocols."""

    IO = Any = ClassVar = Final = NoReturn = SupportsIndex = TextIO = TypeAlias = _Hint

    def TypeVar(name, *_constraints, **_options):
        """A parameter."""
        return _Hint

    def cast(_type, value):
        """The value."""
        return value

    def final(function):
        """The function or class itself."""
        return function

    overload = final

    def dataclass_transform(**_options):
        """A decorator that changes nothing."""
        return final
