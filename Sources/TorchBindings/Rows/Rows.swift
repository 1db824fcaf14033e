import Autograd
import Interpreter

/// The rows of operators by group. A row states the operator's schemas as torch writes them, where it is found, and
/// one sentence; its body calls the function of `Autograd`.
enum Rows {
  /// A row with one overload.
  static func row(
    _ schema: String, _ places: Places, _ doc: String, _ body: @escaping Overload.Body
  ) -> Operator {
    Operator(name(schema), places, doc, [Overload(schemaText: schema, body: body)])
  }
  /// A row with several overloads, tried in order.
  static func row(_ places: Places, _ doc: String, _ overloads: [Overload]) -> Operator {
    Operator(name(overloads.first?.schemaText ?? ""), places, doc, overloads)
  }
  /// One overload.
  static func overload(_ schema: String, _ body: @escaping Overload.Body) -> Overload {
    Overload(schemaText: schema, body: body)
  }
  /// A function of one tensor.
  static func unary(
    _ name: String, _ places: Places, _ doc: String, hasOut: Bool = true,
    _ body: @escaping (Tensor) throws(TorchError) -> Tensor
  ) -> Operator {
    row(hasOut ? "\(name)(Tensor self, *, Tensor out=None)" : "\(name)(Tensor self)", places, doc) { (a) throws(TorchError) in a.wrap(try body(a.tensor(0))) }
  }
  /// Another name of a row.
  static func alias(_ name: String, _ places: Places, of row: Operator) -> Operator {
    Operator(name, places, row.doc, row.overloads)
  }

  private static func name(_ schema: String) -> String {
    String(schema[..<(schema.firstIndex(of: "(") ?? schema.endIndex)])
  }
}
