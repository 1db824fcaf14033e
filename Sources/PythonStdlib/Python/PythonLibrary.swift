import Interpreter

/// Library modules of our own writing in Python; a native module of the same name comes first.
enum PythonLibrary {
  /// Declares the modules; nothing is compiled before the first import.
  static func install(_ vm: VM) {
    let modules: [(String, String)] = [
      ("abc", abcModule), ("bisect", bisectModule), ("collections", collectionsModule), ("collections.abc", collectionsAbcModule),
      ("contextlib", contextlibModule), ("copy", copyModule), ("dataclasses", dataclassesModule), ("enum", enumModule),
      ("functools", functoolsModule), ("heapq", heapqModule), ("io", ioModule), ("itertools", itertoolsModule),
      ("json", jsonModule), ("numbers", numbersModule), ("operator", operatorModule), ("re", reModule),
      ("statistics", statisticsModule), ("string", stringModule), ("textwrap", textwrapModule), ("types", typesModule),
      ("typing", typingModule),
    ]
    for (name, source) in modules where vm.pythonModules[name] == nil { vm.pythonModules[name] = source }
  }
}
