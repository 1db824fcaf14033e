extension VM {
  /// An exception of a type with one message argument.
  package func raised(_ type: TypeObject, _ message: String) -> Raised {
    let args = message.isEmpty && type === types.keyboardInterrupt ? [] : [Value.object(string(message))]
    return Raised(ExceptionObject(self, type: type, args: TupleObject.make(self, args)))
  }
  /// An exception of a type with given arguments.
  package func raised(_ type: TypeObject, arguments: [Value]) -> Raised {
    Raised(ExceptionObject(self, type: type, args: TupleObject.make(self, arguments)))
  }
  package func typeError(_ message: String) -> Raised { raised(types.typeError, message) }
  package func valueError(_ message: String) -> Raised { raised(types.valueError, message) }
  package func indexError(_ message: String) -> Raised { raised(types.indexError, message) }
  package func keyError(_ key: Value) -> Raised { raised(types.keyError, arguments: [key]) }
  package func attributeError(_ message: String) -> Raised { raised(types.attributeError, message) }
  package func runtimeError(_ message: String) -> Raised { raised(types.runtimeError, message) }
  package func overflowError(_ message: String) -> Raised { raised(types.overflowError, message) }
  package func zeroDivisionError(_ message: String) -> Raised { raised(types.zeroDivisionError, message) }
  /// What `OSError(number, text, file, …)` makes: the kind of error that belongs to the number.
  package func osError(_ arguments: [Value]) -> Raised {
    do throws(Raised) {
      let made = try call(.object(types.osError), arguments)
      return made.asException.map { Raised($0) } ?? raised(types.osError, arguments: arguments)
    } catch {
      return error
    }
  }
  package func memoryError() -> Raised {
    guard let sandbox else { return raised(types.memoryError, arguments: []) }
    return raised(types.memoryError, "the sandbox lets a program hold \(sandbox.memoryLimit >> 20) MB")
  }
  package func notImplementedError(_ message: String) -> Raised { raised(types.notImplementedError, message) }
  package func recursionError(_ during: String = "") -> Raised {
    raised(types.recursionError, "maximum recursion depth exceeded" + during)
  }
  /// `NameError` with the name attribute that suggestions need.
  package func nameError(_ name: StrObject) -> Raised {
    let error = raised(types.nameError, "name '\(name.string)' is not defined")
    setInstanceAttribute(error.exception, intern("name"), .object(name))
    return error
  }
  /// `AttributeError` as the general attribute rule raises it.
  package func noAttribute(_ value: Value, _ name: StrObject) -> Raised {
    let text: String
    if case .object(let o) = value, let type = o as? TypeObject {
      text = "type object '\(type.name)' has no attribute '\(name.string)'"
    } else if case .object(let o) = value, let module = o as? ModuleObject {
      let shown = module.namespace.find(name: names.name).value.asStr.map { " '\($0.string)'" } ?? ""
      text = "module\(shown) has no attribute '\(name.string)'"
    } else {
      text = "'\(self.type(of: value).operandName)' object has no attribute '\(name.string)'"
    }
    let error = attributeError(text)
    setInstanceAttribute(error.exception, intern("name"), .object(name))
    setInstanceAttribute(error.exception, intern("obj"), value)
    return error
  }

  /// Guards native recursion (repr of nested lists, comparison, sort keys): depth and stack address.
  @inline(__always)
  package func enterNative(_ during: String = "") throws(Raised) {
    var marker = 0
    let address = withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    if current >= frameLimit || address < nativeStackLimit { throw recursionError(during) }
    countNative(1)
  }
  /// Ends what `enterNative` began.
  @inline(__always)
  package func leaveNative() { countNative(-1) }

  /// Reports an error that cannot be raised (in `__del__`, callbacks), by `sys.unraisablehook` when a program set one.
  package func reportUnraisable(_ error: Raised, _ prefix: String, _ object: Object) {
    if let sys = builtin.sysModule, let hook = sys.namespace.get(self, "unraisablehook"),
      let own = sys.namespace.get(self, "__unraisablehook__"), !hook.isSame(as: own), !hook.isNone
    {
      let told = simpleNamespace([
        ("exc_type", .object(error.exception.type)), ("exc_value", .object(error.exception)),
        ("exc_traceback", tracebackObject(error.exception)), ("err_msg", .none), ("object", .object(object)),
      ])
      if (try? call(hook, [told])) != nil { return }
    }
    let shown = (try? repr(.object(object)).string) ?? "<object>"
    let text = "\(prefix)\(shown)\n" + tracebackText(error.exception)
    writeError(text)
  }

  /// Writes to `sys.stderr`, whatever that is by now.
  package func writeError(_ text: String) {
    if let sys = builtin.sysModule, let stream = sys.namespace.get(self, "stderr"),
      let own = sys.namespace.get(self, "__stderr__"), !stream.isSame(as: own)
    {
      if !stream.isNone { _ = try? callMethod(stream, "write", [.object(string(text))]) }
      return
    }
    var text = text
    text.withUTF8 { writeOutput(.stderr, $0) }
  }
}
