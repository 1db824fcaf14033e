import Glibc
import Interpreter
import MemoryShim

/// `_allocation`: how much memory objects take, for `tracemalloc`.
enum AllocationModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_allocation", doc: "Memory in use.")
    module.function(vm, "in_use()", "Bytes that are allocated: those of malloc and those in blocks of objects.") { (_, _) in
      // What is kept for the next large list or tensor is free.
      Memory.rest()
      return .int(Int(clamping: heapInUse() &+ wick_slab_in_use()))
    }
    return module
  }

  private static func heapInUse() -> Int {
    #if WICK_CHECKED
      // The address sanitizer has a malloc of its own, of which glibc knows nothing.
      if let counter = dlsym(nil, "__sanitizer_get_current_allocated_bytes") {
        return unsafeBitCast(counter, to: (@convention(c) () -> Int).self)()
      }
    #endif
    let heap = mallinfo2()
    return Int(clamping: heap.uordblks &+ heap.hblkhd)
  }
}
