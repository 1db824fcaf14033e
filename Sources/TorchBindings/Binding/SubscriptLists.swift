import Interpreter

/// The other form of `einsum`: operands with lists of numbers in place of letters, `einsum(a, [0, 1], b, [1, 2], [0, 2])`.
enum SubscriptLists {
  /// The equation that the lists mean, and the operands.
  static func read(_ vm: VM, _ values: [Value]) throws(Raised) -> (String, [Value]) {
    var (terms, operands): ([String], [Value]) = ([], [])
    for place in stride(from: 0, to: values.count - 1, by: 2) {
      operands.append(values[place])
      terms.append(try letters(vm, values[place + 1]))
    }
    let result = values.count % 2 == 1 ? "->" + (try letters(vm, values[values.count - 1])) : ""
    return (terms.joined(separator: ",") + result, operands)
  }

  /// Capital letters come first, so that numbers keep their order.
  private static func letters(_ vm: VM, _ list: Value) throws(Raised) -> String {
    var text = ""
    for item in try vm.list(of: list) {
      if item.kind == .ellipsis {
        text += "..."
        continue
      }
      let number = try vm.index(item)
      guard number >= 0, number < 52 else {
        throw vm.valueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")
      }
      text.unicodeScalars.append(Unicode.Scalar(UInt8(number < 26 ? 65 + number : 71 + number)))
    }
    return text
  }
}
