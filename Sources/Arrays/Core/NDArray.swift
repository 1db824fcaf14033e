/// Strided array of one dtype; copies and views share the storage.
///
/// Operations return new arrays; those that write in place say so in their name and bump `storage.version`.
package struct NDArray {
  package let storage: Storage
  package var layout: Layout
  package let dtype: DType

  package init(storage: Storage, layout: Layout, dtype: DType) {
    self.storage = storage
    self.layout = layout
    self.dtype = dtype
  }

  package var shape: Dims { layout.shape }
  package var strides: Dims { layout.strides }
  package var offset: Int { layout.offset }
  package var rank: Int { layout.shape.count }
  package var count: Int { layout.count }
  package var isContiguous: Bool { layout.isContiguous }
  package var isEmpty: Bool { layout.count == 0 }

  /// Address of the first element.
  package var pointer: UnsafeMutableRawPointer {
    storage.pointer + layout.offset &* dtype.size
  }

  /// The same storage seen through another layout.
  package func view(_ layout: Layout) -> NDArray {
    NDArray(storage: storage, layout: layout, dtype: dtype)
  }

  /// Turns a possibly negative dimension into an index.
  package func normalize(dim: Int) throws(ArrayError) -> Int {
    try Layout.normalize(dim: dim, rank: rank)
  }

  /// Size in bytes of a shape, checked against overflow with torch's message.
  package static func byteCount(_ shape: Dims, _ dtype: DType) throws(ArrayError) -> Int {
    for index in 0..<shape.count where shape[index] < 0 {
      throw .runtime(
        "Trying to create tensor with negative dimension \(shape[index]): \(shape.text)")
    }
    guard let count = shape.product else {
      throw .runtime("Storage size calculation overflowed with sizes=\(shape.text)")
    }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: dtype.size)
    guard !overflow else {
      throw .runtime("Storage size calculation overflowed with sizes=\(shape.text)")
    }
    return bytes
  }
}
