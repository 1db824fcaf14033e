// What `sys.meta_path` begins with, and the finders that programs put beside them.

extension VM {
  /// `BuiltinImporter`, `FrozenImporter` and `PathFinder`: `loadModule` does the work of each itself; as objects they are
  /// places in `sys.meta_path`, with methods that `importlib.machinery` keeps in classes of its own.
  package var finders: [TypeObject] { extraTypes.finders }

  /// Makes `finders`.
  func makeFinders() -> [TypeObject] {
    let loading = ["find_spec", "create_module", "exec_module", "load_module", "get_source", "get_code", "is_package"]
    let searching = ["find_spec", "invalidate_caches", "find_distributions"]
    return [
      finder("BuiltinImporter", of: "_frozen_importlib", loading),
      finder("FrozenImporter", of: "_frozen_importlib", loading),
      finder("PathFinder", of: "_frozen_importlib_external", searching),
    ]
  }

  private func finder(_ name: String, of module: String, _ methods: [String]) -> TypeObject {
    nativeType(name, module: module) { (type, vm) in
      for method in methods {
        let made = NativeFunction(vm, "\(method)(*args, **kwargs)", "See importlib.machinery.", isRaw: true) {
          (vm, args) throws(Raised) in
          let machinery = try vm.importModule("importlib.machinery", fromList: .object(vm.emptyTuple))
          let target = try vm.getAttr(try vm.getAttr(machinery, "_" + name), method)
          return try vm.call(target.borrowed, args)
        }
        type.namespace.set(vm, made.name, .object(made))
      }
    }
  }

  /// What is asked for modules, in order: `sys.meta_path`.
  func askedFinders() -> [Value] {
    builtin.sysModule?.namespace.get(self, "meta_path")?.asList?.values ?? finders.map { .object($0) }
  }

  /// The module that a finder of the program's finds and loads; nil: it finds none.
  func load(_ name: String, by finder: Value, _ path: Value) throws(Raised) -> Value? {
    try loaded("_load_by", [finder, .object(string(name)), path])
  }

  /// The module that `sys.path_hooks` find in an entry of `sys.path` which is no folder, an archive mostly.
  func load(_ name: String, inEntry entry: String) throws(Raised) -> Value? {
    try loaded("_load_in", [.object(string(entry)), .object(string(name))])
  }

  private func loaded(_ function: String, _ arguments: [Value]) throws(Raised) -> Value? {
    let util = try importModule("importlib.util", fromList: .object(emptyTuple))
    let found = try callMethod(util, function, arguments)
    return found.isNone ? nil : found
  }

  /// Whether programs have added to `sys.path_hooks`.
  var hasPathHooks: Bool { (builtin.sysModule?.namespace.get(self, "path_hooks")?.asList?.count ?? 0) > 0 }
}
