/// Shows a result that is made of other operations under the name torch gives its node.
func titled(_ name: StaticString, _ x: Tensor) -> Tensor {
  records(x) ? record(name, x, x.array) { (_, g) in g } : x
}

/// A name of a node that functions written in Python may give their result.
package enum Title: String {
  case gridSampler2D = "GridSampler2DBackward0"
  case gridSampler3D = "GridSampler3DBackward0"
  case fft = "FftR2CBackward0"
  case inverse = "FftC2RBackward0"
  case embeddingBag = "EmbeddingBagBackward0"
  case pdist = "PdistBackward0"
  case rrelu = "RreluWithNoiseBackward0"
  case channelShuffle = "ChannelShuffleBackward0"
  case view = "ViewBackward0"
  case mean = "MeanBackward0"
  case conj = "ConjBackward0"
  case weightNorm = "WeightNormInterfaceBackward0"
  case recurrent = "MkldnnRnnLayerBackward0"
  case transposeInPlace = "TransposeBackward1"
  case multiMargin = "MultiMarginLossBackward0"
  case softMargin = "SoftMarginLossBackward0"
  case affineGrid = "AffineGridGeneratorBackward0"
  case sparseProduct = "SparseAddmmBackward0"
  case toDense = "ToDenseBackward0"
  case asStridedScatter = "AsStridedScatterBackward0"
  case multilabelMargin = "MultilabelMarginLossBackward0"
  case addbmm = "AddbmmBackward0"
}

/// Shows a result of a function written in Python under the name torch gives its node.
package func titled(_ title: Title, _ x: Tensor) -> Tensor {
  switch title {
  case .gridSampler2D: titled("GridSampler2DBackward0", x)
  case .gridSampler3D: titled("GridSampler3DBackward0", x)
  case .fft: titled("FftR2CBackward0", x)
  case .inverse: titled("FftC2RBackward0", x)
  case .embeddingBag: titled("EmbeddingBagBackward0", x)
  case .pdist: titled("PdistBackward0", x)
  case .rrelu: titled("RreluWithNoiseBackward0", x)
  case .channelShuffle: titled("ChannelShuffleBackward0", x)
  case .view: titled("ViewBackward0", x)
  case .mean: titled("MeanBackward0", x)
  case .conj: titled("ConjBackward0", x)
  case .weightNorm: titled("WeightNormInterfaceBackward0", x)
  case .recurrent: titled("MkldnnRnnLayerBackward0", x)
  case .transposeInPlace: titled("TransposeBackward1", x)
  case .multiMargin: titled("MultiMarginLossBackward0", x)
  case .softMargin: titled("SoftMarginLossBackward0", x)
  case .affineGrid: titled("AffineGridGeneratorBackward0", x)
  case .sparseProduct: titled("SparseAddmmBackward0", x)
  case .toDense: titled("ToDenseBackward0", x)
  case .asStridedScatter: titled("AsStridedScatterBackward0", x)
  case .multilabelMargin: titled("MultilabelMarginLossBackward0", x)
  case .addbmm: titled("AddbmmBackward0", x)
  }
}
