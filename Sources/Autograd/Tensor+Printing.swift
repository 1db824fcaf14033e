import Arrays

extension Tensor: CustomStringConvertible {
  /// Text as torch prints it, with the name of the node or that gradients are required.
  public var description: String { text() }

  /// Text as torch prints it, under other options or with another prefix.
  package func text(prefix: String = "tensor(", options: PrintOptions = PrintOptions()) -> String {
    var suffixes: [String] = []
    if let gradFn {
      suffixes.append("grad_fn=<\(gradFn.shortName)>")
    } else if requiresGrad {
      suffixes.append("requires_grad=True")
    }
    return ArrayPrinter.text(array, prefix: prefix, options: options, suffixes: suffixes)
  }
}

extension Tensor {
  /// Text of the numbers alone with something behind them.
  package func text(options: PrintOptions, suffix: String) -> String {
    ArrayPrinter.text(array, prefix: "tensor(", options: options, suffixes: [suffix])
  }
}

extension Node {
  /// Name without its C++ namespace, as it shows in `grad_fn=<…>`.
  package final var shortName: String {
    let full = name
    guard let range = full.firstRange(of: "torch::autograd::") else { return full }
    return String(full[range.upperBound...])
  }
}
