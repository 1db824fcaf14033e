extension VM {
  /// Calls a Python function from native code.
  func callFunction(_ function: FunctionObject, _ arguments: Arguments) throws(Raised) -> Value {
    throw runtimeError("not yet")
  }
  /// Reports an error that cannot be raised (in `__del__`, callbacks).
  package func reportUnraisable(_ error: Raised, _ prefix: String, _ object: Object) {}
  /// `cls[key]`: `__class_getitem__`, generic aliases.
  package func classGetItem(_ cls: TypeObject, _ key: Value) throws(Raised) -> Value {
    throw typeError("type '\(cls.name)' is not subscriptable")
  }
}
