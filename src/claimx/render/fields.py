"""What a field of the contract holds, read off its annotation, for formats with columns of their own."""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from claimx.schema import Model


def inner(annotation: Any) -> Any:
    """The annotation without ``None`` and without constraints: ``Annotated[str, …] | None`` is ``str``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return inner(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return next(inner(part) for part in get_args(annotation) if part is not type(None))
    return str if origin is Literal else annotation


def element(annotation: Any) -> Any:
    """What a list holds, for ``tuple[X, …]``; None for anything else."""
    bare = inner(annotation)
    return inner(get_args(bare)[0]) if get_origin(bare) is tuple else None


def fields(model: type[Model]) -> list[tuple[str, Any]]:
    """The fields of an object, in order, with their bare annotations."""
    return [(name, inner(field.annotation)) for name, field in model.model_fields.items()]


def choices(model: type[Model], name: str) -> tuple[str, ...]:
    """The words that a field of a closed set can hold."""
    annotation = model.model_fields[name].annotation
    parts = [annotation] if get_origin(annotation) is Literal else get_args(annotation)
    return next(get_args(part) for part in parts if get_origin(part) is Literal)
