"""Names that the first parts of the package need of the later ones, set by the package."""
