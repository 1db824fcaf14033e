import Glibc

/// LAPACK functions of the library that `BLAS` opens.
///
/// Fortran passes everything by address; arrays are column by column.
enum LAPACK {
  typealias P = UnsafeMutableRawPointer
  typealias I = UnsafeMutablePointer<Int32>
  typealias C = UnsafePointer<CChar>
  typealias Getrf = @convention(c) (I, I, P, I, I, I) -> Void
  typealias Getrs = @convention(c) (C, I, I, P, I, I, P, I, I) -> Void
  typealias Sytrf = @convention(c) (C, I, P, I, I, P, I, I) -> Void
  typealias Sytrs = @convention(c) (C, I, I, P, I, I, P, I, I) -> Void
  typealias Potrf = @convention(c) (C, I, P, I, I) -> Void
  typealias Geqrf = @convention(c) (I, I, P, I, P, P, I, I) -> Void
  typealias Orgqr = @convention(c) (I, I, I, P, I, P, P, I, I) -> Void
  typealias Syevd = @convention(c) (C, C, I, P, I, P, P, I, I, I, I) -> Void
  typealias Gesdd = @convention(c) (C, I, I, P, I, P, P, I, P, I, P, I, I, I) -> Void
  typealias Geev = @convention(c) (C, C, I, P, I, P, P, P, I, P, I, P, I, I) -> Void
  // Complex matrices: one more array of real numbers, values in the matrix's own dtype.
  typealias Heevd = @convention(c) (C, C, I, P, I, P, P, I, P, I, I, I, I) -> Void
  typealias ComplexGesdd = @convention(c) (C, I, I, P, I, P, P, I, P, I, P, I, P, I, I) -> Void
  typealias ComplexGeev = @convention(c) (C, C, I, P, I, P, P, I, P, I, P, I, P, I) -> Void
  typealias Trtrs = @convention(c) (C, C, C, I, I, P, I, P, I, I) -> Void
  typealias Gels = @convention(c) (C, I, I, I, P, I, P, I, P, I, I) -> Void
  typealias Gelss = @convention(c) (I, I, I, P, I, P, I, P, P, I, P, I, I) -> Void
  typealias Gelsy = @convention(c) (I, I, I, P, I, P, I, I, P, I, P, I, I) -> Void

  private static let severalThreads = 512

  /// Finds a function by its name without the letter of the dtype.
  ///
  /// Matrices of fewer rows than `severalThreads` are done by one: dividing the work costs more than it saves.
  static func find<F>(_ name: String, _ dtype: DType, _ type: F.Type, size: Int = 0) throws(ArrayError) -> F {
    let letter: String
    switch dtype {
    case .float32: letter = "s"
    case .float64: letter = "d"
    case .complex64: letter = "c"
    case .complex128: letter = "z"
    default:
      throw .runtime(
        "linalg: Expected a floating point or complex tensor as input. Got \(dtype.scalarTypeName)")
    }
    BLAS.synchronizeThreads(atMost: size < severalThreads ? 1 : Int.max)
    guard let symbol = BLAS.symbol(letter + name + "_") else {
      throw .runtime("linalg: OpenBLAS (libopenblas.so.0) is not installed; it provides LAPACK")
    }
    return unsafeBitCast(symbol, to: type)
  }
}

/// Batch of matrices stored column by column, as LAPACK reads and overwrites them.
struct ColumnBatch {
  /// Row-major array of the transposed matrices: the memory LAPACK sees.
  let transposed: NDArray
  let rows: Int
  let columns: Int
  let count: Int

  /// Copies an array whose last two dimensions are the matrices.
  init(copying array: NDArray) throws(ArrayError) {
    rows = array.shape[array.rank - 2]
    columns = array.shape[array.rank - 1]
    transposed = try array.transpose(-2, -1).contiguousCopy()
    count = rows * columns == 0 ? 0 : transposed.count / (rows * columns)
  }

  /// Reserves matrices for results.
  init(batch: Dims, rows: Int, columns: Int, _ dtype: DType) throws(ArrayError) {
    self.rows = rows
    self.columns = columns
    var shape = batch
    shape.append(columns)
    shape.append(rows)
    transposed = try NDArray.zeros(shape, dtype)
    count = rows * columns == 0 ? 0 : transposed.count / (rows * columns)
  }

  /// The matrices as an ordinary array, strides column by column.
  var array: NDArray {
    get throws(ArrayError) { try transposed.transpose(-2, -1) }
  }

  func pointer(_ index: Int) -> UnsafeMutableRawPointer {
    transposed.pointer + index * rows * columns * transposed.dtype.size
  }

  var leading: Int32 { Int32(clamping: Swift.max(rows, 1)) }
}

extension NDArray {
  /// Shape in front of the matrices.
  var batchShape: Dims {
    var shape = self.shape
    shape.remove(at: rank - 1)
    shape.remove(at: rank - 2)
    return shape
  }

  /// Throws torch's errors for what is no batch of (square) matrices of numbers with a fraction.
  func checkMatrices(_ name: String, square: Bool) throws(ArrayError) {
    guard rank >= 2 else { throw .runtime("\(name): The input tensor A must have at least 2 dimensions.") }
    if square && shape[rank - 1] != shape[rank - 2] {
      throw .runtime(
        "\(name): A must be batches of square matrices, but they are \(shape[rank - 2]) by \(shape[rank - 1]) matrices"
      )
    }
    guard dtype.isDifferentiable else {
      throw .runtime(
        "\(name): Expected a floating point or complex tensor as input. Got \(dtype.scalarTypeName)")
    }
    if dtype.isReducedFloat {
      throw .runtime("\(name): Low precision dtypes not supported. Got \(dtype.scalarTypeName)")
    }
    guard shape[rank - 1] <= Int32.max / 4, shape[rank - 2] <= Int32.max / 4 else {
      throw .runtime("\(name): matrices are too large")
    }
  }
}
