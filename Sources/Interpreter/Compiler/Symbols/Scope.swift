import Syntax

/// One block of names: a module, a class body, a function, a comprehension or the type parameters of a definition.
///
/// A scope is a *frame* when its code runs in a frame of its own. List, set and dict comprehensions and type
/// parameters are usually not: their variables live in temporaries of the frame around them (PEP 709).
final class Scope {
  /// What opens the scope.
  enum Kind {
    case module, `class`, function, lambda, comprehension, typeParameters, typeAlias
  }

  /// How a comprehension collects its items.
  enum ComprehensionKind {
    case list, set, dict, generator

    /// The name CPython gives to the code.
    var codeName: String {
      switch self {
      case .list: "<listcomp>"
      case .set: "<setcomp>"
      case .dict: "<dictcomp>"
      case .generator: "<genexpr>"
      }
    }

    /// The name in error messages.
    var description: String {
      switch self {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dict: "dict comprehension"
      case .generator: "generator expression"
      }
    }
  }

  let kind: Kind
  let name: String
  /// Scope around this one; none for a module.
  unowned let parent: Scope?
  /// Class whose private names (`__x`) are mangled here.
  let privateClass: String?
  var comprehensionKind: ComprehensionKind? = nil
  var children: [Scope] = []
  /// When the scope is entered, counted in the order of the source; compares with `Symbol.bindingOrder`.
  var creationOrder = 0

  /// Names in the order of their first appearance, mangled.
  private(set) var order: [String] = []
  private(set) var symbols: [String: Symbol] = [:]
  /// Names of the variables of outer frames that this frame or a frame inside it reads, sorted after analysis.
  var freeNames: [String] = []
  var freeIndices: [String: Int] = [:]

  /// Whether `yield` stands in it.
  var isGenerator = false
  /// Whether it is `async def`, or awaits at the top level of a module.
  var isCoroutine = false
  /// Whether an `await` or an asynchronous comprehension stands in a generator expression or comprehension.
  var hasAwait = false
  var isInlined = false
  /// Whether a walrus assigns a name of this frame, so that operands may change while others are evaluated.
  var hasWalrus = false
  /// Whether a function inside a class reads `__class__`.
  var needsClassCell = false
  /// The `__class__` cell of a class scope.
  var classCell: Variable? = nil
  /// Whether the first iterable of a comprehension is being visited, where walrus is forbidden.
  var isVisitingIterable = false
  /// First `return` with a value, an error in an asynchronous generator.
  var returnWithValue: Span? = nil

  init(_ kind: Kind, name: String, parent: Scope?, privateClass: String?) {
    self.kind = kind
    self.name = name
    self.parent = parent
    self.privateClass = privateClass
    parent?.children.append(self)
  }

  /// The scope whose code this scope's code is part of.
  var frame: Scope {
    var scope = self
    while scope.isInlined, let parent = scope.parent { scope = parent }
    return scope
  }

  /// Whether names bound here are variables in registers.
  var isFunctionLike: Bool {
    switch kind {
    case .module, .class: false
    case .function, .lambda, .comprehension, .typeParameters, .typeAlias: true
    }
  }

  /// Returns the symbol of a name, made when missing.
  func symbol(_ name: String) -> Symbol {
    if let symbol = symbols[name] { return symbol }
    let symbol = Symbol(name)
    symbols[name] = symbol
    order.append(name)
    return symbol
  }

  /// Returns the name as it is stored: `__x` in a class becomes `_Class__x`.
  func mangle(_ name: String) -> String { Scope.mangle(name, in: privateClass) }

  /// Returns the name mangled for a class.
  static func mangle(_ name: String, in privateClass: String?) -> String {
    guard let privateClass, name.utf8.count > 2, name.hasPrefix("__"), !name.hasSuffix("__"),
      !name.utf8.contains(UInt8(ascii: "."))
    else { return name }
    let stripped = privateClass.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  /// Notes that the frame reads a variable of an outer frame.
  func addFree(_ name: String) {
    if freeIndices.updateValue(0, forKey: name) == nil { freeNames.append(name) }
  }

  /// Sorts the free variables as CPython does and numbers them.
  func sortFree() {
    freeNames.sort { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    for (index, name) in freeNames.enumerated() { freeIndices[name] = index }
  }
}

/// What a scope does with one name.
final class Symbol {
  /// The name, mangled.
  let name: String
  var uses: Uses = []
  /// How many times it may be bound: statements that bind it, more for those that may run repeatedly.
  var bindingCount = 0
  /// When it is bound (the last time), counted in the order of the source.
  var bindingOrder = 0
  /// Place of the `global` or `nonlocal` statement.
  var declaration: Span = .none
  /// Of a module's symbol: a function declares it global.
  var isGlobalInFunction = false
  /// Where the name is found; set by the analysis.
  var binding: Binding = .globalImplicit

  init(_ name: String) { self.name = name }

  /// Whether the scope binds the name.
  var isBound: Bool { !uses.isDisjoint(with: [.assigned, .parameter, .imported]) }

  /// How the name appears in its scope.
  struct Uses: OptionSet {
    let rawValue: UInt16
    static let assigned = Uses(rawValue: 1)
    static let read = Uses(rawValue: 2)
    static let parameter = Uses(rawValue: 4)
    static let global = Uses(rawValue: 8)
    static let nonlocal = Uses(rawValue: 16)
    static let annotated = Uses(rawValue: 32)
    static let imported = Uses(rawValue: 64)
    /// Loop variable of a comprehension.
    static let iteration = Uses(rawValue: 128)
    static let deleted = Uses(rawValue: 256)
    /// Bound by a walrus inside a comprehension.
    static let walrus = Uses(rawValue: 512)
  }
}

/// Where a name is found at run time.
enum Binding {
  /// A variable of this frame.
  case local(Variable)
  /// A variable of an outer frame, by the closure.
  case free
  case globalExplicit
  case globalImplicit
  /// A name of a class body or module namespace.
  case namespace
}

/// A variable that lives in a register.
final class Variable {
  let name: String
  /// Whether an inner frame uses it.
  var isCaptured = false
  /// Whether it may change after an inner frame was made that uses it, so that both have to share a cell. Otherwise
  /// the closure gets a cell with a copy, and the variable stays an ordinary register.
  var isShared = false
  /// Register of the value or cell; set when its code is compiled.
  var register = 0
  /// Whether the register is one of the frame's named locals (not a temporary of an inlined comprehension).
  var isFrameLocal = false
  /// Whether it is bound by a parameter.
  var isParameter = false
  /// Whether a statement deletes it.
  var isDeleted = false
  /// Whether it lives in a cell.
  var isCell: Bool { isCaptured && isShared }

  init(_ name: String) { self.name = name }
}
