# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""What optimisers and schedules refuse."""
import torch, torch.nn as nn, torch.nn.functional as F
import torch.optim as O
import torch.optim.lr_scheduler as S

torch.manual_seed(0)
x, y5, v3, v5 = torch.randn(2, 3), torch.ones(4, 5), torch.ones(3), torch.ones(5)
w, w2 = torch.ones(2, 3, requires_grad=True), torch.ones(2, requires_grad=True)
for call in (
        "O.SGD([{'params': [w]}, {'params': [w]}], lr=0.1)",
        "O.SGD([{'params': {w}}], lr=0.1)",
        "O.SGD([('a', w), w], lr=0.1)",
        'O.RMSprop([w], momentum=-1)',
        'O.Adagrad([w], lr_decay=-1)',
        'O.Adadelta([w], rho=2)',
        'O.Adamax([w], betas=(2, 1))',
        'O.Rprop([w], etas=(2, 1))',
        'O.SGD([w], lr=0.1).load_state_dict(O.SGD([w, w2], lr=0.1).state_dict())',
        "O.SGD([w], lr=0.1).load_state_dict(O.SGD([{'params': [w]}, {'params': [w2]}], lr=0.1).state_dict())",
        'O.SGD([w], lr=0.1).add_param_group(3)',
        'S.StepLR(3, 1)',
        'S.StepLR(O.SGD([w], lr=0.1), 1, last_epoch=5)',
        'S.ReduceLROnPlateau(O.SGD([w], lr=0.1), factor=2)',
        "S.ReduceLROnPlateau(O.SGD([w], lr=0.1), mode='foo')",
        'S.OneCycleLR(O.SGD([w], lr=0.1, momentum=0.9), 1.0, total_steps=-1)',
        'S.LambdaLR(O.SGD([w], lr=0.1), [1, 2])',
        'S.CosineAnnealingWarmRestarts(O.SGD([w], lr=0.1), 0)',
        'S.LinearLR(O.SGD([w], lr=0.1), start_factor=2)',
        'S.ChainedScheduler([])',
        'isinstance(S.ReduceLROnPlateau(O.SGD([w], lr=0.1)), S.LRScheduler)',
):
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, str(error))
# expect: O.SGD([{'params': [w]}, {'params': [w]}], lr=0.1) -> ValueError some parameters appear in more than one parameter group
# expect: O.SGD([{'params': {w}}], lr=0.1) -> TypeError optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets will change between runs. Please use a list instead.
# expect: O.SGD([('a', w), w], lr=0.1) -> ValueError all optimizer params should be with/without names. Some param names are missing
# expect: O.RMSprop([w], momentum=-1) -> ValueError Invalid momentum value: -1
# expect: O.Adagrad([w], lr_decay=-1) -> ValueError Invalid lr_decay value: -1
# expect: O.Adadelta([w], rho=2) -> ValueError Invalid rho value: 2
# expect: O.Adamax([w], betas=(2, 1)) -> ValueError Invalid beta parameter at index 0: 2
# expect: O.Rprop([w], etas=(2, 1)) -> ValueError Invalid eta values: 2, 1
# expect: O.SGD([w], lr=0.1).load_state_dict(O.SGD([w, w2], lr=0.1).state_dict()) -> ValueError loaded state dict contains a parameter group that doesn't match the size of optimizer's group
# expect: O.SGD([w], lr=0.1).load_state_dict(O.SGD([{'params': [w]}, {'params': [w2]}], lr=0.1).state_dict()) -> ValueError loaded state dict has a different number of parameter groups
# expect: O.SGD([w], lr=0.1).add_param_group(3) -> TypeError param_group must be a dict, but got <class 'int'>
# expect: S.StepLR(3, 1) -> TypeError int is not an Optimizer
# expect: S.StepLR(O.SGD([w], lr=0.1), 1, last_epoch=5) -> KeyError "param 'initial_lr' is not specified in param_groups[0] when resuming scheduler with last_epoch >= 0.\nThis typically happens when:\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)"
# expect: S.ReduceLROnPlateau(O.SGD([w], lr=0.1), factor=2) -> ValueError Factor should be < 1.0.
# expect: S.ReduceLROnPlateau(O.SGD([w], lr=0.1), mode='foo') -> ValueError mode foo is unknown!
# expect: S.OneCycleLR(O.SGD([w], lr=0.1, momentum=0.9), 1.0, total_steps=-1) -> ValueError Expected positive integer total_steps, but got -1
# expect: S.LambdaLR(O.SGD([w], lr=0.1), [1, 2]) -> ValueError Expected 1 lr_lambdas, but got 2
# expect: S.CosineAnnealingWarmRestarts(O.SGD([w], lr=0.1), 0) -> ValueError Expected positive integer T_0, but got 0
# expect: S.LinearLR(O.SGD([w], lr=0.1), start_factor=2) -> ValueError Starting multiplicative factor expected to be greater than 0 and less or equal to 1.
# expect: S.ChainedScheduler([]) -> ValueError ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.
# expect: isinstance(S.ReduceLROnPlateau(O.SGD([w], lr=0.1)), S.LRScheduler) -> True
