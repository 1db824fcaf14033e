"""`python -m sqlite3`: SQLite at a prompt."""
import argparse
import code
import sqlite3
import sys


def _run(cursor, text, keeps_on=True):
    """Prints the rows of a statement; an error is told, or ends the program."""
    try:
        for row in cursor.execute(text):
            print(row)
    except sqlite3.Error as e:
        name = getattr(e, "sqlite_errorname", None)
        print(f"{type(e).__name__} ({name}): {e}" if name else f"{type(e).__name__}: {e}", file=sys.stderr)
        if not keeps_on:
            sys.exit(1)


class _Prompt(code.InteractiveConsole):
    def __init__(self, connection):
        super().__init__()
        self._cursor = connection.cursor()

    def runsource(self, source, filename="<input>", symbol="single"):
        word = source.strip()
        if word == ".version":
            print(sqlite3.sqlite_version)
        elif word == ".help":
            print("Enter SQL, or .version, .help or .quit")
        elif word == ".quit":
            sys.exit(0)
        elif not sqlite3.complete_statement(source):
            return True
        else:
            _run(self._cursor, source)
        return False


def main():
    parser = argparse.ArgumentParser(prog="python -m sqlite3", description="SQLite at a prompt")
    parser.add_argument("filename", nargs="?", default=":memory:", help="the database, made when it does not exist (default: ':memory:')")
    parser.add_argument("sql", nargs="?", help="a statement to execute; its rows are printed")
    parser.add_argument("-v", "--version", action="version", version=f"SQLite version {sqlite3.sqlite_version}", help="the version of SQLite")
    options = parser.parse_args()
    shown = "a transient in-memory database" if options.filename == ":memory:" else repr(options.filename)
    connection = sqlite3.connect(options.filename, isolation_level=None)
    try:
        if options.sql:
            _run(connection.cursor(), options.sql, keeps_on=False)
        else:
            sys.ps1, sys.ps2 = "sqlite> ", "    ... "
            _Prompt(connection).interact(f"SQLite {sqlite3.sqlite_version}, connected to {shown}\nEnter SQL, or .help or .quit", exitmsg="")
    finally:
        connection.close()
    sys.exit(0)
