"""SQLite at a prompt (`python -m sqlite3`)."""
from _programs.sqlite3 import main

main()
