"""What a run's results were made of and with, and whether others may stand beside them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import asdict, evolve, frozen

from quotex import encoder
from quotex._version import __version__
from quotex.archive.work import Job
from quotex.errors import ArchiveError
from quotex.inputs import FieldMap

_FORMAT = 1
_MAKERS = ("version", "model_sha256", "settings_hash", "known_speakers", "encoding", "fields")
"""What changes records when it changes."""


@frozen
class Manifest:
    """What is written at the top of a run's folder."""

    inputs: tuple[str, ...]
    """As they were named."""
    makers: dict[str, Any]
    limit: int | None = None
    """How many documents, counted from the first, were wanted of them; ``None`` for all."""
    earlier: tuple[dict[str, Any], ...] = ()
    """The makers of older results that were kept beside these, on demand."""

    def to_primitives(self, state: str, totals: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """As it is written: ``state`` is "running" or "complete"."""
        totals = {} if totals is None else totals
        return {
            "format": _FORMAT,
            "state": state,
            "inputs": list(self.inputs),
            "limit": self.limit,
            "made_with": self.makers,
            "earlier": list(self.earlier),
            "totals": dict(totals),
        }


def manifest_of(
    inputs: Sequence[str | os.PathLike[str]], job: Job, fields: FieldMap | None, limit: int | None
) -> Manifest:
    """The manifest of a run. Raises ``ModelError`` where the model cannot be loaded."""
    known = repr(job.known_speakers).encode()
    makers = (
        __version__,
        encoder.model_sha256(),
        job.settings.hash,
        hashlib.sha256(known).hexdigest()[:16] if job.known_speakers else None,
        job.encoding,
        asdict(fields) if fields is not None else None,
    )
    return Manifest(tuple(os.fspath(path) for path in inputs), dict(zip(_MAKERS, makers, strict=True)), limit)


def joined(new: Manifest, old: Mapping[str, Any] | None, folder: str, *, mix: bool, replace: bool) -> Manifest:
    """The manifest of a run into a folder that has the manifest ``old``.

    Raises ``ArchiveError`` where results are there that were made with something else, ``mix`` aside, or of inputs that
    are not among the new ones or documents beyond the new limit, ``replace`` aside.
    """
    if old is None:
        return new
    try:
        made, inputs, limit, earlier = old["made_with"], old["inputs"], old["limit"], tuple(old["earlier"])
        differing = [name for name in _MAKERS if made.get(name) != new.makers[name]]
        gone = [name for name in inputs if name not in new.inputs]
        fewer = new.limit is not None and (limit is None or limit > new.limit)
    except (KeyError, TypeError, AttributeError) as error:
        raise ArchiveError(f"{folder}: its manifest is of another version; choose another folder") from error
    if differing and not mix:
        raise ArchiveError(
            f"{folder} holds results that were made otherwise (different {', '.join(differing)}); choose another "
            "folder, or keep both kinds in this one with --mix (each record tells what it was made with)"
        )
    if gone and not replace:
        raise ArchiveError(
            f"{folder} holds results of {', '.join(map(repr, gone[:3]))}, which are not among the inputs; name them as "
            "well, choose another folder, or drop those results with --replace"
        )
    if fewer and not replace:
        raise ArchiveError(
            f"{folder} holds results of {'all' if limit is None else f'up to {limit:,}'} documents; read as many, "
            "choose another folder, or drop those beyond the limit with --replace"
        )
    return evolve(new, earlier=(*earlier, made) if differing else earlier)
