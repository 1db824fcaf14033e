import Interpreter

/// Modules of the library that are written in Python: compiled when first imported.
enum PythonSources {
  /// Makes them importable.
  static func install(_ vm: VM) {
    vm.pythonModules["__future__"] = futureModuleSource
    vm.pythonModules["abc"] = abcSource
    vm.pythonModules["array"] = arraySource
    vm.pythonModules["bisect"] = bisectSource
    vm.pythonModules["collections"] = collectionsSource
    vm.pythonModules["collections.abc"] = collectionsAbcSource
    vm.pythonModules["contextlib"] = contextlibSource
    vm.pythonModules["copy"] = copySource
    vm.pythonModules["dataclasses"] = dataclassesSource
    vm.pythonModules["datetime"] = datetimeSource
    vm.pythonModules["enum"] = enumSource
    vm.pythonModules["errno"] = errnoSource
    vm.pythonModules["fnmatch"] = fnmatchSource
    vm.pythonModules["functools"] = functoolsSource
    vm.pythonModules["glob"] = globSource
    vm.pythonModules["heapq"] = heapqSource
    vm.pythonModules["io"] = ioSource
    vm.pythonModules["itertools"] = itertoolsSource
    vm.pythonModules["json"] = jsonSource
    vm.pythonModules["logging"] = loggingSource
    vm.pythonModules["operator"] = operatorSource
    vm.pythonModules["os"] = osSource
    vm.pythonModules["os.path"] = osPathSource
    vm.pythonModules["pathlib"] = pathlibSource
    vm.pythonModules["string"] = stringSource
    vm.pythonModules["types"] = typesSource
    vm.pythonModules["typing"] = typingSource
    vm.pythonModules["warnings"] = warningsSource
    vm.pythonModules["weakref"] = weakrefSource
  }
}
