// The machine's loop. Everything in it works on slots and plain memory: no Swift reference counts, no closures, no
// allocation on the fast paths; whatever needs more is a function marked `@inline(never)` in `VM+Slow*.swift`.
//
// One activation of `run` executes the frame on top and all Python calls it makes, without native recursion; it
// returns when its entry frame returns or its generator yields. Errors come as `Raised` from the slow functions and
// are unwound by the exception tables in `unwind`.

import Glibc

extension VM {
  /// Runs the topmost frame until it returns (or yields, for generators). The result is owned.
  /// `pending` is raised at the frame's instruction first (`generator.throw`).
  func run(raising pending: ExceptionObject? = nil) throws(Raised) -> Slot {
    if _slowPath(isTracing) { prepareTracing(current.pointee.header) }
    var frame = current
    var pc = frame.pointee.pc
    var base = frame.pointee.base
    var constants = frame.pointee.header.pointee.constants
    var toRaise = pending

    while true {
      do throws(Raised) {
        if let exception = toRaise {
          toRaise = nil
          throw Raised(exception)
        }
        while true {
          let i = pc
          pc += 1
          switch i.pointee.opcode {
          case .extension, .nop: break
          case .trap:
            pc = try trap(frame, i)

          // MARK: Moves and constants
          case .move:
            let value = base[i.b]
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            value.retain()
            (base + i.a).put(value)
          case .take: (base + i.a).put((base + i.b).take())
          case .loadConst:
            let value = constants[i.bc]
            value.retain()
            (base + i.a).put(value)
          case .loadInt: (base + i.a).put(.int(i.bc))
          case .loadNone: (base + i.a).put(.none)
          case .loadBool: (base + i.a).put(.bool(i.b != 0))
          case .clear: (base + i.a).clear()
          case .clearRange:
            for r in i.a..<i.a &+ i.b { (base + r).clear() }
          case .deleteLocal:
            if base[i.a].isUndefined { throw unbound(frame, i.a) }
            (base + i.a).clear()

          case .checkLocal:
            if _slowPath(base[i.a].isUndefined) { throw unbound(frame, i.a) }

          // MARK: Names
          case .loadGlobal:
            let cache = frame.pointee.header.pointee.caches + 2 &* i.extra
            let globals = frame.pointee.globals
            pc += 1
            // The cached value is the address of the variable in its dict, which holds while the keys are the same.
            if globals._withUnsafeGuaranteedRef({ $0.keysVersion }) == cache.pointee.version
              && (cache.pointee.key == 0
                || builtinsRef.unsafelyUnwrapped._withUnsafeGuaranteedRef({ UInt($0.keysVersion) }) == cache.pointee.key)
            {
              let value = cache.pointee.value.pointer.field(0, Slot.self)
              value.retain()
              (base + i.a).put(value)
              continue
            }
            let value = try loadGlobalSlow(frame, i)
            value.retain()
            (base + i.a).put(value)
          case .storeGlobal:
            // Where the variable lies holds while the keys are the same.
            if let places = frame.pointee.header.pointee.globalPlaces,
              places[i.bc].version == frame.pointee.globals._withUnsafeGuaranteedRef({ $0.keysVersion }),
              let place = places[i.bc].place, !base[i.a].isUndefined
            {
              place.replace((base + i.a).owned(drop: i.has(InstructionFlags.dropB)))
              continue
            }
            try storeGlobal(frame, i, base)
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
            let cell = ObjectPool.cell(self, moving: (base + i.a).take())
            base[i.a] = Value.object(cell).intoOwned()
          case .copyToCell:
            let cell = ObjectPool.cell(self, moving: (base + i.b).copy())
            (base + i.a).put(Value.object(cell).intoOwned())
          case .loadCell:
            let value = Unmanaged<CellObject>.fromOpaque(base[i.b].pointer)._withUnsafeGuaranteedRef { $0.content }
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            value.retain()
            (base + i.a).put(value)
          case .storeCell:
            let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            storeCell(base[i.a], value)
          case .deleteCell:
            if Unmanaged<CellObject>.fromOpaque(base[i.a].pointer)._withUnsafeGuaranteedRef({ $0.content }).isUndefined {
              throw unbound(frame, i.a)
            }
            storeCell(base[i.a], .undefined)
          case .loadFree:
            let cell = frame.pointee.closure.unsafelyUnwrapped[i.b]
            let value = Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef { $0.content }
            if _slowPath(value.isUndefined) { throw unboundFree(frame, i.b) }
            value.retain()
            (base + i.a).put(value)
          case .storeFree:
            let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            storeCell(frame.pointee.closure.unsafelyUnwrapped[i.a], value)
          case .deleteFree:
            let cell = frame.pointee.closure.unsafelyUnwrapped[i.a]
            if Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef({ $0.content }).isUndefined {
              throw unboundFree(frame, i.a)
            }
            storeCell(cell, .undefined)
          case .loadFreeCell: (base + i.a).put((frame.pointee.closure.unsafelyUnwrapped + i.b).copy())

          // MARK: Arithmetic
          case .add:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              let (sum, overflow) = x.asInt.addingReportingOverflow(y.asInt)
              if !overflow {
                (base + i.a).put(.int(sum))
                continue
              }
            } else if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble + y.asDouble))
              continue
            }
            if try binarySlow(.add, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .subtract:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              let (difference, overflow) = x.asInt.subtractingReportingOverflow(y.asInt)
              if !overflow {
                (base + i.a).put(.int(difference))
                continue
              }
            } else if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble - y.asDouble))
              continue
            }
            if try binarySlow(.subtract, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .multiply:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble * y.asDouble))
              continue
            } else if x.tag == Tag.int && y.tag == Tag.int {
              let (product, overflow) = x.asInt.multipliedReportingOverflow(by: y.asInt)
              if !overflow {
                (base + i.a).put(.int(product))
                continue
              }
            }
            if try binarySlow(.multiply, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .trueDivide:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.float && y.tag == Tag.float {
              if y.asDouble != 0 {
                (base + i.a).put(.float(x.asDouble / y.asDouble))
                continue
              }
            } else if let (dividend, divisor) = VM.exactly(x, y), divisor != 0 {
              (base + i.a).put(.float(dividend / divisor))
              continue
            }
            if try binarySlow(.trueDivide, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .floorDivide:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0 {
              (base + i.a).put(.int(VM.floorDivide(x.asInt, y.asInt)))
              continue
            }
            if try binarySlow(.floorDivide, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .remainder:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0 {
              (base + i.a).put(.int(VM.remainder(x.asInt, y.asInt)))
              continue
            }
            if try binarySlow(.remainder, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .bitAnd:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              (base + i.a).put(.int(x.asInt & y.asInt))
              continue
            }
            if try binarySlow(.bitAnd, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .bitOr:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              (base + i.a).put(.int(x.asInt | y.asInt))
              continue
            }
            if try binarySlow(.bitOr, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .bitXor:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              (base + i.a).put(.int(x.asInt ^ y.asInt))
              continue
            }
            if try binarySlow(.bitXor, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .rightShift:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.int && y.tag == Tag.int && y.asInt >= 0 && y.asInt < 64 {
              (base + i.a).put(.int(x.asInt >> y.asInt))
              continue
            }
            if try binarySlow(.rightShift, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .leftShift:
            if try binarySlow(.leftShift, i, base, base[i.c]) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .power:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.float && y.tag == Tag.float && x.asDouble > 0 {
              let result = pow(x.asDouble, y.asDouble)
              if result < Double.infinity && y.asDouble.magnitude < Double.infinity {
                (base + i.a).put(.float(result))
                continue
              }
            }
            if try binarySlow(.power, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .matrixMultiply:
            if try binarySlow(.matrixMultiply, i, base, base[i.c]) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }

          case .addK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              let (sum, overflow) = x.asInt.addingReportingOverflow(y.asInt)
              if !overflow {
                (base + i.a).put(.int(sum))
                continue
              }
            } else if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble + y.asDouble))
              continue
            }
            if try binarySlow(.add, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .subtractK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.int && y.tag == Tag.int {
              let (difference, overflow) = x.asInt.subtractingReportingOverflow(y.asInt)
              if !overflow {
                (base + i.a).put(.int(difference))
                continue
              }
            } else if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble - y.asDouble))
              continue
            }
            if try binarySlow(.subtract, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .multiplyK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.float && y.tag == Tag.float {
              (base + i.a).put(.float(x.asDouble * y.asDouble))
              continue
            } else if x.tag == Tag.int && y.tag == Tag.int {
              let (product, overflow) = x.asInt.multipliedReportingOverflow(by: y.asInt)
              if !overflow {
                (base + i.a).put(.int(product))
                continue
              }
            }
            if try binarySlow(.multiply, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .floorDivideK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0 {
              (base + i.a).put(.int(VM.floorDivide(x.asInt, y.asInt)))
              continue
            }
            if try binarySlow(.floorDivide, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .remainderK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.int && y.tag == Tag.int && y.asInt > 0 {
              (base + i.a).put(.int(VM.remainder(x.asInt, y.asInt)))
              continue
            }
            if try binarySlow(.remainder, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .trueDivideK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.float && y.tag == Tag.float {
              if y.asDouble != 0 {
                (base + i.a).put(.float(x.asDouble / y.asDouble))
                continue
              }
            } else if let (dividend, divisor) = VM.exactly(x, y), divisor != 0 {
              (base + i.a).put(.float(dividend / divisor))
              continue
            }
            if try binarySlow(.trueDivide, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .powerK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.float && y.tag == Tag.float && x.asDouble > 0 {
              let result = pow(x.asDouble, y.asDouble)
              if result < Double.infinity && y.asDouble.magnitude < Double.infinity {
                (base + i.a).put(.float(result))
                continue
              }
            } else if x.tag == Tag.int && y.tag == Tag.int && y.asInt == 2 {
              let (square, overflow) = x.asInt.multipliedReportingOverflow(by: x.asInt)
              if !overflow {
                (base + i.a).put(.int(square))
                continue
              }
            }
            if try binarySlow(.power, i, base, y) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .negative:
            let x = base[i.b]
            if x.tag == Tag.float {
              (base + i.a).put(.float(-x.asDouble))
            } else {
              try unarySlow(.negative, i, base)
            }
          case .positive: try unarySlow(.positive, i, base)
          case .invert: try unarySlow(.invert, i, base)
          case .not:
            let x = base[i.b]
            if _slowPath(x.isUndefined) { throw unbound(frame, i.b) }
            let result = Slot.bool(!(try truth(x)))
            if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
            (base + i.a).put(result)

          // MARK: Comparison
          case .equal: try compareTo(.equal, i, base)
          case .notEqual: try compareTo(.notEqual, i, base)
          case .less: try compareTo(.less, i, base)
          case .lessEqual: try compareTo(.lessEqual, i, base)
          case .greater: try compareTo(.greater, i, base)
          case .greaterEqual: try compareTo(.greaterEqual, i, base)
          case .isSame, .isNotSame:
            let (x, y) = (base[i.b], base[i.c])
            if _slowPath(x.isUndefined || y.isUndefined) { throw unbound(frame, x.isUndefined ? i.b : i.c) }
            let same = x.isSame(as: y) == (i.pointee.opcode == .isSame)
            if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
            if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
            (base + i.a).put(.bool(same))
          case .contains, .notContains:
            let found = try containsSlow(i, base)
            // The jump behind it, mostly.
            if pc.pointee.opcode == .jumpIfFalse && pc.a == i.a && pc.has(InstructionFlags.dropB) && pc.bc >= 0 {
              (base + i.a).clear()
              pc += found ? 1 : 1 &+ pc.bc
              continue
            }
            (base + i.a).put(.bool(found))
          case .jumpLess:
            if try decide(.less, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpLessEqual:
            if try decide(.lessEqual, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpGreater:
            if try decide(.greater, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpGreaterEqual:
            if try decide(.greaterEqual, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpEqual:
            if try decide(.equal, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpNotEqual:
            if try decide(.notEqual, i, base, base[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpLessK:
            if try decide(.less, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpLessEqualK:
            if try decide(.lessEqual, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpGreaterK:
            if try decide(.greater, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpGreaterEqualK:
            if try decide(.greaterEqual, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpEqualK:
            if try decide(.equal, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpNotEqualK:
            if try decide(.notEqual, i, base, constants[i.b]) { pc += i.extra }
            pc += 1
            if i.extra < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpIs:
            let (x, y) = (base[i.a], base[i.b])
            if _slowPath(x.isUndefined || y.isUndefined) { throw unbound(frame, x.isUndefined ? i.a : i.b) }
            let jumps = x.isSame(as: y) == i.has(InstructionFlags.jumpIfTrue)
            if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
            if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
            if jumps { pc += i.extra }
            pc += 1

          // MARK: Jumps
          case .jump: pc += i.bc
          case .jumpBack:
            pc += i.bc
            if _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpIfTrue:
            let x = base[i.a]
            let jumps: Bool
            if x.tag &- 1 < Tag.int { jumps = x.bits != 0 } else { jumps = try truthOfRegister(frame, i, base) }
            if jumps { pc += i.bc }
            if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpIfFalse:
            let x = base[i.a]
            let holds: Bool
            // None, bools and ints
            if x.tag &- 1 < Tag.int { holds = x.bits != 0 } else { holds = try truthOfRegister(frame, i, base) }
            if !holds { pc += i.bc }
            if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpIfNone, .jumpIfNotNone:
            let x = base[i.a]
            if _slowPath(x.isUndefined) { throw unbound(frame, i.a) }
            let jumps = x.isNone == (i.pointee.opcode == .jumpIfNone)
            if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
            if jumps { pc += i.bc }
            if i.bc < 0 && _slowPath(pollFlag.isSet) { try pollAtJump(frame, i) }
          case .jumpIfTrueKeep:
            if base[i.a].isUndefined { throw unbound(frame, i.a) }
            if try truth(base[i.a]) { pc += i.bc }
          case .jumpIfFalseKeep:
            if base[i.a].isUndefined { throw unbound(frame, i.a) }
            if !(try truth(base[i.a])) { pc += i.bc }

          // MARK: Iteration and unpacking
          case .getIter:
            let x = base[i.b]
            if x.tag == Tag.object && x.kind == .rangeIterator && (i.a == i.b || i.has(InstructionFlags.dropB)) {
              // The machine's own, made where `range(...)` stands before a loop, or the user's.
              if i.a == i.b { continue }
              base[i.b] = .undefined
              (base + i.a).put(x)
              continue
            }
            try getIter(frame, i, base)
          case .forIter:
            let it = base[i.b].pointer
            pc += 1
            switch it.field(ObjectLayout.kind, Kind.self) {
            case .rangeIterator:
              let remaining = it.field(SequenceLayout.remaining, Int.self)
              if remaining <= 0 {
                (base + i.b).clear()
                pc += i.extra
                continue
              }
              let item = it.field(SequenceLayout.current, Int.self)
              let step = it.field(SequenceLayout.step, Int.self)
              it.setField(SequenceLayout.current, item &+ step)
              it.setField(SequenceLayout.remaining, remaining &- 1)
              (base + i.a).put(.int(item))
              continue
            case .listIterator:
              let list = it.field(SequenceLayout.iterated, Slot.self)
              let position = it.field(SequenceLayout.position, Int.self)
              if list.tag == Tag.object
                && position < list.pointer.field(SequenceLayout.count, Int.self)
              {
                let item = list.pointer.field(SequenceLayout.items, Register.self)[position]
                item.retain()
                it.setField(SequenceLayout.position, position &+ 1)
                (base + i.a).put(item)
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
                (base + i.a).put(Slot(bits: UInt(bitPattern: known), tag: Tag.object))
                continue
              }
            case .generator:
              if enterGeneratorLoop(frame, i, pc, base[i.b]) {
                frame = current
                base = frame.pointee.base
                constants = frame.pointee.header.pointee.constants
                pc = frame.pointee.pc
                continue
              }
            default: break
            }
            pc += try forIterSlow(frame, i, base)
          case .unpackSequence:
            let x = base[i.b]
            if x.tag == Tag.object && x.typePointer == tupleType
              && x.pointer.field(SequenceLayout.count, Int.self) == i.c
            {
              let items = x.pointer.field(SequenceLayout.items, Register.self)
              // The tuple may be one of the targets: keep it until all items are out.
              (base + i.b).pointee = .undefined
              for k in 0..<i.c {
                let item = items[k]
                item.retain()
                (base + (i.a &+ k)).put(item)
              }
              if i.has(InstructionFlags.dropB) {
                x.release()
              } else if base[i.b].isUndefined {
                base[i.b] = x
              } else {
                x.release()
              }
              continue
            }
            try unpackSequence(frame, i, base)
          case .unpackStar: try unpackStar(i, base)

          // MARK: Attributes and items
          case .loadAttr:
            let x = base[i.b]
            pc += 1
            if x.tag == Tag.object {
              let cache = frame.pointee.header.pointee.caches + 2 &* i.extra
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              if shape != 0, let cache = cache.entry(shape, x.typePointer) {
                var value = cache.pointee.value
                if value.isUndefined {
                  value = x.pointer.field(ObjectLayout.attributes, Register.self)[
                    Int(cache.pointee.index)]
                }
                value.retain()
                if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
                (base + i.a).put(value)
                continue
              }
            }
            frame.pointee.pc = pc
            if try loadAttrSlow(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .storeAttr:
            let x = base[i.a]
            pc += 1
            if x.tag == Tag.object {
              let cache = frame.pointee.header.pointee.caches + 2 &* i.extra
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              if shape != 0, let cache = cache.entry(shape, x.typePointer), cache.pointee.value.isUndefined,
                !base[i.b].isUndefined
              {
                let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropC))
                let attributes = x.pointer.field(ObjectLayout.attributes, Register.self)
                (attributes + Int(cache.pointee.index)).replace(value)
                if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
                continue
              }
              if storeAttrCached(frame, i, base, x) { continue }
            }
            frame.pointee.pc = pc
            if try storeAttrSlow(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .deleteAttr: try deleteAttr(frame, i, base)
          case .loadMethod:
            let x = base[i.b]
            pc += 1
            if x.tag == Tag.object {
              let cache = frame.pointee.header.pointee.caches + 2 &* i.extra
              let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
              let type = x.typePointer
              let key = shape != 0 ? shape : UInt(bitPattern: type)
              if let cache = cache.entry(key, type) {
                var function = cache.pointee.value
                if _slowPath(function.isUndefined) {
                  // A callable among the instance's own attributes.
                  function = x.pointer.field(ObjectLayout.attributes, Register.self)[
                    Int(cache.pointee.index)]
                  function.retain()
                  if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
                  (base + i.a).put(function)
                  (base + (i.a &+ 1)).clear()
                  continue
                }
                function.retain()
                let receiver = (base + i.b).owned(drop: i.has(InstructionFlags.dropB))
                (base + i.a).put(function)
                (base + (i.a &+ 1)).put(receiver)
                continue
              }
            }
            frame.pointee.pc = pc
            try loadMethodSlow(frame, i, base)
          case .loadSuperAttr: try loadSuperAttr(frame, i, base)
          case .getItem:
            let (x, y) = (base[i.b], base[i.c])
            if x.tag == Tag.object && y.tag == Tag.int {
              let type = x.typePointer
              if type == listType || type == tupleType {
                let count = x.pointer.field(SequenceLayout.count, Int.self)
                let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
                if position >= 0 && position < count {
                  let value = x.pointer.field(SequenceLayout.items, Register.self)[position]
                  value.retain()
                  if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
                  (base + i.a).put(value)
                  continue
                }
              }
            }
            frame.pointee.pc = pc
            try getItemSlow(frame, i, base, y, keyIsConstant: false)
          case .getItemK:
            let (x, y) = (base[i.b], constants[i.c])
            if x.tag == Tag.object && y.tag == Tag.int {
              let type = x.typePointer
              if type == listType || type == tupleType {
                let count = x.pointer.field(SequenceLayout.count, Int.self)
                let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
                if position >= 0 && position < count {
                  let value = x.pointer.field(SequenceLayout.items, Register.self)[position]
                  value.retain()
                  if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
                  (base + i.a).put(value)
                  continue
                }
              }
            }
            frame.pointee.pc = pc
            try getItemSlow(frame, i, base, y, keyIsConstant: true)
          case .setItem:
            let (x, y) = (base[i.a], base[i.b])
            if x.tag == Tag.object && y.tag == Tag.int && x.typePointer == listType {
              let count = x.pointer.field(SequenceLayout.count, Int.self)
              let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
              if position >= 0 && position < count && !base[i.c].isUndefined {
                let items = x.pointer.field(SequenceLayout.items, Register.self)
                (items + position).replace((base + i.c).owned(drop: i.has(InstructionFlags.dropThird)))
                if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
                continue
              }
            }
            frame.pointee.pc = pc
            try setItemSlow(frame, i, base, y, keyIsConstant: false)
          case .setItemK:
            let (x, y) = (base[i.a], constants[i.b])
            if x.tag == Tag.object && y.tag == Tag.int && x.typePointer == listType {
              let count = x.pointer.field(SequenceLayout.count, Int.self)
              let position = y.asInt < 0 ? y.asInt &+ count : y.asInt
              if position >= 0 && position < count && !base[i.c].isUndefined {
                let items = x.pointer.field(SequenceLayout.items, Register.self)
                (items + position).replace((base + i.c).owned(drop: i.has(InstructionFlags.dropThird)))
                if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
                continue
              }
            }
            frame.pointee.pc = pc
            try setItemSlow(frame, i, base, y, keyIsConstant: true)
          case .deleteItem: try deleteItem(frame, i, base)

          // MARK: Building
          case .buildTuple:
            let made = TupleObject.make(self, moving: base + i.b, count: i.c)
            (base + i.b).update(repeating: .undefined, count: i.c)
            (base + i.a).put(Value.object(made).intoOwned())
          case .buildList:
            let made = ListObject.make(self, moving: base + i.b, count: i.c)
            (base + i.b).update(repeating: .undefined, count: i.c)
            (base + i.a).put(Value.object(made).intoOwned())
          case .buildSet: try buildSet(i, base)
          case .buildMap: try buildMap(i, base)
          case .buildSlice:
            frame.pointee.pc = pc
            if try sliceDirectly(i, base) { pc += 1 } else { buildSlice(i, base) }
          case .buildString: try buildString(i, base)
          case .formatValue: try formatValue(frame, i, base)
          case .formatSpec: try formatSpec(i, base)
          case .listAppend:
            let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropC))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            Unmanaged<ListObject>.fromOpaque(base[i.a].pointer)._withUnsafeGuaranteedRef { $0.append(owned: value) }
          case .listExtend: try listExtend(i, base)
          case .setAdd: try setAdd(frame, i, base)
          case .setUpdate: try setUpdate(i, base)
          case .mapAdd: try mapAdd(frame, i, base)
          case .mapUpdate: try mapUpdate(i, base)
          case .mapMerge: try mapMerge(i, base)
          case .listToTuple: listToTuple(i, base)

          // MARK: Calls
          case .call:
            let f = base[i.b]
            let count = i.c
            if f.tag == Tag.object {
              if f.kind == .function {
                let function = Unmanaged<FunctionObject>.fromOpaque(f.pointer)
                let header = function._withUnsafeGuaranteedRef { $0.header }
                if header.pointee.simpleCount == count {
                  let newBase = base + (i.b &+ 1)
                  frame.pointee.pc = pc
                  frame = try pushFrame(frame, function, header, newBase, i, kind: .call)
                  base = newBase
                  constants = header.pointee.constants
                  pc = header.pointee.instructions
                  continue
                }
                frame.pointee.pc = pc
                if try callGeneral(function, base + (i.b &+ 1), count, nil, i) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                }
                continue
              }
              frame.pointee.pc = pc
              if f.kind == .nativeFunction {
                try callNative(i, base, f, base + (i.b &+ 1), count, checked: false)
                continue
              }
              if f.kind == .type {
                if try construct(i, base, f, base + (i.b &+ 1), count) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                }
                continue
              }
            }
            frame.pointee.pc = pc
            if try callOther(frame, i, base, base + (i.b &+ 1), count, nil) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .callMethod:
            let f = base[i.b]
            var arguments = base + (i.b &+ 1)
            var count = i.c &+ 1
            if arguments.pointee.isUndefined {
              arguments += 1
              count &-= 1
            }
            frame.pointee.pc = pc
            if f.tag == Tag.object {
              if f.kind == .function {
                let function = Unmanaged<FunctionObject>.fromOpaque(f.pointer)
                let header = function._withUnsafeGuaranteedRef { $0.header }
                if header.pointee.simpleCount == count {
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
                }
                continue
              }
              if f.kind == .nativeFunction {
                try callNative(i, base, f, arguments, count, checked: count > i.c)
                continue
              }
              if f.kind == .type {
                if try construct(i, base, f, arguments, count) {
                  frame = current
                  base = frame.pointee.base
                  constants = frame.pointee.header.pointee.constants
                  pc = frame.pointee.pc
                }
                continue
              }
            }
            if try callOther(frame, i, base, arguments, count, nil) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .callKw:
            pc += 1
            frame.pointee.pc = pc
            if try callKeywords(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .callEx:
            frame.pointee.pc = pc
            if try callSpread(frame, i, base) {
              frame = current
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
            }
          case .returnValue, .returnNone:
            var result = Slot.none
            if i.pointee.opcode == .returnValue {
              result = (base + i.a).owned(drop: i.has(InstructionFlags.dropB))
              if _slowPath(result.isUndefined) { throw unbound(frame, i.a) }
            }
            let kind = frame.pointee.kind
            if _fastPath(kind == .call) {
              popFrame(frame)
              let (target, function) = (Int(frame.pointee.returnRegister), Int(frame.pointee.functionRegister))
              frame -= 1
              base = frame.pointee.base
              constants = frame.pointee.header.pointee.constants
              pc = frame.pointee.pc
              (base + function).clear()
              (base + target).put(result)
              continue
            }
            if kind == .entry || kind == .generator {
              frame.pointee.pc = pc
              popWholeFrame(frame)
              return result
            }
            if kind == .constructor && !result.isNone {
              let type = self.type(of: result).name
              result.release()
              throw typeError("__init__() should return None, not '\(type)'")
            }
            if kind == .generatorLoop { popWholeFrame(frame) } else { popFrame(frame) }
            let (target, function) = (Int(frame.pointee.returnRegister), Int(frame.pointee.functionRegister))
            frame -= 1
            base = frame.pointee.base
            constants = frame.pointee.header.pointee.constants
            pc = frame.pointee.pc
            if kind == .constructor {
              (base + target).put((base + function).take())
            } else if kind == .binary {
              try finishBinary(frame, pc - 1, function, result)
            } else if kind == .setter {
              (base + function).clear()
              result.release()
            } else {
              // A generator of a `for` loop ended: the extension word before `pc` says where the loop ends.
              result.release()
              finishGeneratorLoop(base[function])
              (base + function).clear()
              pc += (pc - 1).bc
            }
          case .makeFunction: makeFunction(frame, i, base)
          case .loadBuildClass: (base + i.a).put(try buildClassHook().owned)
          case .loadAssertionError: (base + i.a).put(.owned(types.assertionError))

          // MARK: Generators
          case .yieldValue:
            let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropB))
            if _slowPath(value.isUndefined) { throw unbound(frame, i.b) }
            frame.pointee.pc = pc
            let kind = frame.pointee.kind
            suspend(frame, i)
            if kind == .generator {
              yielded = true
              return value
            }
            let target = Int(frame.pointee.returnRegister)
            frame -= 1
            base = frame.pointee.base
            constants = frame.pointee.header.pointee.constants
            pc = frame.pointee.pc
            (base + target).put(value)
          case .getYieldFromIter: try getYieldFromIter(frame, i, base)
          case .send:
            pc += 1
            frame.pointee.pc = pc
            if try sendTo(frame, i, base) { pc += i.extra }
          case .getAwaitable: try getAwaitable(i, base)
          case .getAiter: try getAiter(i, base)
          case .getAnext: try getAnext(i, base)
          case .endAsyncFor: try endAsyncFor(i, base)
          case .asyncGenWrap: asyncGenWrap(i, base)

          // MARK: Exceptions
          case .raise: throw try raise(frame, i, base)
          case .reraise:
            let exception = (base + i.a).take()
            throw takeRaised(exception)
          case .pushHandled:
            (base + i.a).put(frame.pointee.handled)
            frame.pointee.handled = (base + i.b).copy()
            handledCount &+= 1
          case .popHandled:
            let old = frame.pointee.handled
            frame.pointee.handled = (base + i.a).take()
            handledCount &-= 1
            old.release()
          case .matchException: try matchException(i, base)
          case .matchExceptionStar: try matchExceptionStar(i, base)
          case .prepReraiseStar: try prepReraiseStar(i, base)

          // MARK: with
          case .beforeWith: try beforeWith(frame, i, base)
          case .withExit: try withExit(i, base)
          case .withExceptStart: try withExceptStart(i, base)
          case .beforeAsyncWith: try beforeAsyncWith(i, base)

          // MARK: Imports
          case .importName:
            pc += 1
            frame.pointee.pc = pc
            try importName(frame, i, base)
          case .importFrom: try importFrom(frame, i, base)
          case .importStar: try importStar(frame, i, base)

          // MARK: match
          case .matchSequence, .matchMapping: try matchContainer(i, base)
          case .matchKeys: try matchKeys(i, base)
          case .matchClass:
            pc += 1
            try matchClass(frame, i, base)
          case .matchLength:
            let n = try length(base[i.b].value)
            (base + i.a).put(.int(n))
          case .mapWithoutKeys: try mapWithoutKeys(i, base)

          // MARK: Rest
          case .setupAnnotations: setupAnnotations(frame)
          case .intrinsic: try runIntrinsic(frame, i, base)
          }
        }
      } catch {
        // `frame` and `pc` are those of the instruction that raised.
        frame.pointee.pc = interruptedJump ?? pc
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

  /// Decides a fused comparison of `r[a]` with `y`: true when the jump is taken.
  @inline(__always)
  func decide(_ comparison: Comparison, _ i: UnsafeMutablePointer<Instruction>, _ base: Register, _ y: Slot)
    throws(Raised) -> Bool
  {
    let x = base[i.a]
    let holds: Bool
    if x.tag == Tag.int && y.tag == Tag.int {
      holds = VM.compareInts(comparison, x.asInt, y.asInt)
    } else if x.tag == Tag.float && y.tag == Tag.float {
      holds = VM.compareDoubles(comparison, x.asDouble, y.asDouble)
    } else {
      return try decideSlow(comparison, i, base, y)
    }
    return holds == i.has(InstructionFlags.jumpIfTrue)
  }

  /// `r[a] = r[b] comparison r[c]`.
  @inline(__always)
  func compareTo(_ comparison: Comparison, _ i: UnsafeMutablePointer<Instruction>, _ base: Register) throws(Raised) {
    let (x, y) = (base[i.b], base[i.c])
    if x.tag == Tag.int && y.tag == Tag.int {
      (base + i.a).put(.bool(VM.compareInts(comparison, x.asInt, y.asInt)))
    } else if x.tag == Tag.float && y.tag == Tag.float {
      (base + i.a).put(.bool(VM.compareDoubles(comparison, x.asDouble, y.asDouble)))
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
