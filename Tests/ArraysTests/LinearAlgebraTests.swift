import Testing

@testable import Arrays

/// Decompositions by LAPACK: products of the factors give the matrix back.
@Suite struct LinearAlgebraTests {
  private func matrix(_ shape: Dims, seed: UInt64 = 1) throws -> NDArray {
    let array = try NDArray.empty(shape, .float64)
    try Generator(seed: seed).normal(into: array)
    return array
  }

  private func distance(_ a: NDArray, _ b: NDArray) throws -> Double {
    try NDArray.binary(.sub, a, b).unary(.abs).max().item().doubleValue
  }

  @Test func `inverse and solution agree`() throws {
    let a = try matrix([3, 5, 5])
    let b = try matrix([3, 5, 2], seed: 2)
    #expect(try distance(NDArray.matmul(a, a.solve(b)), b) < 1e-10)
    #expect(try distance(NDArray.matmul(a.inverse(), b), a.solve(b)) < 1e-10)
  }

  @Test func `factors multiply back to the matrix`() throws {
    let a = try matrix([2, 6, 4])
    let qr = try a.qr()
    #expect(try distance(NDArray.matmul(qr.q, qr.r), a) < 1e-12)
    let svd = try a.svd(full: false)
    let scaled = try NDArray.binary(.mul, svd.u, svd.s.unsqueeze(-2))
    #expect(try distance(NDArray.matmul(scaled, svd.vh), a) < 1e-12)
    let square = try NDArray.matmul(a.transpose(-2, -1), a)
    let lower = try square.cholesky()
    #expect(try distance(NDArray.matmul(lower, lower.transpose(-2, -1)), square) < 1e-12)
    let pairs = try square.eigh()
    let stretched = try NDArray.binary(.mul, pairs.vectors, pairs.values.unsqueeze(-2))
    #expect(try distance(NDArray.matmul(stretched, pairs.vectors.transpose(-2, -1)), square) < 1e-12)
  }

  @Test(arguments: [1, 2, 7, 12, 64, 100])
  func `a Fourier transform and back is the identity`(count: Int) throws {
    let signal = try matrix(Dims(count), seed: 4)
    let spectrum = try signal.fft()
    let back = try spectrum.fft(inverse: true, scale: 1 / Double(count))
    #expect(try distance(back, signal.to(.complex128)) < 1e-12)
    #expect(abs(try spectrum.element([0]).doubleValue - signal.sum().item().doubleValue) < 1e-12)
  }

  @Test func `a singular matrix has no inverse`() throws {
    let message =
      "linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is "
      + "singular."
    #expect(throws: ArrayError(.linalg, message)) { _ = try NDArray.zeros([2, 2], .float32).inverse() }
  }
}
