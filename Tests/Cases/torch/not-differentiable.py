# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Arguments a function does not differentiate by are refused; derivatives nobody has written down say so.
import torch
import torch.nn.functional as F


def tried(call):
    try:
        made = call()
        print(made.requires_grad)
        made.sum().backward()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)


def leaf(*shape):
    return torch.full(shape, 0.5, requires_grad=True)


x, places = leaf(3, 4), torch.tensor([0, 1, 2])
tried(lambda: F.soft_margin_loss(x, leaf(3, 4)))
tried(lambda: F.binary_cross_entropy(x, torch.ones(3, 4), weight=leaf(3, 4)))
tried(lambda: F.binary_cross_entropy_with_logits(x, torch.ones(3, 4), weight=leaf(3, 4)))
tried(lambda: F.binary_cross_entropy_with_logits(x, torch.ones(3, 4), pos_weight=leaf(4)))
tried(lambda: F.nll_loss(x, places, weight=leaf(4)))
tried(lambda: F.nll_loss(leaf(1, 3, 2, 2), torch.zeros(1, 2, 2).long(), weight=leaf(3)))
tried(lambda: F.cross_entropy(x, places, weight=leaf(4)))
tried(lambda: F.multi_margin_loss(x, places, weight=leaf(4)))
tried(lambda: F.batch_norm(x, leaf(4), torch.ones(4)))
tried(lambda: F.batch_norm(x, torch.zeros(4), leaf(4), training=True))
with torch.no_grad():
    tried(lambda: F.nll_loss(x, places, weight=leaf(4)))
tried(lambda: torch.igamma(x, leaf(3, 4)))
tried(lambda: torch.igammac(x, leaf(3, 4)))
tried(lambda: torch.special.zeta(x, leaf(3, 4)))
for name in "bessel_j0 modified_bessel_i0 modified_bessel_i1 modified_bessel_k1 spherical_bessel_j0 airy_ai".split():
    tried(lambda: getattr(torch.special, name)(x))
# expect: RuntimeError The function 'soft_margin_loss' is not differentiable with respect to argument 'target'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'binary_cross_entropy' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'binary_cross_entropy_with_logits' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'binary_cross_entropy_with_logits' is not differentiable with respect to argument 'pos_weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'nll_loss_forward' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'nll_loss2d_forward' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'nll_loss_forward' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'multi_margin_loss' is not differentiable with respect to argument 'weight'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'native_batch_norm' is not differentiable with respect to argument 'running_mean'. This input cannot have requires_grad True.
# expect: RuntimeError The function 'native_batch_norm' is not differentiable with respect to argument 'running_var'. This input cannot have requires_grad True.
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: True
# expect: NotImplementedError the derivative for 'igamma: input' is not implemented.
# expect: True
# expect: NotImplementedError the derivative for 'igammac: input' is not implemented.
# expect: True
# expect: NotImplementedError the derivative for 'zeta' is not implemented.
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: False
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
