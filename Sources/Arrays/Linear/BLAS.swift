import Glibc

/// OpenBLAS, opened at the first large product (4 ms): programs that never multiply matrices do not pay for it, and
/// without the library the plain loops answer.
enum BLAS {
  typealias SGemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32,
      Float,
      UnsafeMutableRawPointer, Int32
    ) -> Void
  typealias DGemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Double, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32,
      Double,
      UnsafeMutableRawPointer, Int32
    ) -> Void
  typealias ComplexGemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, UnsafeRawPointer, UnsafeRawPointer, Int32, UnsafeRawPointer,
      Int32,
      UnsafeRawPointer, UnsafeMutableRawPointer, Int32
    ) -> Void
  typealias SGemv =
    @convention(c) (
      Int32, Int32, Int32, Int32, Float, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32, Float,
      UnsafeMutableRawPointer,
      Int32
    ) -> Void

  /// Invariant: the handle is written once by the thread-safe initialiser and never closed.
  nonisolated(unsafe) private static let handle: UnsafeMutableRawPointer? =
    dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL) ?? dlopen("libopenblas.so", RTLD_NOW | RTLD_LOCAL)

  static let sgemm: SGemm? = symbol("cblas_sgemm").map { unsafeBitCast($0, to: SGemm.self) }
  static let dgemm: DGemm? = symbol("cblas_dgemm").map { unsafeBitCast($0, to: DGemm.self) }
  static let cgemm: ComplexGemm? = symbol("cblas_cgemm").map { unsafeBitCast($0, to: ComplexGemm.self) }
  static let zgemm: ComplexGemm? = symbol("cblas_zgemm").map { unsafeBitCast($0, to: ComplexGemm.self) }
  static let sgemv: SGemv? = symbol("cblas_sgemv").map { unsafeBitCast($0, to: SGemv.self) }
  private static let setThreads: (@convention(c) (Int32) -> Void)? =
    symbol("openblas_set_num_threads").map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self) }

  /// Threads the library was last told to use; only the holder of the interpreter lock calls it.
  nonisolated(unsafe) private static var threadCount = 0

  /// Address of a function of the library, LAPACK's included.
  static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
    guard let handle else { return nil }
    return dlsym(handle, name)
  }

  /// Passes the thread setting on when it changed.
  static func synchronizeThreads(atMost limit: Int = Int.max) {
    let wanted = Swift.min(Settings.threadCount, limit)
    guard threadCount != wanted else { return }
    threadCount = wanted
    setThreads?(Int32(clamping: threadCount))
  }
}

/// A matrix as BLAS wants it: one of the strides is one, the other the leading dimension.
struct BLASMatrix {
  static let rowMajor: Int32 = 101
  static let plain: Int32 = 111
  static let transposed: Int32 = 112

  let array: NDArray
  let pointer: UnsafeMutableRawPointer
  let transpose: Int32
  let leading: Int32

  /// Describes the last two dimensions of an array; copies when neither stride is one.
  init(_ array: NDArray) throws(ArrayError) {
    let rank = array.rank
    let rows = array.shape[rank - 2]
    let columns = array.shape[rank - 1]
    let rowStride = array.strides[rank - 2]
    let columnStride = array.strides[rank - 1]
    if (columnStride == 1 || columns == 1) && (rowStride >= Swift.max(columns, 1) || rows == 1) {
      self.array = array
      transpose = BLASMatrix.plain
      leading = Int32(clamping: rows == 1 ? Swift.max(columns, 1) : Swift.max(rowStride, 1))
    } else if (rowStride == 1 || rows == 1) && (columnStride >= Swift.max(rows, 1) || columns == 1) {
      self.array = array
      transpose = BLASMatrix.transposed
      leading = Int32(clamping: columns == 1 ? Swift.max(rows, 1) : Swift.max(columnStride, 1))
    } else {
      self.array = try array.contiguous()
      transpose = BLASMatrix.plain
      leading = Int32(clamping: Swift.max(columns, 1))
    }
    pointer = self.array.pointer
  }
}
