import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Losses.
  static var losses: [Operator] {
    var rows: [Operator] = []
    losses0(&rows)
    losses1(&rows)
    return rows
  }

  private static func losses0(_ rows: inout [Operator]) {
    rows.append(row(
      "mse_loss(Tensor input, Tensor target, any size_average=None, any reduce=None, str reduction=mean, Tensor? weight=None)",
      .functional, "Loss mse_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try mseLoss(a.tensor(0), a.tensor(1), reduction: a.reduction(4, old: (2, 3))))
    })
    rows.append(row(
      "l1_loss(Tensor input, Tensor target, any size_average=None, any reduce=None, str reduction=mean, Tensor? weight=None)",
      .functional, "Loss l1_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try l1Loss(a.tensor(0), a.tensor(1), reduction: a.reduction(4, old: (2, 3))))
    })
    rows.append(row(
      "smooth_l1_loss(Tensor input, Tensor target, any size_average=None, any reduce=None, str reduction=mean, float beta=1.0)",
      .functional, "Loss smooth_l1_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try smoothL1Loss(a.tensor(0), a.tensor(1), reduction: a.reduction(4, old: (2, 3)), beta: a.double(5, 1.0)))
    })
    rows.append(row(
      "huber_loss(Tensor input, Tensor target, str reduction=mean, float delta=1.0, Tensor? weight=None)",
      .functional, "Loss huber_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try huberLoss(a.tensor(0), a.tensor(1), reduction: a.reduction(2), delta: a.double(3, 1.0)))
    })
    rows.append(row(
      "soft_margin_loss(Tensor input, Tensor target, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss soft_margin_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try softMarginLoss(a.tensor(0), a.tensor(1), reduction: a.reduction(4, old: (2, 3))))
    })
    rows.append(row(
      "binary_cross_entropy(Tensor input, Tensor target, Tensor? weight=None, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss binary_cross_entropy."
    ) { (a) throws(TorchError) in
      a.wrap(try binaryCrossEntropy(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), reduction: a.reduction(5, old: (3, 4))))
    })
    rows.append(row(
      "binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, any size_average=None, any reduce=None, str reduction=mean, Tensor? pos_weight=None)",
      .functional, "Loss binary_cross_entropy_with_logits."
    ) { (a) throws(TorchError) in
      a.wrap(try binaryCrossEntropyWithLogits(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), reduction: a.reduction(5, old: (3, 4)), posWeight: a.optionalTensor(6)))
    })
    rows.append(row(
      "cross_entropy(Tensor input, Tensor target, Tensor? weight=None, any size_average=None, int ignore_index=-100, any reduce=None, str reduction=mean, float label_smoothing=0.0)",
      .functional, "Loss cross_entropy."
    ) { (a) throws(TorchError) in
      a.wrap(try crossEntropy(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), ignoreIndex: a.int(4, -100), reduction: a.reduction(6, old: (3, 5)), labelSmoothing: a.double(7, 0.0)))
    })
    rows.append(row(
      "nll_loss(Tensor input, Tensor target, Tensor? weight=None, any size_average=None, int ignore_index=-100, any reduce=None, str reduction=mean)",
      .functional, "Loss nll_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try nllLoss(a.tensor(0), a.tensor(1), weight: a.optionalTensor(2), ignoreIndex: a.int(4, -100), reduction: a.reduction(6, old: (3, 5))))
    })
    rows.append(row(
      "kl_div(Tensor input, Tensor target, any size_average=None, any reduce=None, str reduction=mean, bool log_target=False)",
      .functional, "Loss kl_div."
    ) { (a) throws(TorchError) in
      a.wrap(try klDiv(a.tensor(0), a.tensor(1), reduction: a.reductionName(4, old: (2, 3)), logTarget: a.bool(5, false)))
    })
    rows.append(row(
      "hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss hinge_embedding_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try hingeEmbeddingLoss(a.tensor(0), a.tensor(1), margin: a.double(2, 1.0), reduction: a.reduction(5, old: (3, 4))))
    })
    rows.append(row(
      "poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, any size_average=None, float eps=1e-08, any reduce=None, str reduction=mean)",
      .functional, "Loss poisson_nll_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try poissonNllLoss(a.tensor(0), a.tensor(1), logInput: a.bool(2, true), full: a.bool(3, false), eps: a.double(5, 1e-08), reduction: a.reduction(7, old: (4, 6))))
    })
  }

  private static func losses1(_ rows: inout [Operator]) {
    rows.append(row(.functional, "Loss gaussian_nll_loss.", [
      overload("gaussian_nll_loss(Tensor input, Tensor target, Tensor var, bool full=False, float eps=1e-06, str reduction=mean)") {
        (a) throws(TorchError) in
        a.wrap(try gaussianNllLoss(a.tensor(0), a.tensor(1), a.tensor(2), full: a.bool(3, false), eps: a.double(4, 1e-06), reduction: a.reduction(5)))
      },
      overload("gaussian_nll_loss(Tensor input, Tensor target, float var, bool full=False, float eps=1e-06, str reduction=mean)") {
        (a) throws(TorchError) in
        a.wrap(try gaussianNllLoss(a.tensor(0), a.tensor(1), fullLike(a.tensor(0), .double(a.double(2))), full: a.bool(3, false), eps: a.double(4, 1e-06), reduction: a.reduction(5)))
      },
    ]))
    rows.append(row(
      "margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss margin_ranking_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try marginRankingLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3, 0), reduction: a.reduction(6, old: (4, 5))))
    })
    rows.append(row(
      "cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss cosine_embedding_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try cosineEmbeddingLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3, 0), reduction: a.reduction(6, old: (4, 5))))
    })
    rows.append(row(
      "triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-06, bool swap=False, any size_average=None, any reduce=None, str reduction=mean)",
      .functional, "Loss triplet_margin_loss."
    ) { (a) throws(TorchError) in
      a.wrap(try tripletMarginLoss(a.tensor(0), a.tensor(1), a.tensor(2), margin: a.double(3, 1.0), p: a.double(4, 2), eps: a.double(5, 1e-06), swap: a.bool(6, false), reduction: a.reduction(9, old: (7, 8))))
    })
  }
}
