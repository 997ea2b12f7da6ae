"""Configuration files: which holds for a file, and what it says.

`.transclean.toml`, `transclean.toml` or `[tool.transclean]` in `pyproject.toml`: the nearest in the file's folder or
above wins, alone. The command line beats it. Keys are the options of `transclean.options`; paths and patterns in a
configuration file are relative to its folder, and patterns are read as in .gitignore.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from transclean.errors import ConfigError
from transclean.options import Options, checked, declared, nearest
from transclean.pipeline import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILES = (".transclean.toml", "transclean.toml", "pyproject.toml")
# Folders of other people's files, in whose text nobody here takes an interest.
_ALWAYS_EXCLUDED = ("node_modules/", "site-packages/", "venv/", "__pycache__/")


@dataclass(frozen=True)
class FolderOptions:
    """The options that hold in a folder. `roots`: the folder that patterns of an option are relative to."""

    options: Options
    root: str
    given: frozenset[str]

    def root_of(self, option: str) -> str:
        """The folder that paths in `option` are relative to."""
        return os.getcwd() if option in self.given else self.root


class Configuration:
    """All that configuration files and the command line say. `given`: options from the command line, checked."""

    def __init__(self, given: Mapping[str, Any] | None = None) -> None:
        self._given = dict(given or {})
        self._by_folder: dict[str, FolderOptions] = {}
        self._settings: dict[tuple[Any, ...], Settings] = {}
        self._fixed: FolderOptions | None = None
        if "glossary" in self._given:
            self._given["glossary"] = tuple(map(os.path.abspath, self._given["glossary"]))
        if "config" in self._given:
            path = self._given["config"]
            table = _table_in(path, whole=os.path.basename(path) != "pyproject.toml")
            if table is None:
                raise ConfigError(f"{path}: has no [tool.transclean]")
            self._fixed = self._over(_read(table, path), os.path.dirname(os.path.abspath(path)))
        elif self._given.get("isolated"):
            self._fixed = self._over({}, os.getcwd())

    def for_folder(self, folder: str) -> FolderOptions:
        """The options for the files in `folder`, an absolute path."""
        if self._fixed:
            return self._fixed
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._look_up(folder)
        return known

    @property
    def run(self) -> Options:
        """The options of the run as a whole: those that hold where it was started."""
        return self.for_folder(os.getcwd()).options

    def settings_for(self, path: str, format_name: str) -> Settings:
        """What to do with the file at `path`, absolute, which is of format `format_name`."""
        here = self.for_folder(os.path.dirname(path))
        options = here.options
        target = options.target
        if "target" not in here.given:
            for pattern, language in options.languages:
                if _matches((pattern,), os.path.relpath(path, here.root)):
                    target = language
        ignored: list[str] = []
        for pattern, codes in options.per_file_ignores:
            if _matches((pattern,), os.path.relpath(path, here.root)):
                ignored += _names_of(codes)
        key = (id(here), target, tuple(ignored), format_name)
        if key not in self._settings:
            self._settings[key] = Settings(
                source=options.source,
                target=target,
                style=options.style,
                style_options=options.style_options,
                select=options.select,
                ignore=(*options.ignore, *ignored),
                extend_select=options.extend_select,
                unsafe_fixes=options.unsafe_fixes,
                glossaries=options.glossary,
                default_glossary=not options.no_glossary,
                format=format_name,
                format_options=options.format_options,
                allow=options.allow,
                protect=options.protect_re,
                cache=not options.no_cache,
            )
        return self._settings[key]

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether `path`, absolute, is among what is to be left out."""
        here = self.for_folder(os.path.dirname(path))
        name = os.path.basename(path) + ("/" if is_folder else "")
        if name in _ALWAYS_EXCLUDED:
            return True
        patterns = here.options.exclude
        if not patterns:
            return False
        relative = os.path.relpath(path, here.root_of("exclude"))
        return _matches(patterns, relative + ("/" if is_folder else ""))

    def _look_up(self, folder: str) -> FolderOptions:
        for name in _FILES:
            path = os.path.join(folder, name)
            table = _table_in(path, whole=name != "pyproject.toml") if os.path.isfile(path) else None
            if table is not None:
                return self._over(_read(table, path), folder)
        parent = os.path.dirname(folder)
        return self.for_folder(parent) if parent != folder else self._over({}, os.getcwd())

    def _over(self, values: Mapping[str, Any], root: str) -> FolderOptions:
        return FolderOptions(Options(**{**values, **self._given}), root, frozenset(self._given))


def _table_in(path: str, *, whole: bool) -> Mapping[str, object] | None:
    """What the TOML file at `path` says to transclean; None if nothing. `whole`: all of it is ours."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    if not whole and b"transclean" not in content:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        ours: object = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    for name in () if whole else ("tool", "transclean"):
        ours = ours.get(name) if isinstance(ours, dict) else None
    if ours is not None and not isinstance(ours, dict):
        raise ConfigError(f"{path}: tool.transclean is not a table")
    return ours


def _read(table: Mapping[str, object], path: str) -> dict[str, Any]:
    """The values in `table`, by name of option. Raises ConfigError naming the file, the key and the nearest one."""
    keys = {option.spelling: name for name, option in declared().items() if option.key}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            raise ConfigError(f"{path}: unknown key {key!r}{nearest(key, keys)}")
        name = keys[key]
        try:
            values[name] = checked(name, value)
            for selector in _selectors(name, values[name]):
                _names_of((selector,))
        except ConfigError as error:
            raise ConfigError(f"{path}: {key}: {error}") from None
    if "glossary" in values:
        folder = os.path.dirname(os.path.abspath(path))
        values["glossary"] = tuple(os.path.join(folder, glossary) for glossary in values["glossary"])
    return values


def _selectors(name: str, value: Any) -> tuple[str, ...]:
    """The rule selectors in the value of option `name`."""
    if name in ("select", "ignore", "extend_select"):
        return tuple(value)
    if name == "per_file_ignores":
        return tuple(code for _, codes in value for code in codes)
    return ()


def _names_of(selectors: tuple[str, ...]) -> list[str]:
    """The names of the rules that `selectors` mean: the narrowest selectors, which no other outweighs."""
    from transclean.rules.registry import select_rules

    return [rule.name for rule in select_rules(selectors)]


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    # Imported here: it takes as long to import as everything else together, and most runs need no patterns.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _matches(patterns: tuple[str, ...], relative: str) -> bool:
    if relative.startswith(".."):
        return False
    return _spec(patterns).match_file(relative.replace(os.sep, "/"))
