"""The command line: one file a command. It reads options and prints; it decides nothing about text."""
