extension VM {
  /// Fills `builtins`: types, exceptions, functions.
  func installBuiltins() {
    installTemporary()
    for type in types.visible.reversed() where type.name != "range" { builtins.set(self, type.name, .object(type)) }
  }
}
