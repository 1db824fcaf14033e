# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn as nn
import torch.nn.utils.prune as prune
torch.manual_seed(0); l = nn.Linear(4, 2); prune.l1_unstructured(l, name='weight', amount=3); print(list(l.named_parameters()), list(l.named_buffers())); print(l.weight, l._forward_pre_hooks.__len__()); prune.random_unstructured(l, name='bias', amount=0.5); print(l.bias); print(prune.is_pruned(l)); prune.remove(l, 'weight'); print(list(l.named_parameters()))
l = nn.Linear(4, 2); prune.ln_structured(l, 'weight', amount=0.5, n=2, dim=0); print(l.weight)
mm = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 2)); prune.global_unstructured([(mm[0], 'weight'), (mm[1], 'weight')], pruning_method=prune.L1Unstructured, amount=0.4); print([(p.weight == 0).sum().item() for p in mm])
# expect: [('bias', Parameter containing:
# expect: tensor([-0.0444,  0.1323], requires_grad=True)), ('weight_orig', Parameter containing:
# expect: tensor([[-0.0037,  0.2682, -0.4115, -0.3680],
# expect:         [-0.1926,  0.1341, -0.0099,  0.3964]], requires_grad=True))] [('weight_mask', tensor([[0., 1., 1., 1.],
# expect:         [1., 0., 0., 1.]]))]
# expect: tensor([[-0.0000,  0.2682, -0.4115, -0.3680],
# expect:         [-0.1926,  0.0000, -0.0000,  0.3964]], grad_fn=<MulBackward0>) 1
# expect: tensor([-0.0444,  0.0000], grad_fn=<MulBackward0>)
# expect: True
# expect: [('bias_orig', Parameter containing:
# expect: tensor([-0.0444,  0.1323], requires_grad=True)), ('weight', Parameter containing:
# expect: tensor([[-0.0000,  0.2682, -0.4115, -0.3680],
# expect:         [-0.1926,  0.0000, -0.0000,  0.3964]], requires_grad=True))]
# expect: tensor([[-0.4777, -0.3311, -0.2061,  0.0185],
# expect:         [ 0.0000,  0.0000, -0.0000, -0.0000]], grad_fn=<MulBackward0>)
# expect: [5, 1]
