// The machine's loop. Everything in it works on slots and plain memory: no Swift reference counts, no closures, no
// allocation on the fast paths; whatever needs more is a function marked `@inline(never)` in `VM+Slow*.swift`.
//
// One activation of `run` executes the frame on top and all Python calls it makes, without native recursion; it
// returns when its entry frame returns or its generator yields. Errors come as `Raised` from the slow functions and
// are unwound by the exception tables in `unwind`.

import Glibc

extension VM {
  /// Runs the topmost frame until it returns (or yields, for generators). The result is owned.
  /// `thrown` is raised at the frame's instruction first (`generator.throw`).
  func run() throws(Raised) -> Slot {
    if _slowPath(isTracing) { prepareTracing(current.pointee.header) }
    // A function without calls and loops that native code calls for ever looks nowhere else.
    if _slowPath(pollFlag.isSet) { pollAtEntry() }
    var frame = current
    var pc = frame.pointee.pc
    var base = frame.pointee.base
    var constants = frame.pointee.header.pointee.constants

    while true {
      do throws(Raised) {
        if _slowPath(isThrowing) {
          interruptedJump = pc
          throw takeThrown()
        }
        while true {
          let i = pc
          switch i.pointee.opcode {
          case .extension, .nop: break
          case .trap:
            // The instruction that stands there now, or where a trace function has jumped.
            pc = try trap(frame, i)
            continue

          // MARK: Moves and constants
          case .move:
            let value = base.at(i.rb).pointee
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            value.retainHeld()
            base.at(i.ra).put(value)
            pc = i + 1
            continue
          case .take:
            base.at(i.ra).put(base.at(i.rb).take())
            pc = i + 1
            continue
          case .loadConst:
            let value = constants[i.bc]
            value.retainHeld()
            base.at(i.ra).put(value)
            pc = i + 1
            continue
          case .loadInt:
            base.at(i.ra).put(.int(i.bc))
            pc = i + 1
            continue
          case .loadNone:
            base.at(i.ra).put(.none)
            pc = i + 1
            continue
          case .loadBool:
            base.at(i.ra).put(.bool(i.b != 0))
            pc = i + 1
            continue
          case .clear:
            base.at(i.ra).clear()
            pc = i + 1
            continue
          case .clearRange:
            for r in i.a..<i.a &+ i.b { (base + r).clear() }
            pc = i + 1
            continue
          case .deleteLocal:
            if base.at(i.ra).pointee.isUndefined { throw unbound(frame, i.a) }
            base.at(i.ra).clear()

          case .checkLocal:
            if _slowPath(base.at(i.ra).pointee.isUndefined) { throw unbound(frame, i.a) }
            pc = i + 1
            continue

          // MARK: Names
          case .loadGlobal:
            let cache = constants.cache(i)
            let globals = frame.pointee.globals
            // The cached value is the address of the variable in its dict, which holds while the keys are the same.
            if globals._withUnsafeGuaranteedRef({ $0.keysVersion }) == cache.pointee.version
              && (cache.pointee.key == 0
                || builtinsRef.unsafelyUnwrapped._withUnsafeGuaranteedRef({ UInt($0.keysVersion) }) == cache.pointee.key)
            {
              let value = cache.pointee.value.pointer.field(0, Slot.self)
              value.retainHeld()
              base.at(i.ra).put(value)
              pc = i + 2
              continue
            }
            let value = try loadGlobalSlow(frame, i)
            value.retainHeld()
            base.at(i.ra).put(value)
            pc = i + 2
            continue
          case .storeGlobal:
            // Where the variable lies holds while the keys are the same.
            if let places = frame.pointee.header.pointee.globalPlaces,
              places[i.bc].version == frame.pointee.globals._withUnsafeGuaranteedRef({ $0.keysVersion }),
              let place = places[i.bc].place, !base.at(i.ra).pointee.isUndefined
            {
              place.replace(base.at(i.ra).ownedHeld(drop: i.has(InstructionFlags.dropB)))
              pc = i + 1
              continue
            }
            try storeGlobal(frame, i, base)
            pc = i + 1
            continue
          case .deleteGlobal:
            let name = frame.pointee.header.pointee.names[i.bc]
            if !frame.pointee.globals._withUnsafeGuaranteedRef({ $0.remove(name: name) }) {
              throw undefinedName(name)
            }
          case .loadName: try loadName(frame, i, base)
          case .storeName: try storeName(frame, i, base)
          case .deleteName: try deleteName(frame, i)
          case .loadClassFree: try loadClassFree(frame, i, base)
          case .makeCell:
            let cell = ObjectPool.cell(self, moving: base.at(i.ra).take())
            base.at(i.ra).pointee = Value.object(cell).intoOwned()
            pc = i + 1
            continue
          case .copyToCell:
            let cell = ObjectPool.cell(self, moving: base.at(i.rb).copyHeld())
            base.at(i.ra).put(Value.object(cell).intoOwned())
            pc = i + 1
            continue
          case .loadCell:
            let value = Unmanaged<CellObject>.fromOpaque(base.at(i.rb).pointee.pointer)._withUnsafeGuaranteedRef { $0.content }
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            value.retainHeld()
            base.at(i.ra).put(value)
            pc = i + 1
            continue
          case .storeCell:
            let value = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            storeCell(base.at(i.ra).pointee, value)
            pc = i + 1
            continue
          case .deleteCell:
            if Unmanaged<CellObject>.fromOpaque(base.at(i.ra).pointee.pointer)._withUnsafeGuaranteedRef({ $0.content }).isUndefined {
              throw unbound(frame, i.a)
            }
            storeCell(base.at(i.ra).pointee, .undefined)
          case .loadFree:
            let cell = frame.pointee.closure.unsafelyUnwrapped.at(i.rb).pointee
            let value = Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef { $0.content }
            if _slowPath(value.isUndefined) { throw unboundFree(frame, i.b) }
            value.retainHeld()
            base.at(i.ra).put(value)
            pc = i + 1
            continue
          case .storeFree:
            let value = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            storeCell(frame.pointee.closure.unsafelyUnwrapped.at(i.ra).pointee, value)
            pc = i + 1
            continue
          case .deleteFree:
            let cell = frame.pointee.closure.unsafelyUnwrapped.at(i.ra).pointee
            if Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef({ $0.content }).isUndefined {
              throw unboundFree(frame, i.a)
            }
            storeCell(cell, .undefined)
          case .loadFreeCell:
            base.at(i.ra).put(frame.pointee.closure.unsafelyUnwrapped.at(i.rb).copyHeld())
            pc = i + 1
            continue

          // MARK: Arithmetic
          case .add:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.int && y.tag == Tag.int {
              let (sum, overflow) = x.asInt.addingReportingOverflow(y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(sum))
                pc = i + 1
                continue
              }
            } else if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
              base.at(i.ra).put(.float(x.asDouble + y.asDouble))
              pc = i + 1
              continue
            }
            if try binarySlow(.add, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .subtract:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.int && y.tag == Tag.int {
              let (difference, overflow) = x.asInt.subtractingReportingOverflow(y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(difference))
                pc = i + 1
                continue
              }
            } else if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
              base.at(i.ra).put(.float(x.asDouble - y.asDouble))
              pc = i + 1
              continue
            }
            if try binarySlow(.subtract, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .multiply:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float {
              base.at(i.ra).put(.float(x.asDouble * y.asDouble))
              pc = i + 1
              continue
            } else if _fastPath(x.tag == Tag.int && y.tag == Tag.int) {
              let (product, overflow) = x.asInt.multipliedReportingOverflow(by: y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(product))
                pc = i + 1
                continue
              }
            }
            if try binarySlow(.multiply, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .trueDivide:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float {
              if _fastPath(y.asDouble != 0) {
                base.at(i.ra).put(.float(x.asDouble / y.asDouble))
                pc = i + 1
                continue
              }
            } else if let (dividend, divisor) = VM.exactly(x, y), _fastPath(divisor != 0) {
              base.at(i.ra).put(.float(dividend / divisor))
              pc = i + 1
              continue
            }
            if try binarySlow(.trueDivide, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .floorDivide:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0) {
              base.at(i.ra).put(.int(VM.floorDivide(x.asInt, y.asInt)))
              pc = i + 1
              continue
            }
            if try binarySlow(.floorDivide, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .remainder:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0) {
              base.at(i.ra).put(.int(VM.remainder(x.asInt, y.asInt)))
              pc = i + 1
              continue
            }
            if try binarySlow(.remainder, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .bitAnd:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int) {
              base.at(i.ra).put(.int(x.asInt & y.asInt))
              pc = i + 1
              continue
            }
            if try binarySlow(.bitAnd, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .bitOr:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int) {
              base.at(i.ra).put(.int(x.asInt | y.asInt))
              pc = i + 1
              continue
            }
            if try binarySlow(.bitOr, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .bitXor:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int) {
              base.at(i.ra).put(.int(x.asInt ^ y.asInt))
              pc = i + 1
              continue
            }
            if try binarySlow(.bitXor, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .rightShift:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int && y.asInt >= 0 && y.asInt < 64) {
              base.at(i.ra).put(.int(x.asInt >> y.asInt))
              pc = i + 1
              continue
            }
            if try binarySlow(.rightShift, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .leftShift:
            if try binarySlow(.leftShift, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .power:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float && x.asDouble > 0 {
              let result = pow(x.asDouble, y.asDouble)
              if result < Double.infinity && y.asDouble.magnitude < Double.infinity {
                base.at(i.ra).put(.float(result))
                pc = i + 1
                continue
              }
            }
            if try binarySlow(.power, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .matrixMultiply:
            if try binarySlow(.matrixMultiply, i, base, base.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }

          case .addK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.int && y.tag == Tag.int {
              let (sum, overflow) = x.asInt.addingReportingOverflow(y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(sum))
                pc = i + 1
                continue
              }
            } else if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
              base.at(i.ra).put(.float(x.asDouble + y.asDouble))
              pc = i + 1
              continue
            }
            if try binarySlow(.add, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .subtractK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.int && y.tag == Tag.int {
              let (difference, overflow) = x.asInt.subtractingReportingOverflow(y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(difference))
                pc = i + 1
                continue
              }
            } else if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
              base.at(i.ra).put(.float(x.asDouble - y.asDouble))
              pc = i + 1
              continue
            }
            if try binarySlow(.subtract, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .multiplyK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float {
              base.at(i.ra).put(.float(x.asDouble * y.asDouble))
              pc = i + 1
              continue
            } else if _fastPath(x.tag == Tag.int && y.tag == Tag.int) {
              let (product, overflow) = x.asInt.multipliedReportingOverflow(by: y.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(product))
                pc = i + 1
                continue
              }
            }
            if try binarySlow(.multiply, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .floorDivideK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0) {
              base.at(i.ra).put(.int(VM.floorDivide(x.asInt, y.asInt)))
              pc = i + 1
              continue
            }
            if try binarySlow(.floorDivide, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .remainderK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if _fastPath(x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0) {
              base.at(i.ra).put(.int(VM.remainder(x.asInt, y.asInt)))
              pc = i + 1
              continue
            }
            if try binarySlow(.remainder, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .trueDivideK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float {
              if _fastPath(y.asDouble != 0) {
                base.at(i.ra).put(.float(x.asDouble / y.asDouble))
                pc = i + 1
                continue
              }
            } else if let (dividend, divisor) = VM.exactly(x, y), _fastPath(divisor != 0) {
              base.at(i.ra).put(.float(dividend / divisor))
              pc = i + 1
              continue
            }
            if try binarySlow(.trueDivide, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .powerK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.float && y.tag == Tag.float && x.asDouble > 0 {
              let result = pow(x.asDouble, y.asDouble)
              if result < Double.infinity && y.asDouble.magnitude < Double.infinity {
                base.at(i.ra).put(.float(result))
                pc = i + 1
                continue
              }
            } else if x.tag == Tag.int && y.tag == Tag.int && y.asInt == 2 {
              let (square, overflow) = x.asInt.multipliedReportingOverflow(by: x.asInt)
              if _fastPath(!overflow) {
                base.at(i.ra).put(.int(square))
                pc = i + 1
                continue
              }
            }
            if try binarySlow(.power, i, base, constants.at(i.rc)) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .negative:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.float {
              base.at(i.ra).put(.float(-x.asDouble))
            } else if x.tag == Tag.int && x.asInt != Int.min {
              base.at(i.ra).put(.int(0 &- x.asInt))
            } else {
              try unarySlow(.negative, i, base)
            }
            pc = i + 1
            continue
          case .positive: try unarySlow(.positive, i, base)
          case .invert: try unarySlow(.invert, i, base)
          case .not:
            let x = base.at(i.rb).pointee
            if _slowPath(x.isUndefined) { throw unbound(frame, i.b) }
            let result = Slot.bool(!(try truth(x)))
            if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
            base.at(i.ra).put(result)
            pc = i + 1
            continue

          // MARK: Comparison
          case .equal:
            try compareTo(.equal, i, base)
            pc = i + 1
            continue
          case .notEqual:
            try compareTo(.notEqual, i, base)
            pc = i + 1
            continue
          case .less:
            try compareTo(.less, i, base)
            pc = i + 1
            continue
          case .lessEqual:
            try compareTo(.lessEqual, i, base)
            pc = i + 1
            continue
          case .greater:
            try compareTo(.greater, i, base)
            pc = i + 1
            continue
          case .greaterEqual:
            try compareTo(.greaterEqual, i, base)
            pc = i + 1
            continue
          case .isSame:
            let same = try isSame(frame, i, base)
            base.at(i.ra).put(.bool(same))
            pc = i + 1
            continue
          case .isNotSame:
            let same = try isSame(frame, i, base)
            base.at(i.ra).put(.bool(!same))
            pc = i + 1
            continue
          case .contains, .notContains:
            let found = try containsSlow(i, base)
            // The jump behind it, mostly.
            let next = i + 1
            if next.pointee.opcode == .jumpIfFalse && next.a == i.a && next.has(InstructionFlags.dropB) && next.bc >= 0 {
              base.at(i.ra).clear()
              if found {
                pc = i + 2
                continue
              }
              pc = next + (1 &+ next.bc)
              continue
            }
            base.at(i.ra).put(.bool(found))
            pc = i + 1
            continue
          case .jumpLess:
            if try decide(.less, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpLessEqual:
            if try decide(.lessEqual, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpGreater:
            if try decide(.greater, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpGreaterEqual:
            if try decide(.greaterEqual, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpEqual:
            if try decide(.equal, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpNotEqual:
            if try decide(.notEqual, i, base, base.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpLessK:
            if try decide(.less, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpLessEqualK:
            if try decide(.lessEqual, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpGreaterK:
            if try decide(.greater, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpGreaterEqualK:
            if try decide(.greaterEqual, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpEqualK:
            if try decide(.equal, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpNotEqualK:
            if try decide(.notEqual, i, base, constants.at(i.rb)) {
              if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue
          case .jumpIs:
            let (x, y) = (base.at(i.ra).pointee, base.at(i.rb).pointee)
            if _slowPath(x.isUndefined || y.isUndefined) { throw unbound(frame, x.isUndefined ? i.a : i.b) }
            let jumps = x.isSame(as: y) == i.has(InstructionFlags.jumpIfTrue)
            if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
            if i.has(InstructionFlags.dropC) { base.at(i.rb).clear() }
            if jumps {
              pc = i + (2 &+ i.extra)
              continue
            }
            pc = i + 2
            continue

          // MARK: Jumps
          case .jump:
            pc = i + (1 &+ i.bc)
            continue
          case .jumpBack:
            if _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
            pc = i + (1 &+ i.bc)
            continue
          case .jumpIfTrue:
            let x = base.at(i.ra).pointee
            let jumps: Bool
            if _fastPath(x.tag &- 1 < Tag.int) { jumps = x.bits != 0 } else { jumps = try truthOfRegister(frame, i, base) }
            if jumps {
              if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (1 &+ i.bc)
              continue
            }
            pc = i + 1
            continue
          case .jumpIfFalse:
            let x = base.at(i.ra).pointee
            let holds: Bool
            // None, bools and ints
            if _fastPath(x.tag &- 1 < Tag.int) { holds = x.bits != 0 } else { holds = try truthOfRegister(frame, i, base) }
            if !holds {
              if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (1 &+ i.bc)
              continue
            }
            pc = i + 1
            continue
          case .jumpIfNone:
            let x = base.at(i.ra).pointee
            if _slowPath(x.isUndefined) { throw unbound(frame, i.a) }
            if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
            if x.isNone {
              if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (1 &+ i.bc)
              continue
            }
            pc = i + 1
            continue
          case .jumpIfNotNone:
            let x = base.at(i.ra).pointee
            if _slowPath(x.isUndefined) { throw unbound(frame, i.a) }
            if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
            if !x.isNone {
              if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
              pc = i + (1 &+ i.bc)
              continue
            }
            pc = i + 1
            continue
          case .jumpIfTrueKeep:
            if base.at(i.ra).pointee.isUndefined { throw unbound(frame, i.a) }
            if try truth(base.at(i.ra).pointee) {
              pc = i + (1 &+ i.bc)
              continue
            }
          case .jumpIfFalseKeep:
            if base.at(i.ra).pointee.isUndefined { throw unbound(frame, i.a) }
            if !(try truth(base.at(i.ra).pointee)) {
              pc = i + (1 &+ i.bc)
              continue
            }

          // MARK: Iteration and unpacking
          case .getIter:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.object && x.kind == .rangeIterator && (i.a == i.b || i.has(InstructionFlags.dropB)) {
              // The machine's own, made where `range(...)` stands before a loop, or the user's.
              if i.a == i.b { break }
              base.at(i.rb).pointee = .undefined
              base.at(i.ra).put(x)
              pc = i + 1
              continue
            }
            try getIter(frame, i, base)
            pc = i + 1
            continue
          case .forIter:
            let it = base.at(i.rb).pointee.pointer
            switch it.field(ObjectLayout.kind, Kind.self) {
            case .rangeIterator:
              let remaining = it.field(SequenceLayout.remaining, Int.self)
              if remaining <= 0 {
                base.at(i.rb).clear()
                pc = i + (2 &+ i.extra)
                continue
              }
              let item = it.field(SequenceLayout.current, Int.self)
              let step = it.field(SequenceLayout.step, Int.self)
              it.setField(SequenceLayout.current, item &+ step)
              it.setField(SequenceLayout.remaining, remaining &- 1)
              base.at(i.ra).put(.int(item))
              pc = i + 2
              continue
            case .listIterator:
              let list = it.field(SequenceLayout.iterated, Slot.self)
              let position = it.field(SequenceLayout.position, Int.self)
              if list.tag == Tag.object
                && position < list.pointer.field(SequenceLayout.count, Int.self)
              {
                let item = list.pointer.field(SequenceLayout.items, Register.self)[position]
                item.retainHeld()
                it.setField(SequenceLayout.position, position &+ 1)
                base.at(i.ra).put(item)
                pc = i + 2
                continue
              }
            case .tupleIterator:
              let position = it.field(SequenceLayout.position, Int.self)
              if position < it.field(SequenceLayout.tupleCount, Int.self) {
                let item = it.field(SequenceLayout.tupleItems, Register.self)[position]
                item.retainHeld()
                it.setField(SequenceLayout.position, position &+ 1)
                base.at(i.ra).put(item)
                pc = i + 2
                continue
              }
            case .strIterator:
              let position = it.field(SequenceLayout.textPosition, Int.self)
              if position < it.field(SequenceLayout.textLimit, Int.self) && it.field(SequenceLayout.textWidth, Int.self) == 1,
                let known = characterTable[
                  Int(it.field(SequenceLayout.text, UnsafeMutableRawPointer.self).field(position, UInt8.self))]
              {
                it.setField(SequenceLayout.textPosition, position &+ 1)
                Slot.retainObject(known)
                base.at(i.ra).put(Slot(bits: UInt(bitPattern: known), tag: Tag.object))
                pc = i + 2
                continue
              }
            case .generator:
              if enterGeneratorLoop(frame, i, i + 2, base.at(i.rb).pointee) {
                frame = current
                base = frame.pointee.base
                constants = frame.pointee.header.pointee.constants
                pc = frame.pointee.pc
                continue
              }
            default: break
            }
            pc = i + (2 &+ (try forIterSlow(frame, i, base)))
            continue
          case .unpackSequence:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.object && x.typePointer == tupleType
              && x.pointer.field(SequenceLayout.count, Int.self) == i.c
            {
              let items = x.pointer.field(SequenceLayout.items, Register.self)
              // The tuple may be one of the targets: keep it until all items are out.
              base.at(i.rb).pointee = .undefined
              for k in 0..<i.c {
                let item = items[k]
                item.retainHeld()
                (base + (i.a &+ k)).put(item)
              }
              if i.has(InstructionFlags.dropB) {
                x.release()
              } else if base.at(i.rb).pointee.isUndefined {
                base.at(i.rb).pointee = x
              } else {
                x.release()
              }
              pc = i + 1
              continue
            }
            try unpackSequence(frame, i, base)
            pc = i + 1
            continue
          case .unpackStar: try unpackStar(i, base)

          // MARK: Attributes and items
          case .loadAttr:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.object {
              let cache = constants.cache(i)
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              if shape != 0, let cache = cache.entry(shape, x.typePointer) {
                var value = cache.pointee.value
                if value.isUndefined {
                  value = x.pointer.field(ObjectLayout.attributes, Register.self)[
                    Int(cache.pointee.index)]
                } else if value.tag == Tag.held {
                  frame.pointee.pc = i + 2
                  if try loadProperty(frame, i, base, x, value) {
                    frame = current
                    base = frame.pointee.base
                    constants = frame.pointee.header.pointee.constants
                    pc = frame.pointee.pc
                    continue
                  }
                  pc = i + 2
                  continue
                }
                value.retainHeld()
                if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                base.at(i.ra).put(value)
                pc = i + 2
                continue
              }
            }
            frame.pointee.pc = i + 2
            if try loadAttrSlow(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 2
            continue
          case .storeAttr:
            let x = base.at(i.ra).pointee
            if x.tag == Tag.object {
              let cache = constants.cache(i)
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              if shape != 0, let cache = cache.entry(shape, x.typePointer), cache.pointee.value.isUndefined,
                !base.at(i.rb).pointee.isUndefined
              {
                let value = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropC))
                let attributes = x.pointer.field(ObjectLayout.attributes, Register.self)
                (attributes + Int(cache.pointee.index)).replace(value)
                if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
                pc = i + 2
                continue
              }
              if storeAttrCached(frame, i, base, x) {
                pc = i + 2
                continue
              }
            }
            frame.pointee.pc = i + 2
            if try storeAttrSlow(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 2
            continue
          case .deleteAttr: try deleteAttr(frame, i, base)
          case .loadMethod:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.object {
              let cache = constants.cache(i)
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              let type = x.typePointer
              let key = shape != 0 ? shape : UInt(bitPattern: type)
              if let cache = cache.entry(key, type) {
                var function = cache.pointee.value
                if _slowPath(function.isUndefined) {
                  // A callable among the instance's own attributes.
                  function = x.pointer.field(ObjectLayout.attributes, Register.self)[
                    Int(cache.pointee.index)]
                  function.retainHeld()
                  if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                  base.at(i.ra).put(function)
                  (base.at(i.ra) + 1).clear()
                  pc = i + 2
                  continue
                }
                function.retainHeld()
                let receiver = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropB))
                base.at(i.ra).put(function)
                (base.at(i.ra) + 1).put(receiver)
                pc = i + 2
                continue
              }
            }
            frame.pointee.pc = i + 2
            try loadMethodSlow(frame, i, base)
            pc = i + 2
            continue
          case .loadSuperAttr: try loadSuperAttr(frame, i, base)
          case .getItem:
            let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
            if x.tag == Tag.object && y.tag == Tag.int {
              let type = x.typePointer
              if type == listType || type == tupleType {
                let count = x.pointer.field(SequenceLayout.count, Int.self)
                let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
                if _fastPath(position >= 0 && position < count) {
                  let value = x.pointer.field(SequenceLayout.items, Register.self)[position]
                  value.retainHeld()
                  if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                  base.at(i.ra).put(value)
                  pc = i + 1
                  continue
                }
              } else if type == bytearrayType, let byte = VM.byte(x, y.asInt) {
                if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                base.at(i.ra).put(.int(byte))
                pc = i + 1
                continue
              }
            }
            frame.pointee.pc = i + 1
            if x.tag == Tag.object && x.typePointer == dictType && !y.isUndefined {
              let value = try dictItem(x, y)
              if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
              if i.has(InstructionFlags.dropC) { base.at(i.rc).clear() }
              base.at(i.ra).put(value)
              pc = i + 1
              continue
            }
            if try getItemSlow(frame, i, base, base.at(i.rc), keyIsConstant: false) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .getItemK:
            let (x, y) = (base.at(i.rb).pointee, constants.at(i.rc).pointee)
            if x.tag == Tag.object && y.tag == Tag.int {
              let type = x.typePointer
              if type == listType || type == tupleType {
                let count = x.pointer.field(SequenceLayout.count, Int.self)
                let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
                if _fastPath(position >= 0 && position < count) {
                  let value = x.pointer.field(SequenceLayout.items, Register.self)[position]
                  value.retainHeld()
                  if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                  base.at(i.ra).put(value)
                  pc = i + 1
                  continue
                }
              }
            }
            frame.pointee.pc = i + 1
            if x.tag == Tag.object && x.typePointer == dictType {
              let value = try dictItem(x, y)
              if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
              base.at(i.ra).put(value)
              pc = i + 1
              continue
            }
            if try getItemSlow(frame, i, base, constants.at(i.rc), keyIsConstant: true) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .getItemAt:
            let x = base.at(i.rb).pointee
            if x.tag == Tag.object {
              let type = x.typePointer
              if type == listType || type == tupleType {
                // The operand is doubled.
                if _fastPath(Int(i.pointee.c) < x.pointer.field(SequenceLayout.count, Int.self) &<< 1) {
                  let value = x.pointer.field(SequenceLayout.items, Register.self).at(i.rc).pointee
                  value.retainHeld()
                  if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
                  base.at(i.ra).put(value)
                  pc = i + 1
                  continue
                }
              }
            }
            frame.pointee.pc = i + 1
            if try getItemAtSlow(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .setItem:
            let (x, y) = (base.at(i.ra).pointee, base.at(i.rb).pointee)
            if x.tag == Tag.object && y.tag == Tag.int {
              if x.typePointer == listType {
                let count = x.pointer.field(SequenceLayout.count, Int.self)
                let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
                if _fastPath(position >= 0 && position < count && !base.at(i.rc).pointee.isUndefined) {
                  let items = x.pointer.field(SequenceLayout.items, Register.self)
                  (items + position).replace(base.at(i.rc).ownedHeld(drop: i.has(InstructionFlags.dropThird)))
                  if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
                  pc = i + 1
                  continue
                }
              } else if x.typePointer == bytearrayType && VM.setByte(x, y.asInt, base.at(i.rc).pointee) {
                if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
                pc = i + 1
                continue
              }
            }
            frame.pointee.pc = i + 1
            try setItemSlow(frame, i, base, y, keyIsConstant: false)
            pc = i + 1
            continue
          case .setItemK:
            let (x, y) = (base.at(i.ra).pointee, constants.at(i.rb).pointee)
            if x.tag == Tag.object && y.tag == Tag.int && x.typePointer == listType {
              let count = x.pointer.field(SequenceLayout.count, Int.self)
              let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
              if _fastPath(position >= 0 && position < count && !base.at(i.rc).pointee.isUndefined) {
                let items = x.pointer.field(SequenceLayout.items, Register.self)
                (items + position).replace(base.at(i.rc).ownedHeld(drop: i.has(InstructionFlags.dropThird)))
                if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
                pc = i + 1
                continue
              }
            }
            frame.pointee.pc = i + 1
            try setItemSlow(frame, i, base, y, keyIsConstant: true)
            pc = i + 1
            continue
          case .setItemAt:
            let x = base.at(i.ra).pointee
            if x.tag == Tag.object && x.typePointer == listType {
              if Int(i.pointee.b) < x.pointer.field(SequenceLayout.count, Int.self) &<< 1 && !base.at(i.rc).pointee.isUndefined {
                let place = x.pointer.field(SequenceLayout.items, Register.self).at(i.rb)
                place.replace(base.at(i.rc).ownedHeld(drop: i.has(InstructionFlags.dropThird)))
                if i.has(InstructionFlags.dropB) { base.at(i.ra).clear() }
                pc = i + 1
                continue
              }
            }
            frame.pointee.pc = i + 1
            try setItemSlow(frame, i, base, .int(i.b), keyIsConstant: true)
            pc = i + 1
            continue
          case .deleteItem: try deleteItem(frame, i, base)

          // MARK: Building
          case .buildTuple:
            let made = TupleObject.slot(self, moving: base.at(i.rb), count: i.c)
            base.at(i.rb).update(repeating: .undefined, count: i.c)
            base.at(i.ra).put(made)
            pc = i + 1
            continue
          case .buildList:
            let made = ListObject.slot(self, moving: base.at(i.rb), count: i.c)
            base.at(i.rb).update(repeating: .undefined, count: i.c)
            base.at(i.ra).put(made)
            pc = i + 1
            continue
          case .buildSet: try buildSet(i, base)
          case .buildMap:
            if i.c == 0 {
              // `f(**kwargs)` alone: the call only reads the dict, which therefore need not be copied.
              let merge = i + 1
              if merge.pointee.opcode == .mapMerge && merge.a == i.a && (i + 2).pointee.opcode == .callEx {
                let source = base[merge.b]
                if source.tag == Tag.object && source.typePointer == dictType {
                  base.at(i.ra).put((base + merge.b).ownedHeld(drop: merge.has(InstructionFlags.dropC)))
                  pc = i + 2
                  continue
                }
              }
            }
            try buildMap(i, base)
            pc = i + 1
            continue
          case .buildSlice:
            frame.pointee.pc = i + 1
            if try sliceDirectly(i, base) {
              pc = i + 2
              continue
            }
            buildSlice(i, base)
          case .buildString:
            try buildString(i, base)
            pc = i + 1
            continue
          case .formatValue:
            try formatValue(frame, i, base)
            pc = i + 1
            continue
          case .formatSpec: try formatSpec(i, base)
          case .listAppend:
            let value = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            Unmanaged<ListObject>.fromOpaque(base.at(i.ra).pointee.pointer)._withUnsafeGuaranteedRef { $0.append(owned: value) }
            pc = i + 1
            continue
          case .listExtend: try listExtend(i, base)
          case .setAdd:
            try setAdd(frame, i, base)
            pc = i + 1
            continue
          case .setUpdate: try setUpdate(i, base)
          case .mapAdd:
            try mapAdd(frame, i, base)
            pc = i + 1
            continue
          case .mapUpdate: try mapUpdate(i, base)
          case .mapMerge: try mapMerge(i, base)
          case .listToTuple: listToTuple(i, base)

          // MARK: Calls
          case .call:
            let f = base.at(i.rb).pointee
            if f.tag == Tag.object {
              if f.kind == .function {
                let function = Unmanaged<FunctionObject>.fromOpaque(f.pointer)
                let header = function._withUnsafeGuaranteedRef { $0.header }
                if _fastPath(header.pointee.callMark == Int(i.pointee.c)) {
                  let newBase = base.at(i.rb) + 1
                  frame.pointee.pc = i + 1
                  frame = try pushFrame(frame, function, header, newBase, i, kind: .call)
                  base = newBase
                  constants = header.pointee.constants
                  pc = header.pointee.instructions
                  continue
                }
                let count = i.c
                frame.pointee.pc = i + 1
                if try callGeneral(function, base.at(i.rb) + 1, count, nil, i) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                  continue
                }
                pc = i + 1
                continue
              }
              frame.pointee.pc = i + 1
              if f.kind == .nativeFunction {
                try callNative(i, base, f, base.at(i.rb) + 1, i.c, checked: false)
                pc = i + 1
                continue
              }
              if f.kind == .type {
                if try construct(i, base, f, base.at(i.rb) + 1, i.c) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                  continue
                }
                pc = i + 1
                continue
              }
            }
            frame.pointee.pc = i + 1
            if try callOther(frame, i, base, base.at(i.rb) + 1, i.c, nil) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .callMethod:
            let f = base.at(i.rb).pointee
            var arguments = base.at(i.rb) + 1
            // The number of arguments, doubled as operands are.
            var mark = Int(i.pointee.c) &+ 2
            if arguments.pointee.isUndefined {
              arguments += 1
              mark &-= 2
            }
            let count = mark >> 1
            frame.pointee.pc = i + 1
            if f.tag == Tag.object {
              if f.kind == .function {
                let function = Unmanaged<FunctionObject>.fromOpaque(f.pointer)
                let header = function._withUnsafeGuaranteedRef { $0.header }
                if _fastPath(header.pointee.callMark == mark) {
                  frame = try pushFrame(frame, function, header, arguments, i, kind: .call)
                  base = arguments
                  constants = header.pointee.constants
                  pc = header.pointee.instructions
                  continue
                }
                if try callGeneral(function, arguments, count, nil, i) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                  continue
                }
                pc = i + 1
                continue
              }
              if f.kind == .nativeFunction {
                try callNative(i, base, f, arguments, count, checked: count > i.c)
                pc = i + 1
                continue
              }
              if f.kind == .type {
                if try construct(i, base, f, arguments, count) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                  continue
                }
                pc = i + 1
                continue
              }
            }
            if try callOther(frame, i, base, arguments, count, nil) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .callKw:
            frame.pointee.pc = i + 2
            if try callKeywords(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 2
            continue
          case .callEx:
            frame.pointee.pc = i + 1
            if try callSpread(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + 1
            continue
          case .returnValue:
            let place = base.at(i.ra)
            let result = place.pointee
            if _slowPath(result.isUndefined) { throw unbound(frame, i.a) }
            place.pointee = .undefined
            if _fastPath(frame.pointee.kind == .call) {
              releaseRegisters(base, i.rb)
              current = frame - 1
              let (target, function) = (frame.pointee.returnRegister, frame.pointee.functionRegister)
              frame -= 1
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              if function != target { base.at(function).clear() }
              base.at(target).put(result)
              continue
            }
            guard let caller = try finishReturn(frame, i, result) else { return result }
            frame = caller
            base = frame.pointee.base
            constants = frame.pointee.header.pointee.constants
            pc = frame.pointee.pc
            continue
          case .returnNone:
            let kind = frame.pointee.kind
            if _fastPath(kind == .call || kind == .constructor) {
              releaseRegisters(base, i.rb)
              current = frame - 1
              let (target, function) = (frame.pointee.returnRegister, frame.pointee.functionRegister)
              frame -= 1
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              if kind == .call {
                if function != target { base.at(function).clear() }
                base.at(target).put(.none)
              } else if function != target {
                // The new instance took the place of its class.
                base.at(target).put(base.at(function).take())
              }
              continue
            }
            guard let caller = try finishReturn(frame, i, .none) else { return .none }
            frame = caller
            base = frame.pointee.base
            constants = frame.pointee.header.pointee.constants
            pc = frame.pointee.pc
            continue
          case .makeFunction:
            makeFunction(frame, i, base)
            pc = i + 1
            continue
          case .loadBuildClass: base.at(i.ra).put(try buildClassHook(frame).owned)
          case .loadAssertionError: base.at(i.ra).put(.owned(types.assertionError))

          // MARK: Generators
          case .yieldValue:
            let value = base.at(i.rb).ownedHeld(drop: i.has(InstructionFlags.dropB))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            frame.pointee.pc = i + 1
            suspend(frame, i)
            if frame.pointee.kind == .generatorSend && (frame - 1).pointee.isHollow { frame = leaveHollow(frame - 1) }
            if frame.pointee.kind == .generator {
              yielded = true
              return value
            }
            if frame.pointee.kind == .asyncStep && value.isKind(.asyncGeneratorValue) {
              finishStep(frame, value)
            } else {
              let target = frame.pointee.returnRegister
              (frame - 1).pointee.base.at(target).put(value)
            }
            frame -= 1
            base = frame.pointee.base
            constants = frame.pointee.header.pointee.constants
            pc = frame.pointee.pc
            continue
          case .getYieldFromIter: try getYieldFromIter(frame, i, base)
          case .send:
            frame.pointee.pc = i + 2
            if enterSend(i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
            pc = i + (try sendTo(frame, i, base) ? 2 &+ i.extra : 2)
            continue
          case .getAwaitable: try getAwaitable(i, base)
          case .getAiter: try getAiter(i, base)
          case .getAnext: try getAnext(i, base)
          case .endAsyncFor: try endAsyncFor(i, base)
          case .asyncGenWrap: asyncGenWrap(i, base)

          // MARK: Exceptions
          case .raise: throw try raise(frame, i, base)
          case .reraise:
            let exception = base.at(i.ra).take()
            throw takeRaised(exception)
          case .pushHandled:
            base.at(i.ra).put(frame.pointee.handled)
            frame.pointee.handled = base.at(i.rb).copyHeld()
            handledCount &+= 1
          case .popHandled:
            let old = frame.pointee.handled
            frame.pointee.handled = base.at(i.ra).take()
            handledCount &-= 1
            old.release()
          case .matchException: try matchException(i, base)
          case .matchExceptionStar: try matchExceptionStar(i, base)
          case .prepReraiseStar: try prepReraiseStar(i, base)

          // MARK: with
          case .beforeWith:
            if try beforeWith(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
          case .withExit:
            if try withExit(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              continue
            }
          case .withExceptStart: try withExceptStart(i, base)
          case .beforeAsyncWith: try beforeAsyncWith(i, base)

          // MARK: Imports
          case .importName:
            frame.pointee.pc = i + 2
            try importName(frame, i, base)
            pc = i + 2
            continue
          case .importFrom: try importFrom(frame, i, base)
          case .importStar: try importStar(frame, i, base)

          // MARK: match
          case .matchSequence, .matchMapping: try matchContainer(i, base)
          case .matchKeys: try matchKeys(i, base)
          case .matchClass:
            try matchClass(frame, i, base)
            pc = i + 2
            continue
          case .matchLength:
            let n = try length(base.at(i.rb).pointee.value)
            base.at(i.ra).put(.int(n))
          case .mapWithoutKeys: try mapWithoutKeys(i, base)

          // MARK: Rest
          case .setupAnnotations: setupAnnotations(frame)
          case .intrinsic: try runIntrinsic(frame, i, base)
          }
          // Not before: an address that lives through the instruction would be kept in memory meanwhile.
          pc = i + 1
        }
      } catch {
        // `pc` is that of the instruction that raised, unless that says otherwise.
        frame = current
        frame.pointee.pc = interruptedJump ?? pc + 1
        interruptedJump = nil
        let resumed = try unwind(error.exception, frame)
        frame = resumed
        base = frame.pointee.base
        constants = frame.pointee.header.pointee.constants
        pc = frame.pointee.pc
      }
    }
  }

  /// Two numbers, of which one at least is an int, as doubles of the same value; nil: they are something else, or too
  /// great for that.
  @inline(__always)
  static func exactly(_ x: Slot, _ y: Slot) -> (Double, Double)? {
    let exact = 1 << 53
    let (first, second): (Double, Double)
    if x.tag == Tag.int {
      if x.asInt < -exact || x.asInt > exact { return nil }
      first = Double(x.asInt)
    } else if x.tag == Tag.float {
      first = x.asDouble
    } else {
      return nil
    }
    if y.tag == Tag.int {
      if y.asInt < -exact || y.asInt > exact { return nil }
      second = Double(y.asInt)
    } else if y.tag == Tag.float {
      second = y.asDouble
    } else {
      return nil
    }
    return (first, second)
  }

  /// `x is y` of the operands; drops the dying ones.
  @inline(__always)
  private func isSame(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
    if _slowPath(x.isUndefined || y.isUndefined) { throw unbound(frame, x.isUndefined ? i.b : i.c) }
    let same = x.isSame(as: y)
    if i.has(InstructionFlags.dropB) { base.at(i.rb).clear() }
    if i.has(InstructionFlags.dropC) { base.at(i.rc).clear() }
    return same
  }

  @inline(__always)
  static func floorDivide(_ x: Int, _ y: Int) -> Int {
    // y > 0
    let quotient = x / y
    return x % y < 0 ? quotient &- 1 : quotient
  }

  @inline(__always)
  static func remainder(_ x: Int, _ y: Int) -> Int {
    // y > 0
    let rest = x % y
    return rest < 0 ? rest &+ y : rest
  }

  // MARK: Comparison in the loop

  /// Decides a fused comparison of `r[a]` with the slot at `right`: true when the jump is taken. (A slot takes two registers
  /// of a call, and the loop would keep it in them.)
  @inline(__always)
  func decide(_ comparison: Comparison, _ i: UnsafeMutablePointer<Instruction>, _ base: Register, _ right: Register)
    throws(Raised) -> Bool
  {
    let (x, y) = (base.at(i.ra).pointee, right.pointee)
    if x.tag == Tag.int && y.tag == Tag.int { return VM.compareInts(comparison, x.asInt, y.asInt) }
    if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
      if VM.compareDoubles(comparison, x.asDouble, y.asDouble) { return true }
      // Without the flag NaN is for the slow way.
      if comparison == .equal || comparison == .notEqual
        || _fastPath(VM.compareDoubles(comparison.complement, x.asDouble, y.asDouble))
      {
        return false
      }
    }
    return try decideSlow(comparison, i, base, right)
  }

  /// `r[a] = r[b] comparison r[c]`.
  @inline(__always)
  func compareTo(_ comparison: Comparison, _ i: UnsafeMutablePointer<Instruction>, _ base: Register) throws(Raised) {
    let (x, y) = (base.at(i.rb).pointee, base.at(i.rc).pointee)
    if x.tag == Tag.int && y.tag == Tag.int {
      base.at(i.ra).put(.bool(VM.compareInts(comparison, x.asInt, y.asInt)))
    } else if _fastPath(x.tag == Tag.float && y.tag == Tag.float) {
      base.at(i.ra).put(.bool(VM.compareDoubles(comparison, x.asDouble, y.asDouble)))
    } else {
      try compareSlow(comparison, i, base)
    }
  }

  @inline(__always)
  static func compareInts(_ comparison: Comparison, _ x: Int, _ y: Int) -> Bool {
    switch comparison {
    case .less: return x < y
    case .lessEqual: return x <= y
    case .equal: return x == y
    case .notEqual: return x != y
    case .greater: return x > y
    case .greaterEqual: return x >= y
    }
  }

  @inline(__always)
  static func compareDoubles(_ comparison: Comparison, _ x: Double, _ y: Double) -> Bool {
    switch comparison {
    case .less: return x < y
    case .lessEqual: return x <= y
    case .equal: return x == y
    case .notEqual: return x != y
    case .greater: return x > y
    case .greaterEqual: return x >= y
    }
  }
}
