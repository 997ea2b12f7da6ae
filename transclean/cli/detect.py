"""`transclean detect`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transclean.batch.walk import Job
from transclean.cli.console import results, say
from transclean.cli.inputs import configuration_from, find_inputs
from transclean.cli.tally import DONE, FAILED
from transclean.decode import BinaryError, decode
from transclean.detection import Detection, detect_text
from transclean.errors import TranscleanError
from transclean.formats import format_named
from transclean.located import Places
from transclean.report.color import Palette, palette_for
from transclean.report.text import visible


def detect(paths: Sequence[str], given: Mapping[str, Any]) -> int:
    """Say which language a text is in, what it was translated from, and what was left untranslated."""
    configuration = configuration_from(given)
    options = configuration.run
    found = find_inputs(paths, configuration)
    code = FAILED if found.missing else DONE
    objects = []
    with results(options.output_file) as stream:
        palette = palette_for(sys.stdout if options.output_file is None else stream, options.color)
        for job in found.jobs:
            try:
                text = _text(job)
            except BinaryError as error:
                say(f"{job.path}: {error}")
            except (TranscleanError, OSError) as error:
                say(f"{job.path}: {error.strerror if isinstance(error, OSError) else error}")
                code = FAILED
            else:
                detection = detect_text(text)
                if options.output_format == "json":
                    objects.append(_as_object(job.path, text, detection))
                else:
                    stream.writelines(_lines(job.path, text, detection, palette))
        if options.output_format == "json":
            stream.write(json.dumps(objects, ensure_ascii=False, indent=1) + "\n")
    return code


def _text(job: Job) -> str:
    data = job.data
    if data is None:
        with open(job.path, "rb") as file:
            data = file.read()
    return decode(data, job.encoding, format_named(job.settings.format).declared(data)).text


def _lines(path: str, text: str, detection: Detection, palette: Palette) -> Iterator[str]:
    yield f"{palette.path(path)}: {palette.code(detection.language)} {detection.probability:.2f}"
    source = detection.source
    if source.language:
        yield f", translated from {palette.code(source.language)}"
    elif source.leader:
        yield f", perhaps translated from {palette.code(source.leader)}"
    if source.evidence:
        yield palette.dim(f" ({', '.join(map(visible, source.evidence))})")
    yield "\n"
    places = Places(text)
    for fragment in detection.fragments:
        line, column = places.at(fragment.span.start)
        shown = visible(text[fragment.span.start : fragment.span.end])
        yield f"  {line}:{column}  {palette.code(fragment.language)}  {shown}\n"


def _as_object(path: str, text: str, detection: Detection) -> dict[str, Any]:
    places = Places(text)
    fragments = []
    for fragment in detection.fragments:
        start, end = fragment.span
        (line, column), (end_line, end_column) = places.at(start), places.at(end)
        fragments.append(
            {
                "language": fragment.language,
                "start": start,
                "end": end,
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "text": text[start:end],
            }
        )
    source = detection.source
    return {
        "path": path,
        "language": detection.language,
        "probability": detection.probability,
        "source": {
            "language": source.language,
            "leader": source.leader,
            "score": source.score,
            "evidence": list(source.evidence),
        },
        "fragments": fragments,
    }
