import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Views, joining and splitting.
  static var shapes: [Operator] {
    var rows: [Operator] = []
    shapes0(&rows)
    shapes1(&rows)
    shapes2(&rows)
    shapes3(&rows)
    shapes4(&rows)
    shapes5(&rows)
    return rows
  }

  private static func shapes0(_ rows: inout [Operator]) {
    rows.append(row(.method, "The same elements as another shape or dtype.", [
      overload("view(Tensor self, int[...] size)") {
        (a) throws(TorchError) in
        a.wrap(try view(a.tensor(0), a.dims(1)))
      },
      overload("view(Tensor self, ScalarType dtype)") {
        (a) throws(TorchError) in
        let x = a.tensor(0)
        guard let dtype = a.dtype(1) else {
          throw TorchError(
            .type,
            "view() received an invalid combination of arguments - got (NoneType), but expected one of:\n * (torch.dtype dtype)\n"
              + "      didn't match because some of the arguments have invalid types: (!NoneType!)\n * (tuple of ints size)\n"
              + "      didn't match because some of the arguments have invalid types: (!NoneType!)\n")
        }
        guard dtype != x.dtype else { return a.wrap(try view(x, x.shape)) }
        return a.wrap(try view(x, as: dtype))
      },
    ]))
    rows.append(row("resize_(Tensor self, int[...] size, *, any memory_format=None)", .method, "Another size in place.") {
      (a) throws(TorchError) in
      try resize_(a.tensor(0), a.dims(1))
      return a.value(0)
    })
    rows.append(row("resize_as_(Tensor self, Tensor other, *, any memory_format=None)", .method, "The size of other.") {
      (a) throws(TorchError) in
      try resize_(a.tensor(0), a.tensor(1).array.layout.shape)
      return a.value(0)
    })
    rows.append(row(
      "view_as(Tensor self, Tensor other)",
      .method, "The same elements shaped like other."
    ) { (a) throws(TorchError) in
      a.wrap(try view(a.tensor(0), a.tensor(1).shape))
    })
    rows.append(row(
      "reshape(Tensor self, int[...] shape)",
      .both, "The same elements as another shape."
    ) { (a) throws(TorchError) in
      a.wrap(try reshape(a.tensor(0), a.dims(1)))
    })
    rows.append(row(
      "reshape_as(Tensor self, Tensor other)",
      .method, "The same elements shaped like other."
    ) { (a) throws(TorchError) in
      a.wrap(try reshape(a.tensor(0), a.tensor(1).shape))
    })
    rows.append(row(
      "expand(Tensor self, int[...] size, *, bool implicit=False)",
      .method, "Repeats dimensions of size 1."
    ) { (a) throws(TorchError) in
      a.wrap(try expand(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "expand_as(Tensor self, Tensor other)",
      .method, "Expands to the size of other."
    ) { (a) throws(TorchError) in
      a.wrap(try expand(a.tensor(0), a.tensor(1).shape))
    })
    rows.append(row(
      "broadcast_to(Tensor self, int[] size)",
      .both, "Expands to a size."
    ) { (a) throws(TorchError) in
      a.wrap(try broadcastTo(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "broadcast_tensors(Tensor[...] tensors)",
      .function, "Expands tensors to a common size."
    ) { (a) throws(TorchError) in
      a.tuple(try broadcastTensors(a.tensors(0)))
    })
    rows.append(row(
      "permute(Tensor self, int[...] dims)",
      .both, "Reorders dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try permute(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "transpose(Tensor self, int dim0, int dim1)",
      .both, "Swaps two dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
    })
    rows.append(row(
      "transpose_(Tensor self, int dim0, int dim1)",
      .method, "Swaps two dimensions in place."
    ) { (a) throws(TorchError) in
      return try a.viewInPlace { (x) throws(TorchError) in try transpose(x, a.int(1), a.int(2)) }
    })
    rows.append(row(
      "swapaxes(Tensor self, int axis0, int axis1)",
      .both, "Swaps two dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
    })
  }

  private static func shapes1(_ rows: inout [Operator]) {
    rows.append(row(
      "swapaxes_(Tensor self, int axis0, int axis1)",
      .method, "Swaps two dimensions in place."
    ) { (a) throws(TorchError) in
      return try a.viewInPlace { (x) throws(TorchError) in try transpose(x, a.int(1), a.int(2)) }
    })
    rows.append(row(
      "swapdims(Tensor self, int dim0, int dim1)",
      .both, "Swaps two dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
    })
    rows.append(row(
      "swapdims_(Tensor self, int dim0, int dim1)",
      .method, "Swaps two dimensions in place."
    ) { (a) throws(TorchError) in
      return try a.viewInPlace { (x) throws(TorchError) in try transpose(x, a.int(1), a.int(2)) }
    })
    rows.append(unary("t", .both, "Transposes a matrix.", hasOut: false) { (x) throws(TorchError) in try t(x) })
    rows.append(row(
      "t_(Tensor self)",
      .method, "Transposes in place."
    ) { (a) throws(TorchError) in
      return try a.viewInPlace { (x) throws(TorchError) in try t(x) }
    })
    rows.append(row(
      "unsqueeze(Tensor self, int dim)",
      .both, "Adds a dimension of size 1."
    ) { (a) throws(TorchError) in
      a.wrap(try unsqueeze(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "unsqueeze_(Tensor self, int dim)",
      .method, "Adds a dimension of size 1 in place."
    ) { (a) throws(TorchError) in
      return try a.viewInPlace { (x) throws(TorchError) in try unsqueeze(x, a.int(1)) }
    })
    rows.append(row(.both, "Removes dimensions of size 1.", [
      overload("squeeze(Tensor self)") {
        (a) throws(TorchError) in
        a.wrap(try squeeze(a.tensor(0)))
      },
      overload("squeeze(Tensor self, int dim)") {
        (a) throws(TorchError) in
        a.wrap(try squeeze(a.tensor(0), a.int(1)))
      },
      overload("squeeze(Tensor self, int[] dim)") {
        (a) throws(TorchError) in
        a.wrap(try squeeze(a.tensor(0), dims: a.ints(1)))
      },
    ]))
    rows.append(row(.method, "Removes dimensions of size 1 in place.", [
      overload("squeeze_(Tensor self)") {
        (a) throws(TorchError) in
        return try a.viewInPlace { (x) throws(TorchError) in try squeeze(x) }
      },
      overload("squeeze_(Tensor self, int[] dim)") {
        (a) throws(TorchError) in
        return try a.viewInPlace { (x) throws(TorchError) in try squeeze(x, dims: a.ints(1)) }
      },
      overload("squeeze_(Tensor self, int dim)") {
        (a) throws(TorchError) in
        return try a.viewInPlace { (x) throws(TorchError) in try squeeze(x, a.int(1)) }
      },
    ]))
    rows.append(row(
      "flatten(Tensor self, int start_dim=0, int end_dim=-1)",
      .both, "Joins dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try flatten(a.tensor(0), a.int(1, 0), a.int(2, -1)))
    })
    rows.append(row(
      "ravel(Tensor self)",
      .both, "All elements in one dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try reshape(contiguous(a.tensor(0)), [-1]))
    })
    rows.append(row(
      "unflatten(Tensor self, int dim, int[] sizes)",
      .both, "Splits one dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try unflatten(a.tensor(0), a.int(1), a.ints(2)))
    })
  }

  private static func shapes2(_ rows: inout [Operator]) {
    rows.append(row(
      "movedim(Tensor self, int[1] source, int[1] destination)",
      .both, "Moves dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try movedim(a.tensor(0), a.ints(1), a.ints(2)))
    })
    rows.append(row(
      "moveaxis(Tensor self, int[1] source, int[1] destination)",
      .both, "Moves dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try movedim(a.tensor(0), a.ints(1), a.ints(2)))
    })
    rows.append(row(
      "flip(Tensor self, int[...] dims)",
      .both, "Reverses dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try flip(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "fliplr(Tensor self)",
      .both, "Reverses columns."
    ) { (a) throws(TorchError) in
      a.wrap(try flip(a.tensor(0), [1]))
    })
    rows.append(row(
      "flipud(Tensor self)",
      .both, "Reverses rows."
    ) { (a) throws(TorchError) in
      a.wrap(try flip(a.tensor(0), [0]))
    })
    rows.append(row(
      "roll(Tensor self, int[1] shifts, int[1]? dims=[])",
      .both, "Rotates elements."
    ) { (a) throws(TorchError) in
      a.wrap(try roll(a.tensor(0), a.ints(1), a.ints(2, [])))
    })
    rows.append(row(
      "rot90(Tensor self, int k=1, int[] dims=[0, 1])",
      .both, "Rotates by quarter turns."
    ) { (a) throws(TorchError) in
      a.wrap(try rot90(a.tensor(0), a.int(1, 1), a.ints(2, [0, 1])))
    })
    rows.append(row(
      "repeat(Tensor self, int[...] repeats)",
      .method, "Repeats a tensor."
    ) { (a) throws(TorchError) in
      a.wrap(try `repeat`(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "tile(Tensor self, int[...] dims)",
      .both, "Repeats a tensor."
    ) { (a) throws(TorchError) in
      a.wrap(try tile(a.tensor(0), a.ints(1)))
    })
    rows.append(row(.both, "Repeats elements.", [
      // First, because a tensor of one element would do for an int.
      overload("repeat_interleave(Tensor self, Tensor repeats, int? dim=None, *, int? output_size=None)") {
        (a) throws(TorchError) in
        a.wrap(try repeatInterleave(a.tensor(0), a.tensor(1), dim: a.optionalInt(2)))
      },
      overload("repeat_interleave(Tensor self, int repeats, int? dim=None, *, int? output_size=None)") {
        (a) throws(TorchError) in
        a.wrap(try repeatInterleave(a.tensor(0), a.int(1), dim: a.optionalInt(2)))
      },
      overload("repeat_interleave(Tensor repeats, *, int? output_size=None)") {
        (a) throws(TorchError) in
        let count = a.tensor(0).dim == 1 ? a.tensor(0).count : 0
        return a.wrap(try repeatInterleave(arange(.int(count)), a.tensor(0), dim: 0))
      },
    ]))
    rows.append(row(.both, "A part of a dimension.", [
      overload("narrow(Tensor self, int dim, int start, int length)") { (a) throws(TorchError) in
        a.wrap(try narrow(a.tensor(0), a.int(1), a.int(2), a.int(3)))
      },
      overload("narrow(Tensor self, int dim, Tensor start, int length)") { (a) throws(TorchError) in
        guard a.tensor(2).dim == 0, a.tensor(2).dtype.isInteger else {
          throw TorchError(.runtime, "start must be an 0-dim integral Tensor.")
        }
        return a.wrap(try narrow(a.tensor(0), a.int(1), a.tensor(2).item().intValue, a.int(3)))
      },
    ]))
    rows.append(row(
      "select(Tensor self, int dim, int index)",
      .both, "One place of a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try select(a.tensor(0), a.int(1), a.int(2)))
    })
  }

  private static func shapes3(_ rows: inout [Operator]) {
    rows.append(row(
      "unbind(Tensor self, int dim=0)",
      .both, "Tensors along a dimension."
    ) { (a) throws(TorchError) in
      a.tuple(try unbind(a.tensor(0), a.int(1, 0)))
    })
    rows.append(row(.both, "Pieces of a size.", [
      overload("split(Tensor self, int split_size_or_sections, int dim=0)") {
        (a) throws(TorchError) in
        a.tuple(try split(a.tensor(0), a.int(1), a.int(2, 0)))
      },
      overload("split(Tensor self, int[] split_size_or_sections, int dim=0)") {
        (a) throws(TorchError) in
        a.tuple(try split(a.tensor(0), sizes: a.ints(1), a.int(2, 0)))
      },
      overload("split(Tensor self, int split_size, int dim=0)") {
        (a) throws(TorchError) in
        a.tuple(try split(a.tensor(0), a.int(1), a.int(2, 0)))
      },
    ]))
    rows.append(row(
      "split_with_sizes(Tensor self, int[] split_sizes, int dim=0)",
      .both, "Pieces of sizes."
    ) { (a) throws(TorchError) in
      a.tuple(try split(a.tensor(0), sizes: a.ints(1), a.int(2, 0)))
    })
    rows.append(row(
      "chunk(Tensor self, int chunks, int dim=0)",
      .both, "A number of pieces."
    ) { (a) throws(TorchError) in
      a.tuple(try chunk(a.tensor(0), a.int(1), a.int(2, 0)))
    })
    rows.append(row(.both, "Pieces by number or places.", [
      overload("tensor_split(Tensor self, int sections, int dim=0)") {
        (a) throws(TorchError) in
        a.tuple(try tensorSplit(a.tensor(0), sections: a.int(1), a.int(2, 0)))
      },
      overload("tensor_split(Tensor self, int[] indices, int dim=0)") {
        (a) throws(TorchError) in
        a.tuple(try tensorSplit(a.tensor(0), indices: a.ints(1), a.int(2, 0)))
      },
      overload("tensor_split(Tensor self, Tensor tensor_indices_or_sections, int dim=0)") {
        (a) throws(TorchError) in
        let t = a.tensor(1)
        let expected = "tensor_split expected tensor_indices_or_sections to "
        guard t.dtype == .int64 else { throw TorchError(.runtime, expected + "have dtype of long, but got \(t.dtype.scalarTypeName)") }
        guard t.dim <= 1 else {
          throw TorchError(
            .runtime, expected + "be a zero-dimensional or one-dimensional tensor, but got a tensor with \(t.dim) dims")
        }
        let places = try t.scalars().map(\.intValue)
        return a.tuple(try t.dim == 0 ? tensorSplit(a.tensor(0), sections: places.first ?? 1, a.int(2, 0)) : tensorSplit(a.tensor(0), indices: places, a.int(2, 0)))
      },
    ]))
    rows.append(row(.both, "Pieces along a dimension.", [
      overload("hsplit(Tensor self, int sections)") {
        (a) throws(TorchError) in
        a.tuple(try hsplit(a.tensor(0), sections: a.int(1)))
      },
      overload("hsplit(Tensor self, int[] indices)") {
        (a) throws(TorchError) in
        a.tuple(try tensorSplit(a.tensor(0), indices: a.ints(1), a.tensor(0).dim == 1 ? 0 : 1))
      },
    ]))
    rows.append(row(.both, "Pieces along a dimension.", [
      overload("vsplit(Tensor self, int sections)") {
        (a) throws(TorchError) in
        a.tuple(try vsplit(a.tensor(0), sections: a.int(1)))
      },
      overload("vsplit(Tensor self, int[] indices)") {
        (a) throws(TorchError) in
        a.tuple(try tensorSplit(a.tensor(0), indices: a.ints(1), 0))
      },
    ]))
    rows.append(row(.both, "Pieces along a dimension.", [
      overload("dsplit(Tensor self, int sections)") {
        (a) throws(TorchError) in
        a.tuple(try dsplit(a.tensor(0), sections: a.int(1)))
      },
      overload("dsplit(Tensor self, int[] indices)") {
        (a) throws(TorchError) in
        a.tuple(try tensorSplit(a.tensor(0), indices: a.ints(1), 2))
      },
    ]))
    rows.append(row(
      "cat(Tensor[] tensors, int dim=0, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      if let made = a.joined(isNew: false) { return a.wrap(made) }
      return a.wrap(try cat(a.tensors(0), a.int(1, 0)))
    })
    rows.append(row(
      "concat(Tensor[] tensors, int dim=0, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      if let made = a.joined(isNew: false) { return a.wrap(made) }
      return a.wrap(try cat(a.tensors(0), a.int(1, 0)))
    })
    rows.append(row(
      "concatenate(Tensor[] tensors, int dim=0, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      if let made = a.joined(isNew: false) { return a.wrap(made) }
      return a.wrap(try cat(a.tensors(0), a.int(1, 0)))
    })
    rows.append(row(
      "stack(Tensor[] tensors, int dim=0, *, Tensor out=None)",
      .function, "Joins tensors along a new dimension."
    ) { (a) throws(TorchError) in
      if let made = a.joined(isNew: true) { return a.wrap(made) }
      return a.wrap(try stack(a.tensors(0), a.int(1, 0)))
    })
  }

  private static func shapes4(_ rows: inout [Operator]) {
    rows.append(row(
      "hstack(Tensor[] tensors, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      a.wrap(try hstack(a.tensors(0)))
    })
    rows.append(row(
      "vstack(Tensor[] tensors, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      a.wrap(try vstack(a.tensors(0)))
    })
    rows.append(row(
      "dstack(Tensor[] tensors, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      a.wrap(try dstack(a.tensors(0)))
    })
    rows.append(row(
      "column_stack(Tensor[] tensors, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      a.wrap(try columnStack(a.tensors(0)))
    })
    rows.append(row(
      "row_stack(Tensor[] tensors, *, Tensor out=None)",
      .function, "Joins tensors."
    ) { (a) throws(TorchError) in
      a.wrap(try vstack(a.tensors(0)))
    })
    rows.append(row(
      "block_diag(Tensor[...] tensors)",
      .function, "Block diagonal matrix."
    ) { (a) throws(TorchError) in
      a.wrap(try blockDiag(a.tensors(0)))
    })
    rows.append(row(
      "cartesian_prod(Tensor[...] tensors)",
      .function, "Cartesian product."
    ) { (a) throws(TorchError) in
      a.wrap(try cartesianProd(a.tensors(0)))
    })
    rows.append(row(
      "combinations(Tensor self, int r=2, bool with_replacement=False)",
      .function, "Combinations."
    ) { (a) throws(TorchError) in
      a.wrap(try combinations(a.tensor(0), a.int(1, 2), withReplacement: a.bool(2, false)))
    })
    rows.append(row(
      "meshgrid(Tensor[...] tensors, *, str indexing=ij)",
      .function, "Points of a grid."
    ) { (a) throws(TorchError) in
      a.tuple(try meshgrid(a.tensors(0), indexing: a.string(1, "ij") == "xy" ? .xy : .ij))
    })
    rows.append(row(.function, "At least 1 dimensions.", [
      overload("atleast_1d(Tensor self)") {
        (a) throws(TorchError) in
        a.wrap(try atleast1d(a.tensor(0)))
      },
      overload("atleast_1d(Tensor[...] tensors)") {
        (a) throws(TorchError) in
        var all: [Tensor] = []
        for t in a.tensors(0) { all.append(try atleast1d(t)) }
        return a.tuple(all)
      },
    ]))
    rows.append(row(.function, "At least 2 dimensions.", [
      overload("atleast_2d(Tensor self)") {
        (a) throws(TorchError) in
        a.wrap(try atleast2d(a.tensor(0)))
      },
      overload("atleast_2d(Tensor[...] tensors)") {
        (a) throws(TorchError) in
        var all: [Tensor] = []
        for t in a.tensors(0) { all.append(try atleast2d(t)) }
        return a.tuple(all)
      },
    ]))
    rows.append(row(.function, "At least 3 dimensions.", [
      overload("atleast_3d(Tensor self)") {
        (a) throws(TorchError) in
        a.wrap(try atleast3d(a.tensor(0)))
      },
      overload("atleast_3d(Tensor[...] tensors)") {
        (a) throws(TorchError) in
        var all: [Tensor] = []
        for t in a.tensors(0) { all.append(try atleast3d(t)) }
        return a.tuple(all)
      },
    ]))
  }

  private static func shapes5(_ rows: inout [Operator]) {
    rows.append(row(
      "contiguous(Tensor self, *, MemoryFormat? memory_format=None)",
      .method, "The same elements in order in memory."
    ) { (a) throws(TorchError) in
      a.wrap(try contiguous(a.tensor(0), a.memoryFormat(1) ?? .contiguous))
    })
    rows.append(row(
      "as_strided_(Tensor self, int[] size, int[] stride, int? storage_offset=None)", .method, "Another view in place."
    ) { (a) throws(TorchError) in
      try a.viewInPlace { (x) throws(TorchError) in try asStrided(x, a.ints(1), a.ints(2), offset: a.optionalInt(3)) }
    })
    rows.append(row(
      "as_strided(Tensor self, int[] size, int[] stride, int? storage_offset=None)",
      .both, "Any view of the storage."
    ) { (a) throws(TorchError) in
      a.wrap(try asStrided(a.tensor(0), a.ints(1), a.ints(2), offset: a.optionalInt(3)))
    })
    rows.append(row(
      "unfold(Tensor self, int dimension, int size, int step)",
      .method, "Windows of a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try unfold(a.tensor(0), a.int(1), size: a.int(2), step: a.int(3)))
    })
    rows.append(row(
      "diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1)",
      .both, "The diagonal as a view."
    ) { (a) throws(TorchError) in
      a.wrap(try diagonal(a.tensor(0), offset: a.int(1, 0), a.int(2, 0), a.int(3, 1)))
    })
    rows.append(unary("view_as_real", .function, "Parts as a last dimension.", hasOut: false) { (x) throws(TorchError) in try viewAsReal(x) })
    rows.append(unary("view_as_complex", .function, "Complex numbers of a last dimension.", hasOut: false) { (x) throws(TorchError) in try viewAsComplex(x) })
    rows.append(row(
      "sum_to_size(Tensor self, int[...] size)",
      .method, "Sums to a size."
    ) { (a) throws(TorchError) in
      a.wrap(try sumToSize(a.tensor(0), a.ints(1)))
    })
    rows.append(row(
      "alias(Tensor self)",
      [.method, .inPlace], "The same elements without history."
    ) { (a) throws(TorchError) in
      a.wrap(try view(a.tensor(0), a.tensor(0).shape))
    })
  }
}
