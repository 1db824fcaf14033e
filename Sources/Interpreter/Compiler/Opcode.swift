/// Every instruction of the machine: one row here, one case in the loop (`VM+Run.swift`).
///
/// Notation: `r[a]` is a register, `k[i]` a constant, `n[i]` a name; "+x" means an extension word follows.
/// "drop" tells which flag bits the instruction honours (B: `dropB`, C: `dropC`, T: `dropThird`).
package enum Opcode: UInt8, CaseIterable {
  // Second word of a "+x" instruction; never executed.
  case `extension`

  // MARK: Moves and constants
  case move  // r[a] = r[b]; UnboundLocalError when r[b] is undefined
  case take  // r[a] = r[b]; r[b] becomes undefined (moves a temporary; no check)
  case loadConst  // r[a] = k[bc]
  case loadInt  // r[a] = int(bc)
  case loadNone  // r[a] = None
  case loadBool  // r[a] = (b != 0)
  case clear  // r[a] = undefined, releasing what it held
  case clearRange  // r[a ..< a+b] = undefined
  case deleteLocal  // del local variable r[a]; UnboundLocalError when undefined
  case checkLocal  // UnboundLocalError when r[a] is undefined

  // MARK: Names
  case loadGlobal  // r[a] = globals or builtins n[bc]; +x cache; NameError
  case storeGlobal  // globals n[bc] = r[a]; drop B (a)
  case deleteGlobal  // del globals n[bc]
  case loadName  // r[a] = locals, globals or builtins n[bc] (class bodies, exec with locals)
  case storeName  // locals n[bc] = r[a]; drop B (a)
  case deleteName  // del locals n[bc]
  case loadClassFree  // r[a] = locals n[c], else closure[b] (free variable read in a class body)
  case makeCell  // r[a] = new cell holding r[a] (which may be undefined): prologue of captured variables
  case copyToCell  // r[a] = new cell holding a copy of r[b], which may be undefined (captured, but never changes afterwards)
  case loadCell  // r[a] = content of the cell in r[b]; UnboundLocalError
  case storeCell  // content of the cell in r[a] = r[b]; drop C (b)
  case deleteCell  // empties the cell in r[a]; UnboundLocalError when empty
  case loadFree  // r[a] = content of closure[b]; NameError "free variable"
  case storeFree  // content of closure[a] = r[b]; drop C (b)
  case deleteFree  // empties closure[a]
  case loadFreeCell  // r[a] = the cell closure[b] itself (to build an inner closure)
  // (the cell of an own variable is copied with `move`)

  // MARK: Arithmetic; drop B C; flag inPlace. The "K" forms take k[c] as second source.
  case add, subtract, multiply, trueDivide, floorDivide, remainder, power
  case leftShift, rightShift, bitAnd, bitOr, bitXor, matrixMultiply  // r[a] = r[b] op r[c]
  case addK, subtractK, multiplyK, trueDivideK, floorDivideK, remainderK, powerK  // r[a] = r[b] op k[c]
  case negative, positive, invert, not  // r[a] = op r[b]; drop B

  // MARK: Comparison; drop B C
  case equal, notEqual, less, lessEqual, greater, greaterEqual  // r[a] = r[b] op r[c]
  case isSame, isNotSame, contains, notContains  // r[a] = r[b] is r[c]; r[b] in r[c]
  // Fused: compares r[a] with r[b] (or k[b]) and jumps by the extension word; +x distance; drop B (a) C (b);
  // flag jumpIfTrue tells the sense. `b` of the K forms is a constant index. All conditional jumps may go backward
  // (bottom of a `while`): those taken backward poll like `jumpBack`.
  case jumpEqual, jumpNotEqual, jumpLess, jumpLessEqual, jumpGreater, jumpGreaterEqual
  case jumpEqualK, jumpNotEqualK, jumpLessK, jumpLessEqualK, jumpGreaterK, jumpGreaterEqualK
  case jumpIs  // as above for `is` (jumpIfTrue) / `is not`

  // MARK: Jumps
  case jump  // forward by bc
  case jumpBack  // backward by bc (negative); polls interrupts and the collector
  case jumpIfTrue  // by bc when r[a] is true; drop B (a)
  case jumpIfFalse  // by bc when r[a] is false; drop B (a)
  case jumpIfNone, jumpIfNotNone  // by bc; drop B (a)
  case jumpIfTrueKeep, jumpIfFalseKeep  // `and`/`or`: by bc, r[a] stays

  // MARK: Iteration and unpacking
  case getIter  // r[a] = iter(r[b]); drop B
  case forIter  // r[a] = next(r[b]); at the end clear r[b] and jump; +x distance
  case unpackSequence  // r[a ..< a+c] = exactly c items of r[b]; drop B; flag inPlace: the list
  // is not wanted (None instead), and items are read by their index
  case unpackStar  // r[a...] = (c & 255) items, a list, (c >> 8) items of r[b]; drop B; flag inPlace: items by index, no list

  // MARK: Attributes and items
  case loadAttr  // r[a] = r[b].n[c]; +x cache; drop B
  case storeAttr  // r[a].n[c] = r[b]; +x cache; drop B (a) C (b)
  case deleteAttr  // del r[a].n[c]; drop B (a)
  case loadMethod  // r[a], r[a+1] = function, self — or attribute, undefined — of r[b].n[c]; +x cache; drop B
  case loadSuperAttr  // r[a] = super(r[b], r[b+1]).n[c] without making the super object; drop B both
  case getItem  // r[a] = r[b][r[c]]; drop B C
  case getItemK  // r[a] = r[b][k[c]]; drop B
  case getItemAt  // r[a] = r[b][c], where c is the index itself; drop B
  case setItem  // r[a][r[b]] = r[c]; drop B (a) C (b) T (c)
  case setItemK  // r[a][k[b]] = r[c]; drop B (a) T (c)
  case setItemAt  // r[a][b] = r[c], where b is the index itself; drop B (a) T (c)
  case deleteItem  // del r[a][r[b]]; drop B (a) C (b)

  // MARK: Building; sources are consecutive temporaries and are always consumed
  case buildTuple, buildList, buildSet  // r[a] = (r[b ..< b+c])
  case buildMap  // r[a] = {r[b]: r[b+1], ...}, c pairs
  case buildSlice  // r[a] = slice(r[b], r[b+1], r[b+2])
  case buildString  // r[a] = concatenation of the c strings r[b ..< b+c]
  case formatValue  // r[a] = format(conversion(r[b]), ""); c = 0 none, 115 str, 114 repr, 97 ascii; drop B
  case formatSpec  // r[a] = format(conversion(r[b]), r[b+1]); c as above; consumes both
  case listAppend  // r[a].append(r[b]); drop C (b)   (comprehensions, displays)
  case listExtend  // r[a].extend(r[b]); drop C (b)   "Value after * must be an iterable, not X"
  case setAdd  // r[a].add(r[b]); drop C (b)
  case setUpdate  // r[a].update(r[b]); drop C (b)
  case mapAdd  // r[a][r[b]] = r[c]; drop C (b) T (c)
  case mapUpdate  // r[a].update(r[b]) in a dict display; drop C (b)   "'X' object is not a mapping"
  case mapMerge  // same for **kwargs of a call: duplicate key TypeError; c = register of the callable; drop C (b)
  case listToTuple  // r[a] = tuple(list in r[b]); drop B

  // MARK: Calls. The window of a call is consumed: afterwards it is undefined.
  case call  // r[a] = r[b](r[b+1 ... b+c])
  case callMethod  // r[a] = r[b](r[b+1] if defined, r[b+2 ... b+1+c])
  case callKw  // as callMethod (self may be undefined) with c arguments in all; +x: k[bc] = tuple of the last names
  case callEx  // r[a] = r[b](*r[b+1], **r[b+2]); r[b+1] is a tuple or iterable, r[b+2] a dict or undefined
  case returnValue  // return r[a], moved out; of the registers only r[0 ..< b] may hold objects
  case returnNone  // r[0 ..< b] as above
  case makeFunction  // r[a] = function of code k[c] with r[b], r[b+1], r[b+2], r[b+3] = defaults tuple, keyword
  // defaults dict, annotations dict, closure tuple; each may be undefined; all consumed
  case loadBuildClass  // r[a] = builtins.__build_class__
  case loadAssertionError  // r[a] = AssertionError

  // MARK: Generators and coroutines
  case yieldValue  // yields r[b]; r[a] = what is sent; flag delegates: c = register of the sub-iterator; drop B
  case getYieldFromIter  // r[a] = iterator of r[b] for `yield from`; drop B
  case send  // r[a] = r[b].send(r[c]); when that stops: r[a] = its value, clear r[b], jump; +x distance
  case getAwaitable  // r[a] = awaitable iterator of r[b], from c = 0 `await`, 1 `__aenter__`, 2 `__aexit__`; drop B
  case getAiter, getAnext  // r[a] = aiter(r[b]) / awaitable iterator of r[b].__anext__(); drop B only for getAiter
  case endAsyncFor  // exception in r[a]: StopAsyncIteration → fall through (r[a], r[b] cleared), else raise it again
  case asyncGenWrap  // r[a] = async generator's wrapped value of r[b]; drop B

  // MARK: Exceptions. The unwinder puts the exception into the register that the table entry names.
  case raise  // raise r[a] from r[b]; flags: dropB (a); operand c: 0 bare re-raise, 1 no cause, 2 cause in r[b]
  case reraise  // raise the exception r[a] again, its traceback unchanged; consumes r[a]
  case pushHandled  // r[a] = frame's handled exception; the handled exception becomes r[b]
  case popHandled  // the frame's handled exception = r[a] (moved back)
  case matchException  // r[a] = does exception r[b] match r[c] (type or tuple)?; drop C
  case matchExceptionStar  // r[a], r[a+1] = (matching group or None, rest or None) of r[b] for type r[c]; drop C
  case prepReraiseStar  // r[a] = exception to raise after except* clauses or None: original r[b], list r[c]

  // MARK: with
  case beforeWith  // r[a] = bound __exit__, r[a+1] = r[b].__enter__(); drop B
  case withExit  // r[a] = r[b](None, None, None); consumes r[b]
  case withExceptStart  // r[a] = r[b](type, value, traceback) of the exception r[c]; consumes r[b]
  case beforeAsyncWith  // r[a] = bound __aexit__, r[a+1] = r[b].__aenter__() (to be awaited); drop B

  // MARK: Imports
  case importName  // r[a] = __import__(n[c], fromlist r[b] (None or tuple)); +x level; drop B
  case importFrom  // r[a] = from module r[b] name n[c]
  case importStar  // all public names of module r[a] into the namespace; drop B (a)

  // MARK: match
  case matchSequence, matchMapping  // r[a] = is r[b] a sequence / mapping in the sense of patterns?
  case matchKeys  // r[a] = tuple of values of r[b] for the keys tuple r[c], or None; 
  case matchClass  // r[a] = tuple of attributes or None: subject r[b], class r[b+1] (both consumed), keyword names k[c]; +x positionals
  case matchLength  // r[a] = len(r[b]) as an int
  case mapWithoutKeys  // r[a] = dict(r[b]) without the keys of tuple r[c] (rest of a mapping pattern)

  // MARK: Rest
  case setupAnnotations  // makes __annotations__ in the namespace when missing
  case intrinsic  // r[a] = intrinsic number c applied to r[b] (`Intrinsic`); drop B
  case `nop`
  case trap  // a debugger's: stands in the place of another opcode
}

/// Rare operations behind `Opcode.intrinsic`.
package enum Intrinsic: Int {
  case typeVar, typeVarWithBound, paramSpec, typeVarTuple, typeAlias, subscriptGeneric
  /// Raises `NotImplementedError` with the text in the source register (syntax accepted, not yet executed).
  case unsupported
  /// Calls `sys.displayhook` (interactive mode of `compile`).
  case displayHook
}

extension Opcode {
  /// Of a fused comparison the one that holds when this one does not, as numbers are compared; else the opcode itself.
  var complement: Opcode {
    switch self {
    case .jumpEqual: .jumpNotEqual
    case .jumpNotEqual: .jumpEqual
    case .jumpLess: .jumpGreaterEqual
    case .jumpGreaterEqual: .jumpLess
    case .jumpGreater: .jumpLessEqual
    case .jumpLessEqual: .jumpGreater
    case .jumpEqualK: .jumpNotEqualK
    case .jumpNotEqualK: .jumpEqualK
    case .jumpLessK: .jumpGreaterEqualK
    case .jumpGreaterEqualK: .jumpLessK
    case .jumpGreaterK: .jumpLessEqualK
    case .jumpLessEqualK: .jumpGreaterK
    default: self
    }
  }

  /// Tells whether the second and third operand are one number of 32 bits.
  var hasWideOperand: Bool {
    switch self {
    case .loadConst, .loadInt, .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName, .jump, .jumpBack,
      .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfTrueKeep, .jumpIfFalseKeep:
      return true
    default:
      return false
    }
  }

  /// Tells whether the extension word is the number of an inline cache.
  var hasCache: Bool {
    switch self {
    case .loadGlobal, .loadAttr, .storeAttr, .loadMethod: return true
    default: return false
    }
  }

  /// Tells whether an extension word follows.
  package var hasExtension: Bool {
    switch self {
    case .loadGlobal, .loadAttr, .storeAttr, .loadMethod, .forIter, .send, .callKw, .importName, .matchClass,
      .jumpEqual, .jumpNotEqual, .jumpLess, .jumpLessEqual, .jumpGreater, .jumpGreaterEqual,
      .jumpEqualK, .jumpNotEqualK, .jumpLessK, .jumpLessEqualK, .jumpGreaterK, .jumpGreaterEqualK, .jumpIs:
      return true
    default:
      return false
    }
  }
}
