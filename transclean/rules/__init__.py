"""The rules: a folder a family, a file a mechanism or a table. Each module lists its own in `RULES`."""
