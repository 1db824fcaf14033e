import Syntax

/// Second pass: resolves every name of every scope.
extension SymbolTable {
  /// Resolves all names from the module inwards.
  func analyze() throws(SyntaxError) {
    // An explicit stack: scopes nest as deep as expressions do.
    var pending: [Scope] = [top]
    var all: [Scope] = []
    while let scope = pending.popLast() {
      all.append(scope)
      createVariables(scope)
      pending.append(contentsOf: scope.children.reversed())
    }
    for scope in all { try resolve(scope) }
    for scope in all { scope.sortFree() }
  }

  /// Makes the variables that a scope binds.
  private func createVariables(_ scope: Scope) {
    guard scope.isFunctionLike else { return }
    for name in scope.order {
      let symbol = scope.symbol(name)
      guard symbol.isBound, symbol.uses.isDisjoint(with: [.global, .nonlocal]) else { continue }
      let variable = Variable(name)
      variable.isFrameLocal = !scope.isInlined
      variable.isParameter = symbol.uses.contains(.parameter)
      variable.isDeleted = symbol.uses.contains(.deleted)
      symbol.binding = .local(variable)
    }
  }

  private func resolve(_ scope: Scope) throws(SyntaxError) {
    for name in scope.order {
      let symbol = scope.symbol(name)
      if symbol.uses.contains(.global) || symbol.isGlobalInFunction && scope.kind == .module {
        symbol.binding = .globalExplicit
      } else if symbol.uses.contains(.nonlocal) {
        symbol.binding = lookup(name, from: scope, rebinds: true)
        guard case .free = symbol.binding else {
          throw error("no binding for nonlocal '\(name)' found", symbol.declaration)
        }
      } else if !symbol.isBound {
        symbol.binding = lookup(name, from: scope)
      } else if !scope.isFunctionLike {
        symbol.binding = .namespace
      }
    }
  }

  /// Finds a name that a scope does not bind itself, and notes the capture in the frames between.
  private func lookup(_ name: String, from start: Scope, rebinds: Bool = false) -> Binding {
    var crossed: [Scope] = []
    var scope = start
    while true {
      if !scope.isInlined { crossed.append(scope) }
      guard let outer = scope.parent, outer.kind != .module else { return .globalImplicit }
      scope = outer
      if scope.kind == .class {
        guard name == "__class__", !crossed.isEmpty else { continue }
        let cell = scope.classCell ?? Variable("__class__")
        scope.classCell = cell
        scope.needsClassCell = true
        cell.isShared = true
        return capture(cell, crossed)
      }
      let symbol = scope.hasSymbol(name) ? scope.symbol(name) : nil
      guard let symbol else { continue }
      if symbol.uses.contains(.global) { return .globalExplicit }
      if symbol.isBound, !symbol.uses.contains(.nonlocal), case .local(let variable) = symbol.binding {
        // The frame directly inside decides when the closure is made.
        if rebinds || symbol.bindingCount != 1 || variable.isDeleted
          || crossed.last.map({ $0.creationOrder < symbol.bindingOrder }) ?? false
        {
          variable.isShared = true
        }
        return capture(variable, crossed)
      }
    }
  }

  private func capture(_ variable: Variable, _ crossed: [Scope]) -> Binding {
    if crossed.isEmpty { return .local(variable) }
    variable.isCaptured = true
    for frame in crossed { frame.addFree(variable.name) }
    return .free
  }
}

extension Scope {
  /// Tells whether the scope mentions a name.
  func hasSymbol(_ name: String) -> Bool { symbols[name] != nil }
}
