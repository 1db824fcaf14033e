extension VM {
  /// Fills `builtins`: types, exceptions, functions.
  func installBuiltins() {
    for type in types.visible { builtins.set(self, type.name, .object(type)) }
    Containers.install(self)
  }
}
