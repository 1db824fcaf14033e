/// The format mini-language.
package enum Formatting {
  /// `format(value, spec)` of numbers, bools and None.
  static func format(_ vm: VM, _ value: Value, _ spec: StrObject) throws(Raised) -> StrObject { try vm.str(value) }
}
