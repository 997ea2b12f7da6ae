"""`fix` and `check`: one way through for both, whichever way the command line was read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from transclean.batch.mend import Action, Result
from transclean.batch.pool import mend_files
from transclean.batch.write import replace_file
from transclean.cli.console import results, say, with_progress
from transclean.cli.inputs import STDIN, configuration_from, find_inputs
from transclean.cli.tally import Tally
from transclean.errors import ConfigError, TranscleanError
from transclean.options import Options
from transclean.report import open_report
from transclean.report.color import palette_for


def run(command: str, paths: Sequence[str], given: Mapping[str, Any]) -> int:
    """Run `fix` or `check`; the exit code. Raises TranscleanError if the run as a whole cannot be."""
    configuration = configuration_from(given)
    options = configuration.run
    if options.no_cache:
        os.environ["TRANSCLEAN_CACHE_DIR"] = ""  # for the processes of this run too
    writes = command == "fix" and not (options.diff or options.check)
    # Where the repaired text goes; None: into the files themselves, or nowhere.
    sink = (options.output or (STDIN if STDIN in paths else None)) if writes else None
    if sink == STDIN and options.output_file is None and (options.output_format != "text" or options.statistics):
        raise ConfigError("standard output takes the repaired text: give --output or --output-file too")
    found = find_inputs(paths, configuration)
    if sink is not None and len(found.jobs) > 1:
        raise ConfigError("--output takes the text of one file only")
    action = Action(write=writes and sink is None, diff=options.diff, give_back=sink is not None)
    outcomes = mend_files(found.jobs, action, processes=options.jobs)
    tally = Tally(checks=command == "check", writes=writes, problems=len(found.missing))
    _report(with_progress(outcomes, len(found.jobs)), options, tally, sink)
    _summarise(options, tally, sink)
    return tally.exit_code(non_zero_on_fix=options.exit_non_zero_on_fix)


def _report(outcomes: Iterable[Result], options: Options, tally: Tally, sink: str | None) -> None:
    """Take in the results as they come, and write what there is to write of each."""
    with results(options.output_file) as stream:
        palette = palette_for(sys.stdout if options.output_file is None else stream, options.color)
        report = None
        # Where standard output carries the text, findings are written only if they have a place of their own.
        if not options.diff and (sink != STDIN or options.output_file is not None):
            report = open_report(options.output_format, stream, palette)
        for result in outcomes:
            tally.add(result)
            if result.problem:
                say(f"{result.path}: {result.problem}")
            elif result.notice and not options.quiet:
                say(f"{result.path}: {result.notice}")
            if sink is not None and result.data is not None:
                _write(result.data, sink)
            if result.diff:
                stream.write(palette.diff(result.diff))
            if report is not None and not options.statistics:
                every = options.verbose or options.output_format != "text"
                report.add([finding for finding in result.located if every or not finding.applied])
        if report is not None:
            if options.statistics:
                report.count(tally.rows())
            report.close()


def _summarise(options: Options, tally: Tally, sink: str | None) -> None:
    """Say what happened: below the findings, or on standard error where standard output is for something else."""
    if options.quiet:
        return
    if sink == STDIN:
        if options.verbose or sys.stderr.isatty():
            print(tally.summary(), file=sys.stderr)
    elif options.diff:
        print(tally.summary(), file=sys.stderr)
    elif options.output_format == "text" or options.output_file is not None:
        print(tally.summary())


def _write(data: bytes, sink: str) -> None:
    """Write the repaired text of the one input to where it is wanted."""
    if sink == STDIN:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        replace_file(sink, data)
    except OSError as error:
        raise TranscleanError(f"{sink}: {error.strerror or error}") from None
