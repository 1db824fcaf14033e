/// One activation of a code object. Frames are plain records on their own stack; Python sees them as objects only
/// when it asks (`sys._getframe`, tracebacks keep code and instruction).
package struct FrameRecord {
  /// The code, unowned: the function (in the caller's window) or the native caller keeps it alive.
  var header: UnsafeMutablePointer<CodeHeader>
  /// First register.
  var base: UnsafeMutablePointer<Slot>
  /// Next instruction while the frame is not running.
  var pc: UnsafeMutablePointer<Instruction>
  /// Globals, unowned: the function or the native caller keeps them alive.
  var globals: Unmanaged<DictObject>
  /// Locals of class bodies and exec (unowned), else nil.
  var locals: Unmanaged<Object>?
  /// Cells of the closure.
  var closure: UnsafeMutablePointer<Slot>?
  /// The exception being handled (owned), for bare `raise` and `__context__`.
  var handled: Slot
  /// The generator that this frame belongs to (unowned: whoever resumes keeps it alive).
  var generator: Unmanaged<Object>?
  /// End of the registers: `VM.top` while this frame runs.
  var end: UnsafeMutablePointer<Slot>
  /// Caller's register that receives the result, as an operand (doubled).
  var returnRegister: UInt16
  /// Caller's register that holds the function (or iterator), as an operand: cleared when the call ends.
  var functionRegister: UInt16
  /// What happens when the frame returns.
  var kind: Kind
  /// A generator's frame that waits for the generator above it: its registers stay in the generator until that one ends.
  var isHollow = false
  /// Of a hollow frame: an exception was thrown into its generator.
  var isThrownInto = false

  enum Kind: UInt8 {
    /// Called by Python code: continue the caller's frame.
    case call
    /// Called by native code: leave the loop.
    case entry
    /// `__init__` called for a new instance: the result is that instance, which lies in the function register.
    case constructor
    /// The special method of a binary operator: `NotImplemented` means that the other operand is asked.
    case binary
    /// `__getitem__`: as `binary`, but every result counts.
    case item
    /// The setter of a property: its result is dropped.
    case setter
    /// A generator resumed by native code: leave the loop at `yield` and `return`.
    case generator
    /// A generator resumed by `forIter`: `yield` continues the caller's frame, `return` ends its loop.
    case generatorLoop
    /// A generator or coroutine resumed by `send`: as `generatorLoop`, but what it returns is the result.
    case generatorSend
    /// An asynchronous generator resumed by `send` to one of its steps: what it yields is the result, unless it awaits.
    case asyncStep

    /// A generator's that the loop itself resumed.
    @inline(__always) var isGenerator: Bool { rawValue >= Kind.generatorLoop.rawValue }
  }
}
