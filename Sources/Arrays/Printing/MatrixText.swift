/// Arrays as torch's C++ prints them, which some of its error texts do: rows of numbers of one width, one matrix after the
/// other, and the type with the shape below.
extension NDArray {
  /// How C++ shows the array.
  package func matrixText() throws(ArrayError) -> String {
    let shown = "[ \(typeText){\(shape.map { String($0) }.joined(separator: ","))} ]"
    if count == 0 { return shown }
    let values = try doubles()
    guard rank > 0 else { return "\(Text.general(values[0], 6))\n\(shown)" }
    let columns = shape[rank - 1]
    if rank == 1 {
      let style = NumberStyle(values)
      return style.head + values.map { style.text($0) + "\n" }.joined() + shown
    }
    let size = shape[rank - 2] &* columns
    var index = [Int](repeating: 0, count: rank - 2)
    var blocks: [String] = []
    for _ in 0..<(count / size) {
      // The first index runs fastest here.
      var place = 0
      for dim in 0..<(rank - 2) { place = place &* shape[dim] &+ index[dim] }
      let block = rows(Array(values[(place &* size)..<(place &* size &+ size)]), columns, indented: rank > 2)
      let head = rank > 2 ? "(" + index.map { "\($0 + 1)," }.joined() + ".,.) = \n" : ""
      blocks.append(head + block)
      var dim = 0
      while dim < index.count {
        index[dim] += 1
        if index[dim] < shape[dim] { break }
        index[dim] = 0
        dim += 1
      }
    }
    return blocks.joined(separator: "\n") + shown
  }

  /// One matrix; what is wider than 80 columns is shown in parts.
  private func rows(_ values: [Double], _ columns: Int, indented: Bool) -> String {
    let style = NumberStyle(values)
    let fitting = Swift.max(1, 80 / (style.width + 1))
    var text = ""
    for first in stride(from: 0, to: columns, by: fitting) {
      let last = Swift.min(first + fitting, columns)
      if first > 0 { text += "\n" }
      if columns > fitting { text += "Columns \(first + 1) to \(last)" }
      text += style.head
      for (number, row) in stride(from: 0, to: values.count, by: columns).enumerated() {
        let line = (first..<last).map { style.text(values[row + $0]) }.joined(separator: " ")
        text += (indented && number > 0 ? " " : "") + line + "\n"
      }
    }
    return text
  }
}

/// How the numbers of one matrix are written: whole, with four decimals, or with exponents.
private struct NumberStyle {
  private enum Kind { case whole, fixed, scientific }
  private var kind = Kind.whole
  private(set) var width = 0
  private var scale = 1.0
  /// The factor that stands above scaled numbers.
  private(set) var head = ""

  init(_ values: [Double]) {
    let finite = values.filter { $0.isFinite }.map { abs($0) }
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
    func digits(_ value: Double) -> Int { value == 0 ? 1 : (Int(Text.scientific(value, 17).exponent) ?? 0) + 1 }
    let (least, most) = (digits(low), digits(high))
    if finite.allSatisfy({ $0.rounded() == $0 }) {
      kind = most > 9 ? .scientific : .whole
      width = most > 9 ? 11 : most + 1
    } else if most - least > 4 {
      kind = .scientific
      width = abs(most) > 99 || abs(least) > 99 ? 12 : 11
    } else {
      kind = .fixed
      width = most > 5 || most < 0 ? 7 : most == 0 ? 7 : most + 6
      if most > 5 || most < 0 {
        let factor = "1e\(most - 1)"
        scale = Double(factor) ?? 1
        head = "\(Text.general(scale, 6)) *\n"
      }
    }
  }

  func text(_ value: Double) -> String {
    let number: String
    switch kind {
    case .whole: number = Text.general(value, 6)
    case .fixed: number = Text.fixed(value / scale, 4)
    case .scientific: number = Text.scientific(value, 4)
    }
    return String(repeating: " ", count: Swift.max(0, width - number.utf8.count)) + number
  }
}

extension String {
  /// What stands behind the `e` of a number.
  fileprivate var exponent: String {
    guard let mark = lastIndex(of: "e") else { return "" }
    return String(self[index(after: mark)...])
  }
}
