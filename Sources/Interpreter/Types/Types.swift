/// The builtin types, made once when the VM starts. A type's namespace is filled when first looked into.
package final class Types {
  package let object: TypeObject
  package let type: TypeObject
  private var all: [TypeObject] = []

  package let none, bool, int, float, complex, str, bytes, bytearray, memoryview: TypeObject
  package let list, tuple, dict, set, frozenset, range, slice: TypeObject
  package let dictKeys, dictValues, dictItems, mappingProxy: TypeObject
  package let function, builtinFunction, methodDescriptor, wrapperDescriptor, method: TypeObject
  package let property, classMethod, staticMethod, superType, memberDescriptor, getSetDescriptor: TypeObject
  package let module, code, cell, frame, traceback, generator, coroutine, asyncGenerator: TypeObject
  package let notImplemented, ellipsis, weakref, genericAlias, unionType: TypeObject
  package let listIterator, tupleIterator, rangeIterator, strIterator, dictKeyIterator, dictValueIterator: TypeObject
  package let dictItemIterator, setIterator, callableIterator, sequenceIterator, bytesIterator: TypeObject
  package let enumerate, zip, map, filter, reversed: TypeObject

  // Exceptions
  package let baseException, exception, systemExit, keyboardInterrupt, generatorExit: TypeObject
  package let baseExceptionGroup, exceptionGroup: TypeObject
  package let stopIteration, stopAsyncIteration, arithmeticError, floatingPointError, overflowError: TypeObject
  package let zeroDivisionError, assertionError, attributeError, bufferError, eofError, importError: TypeObject
  package let moduleNotFoundError, lookupError, indexError, keyError, memoryError, nameError: TypeObject
  package let unboundLocalError, osError, fileExistsError, fileNotFoundError, isADirectoryError: TypeObject
  package let notADirectoryError, permissionError, timeoutError, blockingIOError, childProcessError: TypeObject
  package let connectionError, brokenPipeError, connectionAbortedError, connectionRefusedError: TypeObject
  package let connectionResetError, interruptedError, processLookupError: TypeObject
  package let referenceError, runtimeError, notImplementedError, recursionError, syntaxError: TypeObject
  package let indentationError, tabError, systemError, typeError, valueError, unicodeError: TypeObject
  package let unicodeDecodeError, unicodeEncodeError, unicodeTranslateError: TypeObject
  package let warning, userWarning, deprecationWarning, pendingDeprecationWarning, syntaxWarning: TypeObject
  package let runtimeWarning, futureWarning, importWarning, unicodeWarning, bytesWarning, resourceWarning: TypeObject
  package let encodingWarning: TypeObject
  /// The empty bytes and those of one byte.
  let byteConstants = ByteConstants()
  private var knownWriteName: StrObject?
  /// The interned name `write`.
  func writeName(_ vm: VM) -> StrObject {
    if let knownWriteName { return knownWriteName }
    let made = vm.intern("write")
    knownWriteName = made
    return made
  }

  init() {
    let object = TypeObject(
      name: "object", bases: [], instanceKind: .instance, metatype: nil, namespace: DictObject(bootstrap: ()))
    let type = TypeObject(
      name: "type", bases: [object], instanceKind: .type, metatype: nil, namespace: DictObject(bootstrap: ()))
    self.object = object
    self.type = type
    var all: [TypeObject] = [object, type]

    func make(_ name: String, _ kind: Kind, base: TypeObject? = nil, isBase: Bool = true) -> TypeObject {
      let made = TypeObject(
        name: name, bases: [base ?? object], instanceKind: kind, metatype: nil, namespace: DictObject(bootstrap: ()))
      made.isBase = isBase
      all.append(made)
      return made
    }
    func error(_ name: String, _ base: TypeObject) -> TypeObject {
      let made = make(name, .exception, base: base)
      made.hasAttributes = true
      return made
    }

    none = make("NoneType", .none, isBase: false)
    int = make("int", .int)
    bool = make("bool", .bool, base: int, isBase: false)
    float = make("float", .float)
    complex = make("complex", .complex)
    str = make("str", .str)
    bytes = make("bytes", .bytes)
    bytearray = make("bytearray", .bytearray)
    memoryview = make("memoryview", .memoryview, isBase: false)
    list = make("list", .list)
    tuple = make("tuple", .tuple)
    dict = make("dict", .dict)
    set = make("set", .set)
    frozenset = make("frozenset", .frozenset)
    range = make("range", .range, isBase: false)
    slice = make("slice", .slice, isBase: false)
    dictKeys = make("dict_keys", .dictKeys, isBase: false)
    dictValues = make("dict_values", .dictValues, isBase: false)
    dictItems = make("dict_items", .dictItems, isBase: false)
    mappingProxy = make("mappingproxy", .mappingProxy, isBase: false)
    function = make("function", .function, isBase: false)
    builtinFunction = make("builtin_function_or_method", .nativeFunction, isBase: false)
    methodDescriptor = make("method_descriptor", .nativeFunction, isBase: false)
    wrapperDescriptor = make("wrapper_descriptor", .nativeFunction, isBase: false)
    method = make("method", .boundMethod, isBase: false)
    property = make("property", .property)
    classMethod = make("classmethod", .classMethod)
    staticMethod = make("staticmethod", .staticMethod)
    superType = make("super", .superObject)
    memberDescriptor = make("member_descriptor", .memberDescriptor, isBase: false)
    getSetDescriptor = make("getset_descriptor", .getSetDescriptor, isBase: false)
    module = make("module", .module)
    code = make("code", .code, isBase: false)
    cell = make("cell", .cell, isBase: false)
    frame = make("frame", .frame, isBase: false)
    traceback = make("traceback", .traceback, isBase: false)
    generator = make("generator", .generator, isBase: false)
    coroutine = make("coroutine", .coroutine, isBase: false)
    asyncGenerator = make("async_generator", .asyncGenerator, isBase: false)
    notImplemented = make("NotImplementedType", .notImplemented, isBase: false)
    ellipsis = make("ellipsis", .ellipsis, isBase: false)
    weakref = make("ReferenceType", .weakref)
    genericAlias = make("GenericAlias", .native, isBase: false)
    unionType = make("UnionType", .native, isBase: false)
    listIterator = make("list_iterator", .listIterator, isBase: false)
    tupleIterator = make("tuple_iterator", .tupleIterator, isBase: false)
    rangeIterator = make("range_iterator", .rangeIterator, isBase: false)
    strIterator = make("str_ascii_iterator", .strIterator, isBase: false)
    dictKeyIterator = make("dict_keyiterator", .dictIterator, isBase: false)
    dictValueIterator = make("dict_valueiterator", .dictIterator, isBase: false)
    dictItemIterator = make("dict_itemiterator", .dictIterator, isBase: false)
    setIterator = make("set_iterator", .iterator, isBase: false)
    callableIterator = make("callable_iterator", .iterator, isBase: false)
    sequenceIterator = make("iterator", .iterator, isBase: false)
    bytesIterator = make("bytes_iterator", .iterator, isBase: false)
    enumerate = make("enumerate", .iterator)
    zip = make("zip", .iterator)
    map = make("map", .iterator)
    filter = make("filter", .iterator)
    reversed = make("reversed", .iterator)

    let baseException = error("BaseException", object)
    self.baseException = baseException
    let exception = error("Exception", baseException)
    self.exception = exception
    systemExit = error("SystemExit", baseException)
    keyboardInterrupt = error("KeyboardInterrupt", baseException)
    generatorExit = error("GeneratorExit", baseException)
    baseExceptionGroup = error("BaseExceptionGroup", baseException)
    exceptionGroup = error("ExceptionGroup", baseExceptionGroup)
    stopIteration = error("StopIteration", exception)
    stopAsyncIteration = error("StopAsyncIteration", exception)
    arithmeticError = error("ArithmeticError", exception)
    floatingPointError = error("FloatingPointError", arithmeticError)
    overflowError = error("OverflowError", arithmeticError)
    zeroDivisionError = error("ZeroDivisionError", arithmeticError)
    assertionError = error("AssertionError", exception)
    attributeError = error("AttributeError", exception)
    bufferError = error("BufferError", exception)
    eofError = error("EOFError", exception)
    importError = error("ImportError", exception)
    moduleNotFoundError = error("ModuleNotFoundError", importError)
    lookupError = error("LookupError", exception)
    indexError = error("IndexError", lookupError)
    keyError = error("KeyError", lookupError)
    memoryError = error("MemoryError", exception)
    nameError = error("NameError", exception)
    unboundLocalError = error("UnboundLocalError", nameError)
    osError = error("OSError", exception)
    fileExistsError = error("FileExistsError", osError)
    fileNotFoundError = error("FileNotFoundError", osError)
    isADirectoryError = error("IsADirectoryError", osError)
    notADirectoryError = error("NotADirectoryError", osError)
    permissionError = error("PermissionError", osError)
    timeoutError = error("TimeoutError", osError)
    blockingIOError = error("BlockingIOError", osError)
    childProcessError = error("ChildProcessError", osError)
    connectionError = error("ConnectionError", osError)
    brokenPipeError = error("BrokenPipeError", connectionError)
    connectionAbortedError = error("ConnectionAbortedError", connectionError)
    connectionRefusedError = error("ConnectionRefusedError", connectionError)
    connectionResetError = error("ConnectionResetError", connectionError)
    interruptedError = error("InterruptedError", osError)
    processLookupError = error("ProcessLookupError", osError)
    referenceError = error("ReferenceError", exception)
    runtimeError = error("RuntimeError", exception)
    notImplementedError = error("NotImplementedError", runtimeError)
    recursionError = error("RecursionError", runtimeError)
    syntaxError = error("SyntaxError", exception)
    indentationError = error("IndentationError", syntaxError)
    tabError = error("TabError", indentationError)
    systemError = error("SystemError", exception)
    typeError = error("TypeError", exception)
    valueError = error("ValueError", exception)
    unicodeError = error("UnicodeError", valueError)
    unicodeDecodeError = error("UnicodeDecodeError", unicodeError)
    unicodeEncodeError = error("UnicodeEncodeError", unicodeError)
    unicodeTranslateError = error("UnicodeTranslateError", unicodeError)
    warning = error("Warning", exception)
    userWarning = error("UserWarning", warning)
    deprecationWarning = error("DeprecationWarning", warning)
    pendingDeprecationWarning = error("PendingDeprecationWarning", warning)
    syntaxWarning = error("SyntaxWarning", warning)
    runtimeWarning = error("RuntimeWarning", warning)
    futureWarning = error("FutureWarning", warning)
    importWarning = error("ImportWarning", warning)
    unicodeWarning = error("UnicodeWarning", warning)
    bytesWarning = error("BytesWarning", warning)
    resourceWarning = error("ResourceWarning", warning)
    encodingWarning = error("EncodingWarning", warning)
    self.all = all
  }

  /// Gives every type its metatype, its namespace's type and its MRO.
  func finish(_ vm: VM) {
    for made in all {
      made.finishBootstrap(vm, metatype: type)
      made.namespace.finishBootstrap(type: dict)
      var order: [TypeObject] = [made]
      while let base = order[order.count - 1].base { order.append(base) }
      made.setMRO(order)
    }
    exceptionGroup.setBases([baseExceptionGroup, exception])
    exceptionGroup.setMRO([exceptionGroup, baseExceptionGroup, exception, baseException, object])
    for made in [function, builtinFunction, module, property, classMethod, staticMethod] { made.hasAttributes = true }
    builtinFunction.hasAttributes = false
    for made in [classMethod, staticMethod] { made.hasAttributes = true }
    generator.hasFinalizer = true
    coroutine.hasFinalizer = true
    asyncGenerator.hasFinalizer = true
  }

  /// All builtin types.
  var everything: [TypeObject] { all }

  /// All exception types.
  var exceptions: [TypeObject] { all.filter { $0.instanceKind == .exception } }

  /// The types that `builtins` shows under their names.
  var visible: [TypeObject] {
    let hidden: Set<String> = [
      "NoneType", "dict_keys", "dict_values", "dict_items", "mappingproxy", "function",
      "builtin_function_or_method", "method_descriptor", "wrapper_descriptor", "method", "member_descriptor",
      "getset_descriptor", "module", "code", "cell", "frame", "traceback", "generator", "coroutine",
      "async_generator", "NotImplementedType", "ellipsis", "ReferenceType", "list_iterator", "tuple_iterator",
      "range_iterator", "str_ascii_iterator", "dict_keyiterator", "dict_valueiterator", "dict_itemiterator",
      "set_iterator", "callable_iterator", "GenericAlias", "UnionType", "iterator", "bytes_iterator",
    ]
    return all.filter { !hidden.contains($0.name) }
  }
}
