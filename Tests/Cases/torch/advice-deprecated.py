# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What is deprecated or odd is said: older functions, older arguments, modes that cost time.
import warnings
import torch
import torch.nn.functional as F

A = torch.eye(3)


def told(call):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            call()
        except Exception as e:
            print(type(e).__name__, e)
    for w in seen:
        print(w.category.__name__, str(w.message).split(" (Triggered")[0])
    print("--", len(seen))


for _ in range(2):
    told(lambda: torch.lu(A))
    told(lambda: torch.cross(A, A))
    told(lambda: torch.chain_matmul(A, A))
    told(lambda: F.conv1d(torch.ones(1, 1, 5), torch.ones(1, 1, 4), padding="same"))
    told(lambda: A[0, 0].mT)
    told(lambda: A.storage())
told(lambda: F.conv1d(torch.ones(1, 1, 5), torch.ones(1, 1, 3), padding="same"))
told(lambda: A[0].mH)
told(lambda: A.pin_memory())
schedule = torch.optim.lr_scheduler.StepLR(torch.optim.SGD([torch.nn.Parameter(A)], lr=0.1), 2)
told(lambda: print(schedule.get_lr(), schedule.get_last_lr()))
told(lambda: F.mse_loss(A, A, size_average=True))
told(lambda: F.cross_entropy(A, torch.tensor([0, 1, 2]), reduce=False))
told(lambda: torch.nn.BCELoss(size_average=False))
told(lambda: torch.nn.init.xavier_normal(torch.empty(2, 2)))
told(lambda: F.gumbel_softmax(A, eps=1e-3))
told(lambda: torch.autograd.detect_anomaly())
told(lambda: torch.cpu.amp.autocast())
told(lambda: torch.has_cuda)
told(lambda: torch.utils.checkpoint.checkpoint(lambda x: x * 2, A, use_reentrant=True))
# expect: UserWarning torch.lu is deprecated in favor of torch.linalg.lu_factor / torch.linalg.lu_factor_ex and will be removed in a future PyTorch release.
# expect: LU, pivots = torch.lu(A, compute_pivots)
# expect: should be replaced with
# expect: LU, pivots = torch.linalg.lu_factor(A, compute_pivots)
# expect: and
# expect: LU, pivots, info = torch.lu(A, compute_pivots, get_infos=True)
# expect: should be replaced with
# expect: LU, pivots, info = torch.linalg.lu_factor_ex(A, compute_pivots)
# expect: -- 1
# expect: UserWarning Using torch.cross without specifying the dim arg is deprecated.
# expect: Please either pass the dim explicitly or simply use torch.linalg.cross.
# expect: The default value of dim will change to agree with that of linalg.cross in a future release.
# expect: -- 1
# expect: UserWarning torch.chain_matmul is deprecated and will be removed in a future PyTorch release. Use torch.linalg.multi_dot instead, which accepts a list of two or more tensors rather than multiple parameters.
# expect: -- 1
# expect: UserWarning Using padding='same' with even kernel lengths and odd dilation may require a zero-padded copy of the input be created
# expect: -- 1
# expect: UserWarning Tensor.mT is deprecated on 0-D tensors. This function is the identity in these cases.
# expect: -- 1
# expect: UserWarning TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage class. This should only matter to you if you are using storages directly.  To access UntypedStorage directly, use tensor.untyped_storage() instead of tensor.storage()
# expect: -- 1
# expect: -- 0
# expect: -- 0
# expect: -- 0
# expect: -- 0
# expect: -- 0
# expect: -- 0
# expect: -- 0
# expect: RuntimeError tensor.mH is only supported on matrices or batches of matrices. Got 1-D tensor.
# expect: -- 0
# expect: RuntimeError Cannot access accelerator device when none is available.
# expect: -- 0
# expect: [0.1] [0.1]
# expect: UserWarning To get the last learning rate computed by the scheduler, please use `get_last_lr()`.
# expect: -- 1
# expect: UserWarning size_average and reduce args will be deprecated, please use reduction='mean' instead.
# expect: -- 1
# expect: UserWarning size_average and reduce args will be deprecated, please use reduction='none' instead.
# expect: -- 1
# expect: UserWarning size_average and reduce args will be deprecated, please use reduction='sum' instead.
# expect: -- 1
# expect: FutureWarning `nn.init.xavier_normal` is now deprecated in favor of `nn.init.xavier_normal_`.
# expect: -- 1
# expect: UserWarning `eps` parameter is deprecated and has no effect.
# expect: -- 1
# expect: UserWarning Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.
# expect: -- 1
# expect: FutureWarning `torch.cpu.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('cpu', args...)` instead.
# expect: -- 1
# expect: UserWarning 'has_cuda' is deprecated, please use 'torch.backends.cuda.is_built()'
# expect: -- 1
# expect: UserWarning None of the inputs have requires_grad=True. Gradients will be None
# expect: -- 1
