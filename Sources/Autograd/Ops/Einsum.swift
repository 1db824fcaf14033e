import Arrays

/// Einstein summation. Every operand is brought to one order of all labels, missing ones as size one; operands are then
/// contracted pair by pair, each pair by one batched matrix product.

/// Sums products of operands over the labels of an equation such as "ij,jk->ik".
public func einsum(_ equation: String, _ operands: [Tensor]) throws(TorchError) -> Tensor {
  guard !operands.isEmpty else { throw .runtime("einsum(): must provide at least one operand") }
  var plan = try EinsumPlan(equation, operands)
  var tensors: [Tensor] = []
  for (index, operand) in operands.enumerated() { tensors.append(try plan.align(operand, index)) }
  var result = tensors[0]
  var rest = tensors.dropFirst()
  if rest.isEmpty { return try plan.finish(result, isContracted: false) }
  while let next = rest.popFirst() {
    let sums = plan.labels.indices.filter { label in
      label >= plan.outputCount && rest.allSatisfy { $0.shape[label] == 1 }
    }
    result = try contractPair(result, next, sums)
  }
  let finished = try plan.finish(result, isContracted: true)
  return finished.gradFn?.name == "ViewBackward0" ? finished : titled("ViewBackward0", finished)
}

/// Labels of an equation: those of the output first, summed ones after.
private struct EinsumPlan {
  /// Labels in the common order; broadcast dimensions of "..." count as labels below zero.
  var labels: [Int] = []
  var outputCount = 0
  private var inputs: [[Int]] = []
  private var sizes: [Int: Int] = [:]

  init(_ equation: String, _ operands: [Tensor]) throws(TorchError) {
    let text = equation.filter { $0 != " " }
    let halves: [Substring]
    if let arrow = text.firstRange(of: "->") {
      halves = [text[..<arrow.lowerBound], text[arrow.upperBound...]]
    } else {
      halves = [text[...]]
    }
    let terms = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    guard terms.count == operands.count else {
      throw .runtime(
        terms.count > operands.count
          ? "einsum(): fewer operands were provided than specified in the equation"
          : "einsum(): more operands were provided than specified in the equation")
    }
    var broadcastRank = 0
    for (index, term) in terms.enumerated() {
      let (labels, rank) = try EinsumPlan.parse(term, operands[index].dim, index)
      inputs.append(labels)
      broadcastRank = Swift.max(broadcastRank, rank)
      for (dim, label) in labels.enumerated() {
        let size = operands[index].shape[dim]
        if let known = sizes[label], known != size {
          if known != 1, size != 1 {
            throw .runtime(
              labels.firstIndex(of: label) == dim
                ? "einsum(): subscript \(EinsumPlan.name(label)) has size \(size) for operand \(index) which does not "
                  + "broadcast with previously seen size \(known)"
                : "einsum(): subscript \(EinsumPlan.name(label)) is repeated for operand \(index) but the sizes don't "
                  + "match, \(size) != \(known)")
          }
          sizes[label] = Swift.max(size, known)
        } else {
          sizes[label] = size
        }
      }
    }
    try orderLabels(halves.count == 2 ? halves[1] : nil, broadcastRank)
  }

  /// Broadcast dimensions are -1 for the last, -2 for the one before, and so on.
  private static func parse(_ term: Substring, _ rank: Int, _ index: Int) throws(TorchError) -> ([Int], Int) {
    var labels: [Int] = []
    var ellipsis: Int?
    var characters = term.makeIterator()
    while let character = characters.next() {
      if character == "." {
        guard ellipsis == nil, characters.next() == ".", characters.next() == "." else {
          throw .runtime(
            "einsum(): found '.' for operand \(index) that is not part of any ellipsis")
        }
        ellipsis = labels.count
      } else {
        labels.append(try label(character, "operand \(index)"))
      }
    }
    let missing = rank - labels.count
    guard ellipsis != nil ? missing >= 0 : missing == 0 else {
      throw .runtime(
        "einsum(): the number of subscripts in the equation (\(labels.count)) \(ellipsis == nil ? "does not match" : "is more than") the "
          + "number of dimensions (\(rank)) for operand \(index)\(ellipsis == nil ? " and no ellipsis was given" : "")")
    }
    if let ellipsis { labels.insert(contentsOf: (0..<missing).map { $0 - missing }, at: ellipsis) }
    return (labels, ellipsis == nil ? 0 : missing)
  }

  private static func label(_ character: Character, _ place: String) throws(TorchError) -> Int {
    guard let code = character.asciiValue, character.isLetter else {
      throw .runtime("einsum(): invalid subscript given at index 0 in the equation string, subscripts must be in [a-zA-Z]")
    }
    return Int(code)
  }

  private static func name(_ label: Int) -> String {
    label < 0 ? "..." : String(UnicodeScalar(UInt8(label)))
  }

  private mutating func orderLabels(_ output: Substring?, _ broadcastRank: Int) throws(TorchError) {
    let used = inputs.flatMap { $0 }
    var order: [Int] = []
    if let output {
      var isEllipsisSeen = false
      var characters = output.makeIterator()
      while let character = characters.next() {
        if character == "." {
          guard !isEllipsisSeen, characters.next() == ".", characters.next() == "." else {
            throw .runtime("einsum(): found '.' for output but an ellipsis (...) was already found")
          }
          isEllipsisSeen = true
          order += (0..<broadcastRank).map { $0 - broadcastRank }
          continue
        }
        let label = try EinsumPlan.label(character, "output")
        guard !order.contains(label) else {
          throw .runtime(
            "einsum(): output subscript \(character) appears more than once in the output")
        }
        guard used.contains(label) else {
          throw .runtime(
            "einsum(): output subscript \(character) does not appear in the equation for any input operand")
        }
        order.append(label)
      }
    } else {
      order = (0..<broadcastRank).map { $0 - broadcastRank }
      // Without an arrow the labels that occur once, in order of the alphabet.
      order += Set(used.filter { $0 >= 0 }).filter { label in used.filter { $0 == label }.count == 1 }.sorted()
    }
    outputCount = order.count
    var summed: [Int] = []
    for label in used where !order.contains(label) && !summed.contains(label) { summed.append(label) }
    labels = order + summed
  }

  /// Takes diagonals of repeated labels and brings the dimensions into the common order.
  mutating func align(_ operand: Tensor, _ index: Int) throws(TorchError) -> Tensor {
    var tensor = operand
    var own = inputs[index]
    var dim = 0
    while dim < own.count {
      if let first = own.firstIndex(of: own[dim]), first < dim {
        tensor = try movedim(diagonal(tensor, offset: 0, first, dim), [-1], [first])
        own.remove(at: dim)
      } else {
        dim += 1
      }
    }
    var order: [Int] = []
    for label in labels {
      if let position = own.firstIndex(of: label) {
        order.append(position)
      } else {
        order.append(tensor.dim)
        tensor = try unsqueeze(tensor, tensor.dim)
      }
    }
    return try permute(tensor, order)
  }

  /// Sums what is left and drops the summed dimensions.
  func finish(_ tensor: Tensor, isContracted: Bool) throws(TorchError) -> Tensor {
    if tensor.dim == outputCount { return tensor }
    // Contracted dimensions are of size one by now.
    if tensor.shape.dropFirst(outputCount).allSatisfy({ $0 == 1 }), isContracted {
      return try view(tensor, Array(tensor.shape.prefix(outputCount)))
    }
    // Sums of integers become int64, and so do those below: torch's products then refuse what was not summed.
    return try sum(tensor, dims: Array(outputCount..<tensor.dim))
  }
}

/// Multiplies two operands of the same rank and sums over dimensions, which stay as size one.
private func contractPair(_ x: Tensor, _ y: Tensor, _ sums: [Int]) throws(TorchError) -> Tensor {
  var (left, right) = (x, y)
  var contracted: [Int] = []
  var shared: [Int] = []
  var onlyLeft: [Int] = []
  var onlyRight: [Int] = []
  for dim in 0..<x.dim {
    let (m, n) = (left.shape[dim], right.shape[dim])
    if sums.contains(dim) {
      if m != 1, n != 1 {
        contracted.append(dim)
      } else if m != 1 {
        left = try sum(left, dims: [dim], keepDim: true)
        onlyLeft.append(dim)
      } else {
        if n != 1 { right = try sum(right, dims: [dim], keepDim: true) }
        onlyLeft.append(dim)
      }
    } else if m != 1, n != 1 {
      shared.append(dim)
    } else if m != 1 {
      onlyLeft.append(dim)
    } else {
      onlyRight.append(dim)
    }
  }
  if contracted.isEmpty { return try left .* right }
  func size(_ tensor: Tensor, _ dims: [Int]) -> Int { dims.reduce(1) { $0 &* tensor.shape[$1] } }
  let batch = size(left, shared)
  let inner = size(left, contracted)
  let rows = size(left, onlyLeft)
  let columns = size(right, onlyRight)
  let a = try reshape(permute(left, shared + onlyLeft + contracted + onlyRight), [batch, rows, inner])
  let b = try reshape(permute(right, shared + contracted + onlyRight + onlyLeft), [batch, inner, columns])
  let order = shared + onlyLeft + contracted + onlyRight
  var shape: [Int] = shared.map { left.shape[$0] } + onlyLeft.map { left.shape[$0] }
  shape += contracted.map { _ in 1 }
  shape += onlyRight.map { right.shape[$0] }
  var inverse = [Int](repeating: 0, count: order.count)
  for (index, dim) in order.enumerated() { inverse[dim] = index }
  return try permute(view(bmm(a, b), shape), inverse)
}
