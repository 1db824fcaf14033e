import Arrays

/// Computes the Fourier transform along a dimension times a scale: complex numbers in, complex numbers out.
///
/// Everything in `torch.fft` is made of this, cutting, padding and mirroring.
public func fourier(_ x: Tensor, _ dim: Int, inverse: Bool, scale: Double) throws(TorchError) -> Tensor {
  record("FftC2CBackward0", x, try x.array.fft(dim, inverse: inverse, scale: scale)) { (_, g) throws(TorchError) in
    // The matrix is symmetric, so its adjoint is the transform the other way.
    try fourier(g, dim, inverse: !inverse, scale: scale)
  }
}
