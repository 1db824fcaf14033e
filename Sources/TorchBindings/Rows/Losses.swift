import Arrays
import Autograd

extension Rows {
  /// Loss functions.
  static var losses: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("mse_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', Tensor? weight=None)", .functional, "Mean of squared differences.") { (a) throws(TorchError) in
        a.wrap(try mseLoss(a.tensor(0), a.tensor(1), reduction: reduction(a, 4)))
      })
    rows.append(
      row("l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Mean of absolute differences.") { (a) throws(TorchError) in
        a.wrap(try l1Loss(a.tensor(0), a.tensor(1), reduction: reduction(a, 4)))
      })
    rows.append(
      row("smooth_l1_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', float beta=1.0)", .functional, "Squares near zero, absolute beyond.") { (a) throws(TorchError) in
        a.wrap(try smoothL1Loss(a.tensor(0), a.tensor(1), reduction: reduction(a, 4), beta: a.double(5, 1)))
      })
    rows.append(
      row("huber_loss(Tensor input, Tensor target, str reduction='mean', float delta=1.0)", .functional, "Squares near zero, absolute beyond.") { (a) throws(TorchError) in
        a.wrap(try huberLoss(a.tensor(0), a.tensor(1), reduction: reduction(a, 2), delta: a.double(3, 1)))
      })
    rows.append(
      row("binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Cross entropy of probabilities.") { (a) throws(TorchError) in
        a.wrap(try binaryCrossEntropy(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), reduction: reduction(a, 5)))
      })
    rows.append(
      row("binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, bool? reduce=None, str reduction='mean', Tensor? pos_weight=None)", .functional, "Cross entropy of logits.") { (a) throws(TorchError) in
        a.wrap(try binaryCrossEntropyWithLogits(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), reduction: reduction(a, 5), posWeight: a.optionalTensor(6)))
      })
    rows.append(
      row("cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0)", .functional, "Cross entropy of classes.") { (a) throws(TorchError) in
        a.wrap(try crossEntropy(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), ignoreIndex: a.int(4, -100), reduction: reduction(a, 6), labelSmoothing: a.double(7)))
      })
    rows.append(
      row("nll_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean')", .functional, "Negative log likelihood.") { (a) throws(TorchError) in
        a.wrap(try nllLoss(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), ignoreIndex: a.int(4, -100), reduction: reduction(a, 6)))
      })
    rows.append(
      row("kl_div(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean', bool log_target=False)", .functional, "Kullback-Leibler divergence.") { (a) throws(TorchError) in
        a.wrap(try klDiv(a.tensor(0), a.tensor(1), reduction: a.string(4, "mean"), logTarget: a.bool(5)))
      })
    rows.append(
      row("poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-08, bool? reduce=None, str reduction='mean')", .functional, "Poisson loss.") { (a) throws(TorchError) in
        a.wrap(try poissonNllLoss(a.tensor(0), a.tensor(1), logInput: a.bool(2, true), full: a.bool(3), eps: a.double(5, 1e-8), reduction: reduction(a, 7)))
      })
    rows.append(
      row("gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction='mean')", .functional, "Gaussian loss.") { (a) throws(TorchError) in
        a.wrap(try gaussianNllLoss(a.tensor(0), a.tensor(1), a.tensor(2), full: a.bool(3), eps: a.double(4, 1e-6), reduction: reduction(a, 5)))
      })
    rows.append(
      row("margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Ranking loss.") { (a) throws(TorchError) in
        a.wrap(try marginRankingLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3), reduction: reduction(a, 6)))
      })
    rows.append(
      row("hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Hinge loss of distances.") { (a) throws(TorchError) in
        a.wrap(try hingeEmbeddingLoss(a.tensor(0), a.tensor(1), margin: a.double(2, 1), reduction: reduction(a, 5)))
      })
    rows.append(
      row("soft_margin_loss(Tensor input, Tensor target, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Logistic loss.") { (a) throws(TorchError) in
        a.wrap(try softMarginLoss(a.tensor(0), a.tensor(1), reduction: reduction(a, 4)))
      })
    rows.append(
      row("cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08)", [.function, .functional], "Cosine of the angle.") { (a) throws(TorchError) in
        a.wrap(try cosineSimilarity(a.tensor(0), a.tensor(1), dim: a.int(2, 1), eps: a.double(3, 1e-8)))
      })
    rows.append(
      row("cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Loss of angles.") { (a) throws(TorchError) in
        a.wrap(try cosineEmbeddingLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3), reduction: reduction(a, 6)))
      })
    rows.append(
      row("pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-06, bool keepdim=False)", .functional, "Distance of pairs.") { (a) throws(TorchError) in
        a.wrap(try pairwiseDistance(a.tensor(0), a.tensor(1), p: a.double(2, 2), eps: a.double(3, 1e-6), keepDim: a.bool(4)))
      })
    rows.append(
      row("triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-06, bool swap=False, bool? size_average=None, bool? reduce=None, str reduction='mean')", .functional, "Triplet loss.") { (a) throws(TorchError) in
        a.wrap(try tripletMarginLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3, 1), p: a.double(4, 2), eps: a.double(5, 1e-6), swap: a.bool(6), reduction: reduction(a, 9)))
      })
    return rows
  }
}
