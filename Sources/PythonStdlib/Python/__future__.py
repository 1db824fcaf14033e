"""Names of language changes."""
all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                     "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"]


class _Feature:
    compiler_flag = 0

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "_Feature(%r)" % self._name


nested_scopes, generators, division, absolute_import, with_statement, print_function, unicode_literals, barry_as_FLUFL, \
    generator_stop, annotations = map(_Feature, all_feature_names)
