import ForeignShim
import Glibc
import Interpreter

/// The functions of Python that C code can call, by place.
///
/// The object that owns a place keeps its function too and gives the place back when it goes: a function that were held
/// here would keep all that its module has, unseen by the collector.
enum Callbacks {
  private struct Entry {
    let vm: VM
    unowned(unsafe) let function: Object
    let thread: pthread_t
  }
  // Invariant: read and written by the holder of the interpreter lock only.
  nonisolated(unsafe) private static var entries = [Entry?](repeating: nil, count: WICK_CALLBACKS)

  /// Gives a function a place; raises MemoryError when all are taken.
  static func add(_ vm: VM, _ function: Value) throws(Raised) -> Int32 {
    guard case .object(let function) = function else { throw vm.typeError("a function is needed") }
    guard let free = entries.firstIndex(where: { $0 == nil }) else {
      throw vm.raised(vm.types.memoryError, "no more than \(entries.count) callbacks can live at a time")
    }
    wick_set_callback_handler { (place, wholes, floats) in Callbacks.run(Int(place), wholes, floats) }
    entries[free] = Entry(vm: vm, function: function, thread: pthread_self())
    return Int32(free)
  }
  static func remove(_ place: Int) {
    if entries.indices.contains(place) { entries[place] = nil }
  }

  private static func run(_ place: Int, _ wholes: UnsafePointer<Int64>?, _ floats: UnsafePointer<Int64>?) -> Int64 {
    // C code of another thread does not have the interpreter lock.
    guard let entry = entries[place], let wholes, let floats, pthread_equal(entry.thread, pthread_self()) != 0 else {
      return 0
    }
    let vm = entry.vm
    func row(_ numbers: UnsafePointer<Int64>, _ count: Int) -> Value {
      .object(TupleObject.make(vm, (0..<count).map { .int(Int(numbers[$0])) }))
    }
    do {
      let given = [row(wholes, WICK_FOREIGN_WHOLES), row(floats, WICK_FOREIGN_FLOATS)]
      return Int64(try vm.index(try vm.call(.object(entry.function), given)))
    } catch {
      vm.reportUnraisable(error, "Exception ignored on calling ctypes callback function: ", entry.function)
      return 0
    }
  }
}
