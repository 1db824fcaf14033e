extension VM {
  /// Fills `builtins`: types, exceptions, functions.
  func installBuiltins() {
    for type in types.visible.reversed() { builtins.set(self, type.name, .object(type)) }
    Numbers.install(self)
    Text.install(self)
    Containers.install(self)
    GenericAlias.installContainers(self)
    BuiltinFunctions.install(self)
  }
}
