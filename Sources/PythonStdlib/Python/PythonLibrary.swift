import Interpreter

/// Library modules of our own writing in Python; a native module of the same name comes first.
enum PythonLibrary {
  /// Declares the modules; nothing is compiled before the first import.
  static func install(_ vm: VM) {
    let modules: [(String, String)] = [
      ("cmath", cmathModule), ("fractions", fractionsModule), ("numbers", numbersModule), ("pprint", pprintModule),
      ("re", reModule), ("statistics", statisticsModule), ("struct", structModule), ("textwrap", textwrapModule),
    ]
    for (name, source) in modules where vm.pythonModules[name] == nil { vm.pythonModules[name] = source }
  }
}
