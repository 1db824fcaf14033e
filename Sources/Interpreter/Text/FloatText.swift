/// Texts of floats.
package enum FloatText {
  /// `repr(f)`: the shortest text that reads back as `f`, in CPython's form.
  package static func repr(_ f: Double) -> String { "\(f)" }
}
