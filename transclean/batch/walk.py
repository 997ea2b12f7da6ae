"""Which files a run is about: the paths given, and what is in the folders among them.

In a folder, files of known formats are taken, in alphabetical order. Hidden folders and what .gitignore files or the
option `exclude` name are left out; a file that was named itself is taken whatever it is called, unless
`--force-exclude` says otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transclean.config import Configuration
from transclean.formats import format_named, format_of
from transclean.formats.named_language import language_named
from transclean.pipeline import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Job:
    """A file to do: `path` as the user knows it, `size` in bytes, and what holds for it.

    `language`: of its text, if its path names one. `data`: its content where it is not to be read from the file, as
    with standard input; `skip`: pass it on as it is.
    """

    path: str
    size: int
    settings: Settings
    encoding: str | None = None
    keep_encoding: bool = False
    language: str | None = None
    data: bytes | None = None
    skip: bool = False


@dataclass
class Found:
    """The files of a run. `missing`: (path, why) for paths that cannot be read; `unread`: how many files of each
    suffix in a folder were passed over, as not plainly text to repair."""

    jobs: list[Job] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=dict)


def job_for(path: str, size: int, configuration: Configuration, data: bytes | None = None) -> Job:
    """The job for a file that is to be done whatever it is."""
    absolute = os.path.abspath(path)
    options = configuration.for_folder(os.path.dirname(absolute)).options
    known = format_named(options.format) if options.format else format_of(path)
    settings = configuration.settings_for(absolute, known.name if known else "plain")
    language = language_named(absolute.replace(os.sep, "/"))
    return Job(path, size, settings, options.encoding, options.keep_encoding, language, data)


def find_jobs(paths: Iterable[str], configuration: Configuration) -> Found:
    """The jobs for `paths`, each file once."""
    found = Found()
    seen: set[tuple[int, int]] = set()
    for path, status, explicit in _files(paths, configuration, found):
        known = format_of(path)
        if known is None and not explicit:
            continue
        # A file reached twice, as by a symbolic link, would be written by two processes at once.
        identity = (status.st_dev, status.st_ino)
        if identity in seen:
            continue
        seen.add(identity)
        if known is not None and not explicit and not known.wanted(path.replace(os.sep, "/")):
            suffix = os.path.splitext(path)[1].lower()
            found.unread[suffix] = found.unread.get(suffix, 0) + 1
            continue
        found.jobs.append(job_for(path, status.st_size, configuration))
    return found


def _files(
    paths: Iterable[str], configuration: Configuration, found: Found
) -> Iterator[tuple[str, os.stat_result, bool]]:
    """(path, status, whether it was named itself) of the files."""
    for path in paths:
        try:
            status = os.stat(path)
        except OSError as error:
            found.missing.append((path, error.strerror or "cannot be read"))
            continue
        if is_excluded(path, configuration):
            continue
        if os.path.isdir(path):
            yield from _walk(path, configuration, _Ignored.above(os.path.abspath(path)), found)
        elif os.path.isfile(path):
            yield path, status, True
        else:
            found.missing.append((path, "is neither a file nor a folder"))


def is_excluded(path: str, configuration: Configuration) -> bool:
    """Whether `path`, named itself, is left out: it or a folder above it is excluded, and `force-exclude` is on."""
    place = os.path.abspath(path)
    here = configuration.for_folder(os.path.dirname(place))
    if not here.options.force_exclude:
        return False
    top = here.root_of("exclude")
    is_folder = os.path.isdir(place)
    while place != top and place != os.path.dirname(place):
        if configuration.excludes(place, is_folder=is_folder):
            return True
        place, is_folder = os.path.dirname(place), True
    return False


def _walk(
    folder: str, configuration: Configuration, ignored: _Ignored, found: Found
) -> Iterator[tuple[str, os.stat_result, bool]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        found.missing.append((folder, error.strerror or "cannot be read"))
        return
    absolute = os.path.abspath(folder)
    if any(entry.name == ".gitignore" for entry in entries):
        ignored = ignored.with_file(absolute)
    for entry in entries:
        path = os.path.join(folder, entry.name) if folder != "." else entry.name
        place = os.path.join(absolute, entry.name)
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and entry.name.startswith("."):
            continue
        if configuration.excludes(place, is_folder=is_folder) or ignored.covers(place, is_folder):
            continue
        if is_folder:
            yield from _walk(path, configuration, ignored, found)
        elif entry.is_file():
            try:
                yield path, entry.stat(), False
            except OSError as error:
                found.missing.append((path, error.strerror or "cannot be read"))


class _Ignored:
    """The .gitignore files that hold in a folder, outermost first, each with its own folder."""

    def __init__(self, specs: tuple[tuple[str, GitIgnoreSpec], ...] = ()) -> None:
        self._specs = specs

    @classmethod
    def above(cls, folder: str) -> _Ignored:
        """Those between the top of the git repository that `folder` is in, and `folder`, exclusive.

        Outside a repository there are none; nor where they ignore `folder` itself, which the user has named.
        """
        outer = []
        top = folder
        while not os.path.exists(os.path.join(top, ".git")):
            parent = os.path.dirname(top)
            if parent == top:
                return cls()
            top = parent
            outer.append(top)
        ignored = cls()
        for place in reversed(outer):
            if os.path.isfile(os.path.join(place, ".gitignore")):
                ignored = ignored.with_file(place)
        return cls() if ignored.covers(folder, True) else ignored

    def with_file(self, folder: str) -> _Ignored:
        """With the .gitignore in `folder` added."""
        # Imported here: it takes as long to import as everything else together.
        from pathspec import GitIgnoreSpec

        try:
            with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="surrogateescape") as file:
                spec = GitIgnoreSpec.from_lines(file)
        except (OSError, ValueError):  # unreadable, or with a pattern that git too would pass over
            return self
        return _Ignored((*self._specs, (folder, spec)))

    def covers(self, path: str, is_folder: bool) -> bool:
        """Whether `path`, absolute, is ignored: the innermost file that speaks of it decides."""
        for folder, spec in reversed(self._specs):
            relative = os.path.relpath(path, folder).replace(os.sep, "/") + ("/" if is_folder else "")
            verdict = spec.check_file(relative).include
            if verdict is not None:
                return verdict
        return False
