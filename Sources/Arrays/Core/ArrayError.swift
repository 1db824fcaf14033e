/// Failure of an array operation, with torch's text and the Python exception it becomes.
public struct ArrayError: Error, Equatable {
  /// Python exception class that torch raises.
  public enum Kind: Sendable {
    case runtime, type, index, value, notImplemented
    /// torch's `LinAlgError`, a kind of RuntimeError.
    case linalg
  }

  /// Exception class.
  public let kind: Kind
  /// Text of the exception, torch's own.
  public let message: String

  /// Makes an error of a class with a text.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  @inline(never)
  package static func runtime(_ message: String) -> ArrayError { ArrayError(.runtime, message) }
  @inline(never)
  package static func type(_ message: String) -> ArrayError { ArrayError(.type, message) }
  @inline(never)
  package static func index(_ message: String) -> ArrayError { ArrayError(.index, message) }
  @inline(never)
  package static func value(_ message: String) -> ArrayError { ArrayError(.value, message) }
  @inline(never)
  package static func notImplemented(_ message: String) -> ArrayError { ArrayError(.notImplemented, message) }

  /// Makes the error torch raises as `LinAlgError`, a kind of RuntimeError.
  @inline(never)
  package static func linalg(_ message: String) -> ArrayError { ArrayError(.linalg, message) }

  /// Makes torch's error for a kernel that does not exist for a dtype.
  @inline(never)
  package static func unsupported(_ kernel: String, _ dtype: DType) -> ArrayError {
    ArrayError(.notImplemented, "\"\(kernel)\" not implemented for '\(dtype.scalarTypeName)'")
  }
}
