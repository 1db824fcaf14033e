import Glibc
import Syntax

// `import`: native modules first (made by the functions in `nativeModules`), then modules of our own writing in
// Python (`pythonModules`), then files on `sys.path`.

extension VM {
  // MARK: Instructions

  @inline(never)
  func importName(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let loaded = loadedModule(frame, i, base[i.b])
    if !loaded.isUndefined {
      loaded.retain()
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(loaded)
      return
    }
    let name = unsafeDowncast(frame.pointee.header.pointee.names[i.c].object, to: StrObject.self).string
    let fromList = base[i.b].value
    let own = ownBuiltins(of: frame.pointee.globals.reference)
    let hook = (own == nil ? builtins : own?.asDict)?.get(self, "__import__")
    if hook == nil { throw raised(types.importError, "__import__ not found") }
    if let hook, hook.kind != .nativeFunction {
      // A program put a function of its own in the place of `__import__`.
      let globals = Value.object(frame.pointee.globals.reference)
      let made = try call(hook, [.object(string(name)), globals, .none, fromList, .int(i.extra)])
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(made.intoOwned())
      return
    }
    let module = try importModule(
      name, globals: frame.pointee.globals.reference, fromList: fromList, level: i.extra)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(module.intoOwned())
  }

  @inline(never)
  func importFrom(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    frame.pointee.pc = i + 1
    if base[i.b].isKind(.module), !base[i.b].object.hasHeapType {
      let namespace = unsafeBitCast(base[i.b].pointer, to: ModuleObject.self).namespace
      let found = namespace.find(name: frame.pointee.header.pointee.names[i.c])
      if !found.isUndefined {
        found.retain()
        (base + i.a).put(found)
        return
      }
    }
    let module = base[i.b].value
    let name = unsafeDowncast(frame.pointee.header.pointee.names[i.c].object, to: StrObject.self)
    if let found = try getAttrOrNil(module, name) {
      (base + i.a).put(found.intoOwned())
      return
    }
    let package = moduleText(module, names.name)
    if let sub = modules.get(self, "\(package).\(name.string)") {
      (base + i.a).put(sub.intoOwned())
      return
    }
    let file = moduleText(module, names.file)
    let place = file.isEmpty ? "unknown location" : file
    let error = raised(
      types.importError, "cannot import name '\(name.string)' from '\(package)' (\(place))")
    setInstanceAttribute(error.exception, intern("name"), .object(string(package)))
    setInstanceAttribute(error.exception, intern("name_from"), .object(name))
    if !file.isEmpty { setInstanceAttribute(error.exception, intern("path"), .object(string(file))) }
    throw error
  }

  @inline(never)
  func importStar(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    frame.pointee.pc = i + 1
    let module = base[i.a].value
    let target: DictObject
    if let locals = frame.pointee.locals?.reference as? DictObject {
      target = locals
    } else {
      target = frame.pointee.globals.reference
    }
    let all = try getAttrOrNil(module, intern("__all__"))
    if let all {
      for name in try list(of: all) {
        guard case .object(let o) = name, let text = o as? StrObject else {
          throw typeError("Item in \(moduleText(module, names.name)).__all__ must be str, not \(type(of: name).name)")
        }
        target.set(name: .borrowed(intern(text)), value: try getAttr(module, text))
      }
    } else if case .object(let o) = module, let m = o as? ModuleObject {
      for item in m.namespace.items {
        guard case .object(let k) = item.key, let text = k as? StrObject, !text.string.hasPrefix("_") else { continue }
        target.set(name: .borrowed(intern(text)), value: item.value)
      }
    } else if let namespace = try getAttrOrNil(module, intern("__dict__")) {
      // Any object can stand in `sys.modules`.
      for name in try list(of: namespace) {
        guard let text = name.asStr, !text.string.hasPrefix("_") else { continue }
        target.set(name: .borrowed(intern(text)), value: try getAttr(module, text))
      }
    } else {
      throw raised(types.importError, "from-import-* object has no __dict__ and no __all__")
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
  }

  private func moduleText(_ module: Value, _ name: Slot) -> String {
    guard case .object(let o) = module, let m = o as? ModuleObject else { return "" }
    let slot = m.namespace.find(name: name)
    return slot.isKind(.str) ? unsafeDowncast(slot.object, to: StrObject.self).string : ""
  }

  // MARK: Finding

  /// `__import__`: the top package for `import a.b`, the module itself for `from a.b import c`.
  package func importModule(
    _ name: String, globals: DictObject? = nil, fromList: Value = .none, level: Int = 0
  ) throws(Raised) -> Value {
    var absolute = name
    if level > 0 {
      absolute = try resolveRelative(name, globals, level)
    } else if name.isEmpty {
      throw valueError("Empty module name")
    }
    var parent: Value?
    var first: Value?
    var path = ""
    for part in absolute.split(separator: ".", omittingEmptySubsequences: false) {
      let full = path.isEmpty ? String(part) : "\(path).\(part)"
      let isNew = modules.get(self, full) == nil
      let module = try loadModule(full, parent: parent)
      // A package may have something else of that name by now.
      if let parent {
        if isNew || !isInNamespace(of: parent, String(part)) { try? setAttr(parent, String(part), module) }
      }
      if first == nil { first = module }
      parent = module
      path = full
    }
    guard let module = parent, let top = first else { throw noModule(absolute) }
    if fromList.isNone { return level > 0 ? module : top }
    if case .object(let o) = fromList, let tuple = o as? TupleObject { try loadSubmodules(module, path, tuple) }
    return module
  }

  /// Whether a module has a name of its own; its `__getattr__` is not asked.
  private func isInNamespace(of module: Value, _ name: String) -> Bool {
    guard case .object(let o) = module, let m = o as? ModuleObject else { return false }
    return m.namespace.get(self, name) != nil
  }

  /// `from package import submodule` loads the submodule.
  private func loadSubmodules(_ module: Value, _ path: String, _ wanted: TupleObject) throws(Raised) {
    guard case .object(let o) = module, let m = o as? ModuleObject else { return }
    for value in wanted.values {
      guard case .object(let n) = value, let text = n as? StrObject, text.string != "*" else { continue }
      // Mostly the name is there, and nobody needs to know whether the module is a package.
      if !m.namespace.find(name: .borrowed(intern(text))).isUndefined { continue }
      if m.namespace.find(name: names.path).isUndefined && !hasBuiltinChildren(path) { return }
      if try getAttrOrNil(module, text) != nil { continue }
      let full = "\(path).\(text.string)"
      do {
        let sub = try loadModule(full, parent: module)
        try setAttr(module, text, sub)
      } catch {
        // What is missing may be the submodule or something that it imports.
        let missing = try getAttrOrNil(.object(error.exception), intern("name")).flatMap { textOf($0) }
        if missing != full || !error.exception.type.isSubtype(of: types.moduleNotFoundError) { throw error }
      }
    }
  }

  private func hasBuiltinChildren(_ path: String) -> Bool {
    nativeModules.keys.contains { $0.hasPrefix(path + ".") } || pythonModules.keys.contains { $0.hasPrefix(path + ".") }
  }

  func resolveRelative(_ name: String, _ globals: DictObject?, _ level: Int) throws(Raised) -> String {
    var package = globals?.get(self, "__package__").flatMap { textOf($0) } ?? ""
    if package.isEmpty, let own = globals?.get(self, "__name__").flatMap({ textOf($0) }) {
      let isPackage = globals?.get(self, "__path__") != nil
      package = isPackage ? own : own.split(separator: ".").dropLast().joined(separator: ".")
    }
    if package.isEmpty { throw raised(types.importError, "attempted relative import with no known parent package") }
    var parts = package.split(separator: ".").map(String.init)
    if level - 1 >= parts.count + (parts.isEmpty ? 0 : 0) && level > 1 {
      throw raised(types.importError, "attempted relative import beyond top-level package")
    }
    parts.removeLast(level - 1)
    if !name.isEmpty { parts.append(name) }
    return parts.joined(separator: ".")
  }

  private func textOf(_ value: Value) -> String? {
    if case .object(let o) = value, let text = o as? StrObject { return text.string }
    return nil
  }

  private func noModule(_ name: String) -> Raised {
    let error = raised(types.moduleNotFoundError, "No module named '\(name)'")
    setInstanceAttribute(error.exception, intern("name"), .object(string(name)))
    return error
  }

  /// The module of a full name, made when it is not in `sys.modules`.
  func loadModule(_ name: String, parent: Value?) throws(Raised) -> Value {
    if let known = modules.get(self, name) {
      if known.isNone {
        throw raised(types.moduleNotFoundError, "import of \(name) halted; None in sys.modules")
      }
      return known
    }
    for finder in askedFinders() {
      if let found = try module(name, by: finder, parent) { return found }
    }
    throw noModule(name)
  }

  /// What a finder of `sys.meta_path` finds and loads; nil: nothing.
  private func module(_ name: String, by finder: Value, _ parent: Value?) throws(Raised) -> Value? {
    let place = finders.firstIndex { (own) in finder.asObject === own }
    switch place {
    case 0: return try builtInModule(name, parent)
    case 1: return nil
    case 2: return try moduleOnPath(name, parent)
    default:
      let path = try parent.flatMap { (module) throws(Raised) in try getAttrOrNil(module, intern("__path__")) }
      return try load(name, by: finder, path ?? .none)
    }
  }

  /// A module of the program itself that goes before files.
  private func builtInModule(_ name: String, _ parent: Value?) throws(Raised) -> Value? {
    if let maker = nativeModules[name] {
      let module = try maker.make(self)
      modules.set(self, name, .object(module))
      return .object(module)
    }
    return isBuiltIn(name, parent) ? try libraryModule(name) : nil
  }

  /// A module of a file on `sys.path`, or on the path of the package it belongs to; then one of the library.
  private func moduleOnPath(_ name: String, _ parent: Value?) throws(Raised) -> Value? {
    let folders: [String]
    if let parent {
      guard let path = try getAttrOrNil(parent, intern("__path__")) else {
        throw raised(
          types.moduleNotFoundError,
          "No module named '\(name)'; '\(name.split(separator: ".").dropLast().joined(separator: "."))' is not a package"
        )
      }
      folders = try list(of: path).compactMap { textOf($0) }
    } else {
      folders = searchPath()
    }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let hasHooks = hasPathHooks
    var portions: [String] = []
    for folder in folders {
      if hasHooks, let found = try load(name, inEntry: folder) { return found }
      let prefix = folder.isEmpty ? last : "\(folder)/\(last)"
      if let module = try fileModule(name, "\(prefix)/__init__.py", path: prefix) { return module }
      if let module = try fileModule(name, "\(prefix).py", path: nil) { return module }
      if errno == ENOTDIR {
        if !hasHooks, let found = try load(name, inEntry: folder) { return found }
        continue
      }
      if isFolder(prefix) { portions.append(prefix.hasPrefix("/") ? prefix : "\(currentFolder())/\(prefix)") }
    }
    if let module = try libraryModule(name) { return module }
    return portions.isEmpty ? nil : namespacePackage(name, portions)
  }

  /// A package without a file: folders of that name, of all places where modules are looked for.
  private func namespacePackage(_ name: String, _ portions: [String]) -> Value {
    let module = ModuleObject(self, name: name)
    module.namespace.set(self, "__package__", .object(string(name)))
    module.namespace.set(self, "__file__", .none)
    module.namespace.set(self, "__path__", .object(ListObject.make(self, portions.map { .object(string($0)) })))
    modules.set(self, name, .object(module))
    return .object(module)
  }

  private func isFolder(_ path: String) -> Bool {
    if let sandbox, !sandbox.allows(path, .read) { return false }
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether a module of the library comes before files of its name: what CPython has in its binary does, and the parts of
  /// a package of the library. All else may be shadowed by a file on `sys.path`.
  private func isBuiltIn(_ name: String, _ parent: Value?) -> Bool {
    guard let parent else { return Self.frozen.contains(name) }
    guard case .object(let o) = parent, let module = o as? ModuleObject else { return true }
    let file = module.namespace.get(self, "__file__").flatMap { textOf($0) }
    return file?.hasPrefix("<") ?? true
  }
  private static let frozen: Set<String> = [
    "abc", "atexit", "codecs", "collections.abc", "errno", "functools", "gc", "genericpath", "io", "_io_base",
    "_io_buffered", "_io_files", "_io_text", "_io_textfile", "itertools", "operator", "os", "posixpath", "stat", "torch", "types", "warnings", "weakref", "__future__",
  ]

  private func libraryModule(_ name: String) throws(Raised) -> Value? {
    if pythonModules[name] == nil { return nil }
    let path = libraryPackages.contains(name) ? "" : nil
    return try executeModule(name, filename: "<frozen \(name)>", path: path) { () throws(Raised) in try libraryCode(name) }
  }

  /// The source of the library module that has this file name.
  func librarySource(_ filename: String) -> [UInt8]? {
    filename.hasPrefix("<frozen ") ? librarySource(of: String(filename.dropFirst(8).dropLast())) : nil
  }

  /// `sys.path`.
  private func searchPath() -> [String] {
    guard let sys = modules.get(self, "sys"), let path = try? getAttrOrNil(sys, intern("path")),
      let entries = try? list(of: path)
    else { return defaultPath }
    return entries.compactMap { textOf($0) }
  }

  /// The module of a file, its code from the cache when it is there; nil when the file cannot be read, `errno` tells why.
  private func fileModule(_ name: String, _ filename: String, path: String?) throws(Raised) -> Value? {
    if let sandbox, !sandbox.allows(filename, .read) { return nil }
    let descriptor = open(filename, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    var isOpen = true
    defer { if isOpen { _ = Glibc.close(descriptor) } }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    if let code = codeCache?.code(self, filename, info) {
      return try executeModule(name, filename: filename, path: path) { code }
    }
    guard let source = readDescriptor(descriptor) else { return nil }
    isOpen = Glibc.close(descriptor) != 0
    return try executeModule(name, filename: filename, path: path) { () throws(Raised) in
      try compile(source, filename: filename, mode: .exec, file: info)
    }
  }

  private func executeModule(
    _ name: String, filename: String, path: String?, code: () throws(Raised) -> Code?
  ) throws(Raised) -> Value {
    let module = ModuleObject(self, name: name)
    module.namespace.set(self, "__file__", .object(string(filename)))
    module.namespace.set(self, "__builtins__", .object(builtins))
    let package = path != nil ? name : name.split(separator: ".").dropLast().joined(separator: ".")
    module.namespace.set(self, "__package__", .object(string(package)))
    if let path {
      module.namespace.set(self, "__path__", .object(ListObject.make(self, [.object(string(path))])))
    }
    modules.set(self, name, .object(module))
    do throws(Raised) {
      if let code = try code() { _ = try runCode(code, globals: module.namespace) }
    } catch {
      _ = modules.remove(name: .borrowed(intern(name)))
      throw error
    }
    // A module may replace itself in sys.modules.
    return modules.get(self, name) ?? .object(module)
  }

  /// Content of a file; nil when it cannot be read.
  package func readFile(_ path: String, streams: Bool = false) -> [UInt8]? {
    if let sandbox, !sandbox.allows(path, .read) {
      errno = EACCES
      return nil
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { _ = Glibc.close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG || streams && info.st_mode & S_IFMT != S_IFDIR
    else {
      errno = EISDIR
      return nil
    }
    return readDescriptor(descriptor)
  }

  /// What an open file holds up to its end; nil: it cannot be read, `errno` tells why.
  package func readDescriptor(_ descriptor: Int32) -> [UInt8]? {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = Glibc.read(descriptor, &buffer, buffer.count)
      if n < 0 && errno == EINTR { continue }
      if n <= 0 { return n < 0 ? nil : result }
      result.append(contentsOf: buffer[0..<n])
    }
  }
}
