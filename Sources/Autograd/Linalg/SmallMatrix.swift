import Arrays
import Glibc

/// Dense matrix of doubles for the factorisations of `torch.linalg`: row-major, sizes of notebooks.
///
/// Everything is computed in double precision and rounded at the end.
struct SmallMatrix {
  let rows: Int
  let columns: Int
  var values: [Double]

  init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    values = [Double](repeating: 0, count: rows * columns)
  }

  static func identity(_ size: Int) -> SmallMatrix {
    var result = SmallMatrix(size, size)
    for index in 0..<size { result[index, index] = 1 }
    return result
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  var transposed: SmallMatrix {
    var result = SmallMatrix(columns, rows)
    for row in 0..<rows { for column in 0..<columns { result[column, row] = self[row, column] } }
    return result
  }

  /// Factors a square matrix with row exchanges: L and U in one matrix, the order of rows, the sign of the order.
  func factored() -> (lu: SmallMatrix, order: [Int], sign: Double, firstZero: Int?) {
    var lu = self
    var order = Array(0..<rows)
    var sign = 1.0
    var firstZero: Int?
    for step in 0..<rows {
      var best = step
      for row in step..<rows where Swift.abs(lu[row, step]) > Swift.abs(lu[best, step]) { best = row }
      if lu[best, step] == 0 {
        if firstZero == nil { firstZero = step + 1 }
        continue
      }
      if best != step {
        for column in 0..<columns {
          (lu[step, column], lu[best, column]) = (lu[best, column], lu[step, column])
        }
        order.swapAt(step, best)
        sign = -sign
      }
      let pivot = lu[step, step]
      for row in (step + 1)..<Swift.max(rows, step + 1) {
        let factor = lu[row, step] / pivot
        lu[row, step] = factor
        if factor == 0 { continue }
        for column in (step + 1)..<columns { lu[row, column] -= factor * lu[step, column] }
      }
    }
    return (lu, order, sign, firstZero)
  }

  /// Solves self * X = right, or tells the first zero on the diagonal of U.
  func solved(_ right: SmallMatrix) -> (solution: SmallMatrix, firstZero: Int?) {
    let (lu, order, _, firstZero) = factored()
    var result = SmallMatrix(rows, right.columns)
    if firstZero != nil { return (result, firstZero) }
    for column in 0..<right.columns {
      for row in 0..<rows {
        var value = right[order[row], column]
        for inner in 0..<row { value -= lu[row, inner] * result[inner, column] }
        result[row, column] = value
      }
      for row in stride(from: rows - 1, through: 0, by: -1) {
        var value = result[row, column]
        for inner in (row + 1)..<Swift.max(rows, row + 1) { value -= lu[row, inner] * result[inner, column] }
        result[row, column] = value / lu[row, row]
      }
    }
    return (result, nil)
  }

  /// Lower triangular factor of a symmetric positive definite matrix, or the minor that is not positive.
  func cholesky() -> (factor: SmallMatrix, failedMinor: Int?) {
    var result = SmallMatrix(rows, rows)
    for column in 0..<rows {
      var square = self[column, column]
      for inner in 0..<column { square -= result[column, inner] * result[column, inner] }
      guard square > 0 else { return (result, column + 1) }
      let pivot = square.squareRoot()
      result[column, column] = pivot
      for row in (column + 1)..<Swift.max(rows, column + 1) {
        var value = self[row, column]
        for inner in 0..<column { value -= result[row, inner] * result[column, inner] }
        result[row, column] = value / pivot
      }
    }
    return (result, nil)
  }

  /// Orthogonal and upper triangular factors by Householder's reflections, with LAPACK's signs.
  func qr(complete: Bool) -> (q: SmallMatrix, r: SmallMatrix) {
    var r = self
    var q = SmallMatrix.identity(rows)
    for step in 0..<Swift.min(rows, columns) {
      var tail = 0.0
      for row in (step + 1)..<Swift.max(rows, step + 1) { tail += r[row, step] * r[row, step] }
      let head = r[step, step]
      if tail == 0 { continue }
      let norm = (head * head + tail).squareRoot()
      let beta = head > 0 ? -norm : norm
      var v = [Double](repeating: 0, count: rows)
      v[step] = 1
      for row in (step + 1)..<rows { v[row] = r[row, step] / (head - beta) }
      let tau = (beta - head) / beta
      for column in step..<columns {
        var dot = 0.0
        for row in step..<rows { dot += v[row] * r[row, column] }
        for row in step..<rows { r[row, column] -= tau * dot * v[row] }
      }
      for row in 0..<rows {
        var dot = 0.0
        for inner in step..<rows { dot += q[row, inner] * v[inner] }
        for inner in step..<rows { q[row, inner] -= tau * dot * v[inner] }
      }
    }
    let width = complete ? rows : Swift.min(rows, columns)
    var thinQ = SmallMatrix(rows, width)
    for row in 0..<rows { for column in 0..<width { thinQ[row, column] = q[row, column] } }
    var thinR = SmallMatrix(width, columns)
    for row in 0..<width { for column in row..<Swift.max(columns, row) { thinR[row, column] = r[row, column] } }
    return (thinQ, thinR)
  }

  /// Eigenvalues in ascending order and eigenvectors of a symmetric matrix, by Jacobi's rotations.
  func symmetricEigen() -> (values: [Double], vectors: SmallMatrix) {
    var a = self
    for row in 0..<rows { for column in 0..<row { a[column, row] = a[row, column] } }
    var vectors = SmallMatrix.identity(rows)
    for _ in 0..<60 {
      var rest = 0.0
      var size = 0.0
      for row in 0..<rows {
        size += a[row, row] * a[row, row]
        for column in (row + 1)..<Swift.max(rows, row + 1) { rest += a[row, column] * a[row, column] }
      }
      if !(rest > 1e-32 * Swift.max(size, 1e-300)) { break }
      for p in 0..<rows {
        for q in (p + 1)..<Swift.max(rows, p + 1) where a[p, q] != 0 {
          let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
          let t = (theta >= 0 ? 1.0 : -1.0) / (Swift.abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<rows {
            let (x, y) = (a[k, p], a[k, q])
            (a[k, p], a[k, q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<rows {
            let (x, y) = (a[p, k], a[q, k])
            (a[p, k], a[q, k]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<rows {
            let (x, y) = (vectors[k, p], vectors[k, q])
            (vectors[k, p], vectors[k, q]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
    }
    let order = (0..<rows).sorted { a[$0, $0] < a[$1, $1] }
    var sorted = SmallMatrix(rows, rows)
    for (column, from) in order.enumerated() {
      for row in 0..<rows { sorted[row, column] = vectors[row, from] }
    }
    return (order.map { a[$0, $0] }, sorted)
  }

  /// Thin singular value decomposition, largest values first, by rotating columns until they are orthogonal.
  func svd() -> (u: SmallMatrix, s: [Double], vt: SmallMatrix) {
    if rows < columns {
      let (u, s, vt) = transposed.svd()
      return (vt.transposed, s, u.transposed)
    }
    var a = self
    var v = SmallMatrix.identity(columns)
    for _ in 0..<60 {
      var isDone = true
      for p in 0..<columns {
        for q in (p + 1)..<Swift.max(columns, p + 1) {
          var (alpha, beta, gamma) = (0.0, 0.0, 0.0)
          for k in 0..<rows {
            alpha += a[k, p] * a[k, p]
            beta += a[k, q] * a[k, q]
            gamma += a[k, p] * a[k, q]
          }
          guard Swift.abs(gamma) > 1e-15 * (alpha * beta).squareRoot(), gamma != 0 else { continue }
          isDone = false
          let zeta = (beta - alpha) / (2 * gamma)
          let t = (zeta >= 0 ? 1.0 : -1.0) / (Swift.abs(zeta) + (1 + zeta * zeta).squareRoot())
          let c = 1 / (1 + t * t).squareRoot()
          let s = c * t
          for k in 0..<rows {
            let (x, y) = (a[k, p], a[k, q])
            (a[k, p], a[k, q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<columns {
            let (x, y) = (v[k, p], v[k, q])
            (v[k, p], v[k, q]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
      if isDone { break }
    }
    var sizes = [Double](repeating: 0, count: columns)
    for column in 0..<columns {
      for row in 0..<rows { sizes[column] += a[row, column] * a[row, column] }
      sizes[column] = sizes[column].squareRoot()
    }
    let order = (0..<columns).sorted { sizes[$0] > sizes[$1] }
    var u = SmallMatrix(rows, columns)
    var vt = SmallMatrix(columns, columns)
    for (place, from) in order.enumerated() {
      for row in 0..<rows { u[row, place] = sizes[from] > 0 ? a[row, from] / sizes[from] : 0 }
      for row in 0..<columns { vt[place, row] = v[row, from] }
    }
    u.completeColumns(from: order.firstIndex { sizes[$0] <= 0 } ?? columns)
    return (u, order.map { sizes[$0] }, vt)
  }

  /// Replaces columns from a place on by unit vectors orthogonal to all before.
  private mutating func completeColumns(from start: Int) {
    var column = start
    var candidate = 0
    while column < columns, candidate < rows {
      var vector = [Double](repeating: 0, count: rows)
      vector[candidate] = 1
      candidate += 1
      for other in 0..<column {
        var dot = 0.0
        for row in 0..<rows { dot += self[row, other] * vector[row] }
        for row in 0..<rows { vector[row] -= dot * self[row, other] }
      }
      let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard size > 1e-8 else { continue }
      for row in 0..<rows { self[row, column] = vector[row] / size }
      column += 1
    }
  }
}

extension NDArray {
  /// Hands out the matrices of the last two dimensions, one after the other.
  func matrices() throws(TorchError) -> [SmallMatrix] {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let size = rows * columns
    let numbers = try doubles()
    let count = Layout(contiguous: shape).count
    if size == 0 {
      var batch = 1
      for dim in 0..<(rank - 2) { batch &*= shape[dim] }
      return [SmallMatrix](repeating: SmallMatrix(rows, columns), count: Swift.max(batch, 0))
    }
    return (0..<(count / size)).map { index in
      var matrix = SmallMatrix(rows, columns)
      matrix.values = Array(numbers[(index * size)..<((index + 1) * size)])
      return matrix
    }
  }

  /// Makes an array of leading shape `batch` from rows of numbers.
  static func collect(_ parts: [[Double]], _ batch: [Int], _ tail: [Int], _ dtype: DType) throws(TorchError) -> NDArray {
    try NDArray.from(parts.flatMap { $0 }, Dims(batch + tail), dtype)
  }
}

extension NDArray {
  /// Natural logarithm of a number.
  static func naturalLog(_ value: Double) -> Double { Glibc.log(value) }
}
