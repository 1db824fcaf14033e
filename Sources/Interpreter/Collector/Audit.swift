// The checked build (`-DWICK_CHECKED`, `make check`): counts are moved by hand, so they are audited. Together with
// the address sanitizer, which finds uses after free, this finds a missing retain before it crashes somebody's notebook
// and a missing release before it fills somebody's memory.

/// Compares every object's count with the references that `traverse` finds.
package enum Audit {
  /// One difference.
  package struct Finding {
    package let type: String
    /// What the object says, and what was found.
    package let count: Int
    package let found: Int
  }

  /// Objects whose count is lower than the number of slots that hold them: each is a crash waiting.
  ///
  /// Runs when no Python code is active. Objects that native code holds in slots of its own have higher counts;
  /// `surplus` lists those whose surplus nothing explains, by type.
  package static func run(_ vm: VM) -> (missing: [Finding], surplus: [String: Int]) {
    var found: [UInt: Int] = [:]
    var seen: Set<UInt> = []
    var work: [Slot] = []
    func visit(_ slot: Slot) {
      guard slot.isObject else { return }
      found[slot.bits, default: 0] += 1
      if seen.insert(slot.bits).inserted { work.append(slot) }
    }
    func enter(_ object: Object) {
      let slot = Slot.borrowed(object)
      if seen.insert(slot.bits).inserted { work.append(slot) }
    }
    Collector.forEachTracked(enter)
    enter(vm.builtins)
    enter(vm.modules)
    for type in vm.types.everything { enter(type) }
    var p = vm.stack
    while p < vm.top {
      visit(p.pointee)
      p += 1
    }
    for k in 0..<vm.frameCount { visit(vm.frames[k].handled) }
    while let slot = work.popLast() { slot.object.traverseAll(visit) }

    var missing: [Finding] = []
    var surplus: [String: Int] = [:]
    for bits in seen {
      let object = Slot(bits: bits, tag: Tag.object).object
      let count = Int(object.refs)
      let references = found[bits] ?? 0
      if count < references {
        missing.append(Finding(type: object.type.name, count: count, found: references))
      } else if count > references {
        surplus[object.type.name, default: 0] += 1
      }
    }
    return (missing, surplus)
  }
}
