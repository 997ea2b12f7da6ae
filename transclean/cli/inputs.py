"""What a command is given: options as written, paths and standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from transclean.batch.walk import Found, Job, find_jobs, is_excluded, job_for
from transclean.cli.console import counted, say
from transclean.config import Configuration
from transclean.errors import ConfigError
from transclean.options import Kind, checked, declared

STDIN = "-"


def configuration_from(given: Mapping[str, Any]) -> Configuration:
    """The configuration under the options `given`, by name of field and as written on the command line."""
    values = {}
    for name, value in given.items():
        option = declared()[name]
        if option.kind is Kind.LIST:
            value = [part.strip() for item in value for part in item.split(",") if part.strip()]
        try:
            values[name] = checked(name, value)
        except ConfigError as error:
            raise ConfigError(f"--{option.spelling}: {error}") from None
    return Configuration(values)


def find_inputs(paths: Sequence[str], configuration: Configuration) -> Found:
    """The jobs for `paths`, or for standard input; says what is not to be had and what is passed over."""
    if STDIN in paths:
        return Found(jobs=[_standard_input(paths, configuration)])
    found = find_jobs(paths, configuration)
    for path, why in found.missing:
        say(f"{path}: {why}")
    if found.unread and not configuration.run.quiet:
        files = counted(sum(found.unread.values()), "file")
        say(f"{files} skipped, not plainly text to repair: {', '.join(sorted(found.unread))}")
    return found


def _standard_input(paths: Sequence[str], configuration: Configuration) -> Job:
    if len(paths) > 1:
        raise ConfigError("standard input (-) does not go with other paths")
    data = sys.stdin.buffer.read()
    name = configuration.run.stdin_filename
    if name is None:
        return job_for(STDIN, len(data), configuration, data)
    return replace(job_for(name, len(data), configuration, data), skip=is_excluded(name, configuration))
