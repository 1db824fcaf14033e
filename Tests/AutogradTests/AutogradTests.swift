import Testing

/// All suites of this target, one after the other: the default generator belongs to one thread at a time.
@Suite(.serialized) enum AutogradTests {}
