import Interpreter

/// Python's library: each module is made when it is first imported.
package enum Stdlib {
  /// Makes the modules importable.
  package static func install(_ vm: VM) {
    vm.registerModule("sys", SysModule.make)
    vm.registerModule("time", TimeModule.make)
    vm.registerModule("gc", GCModule.make)
    vm.registerModule("math", MathModule.make)
    vm.registerModule("_allocation", AllocationModule.make)
    vm.registerModule("cmath", ComplexMathModule.make)
    vm.registerModule("_random", RandomModule.make)
    vm.registerModule("_collections", CollectionsModule.make)
    vm.registerModule("_ordered", OrderedMethods.make)
    vm.registerModule("_exact_sums", StatisticsModule.make)
    vm.registerModule("posix", PosixModule.make)
    vm.registerModule("_weakref") { (vm) throws(Raised) in
      let module = ModuleObject(vm, name: "_weakref", doc: "Weak references.")
      module.constant(vm, "ref", .object(vm.types.weakref))
      module.function(vm, "getweakrefcount(object, /)", "How many weak references an object has.") { (_, args) in
        guard case .object(let o) = args[0] else { return .int(0) }
        return .int(WeakReferences.all(of: o).count)
      }
      module.function(vm, "getweakrefs(object, /)", "The weak references of an object.") { (vm, args) in
        guard case .object(let o) = args[0] else { return .object(ListObject.make(vm)) }
        return .object(ListObject.make(vm, WeakReferences.all(of: o).map { .object($0) }))
      }
      return module
    }
    vm.registerModule("_thread", ThreadModule.make)
    vm.registerModule("_process", ProcessModule.make)
    vm.registerModule("_signal", SignalModule.make)
    vm.registerModule("resource", ResourceModule.make)
    vm.registerModule("fcntl", FileControlModule.make)
    vm.registerModule("_terminal", TerminalModule.make)
    vm.registerModule("_system", SystemModule.make)
    vm.registerModule("_socket", SocketModule.make)
    vm.registerModule("_ssl", TLSModule.make)
    vm.registerModule("_traceback", TracebackModule.make)
    vm.registerModule("_library", LibraryModule.make)
    vm.registerModule("_foreign", ForeignModule.make)
    vm.registerModule("_re", RegexModule.make)
    vm.registerModule("_binascii", { (vm) throws(Raised) in shown(as: "binascii", try BinasciiModule.make(vm)) })
    vm.registerModule("_hashing", HashModule.make)
    vm.registerModule("zlib", ZlibModule.make)
    vm.registerModule("_bz2", Bzip2Module.make)
    vm.registerModule("_lzma", LzmaModule.make)
    vm.registerModule("_sqlite", SQLiteModule.make)
    vm.registerModule("pyexpat", ExpatModule.make)
    vm.registerModule("_trees", { (vm) throws(Raised) in shown(as: "_elementtree", try TreeModule.make(vm)) })
    vm.registerModule("unicodedata", UnicodeDataModule.make)
    vm.registerModule("_struct", StructModule.make)
    vm.registerModule("_mapping", MappingModule.make)
    vm.registerModule("_pickling", PickleModule.make)
    vm.registerModule("_copying", CopyModule.make)
    vm.registerModule("_dates", DatesModule.make)
    vm.registerModule("_memoryfiles", MemoryFiles.make)
    vm.registerModule("_decimals", DecimalModule.make)
    vm.registerModule("_pretty", PrettyModule.make)
    vm.registerModule("_tables", TableModule.make)
    vm.registerModule("_arrays", ArrayItems.makeModule)
    vm.registerModule("_native_json", JSONModule.make)
    vm.registerModule("_native_operator", { (vm) throws(Raised) in shown(as: "_operator", try OperatorModule.make(vm)) })
    vm.registerModule("_native_heapq", { (vm) throws(Raised) in shown(as: "_heapq", try HeapModule.make(vm)) })
    vm.registerModule("_native_bisect", { (vm) throws(Raised) in shown(as: "_bisect", try BisectModule.make(vm)) })
    vm.registerModule("_native_abc", { (vm) throws(Raised) in shown(as: "_abc", try AbstractModule.make(vm)) })
    vm.registerModule("_functools", FunctoolsModule.make)
    vm.registerModule("_native_functools", FunctoolsModule.make)
    vm.registerModule("_itertools", { (vm) throws(Raised) in shown(as: "itertools", try ItertoolsModule.make(vm)) })
    vm.registerModule("builtins", { (vm) throws(Raised) in
      ModuleObject(vm, name: "builtins", doc: "Built-in functions, types and exceptions.", namespace: vm.builtins)
    })
    vm.registerPython(PythonFiles.all)
  }

  /// Lets the functions of a module tell another module's name as theirs (`__module__`, messages): the one that users import.
  private static func shown(as name: String, _ module: ModuleObject) -> ModuleObject {
    for item in module.namespace.items {
      if case .object(let o) = item.value, let function = o as? NativeFunction { function.moduleName = name }
    }
    return module
  }
}
