"""Text, spans, edits and segments. Depends on nothing else in the project."""
