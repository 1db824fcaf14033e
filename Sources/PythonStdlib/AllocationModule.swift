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
      let heap = mallinfo2()
      return .int(Int(clamping: heap.uordblks &+ heap.hblkhd &+ wick_slab_in_use()))
    }
    return module
  }
}
