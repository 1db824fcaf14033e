/// Text of an array as torch prints tensors.
///
/// One format serves the whole array and is decided from the elements that will be shown. Rows break at the line width,
/// higher dimensions are separated by blank lines, large arrays are summarised, and what a reader cannot see (size,
/// dtype, gradient) follows as suffixes.
package struct ArrayPrinter {
  private let array: NDArray
  private let options: PrintOptions
  private let isSummarised: Bool
  private var cell: (Int) -> String = { _ in "" }
  private var cellWidth = 0

  private init(_ array: NDArray, _ options: PrintOptions) {
    self.array = array
    self.options = options
    isSummarised = Double(array.count) > options.threshold
  }

  /// Text of the array with `prefix`, the suffixes torch shows, and those of the caller (`grad_fn=<…>`).
  package static func text(
    _ array: NDArray, prefix: String = "tensor(", options: PrintOptions = PrintOptions(),
    suffixes: [String] = []
  ) -> String {
    let body = array.count == 0 ? "[]" : ArrayPrinter.body(array, options, indent: prefix.utf8.count)
    return assemble(prefix, body, ownSuffixes(array) + suffixes, options)
  }

  /// The bracketed numbers alone, continued lines indented by `indent` + 1.
  package static func body(_ array: NDArray, _ options: PrintOptions, indent: Int) -> String {
    var printer = ArrayPrinter(array, options)
    printer.prepare()
    if array.rank == 0 { return printer.cell(array.offset) }
    return printer.block(0, array.offset, indent)
  }

  /// Size of an empty array, dtype unless it is obvious.
  private static func ownSuffixes(_ array: NDArray) -> [String] {
    var result: [String] = []
    let defaultType = Settings.defaultDType
    if array.count == 0 {
      if array.rank != 1 { result.append("size=" + sizeText(array.shape)) }
      if array.dtype != defaultType { result.append("dtype=torch." + array.dtype.name) }
    } else if array.dtype != defaultType && array.dtype != defaultType.complexType && array.dtype != .int64
      && array.dtype != .bool
    {
      result.append("dtype=torch." + array.dtype.name)
    }
    return result
  }

  private static func sizeText(_ shape: Dims) -> String {
    let parts = shape.map { String($0) }
    return parts.count == 1 ? "(\(parts[0]),)" : "(" + parts.joined(separator: ", ") + ")"
  }

  private static func assemble(
    _ prefix: String, _ body: String, _ suffixes: [String], _ options: PrintOptions
  ) -> String {
    var text = prefix + body
    let lastLine = text.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    // torch counts two more than the visible line.
    var last = lastLine + 2
    let indent = prefix.utf8.count
    for suffix in suffixes {
      let length = suffix.utf8.count
      if last + length + 2 > options.lineWidth {
        text += ",\n" + String(repeating: " ", count: indent) + suffix
        last = indent + length
      } else {
        text += ", " + suffix
        last += length + 2
      }
    }
    return text + ")"
  }

  /// Indices shown along a dimension and whether some are left out.
  private func shown(_ dim: Int) -> (indices: [Int], isCut: Bool) {
    let size = array.shape[dim]
    let edge = Swift.max(options.edgeItems, 0)
    if isSummarised && size > 2 * edge {
      return (Array(0..<edge) + Array((size - edge)..<size), true)
    }
    return (Array(0..<size), false)
  }

  private func visit(_ dim: Int, _ offset: Int, _ body: (Int) -> Void) {
    if dim == array.rank { return body(offset) }
    for index in shown(dim).indices { visit(dim + 1, offset + index * array.strides[dim], body) }
  }

  private func load(_ offset: Int) -> Scalar {
    Scalar(loading: array.storage.pointer + offset * array.dtype.size, as: array.dtype)
  }

  private mutating func prepare() {
    let load = self.load
    let dtype = array.dtype
    if dtype.isIntegral {
      var width = 1
      let text = dtype == .uint64
        ? { (place: Int) in String(UInt(bitPattern: load(place).intValue)) } : { ArrayPrinter.integerText(load($0)) }
      visit(0, array.offset) { width = Swift.max(width, text($0).utf8.count) }
      let columns = width
      cell = { Text.padded(text($0), columns) }
      cellWidth = width + 2
      return
    }
    var real: [Double] = []
    var imaginary: [Double] = []
    visit(0, array.offset) { offset in
      let value = load(offset)
      real.append(value.doubleValue)
      if dtype.isComplex { imaginary.append(value.imaginaryValue) }
    }
    let first = NumberFormat(real, options)
    if !dtype.isComplex {
      cell = { first.text(load($0).doubleValue) }
      cellWidth = first.width + 2
      return
    }
    let second = NumberFormat(imaginary, options)
    cell = { offset in
      let value = load(offset)
      let text = second.text(value.imaginaryValue) + "j"
      let trimmed = String(text.drop { $0 == " " })
      let isSigned = trimmed.hasPrefix("-") || trimmed.hasPrefix("+")
      return first.text(value.doubleValue) + (isSigned ? trimmed : "+" + trimmed)
    }
    cellWidth = first.width + 2 + second.width + 1
  }

  private static func integerText(_ value: Scalar) -> String {
    switch value {
    case .bool(let truth): truth ? "True" : "False"
    default: String(value.intValue)
    }
  }

  private func block(_ dim: Int, _ offset: Int, _ indent: Int) -> String {
    let (indices, isCut) = shown(dim)
    let edge = Swift.max(options.edgeItems, 0)
    let newLine = "\n" + String(repeating: " ", count: indent + 1)
    if dim == array.rank - 1 {
      let perLine = Swift.max(1, (options.lineWidth - indent) / cellWidth)
      var cells = indices.map { cell(offset + $0 * array.strides[dim]) }
      if isCut { cells.insert(" ...", at: edge) }
      var rows: [String] = []
      var start = 0
      while start < cells.count {
        rows.append(cells[start..<Swift.min(start + perLine, cells.count)].joined(separator: ", "))
        start += perLine
      }
      return "[" + rows.joined(separator: "," + newLine) + "]"
    }
    var blocks = indices.map { block(dim + 1, offset + $0 * array.strides[dim], indent + 1) }
    if isCut { blocks.insert("...", at: edge) }
    let separator =
      "," + String(repeating: "\n", count: array.rank - dim - 1) + String(repeating: " ", count: indent + 1)
    return "[" + blocks.joined(separator: separator) + "]"
  }
}
