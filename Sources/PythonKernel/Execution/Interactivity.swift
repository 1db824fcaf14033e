import Interpreter
import Syntax

// `InteractiveShell.ast_node_interactivity`: which statements of a cell show their values.

extension PythonLanguage {
  /// The setting; nil while it is IPython's own, the last expression.
  var interactivity: String? {
    guard let object = shell.object else { return nil }
    do throws(Raised) {
      let text = try vm.getAttr(object, "ast_node_interactivity").asStr?.string
      return text == "last_expr" ? nil : text
    } catch {
      return nil
    }
  }

  /// Runs a cell statement by statement, each in its place, and shows the values that the setting asks for.
  func runCell(_ code: String, typed: String, interactivity: String, show: (Value) throws(Raised) -> Void) throws(Raised) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let statements: [Stmt]
    do throws(SyntaxError) {
      statements = try Parser(source: Array(code.utf8), filename: "<cell>").parseModule().body
    } catch {
      // Its error is told where the whole is compiled.
      _ = try runCell(code, typed: typed)
      return
    }
    var start = 0
    for (position, statement) in statements.enumerated() {
      let end = min(lines.count, Int(statement.span.endLine))
      // Statements on one line go together.
      if position + 1 < statements.count, Int(statements[position + 1].span.line) <= end { continue }
      guard start < end else { continue }
      let text = String(repeating: "\n", count: start) + lines[start..<end].joined(separator: "\n") + "\n"
      start = end
      let isLast = position == statements.count - 1
      let value = try runCell(text, typed: typed)
      switch interactivity {
      case "all": if !value.isNone, !CellTransformer.endsWithSemicolon(text) { try show(value) }
      case "last": if isLast, !value.isNone, !CellTransformer.endsWithSemicolon(text) { try show(value) }
      case "last_expr_or_assign":
        guard isLast, !CellTransformer.endsWithSemicolon(text) else { continue }
        if !value.isNone {
          try show(value)
        } else if let name = PythonLanguage.assignedName(statement), let assigned = session.main.get(vm, name) {
          try show(assigned)
        }
      default: break
      }
    }
  }

  /// The name that a statement assigns to.
  private static func assignedName(_ statement: Stmt) -> String? {
    let target: Expr?
    switch statement.kind {
    case .assign(let targets, _): target = targets.last
    case .augAssign(let only, _, _): target = only
    case .annAssign(let only, _, _, _): target = only
    default: target = nil
    }
    if case .name(let name, _)? = target?.kind { return name }
    return nil
  }
}
