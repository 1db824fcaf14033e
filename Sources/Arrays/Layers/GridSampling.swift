import ArrayKernels

/// Sampling of images at places between their pixels, in kernels: (N, C, H, W) at a grid of (N, H', W', 2).
extension NDArray {
  /// What lies beyond the border.
  package enum GridPadding: Int32, Sendable {
    case zeros, border, reflection
  }

  /// How a grid is read.
  package struct GridRule: Sendable {
    let padding: GridPadding
    let aligns: Bool
    let isNearest: Bool

    package init(padding: GridPadding, aligns: Bool, isNearest: Bool) {
      self.padding = padding
      self.aligns = aligns
      self.isNearest = isNearest
    }
  }

  private func gridSizes(_ grid: NDArray, _ rule: GridRule) -> wick_grid? {
    guard rank == 4, grid.rank == 4, dtype == .float32 || dtype == .float64, grid.dtype == dtype, shape[2] > 0, shape[3] > 0
    else { return nil }
    let (size, overflow) = shape[2].multipliedReportingOverflow(by: shape[3])
    guard !overflow, size < 1 << 31 else { return nil }
    return wick_grid(
      channels: shape[1], height: shape[2], width: shape[3], points: grid.shape[1] &* grid.shape[2],
      padding: rule.padding.rawValue, aligns: rule.aligns ? 1 : 0, is_nearest: rule.isNearest ? 1 : 0)
  }

  /// The image at the points of a grid; nil: another dtype or rank.
  package func gridSample(_ grid: NDArray, _ rule: GridRule) throws(ArrayError) -> NDArray? {
    guard var sizes = gridSizes(grid, rule) else { return nil }
    var made = shape
    (made[2], made[3]) = (grid.shape[1], grid.shape[2])
    let result = try NDArray.empty(made, dtype)
    if result.count == 0 { return result }
    let (source, points) = (try contiguous(), try grid.contiguous())
    let (from, places, to) = (source.pointer, points.pointer, result.pointer)
    let (type, width, count) = (Int32(dtype.rawValue), dtype.size, sizes.points)
    let (image, target) = (sizes.channels &* sizes.height &* sizes.width &* width, sizes.channels &* count &* width)
    // A piece is some points of one image: pieces do not share what they write.
    let perImage = (count + 1023) / 1024
    _ = withUnsafePointer(to: &sizes) { s in
      Threads.split(shape[0] &* perImage, grain: Swift.max(1, Threads.grain / (1024 &* Swift.max(1, s.pointee.channels)))) { range in
        for piece in range {
          let (n, part) = (piece / perImage, piece % perImage)
          wick_grid_sample(
            type, from + n &* image, places + n &* 2 &* count &* width, to + n &* target, s, part &* 1024,
            Swift.min(count, (part &+ 1) &* 1024))
        }
        return 0
      }
    }
    return result
  }

  /// Gradients of the image and of the grid from those of the samples; nil stands for one that is not wanted.
  package func gridGradients(
    _ grid: NDArray, _ gradient: NDArray, _ rule: GridRule, image wantsImage: Bool, grid wantsGrid: Bool
  ) throws(ArrayError) -> (image: NDArray?, grid: NDArray?) {
    guard var sizes = gridSizes(grid, rule) else { return (nil, nil) }
    let image = wantsImage ? try NDArray.zeros(shape, dtype) : nil
    let slopes = wantsGrid ? try NDArray.zeros(grid.shape, dtype) : nil
    if gradient.count == 0 { return (image, slopes) }
    let (source, points, arrived) = (try contiguous(), try grid.contiguous(), try gradient.contiguous())
    let (from, places, g) = (source.pointer, points.pointer, arrived.pointer)
    let (imagePointer, slopePointer) = (image?.pointer, slopes?.pointer)
    let (type, width, count) = (Int32(dtype.rawValue), dtype.size, sizes.points)
    let (whole, target) = (sizes.channels &* sizes.height &* sizes.width &* width, sizes.channels &* count &* width)
    _ = withUnsafePointer(to: &sizes) { s in
      Threads.split(shape[0], grain: Swift.max(1, Threads.grain / Swift.max(1, count &* s.pointee.channels))) { range in
        for n in range {
          wick_grid_gradients(
            type, from + n &* whole, places + n &* 2 &* count &* width, g + n &* target,
            imagePointer.map { $0 + n &* whole }, slopePointer.map { $0 + n &* 2 &* count &* width }, s)
        }
        return 0
      }
    }
    return (image, slopes)
  }
}
