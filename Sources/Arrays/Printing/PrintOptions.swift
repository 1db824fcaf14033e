/// What `torch.set_printoptions` sets.
public struct PrintOptions: Sendable, Equatable {
  /// Digits after the point.
  public var precision = 4
  /// Arrays with more elements are summarised; nil never does.
  public var threshold: Double = 1000
  /// Elements shown at either end of a summarised dimension.
  public var edgeItems = 3
  /// Width at which rows are broken.
  public var lineWidth = 80
  /// Forces or forbids scientific notation; nil decides by the values.
  public var sciMode: Bool?

  /// Makes torch's default options.
  public init() {}
}

/// One column width and one style for all numbers of an array, decided from those that are shown.
struct NumberFormat {
  let options: PrintOptions
  private(set) var isIntegral = true
  private(set) var isScientific = false
  private(set) var width = 1

  /// Zeros, NaN and infinities influence neither style nor width.
  init(_ values: [Double], _ options: PrintOptions) {
    self.options = options
    var low = Double.infinity
    var high = 0.0
    var count = 0
    for value in values where value.isFinite && value != 0 {
      low = Swift.min(low, abs(value))
      high = Swift.max(high, abs(value))
      isIntegral = isIntegral && value == value.rounded(.up)
      count += 1
    }
    if count == 0 { return }
    isScientific = options.sciMode ?? (high / low > 1000 || high > 1e8 || low < 1e-4)
    for value in values where value.isFinite && value != 0 {
      width = Swift.max(width, digits(value).utf8.count)
    }
  }

  private func digits(_ value: Double) -> String {
    if isScientific { return Text.scientific(value, options.precision) }
    if isIntegral { return Text.fixed(value, 0) + (value.isFinite ? "." : "") }
    return Text.fixed(value, options.precision)
  }

  func text(_ value: Double) -> String { Text.padded(digits(value), width) }
}

extension Text {
  /// Right-aligns a text of single-byte characters.
  static func padded(_ text: String, _ width: Int) -> String {
    let length = text.utf8.count
    return length >= width ? text : String(repeating: " ", count: width - length) + text
  }
}
