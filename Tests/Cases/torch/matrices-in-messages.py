# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import warnings

import torch

# torch's message shows the tensor as C++ prints it.
warnings.simplefilter("ignore")
TENSORS = [
    torch.tensor([[1.0, 2], [3, 4]]), torch.tensor([[1.5, 2], [3, -4]]), torch.tensor([[1e5, 1]]), torch.tensor([[1e5, 1.5]]),
    torch.tensor([[0.001, 0.5]]), torch.tensor([[1e-5, 1.0]]), torch.tensor([[float("nan"), 1.0]]), torch.tensor([[float("inf"), 1.5]]),
    torch.tensor([[9.99999, 1]]), torch.tensor([[0.01, 0.02]]), torch.tensor([[10000.5, 2]]), torch.tensor([[1e8, 2.0]]),
    torch.tensor([[1, -2], [30, 4]]), torch.tensor([[True, False]]), torch.zeros(2, 0, dtype=torch.bfloat16), torch.zeros(2, 0),
    torch.arange(8.0).view(2, 2, 2), torch.arange(8).view(2, 2, 2).half() * 1.25, torch.arange(16).view(2, 2, 2, 2), torch.zeros(2, 30),
]
for t in TENSORS:
    try:
        torch.meshgrid(t, t, indexing="ij")
    except RuntimeError as error:
        print(error)
for call in (lambda: torch.take_along_dim(torch.tensor(1.0), torch.tensor(0), 0), lambda: torch.linalg.multi_dot([torch.zeros(3), torch.zeros(3).int(), torch.zeros(3)])):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  1  2
# expect:  3  4
# expect: [ torch.FloatTensor{2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  1.5000  2.0000
# expect:  3.0000 -4.0000
# expect: [ torch.FloatTensor{2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  100000       1
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  1.0000e+05  1.5000e+00
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  0.0010  0.5000
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  1.0000e-05  1.0000e+00
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: nan  1
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:     inf  1.5000
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: 10.0000  1.0000
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: 0.01 *
# expect:  1.0000  2.0000
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  10000.5000      2.0000
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:      1e+08          2
# expect: [ torch.FloatTensor{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:   1  -2
# expect:  30   4
# expect: [ torch.LongTensor{2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got:  1  0
# expect: [ CPUBoolType{1,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: [ CPUBFloat16Type{2,0} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: [ torch.FloatTensor{2,0} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: (1,.,.) = 
# expect:  0  1
# expect:   2  3
# expect:
# expect: (2,.,.) = 
# expect:  4  5
# expect:   6  7
# expect: [ torch.FloatTensor{2,2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: (1,.,.) = 
# expect:  0.0000  1.2500
# expect:   2.5000  3.7500
# expect:
# expect: (2,.,.) = 
# expect:  5.0000  6.2500
# expect:   7.5000  8.7500
# expect: [ torch.HalfTensor{2,2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: (1,1,.,.) = 
# expect:  0  1
# expect:   2  3
# expect:
# expect: (2,1,.,.) = 
# expect:   8   9
# expect:   10  11
# expect:
# expect: (1,2,.,.) = 
# expect:  4  5
# expect:   6  7
# expect:
# expect: (2,2,.,.) = 
# expect:  12  13
# expect:   14  15
# expect: [ torch.LongTensor{2,2,2,2} ]
# expect: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: Columns 1 to 26 0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0
# expect:  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0  0
# expect:
# expect: Columns 27 to 30 0  0  0  0
# expect:  0  0  0  0
# expect: [ torch.FloatTensor{2,30} ]
# expect: IndexError Dimension specified as 0 but tensor has no dimensions
# expect: RuntimeError multi_dot(): tensor 1 must be 2D but got 1D
