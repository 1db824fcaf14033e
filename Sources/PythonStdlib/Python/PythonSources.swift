import Interpreter

/// Modules of the library that are written in Python: compiled when first imported.
enum PythonSources {
  /// Makes them importable.
  static func install(_ vm: VM) {
    vm.pythonModules["collections"] = collections
    vm.pythonModules["functools"] = functools
    vm.pythonModules["itertools"] = itertools
    vm.pythonModules["operator"] = operator_
  }
}
