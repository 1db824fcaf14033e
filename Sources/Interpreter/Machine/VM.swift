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
  var stack: UnsafeMutablePointer<Slot>
  var stackLimit: UnsafeMutablePointer<Slot>
  ///
  /// It lies in the innermost frame record: frames come and go without moving it.
  var top: UnsafeMutablePointer<Slot> {
    @inline(__always) get { current.pointee.end }
    @inline(__always) set { current.pointee.end = newValue }
  }
  /// Frame records, innermost last.
  var frames: UnsafeMutablePointer<FrameRecord>
  /// The innermost frame; `frames` itself, a record that only knows the end of the stack in use, when there is none.
  var current: UnsafeMutablePointer<FrameRecord>
  /// Number of frames.
  var frameCount: Int { current - frames }
  /// Native calls that count for the recursion limit.
  var nativeDepth = 0
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
  /// What the program may not do; nil: everything is allowed.
  package var sandbox: Sandbox?
  /// Bytes of the cell's output, counted in a sandbox, and whether there were too many.
  var outputWritten = 0, outputErrorIsDue = false
  /// `sys.set_int_max_str_digits`: most digits of a decimal conversion; 0 is no limit.
  package var maximumIntegerDigits = 4300
  /// How native modules are made, by name; filled by `PythonStdlib` and the bindings.
  package private(set) var nativeModules: [String: ModuleMaker] = Dictionary(minimumCapacity: 200)

  /// Makes a native module importable under `name`; nothing is built before the import.
  package func registerModule(_ name: String, _ make: @escaping (VM) throws(Raised) -> ModuleObject) {
    nativeModules[name] = ModuleMaker(make: make)
  }
  /// Where `print` and uncaught errors go when `sys.stdout`/`sys.stderr` are the native streams.
  package var writeOutput: (_ stream: OutputStream, _ bytes: UnsafeBufferPointer<UInt8>) -> Void = VM.writeToDescriptor
  package var flushOutput: (_ stream: OutputStream) -> Void = { _ in }
  /// Where `input()` reads; nil at the end of input.
  package var readInput: (VM, _ prompt: String, _ password: Bool) throws(Raised) -> String? = VM.readLineFromStdin
  /// Whether that is the standard input of the process.
  package var readsStandardInput = true
  /// Sources of cells and files by filename, for tracebacks.
  package let sources = SourceLines()
  /// How Python was asked to start.
  package var startOptions = StartOptions()
  /// `sys.argv`.
  package var arguments: [String] = []
  /// Set from any thread: the running thread raises KeyboardInterrupt at the next poll. Each thread that can be
  /// interrupted has a flag of its own; this is the one of the thread that runs.
  var interruptFlag: SharedFlag
  /// The flag of the main thread, and one that nobody sets for threads that Python started.
  let mainInterruptFlag = SharedFlag()
  let unheardFlag = SharedFlag()
  /// Set when a cell takes the last memory; the next poll raises MemoryError.
  let memoryFlag = SharedFlag()
  /// Set when a signal came that Python handles; `signalHandler` runs at the main thread's next poll.
  let signalFlag = SharedFlag()
  package var signalHandler: ((VM) throws(Raised) -> Void)?
  /// Runs in the main thread instead of raising KeyboardInterrupt (a function for SIGINT).
  package var interruptHandler: ((VM) throws(Raised) -> Void)?
  /// Anything to do at the next poll: interrupt or collection.
  // (A variable: the loop would keep the address of a constant in a register that it needs for other things.)
  private(set) var pollFlag = SharedFlag()
  /// Who runs Python.
  package let lock: InterpreterLock
  /// The thread whose values the fields above are, and the one that gets KeyboardInterrupt.
  lazy var thread = mainThread
  private(set) lazy var mainThread = ThreadState(main: self)
  /// What the running thread writes to (the request of the cell that started it), opaque here; new threads inherit it.
  package var outputOwner: AnyObject?
  /// The `contextvars.Context` of the running thread, None before it needs one.
  package var contextObject: Value = .none
  /// `outputOwner` as Python code holds it, made when it asks.
  package var outputOwnerObject: Object?
  /// States of native threads that ask for the machine, by `pthread_self`.
  var languageThreads: [UInt: ThreadState] = [:]
  /// States of threads that Python started, and how many there are with those that are starting.
  var threads: [ThreadState] = []
  package internal(set) var threadCount = 0
  /// `pthread_self` of the main thread, once it has taken the lock.
  package internal(set) var mainIdentifier: UInt?
  /// State of builtins and containers.
  package var builtin = BuiltinState()
  /// Modules of our own writing in Python, by name: source text with a NUL behind it (`librarySource`). A native module of
  /// the same name comes first.
  package private(set) var pythonModules: [String: String] = [:]
  /// Those of them that have submodules.
  package var libraryPackages: Set<String> {
    if let known = knownPackages, known.count == pythonModules.count { return known.names }
    let names = Set(pythonModules.keys.compactMap { name in name.lastIndex(of: ".").map { String(name[..<$0]) } })
    knownPackages = (pythonModules.count, names)
    return names
  }
  private var knownPackages: (count: Int, names: Set<String>)?
  /// What inline caches have learned, for sites that see many kinds of objects.
  let wideCache = WideCache()
  /// What import statements mean.
  private(set) lazy var importNames = ImportNames()
  /// Their code, when the program carries it.
  lazy var frozenLibrary = FrozenLibrary(self)
  /// Libraries of files in the code cache, by number less 1.
  var cachedLibraries: [FrozenLibrary] = []
  /// Where code of imported files is kept.
  lazy var codeCache = CodeCache(self)
  /// Whether there is a module of our own writing of that name.
  package func hasLibrarySource(of name: String) -> Bool { pythonModules[name] != nil }
  /// The source text of a module of our own writing.
  package func librarySource(of name: String) -> [UInt8]? {
    guard var text = pythonModules[name] else { return nil }
    // (The view's own elements would be copied one by one.)
    return text.withUTF8 { Array(UnsafeBufferPointer(rebasing: $0.dropLast())) }
  }

  /// Makes Python files, each with a NUL at its end, importable by their module names; nothing is compiled before the import.
  package func registerPython(_ files: [(module: String, source: String)]) {
    pythonModules.reserveCapacity(pythonModules.count + files.count)
    for file in files {
      precondition(pythonModules.updateValue(file.source, forKey: file.module) == nil, "two files of \(file.module)")
    }
  }
  /// `sys.path` before `sys` is imported.
  package var defaultPath: [String] = [""]
  /// Called at polls when set (a debugger stops here).
  package var pollHook: ((VM) throws(Raised) -> Void)?
  /// Behind the jump whose poll has just raised; the loop looks at it when it catches the exception.
  var interruptedJump: InstructionPointer?
  /// Whether tracebacks keep the variables of the frames they name.
  package var keepsFrames = false
  /// The traps of a debugger and of trace functions, once there were some.
  var traps: Traps?
  /// What the running thread has set with `sys.settrace` and `sys.setprofile`.
  var tracer: Tracer?
  /// Threads that have set something, and whether there are some.
  var tracingThreads = 0
  var isTracing = false
  /// Called when an exception is raised, before its frames are left.
  package var raiseHook: ((VM, ExceptionObject) -> Void)?
  /// Runs awaitables of top-level `await` (set by `asyncio`).
  package var awaitRunner: ((VM, Value) throws(Raised) -> Value)?
  /// Swift objects that live as long as the interpreter.
  private var keptObjects: [AnyObject] = []
  /// Keeps a Swift object as long as the interpreter.
  package func keep(_ object: AnyObject) { keptObjects.append(object) }
  /// State of a binding (`torch`), opaque here.
  package var bindingState: AnyObject?
  /// Number of frames that are handling an exception.
  var handledCount = 0
  /// The last `run` ended by a yield.
  var yielded = false
  /// Builtin `next` asks an iterator: the StopIteration of a Python class inside of it is kept here.
  var wantsStop = false
  var lastStop: ExceptionObject?
  /// What `throw` got, for a sub-iterator that is no generator.
  var thrownArguments: [Value] = []
  /// Where `__name__` lies in the namespace whose keys are of this version.
  var moduleNameVersion: UInt32 = 0
  var moduleNameIndex = 0
  /// What a generator returned.
  var generatorResult: Value = .none
  /// The exception whose next traceback entry exists already (re-raise).
  var skipTraceback: ExceptionObject?
  /// What an object that stands for the builtins of a program answered last: the name's value is borrowed from here.
  var foreignBuiltin = Value.none
  /// `builtins` for the loop.
  private(set) var builtinsRef: Unmanaged<DictObject>?
  /// Addresses of types that the loop knows.
  let listType: UnsafeMutableRawPointer
  let tupleType: UnsafeMutableRawPointer
  let strType: UnsafeMutableRawPointer
  let dictType: UnsafeMutableRawPointer
  let setType: UnsafeMutableRawPointer
  let frozensetType: UnsafeMutableRawPointer
  let intType: UnsafeMutableRawPointer
  let boolType: UnsafeMutableRawPointer
  let typeType: UnsafeMutableRawPointer
  /// `partial.__call__` and the interned names of a partial object's attributes, once `functools` is there.
  package var partial: (call: NativeFunction, function: Slot, arguments: Slot, keywords: Slot)?
  let floatType: UnsafeMutableRawPointer
  /// `ABCMeta.__instancecheck__`, whose answers may be remembered, and the number of times that they were made void.
  package var abstractCheck: Value?
  package var abstractAnswers = 0
  /// `collections.abc.Sequence` and `Mapping` once patterns have asked for them.
  var patternClasses: (sequence: Value, mapping: Value)?
  let enumerateType: UnsafeMutableRawPointer
  let zipType: UnsafeMutableRawPointer
  let complexType: UnsafeMutableRawPointer
  let rangeType: UnsafeMutableRawPointer
  /// The type whose instances are `TupleField`s, once there is one.
  package var tupleFieldType: UnsafeMutableRawPointer?
  let bytesType: UnsafeMutableRawPointer
  let bytearrayType: UnsafeMutableRawPointer
  private(set) lazy var buildClassFunction = BuildClassFunction(self)

  /// Singletons.
  package private(set) lazy var notImplemented: Object = Object(kind: .notImplemented, type: types.notImplemented)
  package private(set) lazy var ellipsis: Object = Object(kind: .ellipsis, type: types.ellipsis)
  package private(set) lazy var emptyString = StrObject(self, "")
  package private(set) lazy var emptyTuple = TupleObject.make(self, [])
  /// One-character strings of Latin-1, made at first use.
  private var characters: [StrObject?] = Array(repeating: nil, count: 256)
  /// Their addresses, for the machine.
  let characterTable: UnsafeMutablePointer<UnsafeMutableRawPointer?> = {
    let table = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 256)
    table.initialize(repeating: nil, count: 256)
    return table
  }()

  /// What the next activation of the loop raises first (`generator.throw`), and whether there is something. (A parameter
  /// of the loop would be counted by every activation.)
  var thrown: ExceptionObject?
  var isThrowing = false
  /// It comes from `generator.throw`, which gives it no other `__context__`.
  var comesThrown = false

  struct MethodCacheEntry {
    var name: UInt
    var version: UInt32
    var value: Slot
  }

  /// The two output streams.
  package enum OutputStream: Int32 { case stdout = 1, stderr = 2 }

  /// Makes an interpreter with builtin types and functions; library modules come when imported.
  package init() {
    BigInt.useSlab()
    guard let stacks = VM.mapStacks() else { fatalError("cannot reserve memory for the machine") }
    (stack, stackLimit, frames) = stacks
    current = frames
    frameLimit = frames + 1000
    specialNames = .allocate(capacity: Special.allCases.count)
    specialNames.initialize(repeating: .undefined, count: Special.allCases.count)
    guard let cache = VM.map(bytes: 4096 * MemoryLayout<MethodCacheEntry>.stride) else {
      fatalError("cannot reserve memory for the machine")
    }
    methodCache = cache.assumingMemoryBound(to: MethodCacheEntry.self)
    interruptFlag = mainInterruptFlag
    lock = InterpreterLock(pollFlag: pollFlag)
    listType = Unmanaged.passUnretained(types.list).toOpaque()
    tupleType = Unmanaged.passUnretained(types.tuple).toOpaque()
    strType = Unmanaged.passUnretained(types.str).toOpaque()
    dictType = Unmanaged.passUnretained(types.dict).toOpaque()
    setType = Unmanaged.passUnretained(types.set).toOpaque()
    frozensetType = Unmanaged.passUnretained(types.frozenset).toOpaque()
    typeType = Unmanaged.passUnretained(types.type).toOpaque()
    intType = Unmanaged.passUnretained(types.int).toOpaque()
    boolType = Unmanaged.passUnretained(types.bool).toOpaque()
    floatType = Unmanaged.passUnretained(types.float).toOpaque()
    enumerateType = Unmanaged.passUnretained(types.enumerate).toOpaque()
    zipType = Unmanaged.passUnretained(types.zip).toOpaque()
    complexType = Unmanaged.passUnretained(types.complex).toOpaque()
    rangeType = Unmanaged.passUnretained(types.range).toOpaque()
    bytesType = Unmanaged.passUnretained(types.bytes).toOpaque()
    bytearrayType = Unmanaged.passUnretained(types.bytearray).toOpaque()
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
    _ = thread
    StrObject.checkLayout(self)
    BytesObject.checkLayout(self)
    SliceObject.checkLayout(self)
    DictObject.checkLayout(self)
    DictView.checkLayout(self)
    DictIterator.checkLayout(self)
    FunctionObject.checkLayout(self)
    SetObject.checkLayout(self)
    IntObject.checkLayout(self)
    ObjectPool.check(emptyString)
  }

  /// Reserves zeroed memory whose pages cost nothing until touched.
  private static func map(bytes: Int) -> UnsafeMutableRawPointer? {
    let raw = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    return raw == MAP_FAILED ? nil : raw
  }

  private static let stackSlots = 8 << 20

  /// A register stack, its limit and room for frame records; nil when the system refuses.
  static func mapStacks() -> (
    UnsafeMutablePointer<Slot>, UnsafeMutablePointer<Slot>, UnsafeMutablePointer<FrameRecord>
  )? {
    guard let slots = map(bytes: stackSlots * 16) else { return nil }
    guard let records = map(bytes: frameCapacity * MemoryLayout<FrameRecord>.stride) else {
      munmap(slots, stackSlots * 16)
      return nil
    }
    let stack = slots.assumingMemoryBound(to: Slot.self)
    let frames = records.assumingMemoryBound(to: FrameRecord.self)
    frames.pointee.end = stack
    return (stack, stack + (stackSlots - 4096), frames)
  }

  /// Gives back what `mapStacks` reserved.
  static func unmap(_ stack: UnsafeMutablePointer<Slot>, _ frames: UnsafeMutablePointer<FrameRecord>) {
    munmap(stack, stackSlots * 16)
    munmap(frames, frameCapacity * MemoryLayout<FrameRecord>.stride)
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
    let interruptFlag: SharedFlag
    fileprivate let memoryFlag: SharedFlag
    fileprivate let signalFlag: SharedFlag
    fileprivate let pollFlag: SharedFlag

    /// Asks the machine to raise KeyboardInterrupt; callable from any thread and from signal handlers.
    package func interrupt() {
      interruptFlag.set()
      pollFlag.set()
    }

    /// Drops an interrupt that came too late.
    package func clear() { interruptFlag.take() }

    /// A handle for another thread of the same machine (`withLock`); its flag lives as long as the process.
    package func another() -> InterruptHandle {
      InterruptHandle(
        interruptFlag: SharedFlag(), memoryFlag: memoryFlag, signalFlag: signalFlag, pollFlag: pollFlag)
    }

    /// Asks the machine to run `signalHandler`; callable from signal handlers.
    package func signal() {
      signalFlag.set()
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

  /// Asks for MemoryError at the next poll: a container cannot grow as it would.
  func requestMemoryError() {
    memoryFlag.set()
    pollFlag.set()
  }

  /// The handle that interrupts the main thread.
  package var interruptHandle: InterruptHandle {
    InterruptHandle(
      interruptFlag: mainInterruptFlag, memoryFlag: memoryFlag, signalFlag: signalFlag, pollFlag: pollFlag)
  }

  /// Tells whether an interrupt waits; long native loops ask and then call `checkInterrupt`.
  package var interruptPending: Bool { interruptFlag.isSet || memoryFlag.isSet || signalFlag.isSet }

  /// Whether an interrupt reaches the running thread: the main one, or one that runs cells.
  package var hearsInterrupts: Bool { thread === mainThread || interruptFlag != unheardFlag }

  /// Forgets that memory was short.
  package func clearMemoryShortage() { memoryFlag.take() }

  /// Raises KeyboardInterrupt, or MemoryError, when one waits.
  package func checkInterrupt() throws(Raised) {
    if interruptFlag.isSet && interruptFlag.take() {
      if thread === mainThread, let interruptHandler { return try interruptHandler(self) }
      throw raised(types.keyboardInterrupt, "")
    }
    if signalFlag.isSet && thread === mainThread && signalFlag.take() { try signalHandler?(self) }
    if memoryFlag.isSet && memoryFlag.take() { throw memoryError() }
    if outputErrorIsDue {
      outputErrorIsDue = false
      throw outputError()
    }
  }

  // MARK: Strings

  /// A string object of Swift text.
  package func string(_ text: String) -> StrObject { StrObject(self, text) }

  /// The interned string of `text`.
  package func intern(_ text: String) -> StrObject {
    var text = text
    let known = text.withUTF8 { StrObject.isASCII($0) ? interning.find(ascii: $0) : nil }
    return known ?? interning.intern(StrObject(self, text))
  }

  /// The interned equal of `text`.
  package func intern(_ text: StrObject) -> StrObject {
    interning.intern(text.hasHeapType ? StrObject(self, codePoints: text.codePoints) : text)
  }

  /// A string of one code point.
  package func character(_ point: UInt32) -> StrObject {
    if point < 256 {
      if let known = characters[Int(point)] { return known }
      // Interned, so that a slot always holds it: the first one to do so and the last one to let go would pay for it.
      let made = intern(StrObject(self, codePoints: [point]))
      characters[Int(point)] = made
      characterTable[Int(point)] = Unmanaged.passUnretained(made as Object).toOpaque()
      return made
    }
    return StrObject(self, codePoints: [point])
  }
  /// The same as an owned slot.
  @inline(__always)
  func characterSlot(_ point: UInt32) -> Slot {
    if point < 256, let known = characterTable[Int(point)] {
      Slot.retainObject(known)
      return Slot(bits: UInt(bitPattern: known), tag: Tag.object)
    }
    return newCharacter(point)
  }
  @inline(never)
  private func newCharacter(_ point: UInt32) -> Slot {
    Value.object(character(point)).intoOwned()
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

  /// Gives back `count` slots from `start` that own nothing, and lowers the top of the stack to it.
  package func returnStack(_ start: UnsafeMutablePointer<Slot>, count: Int) {
    start.update(repeating: .undefined, count: count)
    top = start
  }

  private static func writeToDescriptor(_ stream: OutputStream, _ bytes: UnsafeBufferPointer<UInt8>) {
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let n = write(stream.rawValue, base + written, bytes.count - written)
      if n < 0 && errno == EPIPE {
        // Nobody reads what is printed (`| head`): the end, as for every program.
        Glibc.signal(SIGPIPE, SIG_DFL)
        Glibc.raise(SIGPIPE)
      }
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
    guard var line = try StandardLines.next(vm) else { return nil }
    if line.last == 10 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
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
  package var package = Slot.undefined
  package var importHook = Slot.undefined

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
    package = .owned(vm.intern("__package__"))
    importHook = .owned(vm.intern("__import__"))
  }
}

/// GNU extension that Glibc's module map hides behind `_GNU_SOURCE`.
@_silgen_name("pthread_getattr_np")
private func pthread_getattr_np(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32
