import Arrays
import Autograd

extension Rows {
  /// Views, joining, splitting.
  static var shapes: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row(.method, "Another shape on the same elements.", [
        overload("view(Tensor self, ScalarType dtype)") { (a) throws(TorchError) in
          a.wrap(try viewAs(a.tensor(0), a.dtype(1)))
        },
        overload("view(Tensor self, int[] size)") { (a) throws(TorchError) in
          a.wrap(try view(a.tensor(0), a.ints(1)))
        },
      ]))
    rows.append(
      row("reshape(Tensor self, int[1] shape)", .function, "Another shape.") { (a) throws(TorchError) in
        a.wrap(try reshape(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("reshape(Tensor self, int[] size)", .method, "Another shape.") { (a) throws(TorchError) in
        a.wrap(try reshape(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("view_as(Tensor self, Tensor other)", .method, "The shape of other.") { (a) throws(TorchError) in
        a.wrap(try view(a.tensor(0), a.tensor(1).shape))
      })
    rows.append(
      row("reshape_as(Tensor self, Tensor other)", .method, "The shape of other.") { (a) throws(TorchError) in
        a.wrap(try reshape(a.tensor(0), a.tensor(1).shape))
      })
    rows.append(
      row("flatten(Tensor self, int start_dim=0, int end_dim=-1)", .both, "Merges dimensions.") { (a) throws(TorchError) in
        a.wrap(try flatten(a.tensor(0), a.int(1, 0), a.int(2, -1)))
      })
    rows.append(
      row("ravel(Tensor self)", .both, "Merges all dimensions.") { (a) throws(TorchError) in
        a.wrap(try flatten(a.tensor(0)))
      })
    rows.append(
      row("unflatten(Tensor self, int dim, int[] sizes)", .both, "Splits a dimension.") { (a) throws(TorchError) in
        a.wrap(try unflatten(a.tensor(0), a.int(1), a.ints(2)))
      })
    rows.append(
      row("transpose(Tensor self, int dim0, int dim1)", .both, "Exchanges two dimensions.") { (a) throws(TorchError) in
        a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
      })
    rows.append(
      row("swapaxes(Tensor self, int axis0, int axis1)", .both, "Exchanges two dimensions.") { (a) throws(TorchError) in
        a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
      })
    rows.append(
      row("swapdims(Tensor self, int dim0, int dim1)", .both, "Exchanges two dimensions.") { (a) throws(TorchError) in
        a.wrap(try transpose(a.tensor(0), a.int(1), a.int(2)))
      })
    rows.append(
      row("t(Tensor self)", .both, "Transposed matrix.") { (a) throws(TorchError) in
        a.wrap(try t(a.tensor(0)))
      })
    rows.append(
      row("adjoint(Tensor self)", .both, "Conjugate transpose.") { (a) throws(TorchError) in
        a.wrap(try conj(transpose(a.tensor(0), -2, -1)))
      })
    rows.append(
      row("permute(Tensor self, int[1] dims)", .function, "Reordered dimensions.") { (a) throws(TorchError) in
        a.wrap(try permute(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("permute(Tensor self, int[...] dims)", .method, "Reordered dimensions.") { (a) throws(TorchError) in
        a.wrap(try permute(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("movedim(Tensor self, int[1] source, int[1] destination)", .both, "Moves dimensions.") { (a) throws(TorchError) in
        a.wrap(try movedim(a.tensor(0), a.ints(1), a.ints(2)))
      })
    rows.append(
      row("moveaxis(Tensor self, int[1] source, int[1] destination)", .both, "Moves dimensions.") { (a) throws(TorchError) in
        a.wrap(try movedim(a.tensor(0), a.ints(1), a.ints(2)))
      })
    rows.append(
      row(.both, "Drops dimensions of size one.", [
        overload("squeeze(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try squeeze(a.tensor(0)))
        },
        overload("squeeze(Tensor self, int dim)") { (a) throws(TorchError) in
          a.wrap(try squeeze(a.tensor(0), a.int(1)))
        },
        overload("squeeze(Tensor self, int[1] dim)") { (a) throws(TorchError) in
          a.wrap(try squeeze(a.tensor(0), dims: a.ints(1)))
        },
      ]))
    rows.append(
      row("unsqueeze(Tensor self, int dim)", .both, "Adds a dimension of size one.") { (a) throws(TorchError) in
        a.wrap(try unsqueeze(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("expand(Tensor self, int[] size, *, bool implicit=False)", .method, "Repeats dimensions of size one.") { (a) throws(TorchError) in
        a.wrap(try expand(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("expand_as(Tensor self, Tensor other)", .method, "The size of other by repetition.") { (a) throws(TorchError) in
        a.wrap(try expand(a.tensor(0), a.tensor(1).shape))
      })
    rows.append(
      row("broadcast_to(Tensor self, int[1] size)", .function, "Repeats dimensions of size one.") { (a) throws(TorchError) in
        a.wrap(try broadcastTo(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("broadcast_to(Tensor self, int[1] size)", .method, "Repeats dimensions of size one.") { (a) throws(TorchError) in
        a.wrap(try broadcastTo(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("repeat(Tensor self, int[...] repeats)", .method, "Repeats the whole.") { (a) throws(TorchError) in
        a.wrap(try `repeat`(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("tile(Tensor self, int[1] dims)", .function, "Repeats the whole.") { (a) throws(TorchError) in
        a.wrap(try tile(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("tile(Tensor self, int[...] dims)", .method, "Repeats the whole.") { (a) throws(TorchError) in
        a.wrap(try tile(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row(.both, "Repeats each element.", [
        overload("repeat_interleave(Tensor self, int repeats, int? dim=None, *, int? output_size=None)") { (a) throws(TorchError) in
          a.wrap(try repeatInterleave(a.tensor(0), a.int(1), dim: a.optionalInt(2)))
        },
        overload("repeat_interleave(Tensor self, Tensor repeats, int? dim=None, *, int? output_size=None)") { (a) throws(TorchError) in
          a.wrap(try repeatInterleave(a.tensor(0), a.tensor(1), dim: a.optionalInt(2)))
        },
      ]))
    rows.append(
      row("cat(Tensor[] tensors, int dim=0, *, any out=None)", .function, "Joins along a dimension.") { (a) throws(TorchError) in
        a.wrap(try cat(a.tensors(0), a.int(1)))
      })
    rows.append(
      row("concat(Tensor[] tensors, int dim=0)", .function, "Joins along a dimension.") { (a) throws(TorchError) in
        a.wrap(try cat(a.tensors(0), a.int(1)))
      })
    rows.append(
      row("concatenate(Tensor[] tensors, int dim=0)", .function, "Joins along a dimension.") { (a) throws(TorchError) in
        a.wrap(try cat(a.tensors(0), a.int(1)))
      })
    rows.append(
      row("stack(Tensor[] tensors, int dim=0, *, any out=None)", .function, "Joins along a new dimension.") { (a) throws(TorchError) in
        a.wrap(try stack(a.tensors(0), a.int(1)))
      })
    rows.append(
      row("hstack(Tensor[] tensors)", .function, "Joins horizontally.") { (a) throws(TorchError) in
        a.wrap(try hstack(a.tensors(0)))
      })
    rows.append(
      row("vstack(Tensor[] tensors)", .function, "Joins vertically.") { (a) throws(TorchError) in
        a.wrap(try vstack(a.tensors(0)))
      })
    rows.append(
      row("row_stack(Tensor[] tensors)", .function, "Joins vertically.") { (a) throws(TorchError) in
        a.wrap(try vstack(a.tensors(0)))
      })
    rows.append(
      row("dstack(Tensor[] tensors)", .function, "Joins in depth.") { (a) throws(TorchError) in
        a.wrap(try dstack(a.tensors(0)))
      })
    rows.append(
      row("column_stack(Tensor[] tensors)", .function, "Joins as columns.") { (a) throws(TorchError) in
        a.wrap(try columnStack(a.tensors(0)))
      })
    rows.append(
      row("block_diag(Tensor[...] tensors)", .function, "Matrix of blocks.") { (a) throws(TorchError) in
        a.wrap(try blockDiag(a.tensors(0)))
      })
    rows.append(
      row(.both, "Pieces of a size.", [
        overload("split(Tensor tensor, int split_size_or_sections, int dim=0)") { (a) throws(TorchError) in
          a.tuple(try split(a.tensor(0), a.int(1), a.int(2)))
        },
        overload("split(Tensor tensor, int[] split_size_or_sections, int dim=0)") { (a) throws(TorchError) in
          a.tuple(try split(a.tensor(0), sizes: a.ints(1), a.int(2)))
        },
      ]))
    rows.append(
      row("split_with_sizes(Tensor self, int[] split_sizes, int dim=0)", .method, "Pieces of a size.") { (a) throws(TorchError) in
        a.tuple(try split(a.tensor(0), sizes: a.ints(1), a.int(2)))
      })
    rows.append(
      row("chunk(Tensor self, int chunks, int dim=0)", .both, "A number of pieces.") { (a) throws(TorchError) in
        a.tuple(try chunk(a.tensor(0), a.int(1), a.int(2)))
      })
    rows.append(
      row(.both, "A number of pieces, sizes as equal as possible.", [
        overload("tensor_split(Tensor self, int indices_or_sections, int dim=0)") { (a) throws(TorchError) in
          a.tuple(try tensorSplit(a.tensor(0), sections: a.int(1), a.int(2)))
        },
        overload("tensor_split(Tensor self, int[] indices_or_sections, int dim=0)") { (a) throws(TorchError) in
          a.tuple(try tensorSplit(a.tensor(0), indices: a.ints(1), a.int(2)))
        },
      ]))
    rows.append(
      row("unbind(Tensor self, int dim=0)", .both, "Slices along a dimension.") { (a) throws(TorchError) in
        a.tuple(try unbind(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("narrow(Tensor self, int dim, int start, int length)", .both, "Part of a dimension.") { (a) throws(TorchError) in
        a.wrap(try narrow(a.tensor(0), a.int(1), a.int(2), a.int(3)))
      })
    rows.append(
      row("select(Tensor self, int dim, int index)", .both, "One slice.") { (a) throws(TorchError) in
        a.wrap(try select(a.tensor(0), a.int(1), a.int(2)))
      })
    rows.append(
      row("diagonal(Tensor self, int offset=0, int dim1=0, int dim2=1)", .both, "Diagonal.") { (a) throws(TorchError) in
        a.wrap(try diagonal(a.tensor(0), offset: a.int(1), a.int(2, 0), a.int(3, 1)))
      })
    rows.append(
      row("unfold(Tensor self, int dimension, int size, int step)", .method, "Sliding windows.") { (a) throws(TorchError) in
        a.wrap(try unfold(a.tensor(0), a.int(1), size: a.int(2), step: a.int(3)))
      })
    rows.append(
      row("as_strided(Tensor self, int[1] size, int[1] stride, int? storage_offset=None)", .both, "View by sizes and strides.") { (a) throws(TorchError) in
        a.wrap(try asStrided(a.tensor(0), a.ints(1), a.ints(2), offset: a.optionalInt(3)))
      })
    rows.append(
      row("flip(Tensor self, int[1] dims)", .function, "Reversed order.") { (a) throws(TorchError) in
        a.wrap(try flip(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("flip(Tensor self, int[...] dims)", .method, "Reversed order.") { (a) throws(TorchError) in
        a.wrap(try flip(a.tensor(0), a.ints(1)))
      })
    rows.append(
      row("fliplr(Tensor self)", .both, "Left to right reversed.") { (a) throws(TorchError) in
        a.wrap(try flip(a.tensor(0), [1]))
      })
    rows.append(
      row("flipud(Tensor self)", .both, "Upside down.") { (a) throws(TorchError) in
        a.wrap(try flip(a.tensor(0), [0]))
      })
    rows.append(
      row("roll(Tensor self, int[1] shifts, int[1] dims=())", .both, "Rolled along dimensions.") { (a) throws(TorchError) in
        a.wrap(try roll(a.tensor(0), a.ints(1), a.ints(2)))
      })
    rows.append(
      row("rot90(Tensor self, int k=1, int[1] dims=(0, 1))", .both, "Rotated by quarters.") { (a) throws(TorchError) in
        a.wrap(try rot90(a.tensor(0), a.int(1, 1), a.optionalInts(2) ?? [0, 1]))
      })
    rows.append(
      row("tril(Tensor self, int diagonal=0)", .both, "Lower triangle.") { (a) throws(TorchError) in
        a.wrap(try tril(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("triu(Tensor self, int diagonal=0)", .both, "Upper triangle.") { (a) throws(TorchError) in
        a.wrap(try triu(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("diag(Tensor self, int diagonal=0)", .both, "Diagonal matrix or diagonal.") { (a) throws(TorchError) in
        a.wrap(try diag(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1)", .both, "Matrices with given diagonals.") { (a) throws(TorchError) in
        a.wrap(try diagEmbed(a.tensor(0), offset: a.int(1), a.int(2, -2), a.int(3, -1)))
      })
    rows.append(
      row("atleast_1d(Tensor input)", .function, "At least one dimension.") { (a) throws(TorchError) in
        a.wrap(try atleast1d(a.tensor(0)))
      })
    rows.append(
      row("atleast_2d(Tensor input)", .function, "At least two dimensions.") { (a) throws(TorchError) in
        a.wrap(try atleast2d(a.tensor(0)))
      })
    rows.append(
      row("atleast_3d(Tensor input)", .function, "At least three dimensions.") { (a) throws(TorchError) in
        a.wrap(try atleast3d(a.tensor(0)))
      })
    rows.append(
      row("cartesian_prod(Tensor[...] tensors)", .function, "All combinations.") { (a) throws(TorchError) in
        a.wrap(try cartesianProd(a.tensors(0)))
      })
    rows.append(
      row("combinations(Tensor input, int r=2, bool with_replacement=False)", .function, "Combinations of elements.") { (a) throws(TorchError) in
        a.wrap(try combinations(a.tensor(0), a.int(1, 2), withReplacement: a.bool(2)))
      })
    rows.append(
      row("view_as_real(Tensor self)", .function, "Complex numbers as pairs.") { (a) throws(TorchError) in
        a.wrap(try viewAsReal(a.tensor(0)))
      })
    rows.append(
      row("view_as_complex(Tensor self)", .function, "Pairs as complex numbers.") { (a) throws(TorchError) in
        a.wrap(try viewAsComplex(a.tensor(0)))
      })
    rows.append(
      row("sum_to_size(Tensor self, int[] size)", .method, "Sum to a smaller size.") { (a) throws(TorchError) in
        a.wrap(try sumToSize(a.tensor(0), a.ints(1)))
      })
    return rows
  }
}
