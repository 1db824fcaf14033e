"""The ElementTree interface."""
