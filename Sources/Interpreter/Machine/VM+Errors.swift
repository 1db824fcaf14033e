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
      text = "module '\(module.name)' has no attribute '\(name.string)'"
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
}
