import Glibc

/// The interpreter: registers, frames, builtin types, modules. Every use holds the interpreter lock of the process.
///
/// Several may live in a process, one thread at a time for all of them: each has types and names of its own, the list of
/// the collector is shared. One that was made lives as long as the process, because objects in cycles outlive their users.
public final class VM {
  /// Builtin types.
  package let types = Types()
  /// Interned names that native code looks up.
  package internal(set) var names = Names()
  /// Interned names of `Special`, by raw value.
  let specialNames: UnsafeMutablePointer<Slot>
  let methodCache: UnsafeMutablePointer<MethodCacheEntry>

  /// The register stack and its end; `top` is the first free slot.
  let stack: UnsafeMutablePointer<Slot>
  let stackLimit: UnsafeMutablePointer<Slot>
  ///
  /// It lies in the innermost frame record: frames come and go without moving it.
  var top: UnsafeMutablePointer<Slot> {
    @inline(__always) get { current.pointee.end }
    @inline(__always) set { current.pointee.end = newValue }
  }
  /// Frame records, innermost last.
  let frames: UnsafeMutablePointer<FrameRecord>
  /// The innermost frame; `frames` itself, a record that only knows the end of the stack in use, when there is none.
  var current: UnsafeMutablePointer<FrameRecord>
  /// Number of frames.
  var frameCount: Int { current - frames }
  /// Native calls that count for the recursion limit.
  private var nativeDepth = 0
  /// No frame may be pushed above this one: the recursion limit less the native calls.
  var frameLimit: UnsafeMutablePointer<FrameRecord>
  private static var frameCapacity: Int { 1_200_000 }
  /// The recursion limit (`sys.setrecursionlimit`).
  package var recursionLimit = 1000 { didSet { countNative(0) } }
  /// Counts native calls that begin (1) or end (-1).
  @inline(__always)
  func countNative(_ change: Int) {
    nativeDepth &+= change
    frameLimit = frames + (min(recursionLimit, VM.frameCapacity &- 16) &- nativeDepth)
  }
  /// Lowest native stack address that may be used; set by the thread that runs Python.
  var nativeStackLimit: UInt = 0

  /// Namespace of `builtins`, looked up after a module's globals.
  package private(set) lazy var builtins = DictObject(self, capacity: 200)
  /// `sys.modules`.
  package private(set) lazy var modules = DictObject(self)
  /// Interned names.
  private let interning = Interning()
  /// Whether cycles are collected without being asked for.
  package var isCollectorEnabled = true
  /// `sys.set_int_max_str_digits`: most digits of a decimal conversion; 0 is no limit.
  package var maximumIntegerDigits = 4300
  /// How native modules are made, by name; filled by `PythonStdlib` and the bindings.
  package private(set) var nativeModules: [String: ModuleMaker] = [:]

  /// Makes a native module importable under `name`; nothing is built before the import.
  package func registerModule(_ name: String, _ make: @escaping (VM) throws(Raised) -> ModuleObject) {
    nativeModules[name] = ModuleMaker(make: make)
  }
  /// Where `print` and uncaught errors go when `sys.stdout`/`sys.stderr` are the native streams.
  package var writeOutput: (_ stream: OutputStream, _ bytes: UnsafeBufferPointer<UInt8>) -> Void = VM.writeToDescriptor
  package var flushOutput: (_ stream: OutputStream) -> Void = { _ in }
  /// Where `input()` reads; nil at the end of input.
  package var readInput: (VM, _ prompt: String, _ password: Bool) throws(Raised) -> String? = VM.readLineFromStdin
  /// Sources of cells and files by filename, for tracebacks.
  package var sources: [String: [String]] = [:]
  /// `sys.argv`.
  package var arguments: [String] = []
  /// Set from any thread: the machine raises KeyboardInterrupt at the next poll.
  let interruptFlag = SharedFlag()
  /// Set when a cell takes the last memory; the next poll raises MemoryError.
  let memoryFlag = SharedFlag()
  /// Anything to do at the next poll: interrupt or collection.
  let pollFlag = SharedFlag()
  /// State of builtins and containers.
  package var builtin = BuiltinState()
  /// Modules of our own writing in Python, by name: source text. A native module of the same name comes first.
  package private(set) var pythonModules: [String: String] = [:]

  /// Makes Python files importable by their module names; nothing is compiled before the import.
  package func registerPython(_ files: [(module: String, source: String)]) {
    for file in files {
      precondition(pythonModules.updateValue(file.source, forKey: file.module) == nil, "two files of \(file.module)")
    }
  }
  /// `sys.path` before `sys` is imported.
  package var defaultPath: [String] = [""]
  /// Called at polls when set (threads hand over the lock here).
  package var pollHook: ((VM) throws(Raised) -> Void)?
  /// A debugger's traps, while one is at work.
  package var traps: Traps?
  /// Called when an exception is raised, before its frames are left.
  package var raiseHook: ((VM, ExceptionObject) -> Void)?
  /// Runs awaitables of top-level `await` (set by `asyncio`).
  package var awaitRunner: ((VM, Value) throws(Raised) -> Value)?
  /// State of a binding (`torch`), opaque here.
  package var bindingState: AnyObject?
  /// Number of frames that are handling an exception.
  var handledCount = 0
  /// The last `run` ended by a yield.
  var yielded = false
  /// What a generator returned.
  var generatorResult: Value = .none
  /// The exception whose next traceback entry exists already (re-raise).
  var skipTraceback: ExceptionObject?
  /// `builtins` for the loop.
  private(set) var builtinsRef: Unmanaged<DictObject>?
  /// Addresses of types that the loop knows.
  let listType: UnsafeMutableRawPointer
  let tupleType: UnsafeMutableRawPointer
  private(set) lazy var buildClassFunction = BuildClassFunction(self)
  /// Hook that the debugger and `sys.settrace` set.
  package var traceHook: ((VM) throws(Raised) -> Void)?

  /// Singletons.
  package private(set) lazy var notImplemented: Object = Object(kind: .notImplemented, type: types.notImplemented)
  package private(set) lazy var ellipsis: Object = Object(kind: .ellipsis, type: types.ellipsis)
  package private(set) lazy var emptyString = StrObject(self, "")
  package private(set) lazy var emptyTuple = TupleObject(self, [])
  /// One-character strings of Latin-1, made at first use.
  private var characters: [StrObject?] = Array(repeating: nil, count: 256)

  struct MethodCacheEntry {
    var name: UInt
    var version: UInt32
    var value: Slot
  }

  /// The two output streams.
  package enum OutputStream: Int32 { case stdout = 1, stderr = 2 }

  /// Makes an interpreter with builtin types and functions; library modules come when imported.
  package init() {
    let stackSlots = 8 << 20
    stack = VM.map(bytes: stackSlots * 16).assumingMemoryBound(to: Slot.self)
    stackLimit = stack + (stackSlots - 4096)
    frames = VM.map(bytes: VM.frameCapacity * MemoryLayout<FrameRecord>.stride)
      .assumingMemoryBound(to: FrameRecord.self)
    frames.pointee.end = stack
    current = frames
    frameLimit = frames + 1000
    specialNames = .allocate(capacity: Special.allCases.count)
    specialNames.initialize(repeating: .undefined, count: Special.allCases.count)
    methodCache = VM.map(bytes: 4096 * MemoryLayout<MethodCacheEntry>.stride)
      .assumingMemoryBound(to: MethodCacheEntry.self)
    listType = Unmanaged.passUnretained(types.list).toOpaque()
    tupleType = Unmanaged.passUnretained(types.tuple).toOpaque()
    setNativeStackLimit()
    _ = Unmanaged.passRetained(self)
    types.finish(self)
    for special in Special.allCases { specialNames[Int(special.rawValue)] = .owned(intern(special.name)) }
    names.fill(self)
    Object.checkLayout(emptyString)
    builtinsRef = Unmanaged.passUnretained(builtins)
    CoreNamespaces.install(self)
    FunctionConstructors.install(self)
    ExceptionNamespaces.install(self)
    installBuiltins()
    SequenceLayout.check(self)
  }

  /// Reserves zeroed memory whose pages cost nothing until touched.
  private static func map(bytes: Int) -> UnsafeMutableRawPointer {
    let raw = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard let raw, raw != MAP_FAILED else { fatalError("cannot reserve \(bytes) bytes for the machine") }
    return raw
  }

  /// Takes the stack of the calling thread as the one Python runs on.
  package func setNativeStackLimit() {
    var attributes = pthread_attr_t()
    var address: UnsafeMutableRawPointer?
    var size = 0
    if pthread_getattr_np(pthread_self(), &attributes) == 0 {
      pthread_attr_getstack(&attributes, &address, &size)
      pthread_attr_destroy(&attributes)
    }
    nativeStackLimit = UInt(bitPattern: address) &+ 256 * 1024
  }

  /// What another thread needs to interrupt the machine: two addresses and no object, since counts in this module are
  /// not atomic and no other thread may touch one.
  package struct InterruptHandle: Sendable {
    fileprivate let interruptFlag: SharedFlag
    fileprivate let memoryFlag: SharedFlag
    fileprivate let pollFlag: SharedFlag

    /// Asks the machine to raise KeyboardInterrupt; callable from any thread and from signal handlers.
    package func interrupt() {
      interruptFlag.set()
      pollFlag.set()
    }

    /// Asks the machine to poll.
    package func requestPoll() { pollFlag.set() }

    /// Asks the machine to raise MemoryError; a waiting KeyboardInterrupt comes first.
    package func interruptForMemory() {
      memoryFlag.set()
      pollFlag.set()
    }
  }

  /// The handle for other threads.
  package var interruptHandle: InterruptHandle {
    InterruptHandle(interruptFlag: interruptFlag, memoryFlag: memoryFlag, pollFlag: pollFlag)
  }

  /// Tells whether an interrupt waits; long native loops ask and then call `checkInterrupt`.
  package var interruptPending: Bool { interruptFlag.isSet || memoryFlag.isSet }

  /// Forgets that memory was short.
  package func clearMemoryShortage() { memoryFlag.take() }

  /// Raises KeyboardInterrupt, or MemoryError, when one waits.
  package func checkInterrupt() throws(Raised) {
    if interruptFlag.isSet && interruptFlag.take() {
      throw raised(types.keyboardInterrupt, "")
    }
    if memoryFlag.isSet && memoryFlag.take() { throw memoryError() }
  }

  // MARK: Strings

  /// A string object of Swift text.
  package func string(_ text: String) -> StrObject { StrObject(self, text) }

  /// The interned string of `text`.
  package func intern(_ text: String) -> StrObject { interning.intern(StrObject(self, text)) }

  /// The interned equal of `text`.
  package func intern(_ text: StrObject) -> StrObject {
    interning.intern(text.hasHeapType ? StrObject(self, codePoints: text.codePoints) : text)
  }

  /// A string of one code point.
  package func character(_ point: UInt32) -> StrObject {
    if point < 256 {
      if let known = characters[Int(point)] { return known }
      let made = StrObject(self, codePoints: [point])
      characters[Int(point)] = made
      return made
    }
    return StrObject(self, codePoints: [point])
  }

  // MARK: Stack for native calls

  /// Room for `count` slots above the current frame, all undefined; give it back with `releaseStack`.
  package func reserveStack(_ count: Int) throws(Raised) -> UnsafeMutablePointer<Slot> {
    let start = top
    if start + count >= stackLimit { throw recursionError() }
    start.initialize(repeating: .undefined, count: count)
    top = start + count
    return start
  }

  /// Releases `count` slots from `start` and lowers the top of the stack to it.
  package func releaseStack(_ start: UnsafeMutablePointer<Slot>, count: Int) {
    for i in 0..<count {
      let old = start[i]
      start[i] = .undefined
      old.release()
    }
    top = start
  }

  private static func writeToDescriptor(_ stream: OutputStream, _ bytes: UnsafeBufferPointer<UInt8>) {
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let n = write(stream.rawValue, base + written, bytes.count - written)
      if n <= 0 { return }
      written += n
    }
  }

  private static func readLineFromStdin(_ vm: VM, _ prompt: String, _ password: Bool) throws(Raised) -> String? {
    if !prompt.isEmpty {
      var text = prompt
      text.withUTF8 { vm.writeOutput(.stdout, $0) }
      vm.flushOutput(.stdout)
    }
    return readLine(strippingNewline: true)
  }
}

/// How a native module is made.
package struct ModuleMaker {
  let make: (VM) throws(Raised) -> ModuleObject
}

/// Interned names that native code looks up, filled when the VM starts.
package struct Names {
  package var module = Slot.undefined
  package var name = Slot.undefined
  package var qualname = Slot.undefined
  package var doc = Slot.undefined
  package var dict = Slot.undefined
  package var classCell = Slot.undefined
  package var slots = Slot.undefined
  package var annotations = Slot.undefined
  package var builtins = Slot.undefined
  package var file = Slot.undefined
  package var all = Slot.undefined
  package var path = Slot.undefined
  package var classAttribute = Slot.undefined
  package var value = Slot.undefined
  package var typeParams = Slot.undefined

  mutating func fill(_ vm: VM) {
    module = .owned(vm.intern("__module__"))
    name = .owned(vm.intern("__name__"))
    qualname = .owned(vm.intern("__qualname__"))
    doc = .owned(vm.intern("__doc__"))
    dict = .owned(vm.intern("__dict__"))
    classCell = .owned(vm.intern("__classcell__"))
    slots = .owned(vm.intern("__slots__"))
    annotations = .owned(vm.intern("__annotations__"))
    builtins = .owned(vm.intern("__builtins__"))
    file = .owned(vm.intern("__file__"))
    all = .owned(vm.intern("__all__"))
    path = .owned(vm.intern("__path__"))
    classAttribute = .owned(vm.intern("__class__"))
    value = .owned(vm.intern("value"))
    typeParams = .owned(vm.intern("__type_params__"))
  }
}

/// GNU extension that Glibc's module map hides behind `_GNU_SOURCE`.
@_silgen_name("pthread_getattr_np")
private func pthread_getattr_np(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32
