"""Where the command `transclean` starts."""

from __future__ import annotations

import gc
import os
import signal
import sys


def main() -> int:
    """Run the command line; the exit code. Whatever happens, a user sees no traceback (but with TRANSCLEAN_DEBUG)."""
    # Imports make many objects and hardly any cycles; to look for these meanwhile takes a tenth of a small run.
    gc.set_threshold(50_000)
    # So that a run that is told to end puts away its temporary file first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("transclean: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:
        from transclean.errors import TranscleanError

        if os.environ.get("TRANSCLEAN_DEBUG"):
            raise
        kind = "" if isinstance(error, TranscleanError | OSError) else f"internal error: {type(error).__name__}: "
        print(f"transclean: {kind}{error}", file=sys.stderr)
        return 2
    finally:
        gc.freeze()  # the process ends: nothing is left to be looked for


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        from transclean._version import __version__

        print(f"transclean {__version__}")
        return 0
    from transclean.cli.quick import read_call

    call = read_call(arguments)
    if call is not None:
        from transclean.cli.run import run

        return run(*call)
    from transclean.cli.app import run_app

    return run_app(arguments)


if __name__ == "__main__":
    sys.exit(main())
