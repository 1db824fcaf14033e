# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Mistakes learners make, and what they are told.
import torch, torch.nn as nn, torch.nn.functional as F

def t(f):
    try:
        r = f()
        print('ok', r if not callable(r) else '')
    except Exception as e:
        print(type(e).__name__, '|', e)
torch.manual_seed(0)
x = torch.randn(4, 3)
y = torch.tensor([0, 1, 2, 1])
L = nn.Linear(3, 2)
for f in [
        lambda: L(torch.randn(4, 5)), lambda: L(x.double()), lambda: L(y), lambda: L(x.unsqueeze(0)).shape,
        lambda: nn.CrossEntropyLoss()(L(x), y), lambda: nn.CrossEntropyLoss()(x, y.float()),
        lambda: nn.CrossEntropyLoss()(x, torch.zeros(4, 1)), lambda: nn.MSELoss()(x, torch.ones(4)).shape,
        lambda: nn.BCELoss()(x, torch.ones(4, 3)), lambda: nn.BCELoss()(torch.sigmoid(x), torch.ones(4)),
        lambda: nn.BCEWithLogitsLoss()(x, torch.ones(4)), lambda: nn.NLLLoss()(x, torch.tensor([5, 0, 0, 0])),
        lambda: nn.Conv2d(3, 8, 3)(torch.randn(1, 1, 8, 8)), lambda: nn.Conv2d(3, 8, 3)(torch.randn(8, 8)),
        lambda: nn.Conv2d(1, 1, 9)(torch.randn(1, 1, 4, 4)), lambda: nn.BatchNorm1d(3)(torch.randn(1, 3)),
        lambda: nn.BatchNorm2d(3)(x), lambda: nn.Embedding(3, 2)(torch.tensor([5])), lambda: nn.Embedding(3, 2)(x),
        lambda: nn.LSTM(3, 2)(torch.randn(2, 2, 4)),
        lambda: nn.LSTM(3, 2)(torch.randn(2, 2, 3), torch.zeros(1, 2, 2)), lambda: nn.MultiheadAttention(5, 2),
        lambda: nn.MultiheadAttention(4, 2)(x, x, x), lambda: nn.LayerNorm(4)(x), lambda: F.dropout(x, 1.5),
        lambda: F.one_hot(torch.tensor([0, -1])), lambda: F.one_hot(x), lambda: F.interpolate(x, 2),
        lambda: F.cross_entropy(x, torch.tensor([0, 1])), lambda: F.mse_loss(x, torch.ones(3, 4)),
        lambda: F.l1_loss(x, torch.ones(5)), lambda: F.conv2d(x, x), lambda: F.linear(x, torch.ones(2, 4)),
        lambda: F.embedding(x, x), lambda: F.max_pool2d(torch.ones(1, 1, 2, 2), 3), lambda: F.pad(x, (1,)),
        lambda: F.nll_loss(x, x), lambda: F.kl_div(x, y), lambda: F.relu('a'), lambda: F.relu(3),
        lambda: nn.Linear(3), lambda: nn.Linear('3', 2), lambda: nn.Linear(3, 2, 1, 2, 3, 4, 5),
        lambda: nn.Conv2d(3, 4), lambda: nn.Dropout(2), lambda: nn.Sequential(nn.Linear(1, 2), 'x'),
        lambda: nn.Sequential([nn.Linear(1, 2)]), lambda: nn.ModuleList(nn.Linear(1, 2)), lambda: nn.ReLU()(1),
        lambda: nn.Flatten()(3), lambda: torch.optim.Adam(L), lambda: torch.optim.Adam([x]),
        lambda: torch.optim.Adam(L.parameters(), lr='0.1'), lambda: torch.optim.SGD(L.parameters(), lr=0.1).step(3),
        lambda: L(), lambda: L(x, x), lambda: L(x).numpy(), lambda: x.backward(), lambda: x.sum().backward(),
        lambda: L.weight.add_(1), lambda: L.weight.grad.zero_(), lambda: torch.cat(x), lambda: torch.cat([x, 1]),
        lambda: torch.cat(x, x), lambda: torch.stack(x, y), lambda: torch.tensor(x, y),
        lambda: torch.tensor([[1, 2], [3]]), lambda: torch.tensor(['a']), lambda: torch.tensor(None),
        lambda: torch.tensor({}), lambda: torch.zeros('a'), lambda: torch.zeros(2, 'a'), lambda: torch.zeros(2.5),
        lambda: torch.randn(-1), lambda: torch.arange('a'), lambda: torch.ones(2, 3) * torch.ones(3, 2),
        lambda: torch.ones(2, 3) @ torch.ones(2, 3), lambda: torch.ones(2) + 'a', lambda: 'a' + torch.ones(2),
        lambda: torch.ones(2) + None, lambda: torch.ones(2) + [1, 2], lambda: torch.ones(2) < 'a',
        lambda: torch.ones(2) == 'a', lambda: torch.ones(2)[5], lambda: torch.ones(2)['a'],
        lambda: torch.ones(2)[1.5], lambda: torch.ones(2)[0, 1], lambda: x[:, :, 0], lambda: x[[0, 9]],
        lambda: x[torch.tensor([9])], lambda: x[x > 0].shape == 1, lambda: x[torch.ones(3).bool()],
        lambda: x.view(5), lambda: x.t().view(12), lambda: x.reshape(5, -1), lambda: x.squeeze(7),
        lambda: x.unsqueeze(9), lambda: x.permute(0), lambda: x.permute(0, 0), lambda: x.transpose(0),
        lambda: x.transpose(0, 5), lambda: x.expand(3, 3), lambda: x.repeat(2), lambda: x.sum(2), lambda: x.sum('a'),
        lambda: x.mean(axis=5), lambda: y.mean(), lambda: x.max(5), lambda: x.item(), lambda: float(x),
        lambda: int(x), lambda: bool(x), lambda: len(torch.tensor(1)), lambda: list(torch.tensor(1)),
        lambda: torch.tensor(1)[0], lambda: x.to('gpu'), lambda: x.to('cuda'), lambda: x.cuda(), lambda: x.float64(),
        lambda: x.shap, lambda: x.size(5), lambda: x.size('a'), lambda: torch.foo, lambda: torch.nn.Foo,
        lambda: F.foo, lambda: torch.max(x, y), lambda: torch.matmul(x, 3), lambda: torch.mm(x, y),
        lambda: torch.bmm(x, x), lambda: torch.dot(x, x), lambda: torch.sqrt(3), lambda: torch.sqrt([1, 2]),
        lambda: torch.sum([1, 2]), lambda: torch.exp('a'), lambda: torch.where(x > 0, 'a', 1),
        lambda: torch.argmax(x, dim=3), lambda: torch.topk(x, 9), lambda: torch.split(x, [1, 1]),
        lambda: torch.chunk(x, 0), lambda: torch.gather(x, 1, torch.tensor([[0]]) + 0.5),
        lambda: torch.gather(x, 1, y), lambda: x.scatter_(1, y, 1), lambda: torch.einsum('ij,kj', x),
        lambda: torch.einsum('ij->ijk', x), lambda: torch.linspace(0), lambda: torch.full((2,)),
        lambda: torch.randint(10), lambda: torch.randint(5, (2,), 3), lambda: torch.randperm(-1),
        lambda: torch.normal(1, 2), lambda: torch.multinomial(x, 2), lambda: torch.bernoulli(x),
        lambda: torch.save(x), lambda: torch.load('nofile.pt'), lambda: torch.manual_seed('a'),
        lambda: torch.device('foo'), lambda: torch.eye(-1), lambda: torch.diag(torch.ones(1, 1, 1)),
        lambda: torch.linalg.inv(x), lambda: torch.inverse(torch.zeros(2, 2)),
        lambda: torch.linalg.solve(torch.eye(2), torch.ones(3)), lambda: torch.det(x), lambda: torch.clamp(x),
        lambda: torch.histc(y), lambda: torch.bincount(x), lambda: torch.bincount(torch.tensor([-1])),
        lambda: y.float().requires_grad_().long().requires_grad_(), lambda: y.requires_grad_(),
        lambda: torch.autograd.grad(x.sum(), x), lambda: L.load_state_dict({}),
        lambda: L.load_state_dict({'weight': torch.ones(1)}), lambda: L.foo, lambda: L.to(3), lambda: L.to('foo'),
        lambda: L.weight.data.fill_('a'), lambda: setattr(L, 'weight', torch.ones(2, 3)), lambda: nn.Parameter(y),
        lambda: nn.Parameter([1.0]), lambda: x.requires_grad_().data.numpy is None, lambda: hash(x) and 1,
        lambda: x.is_cuda, lambda: x.T.T is x, lambda: x.add(y, z=1), lambda: x.add(), lambda: x.sum(dim=(0, 0)),
        lambda: x.view(2, -1, -1), lambda: x.flatten(3), lambda: torch.utils.data.DataLoader(),
        lambda: torch.utils.data.DataLoader([1, 2], batch_size=-1),
        lambda: next(iter(torch.utils.data.DataLoader([None]))),
        lambda: torch.utils.data.TensorDataset(x, torch.ones(3))]:
    t(f)
# expect: RuntimeError | mat1 and mat2 shapes cannot be multiplied (4x5 and 3x2)
# expect: RuntimeError | mat1 and mat2 must have the same dtype, but got Double and Float
# expect: RuntimeError | mat1 and mat2 must have the same dtype, but got Long and Float
# expect: ok torch.Size([1, 4, 2])
# expect: IndexError | Target 2 is out of bounds.
# expect: RuntimeError | expected target dtype to be Long or Byte, but got Float
# expect: RuntimeError | 0D or 1D target tensor expected, multi-target not supported
# expect: RuntimeError | The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError | all elements of input should be between 0 and 1
# expect: ValueError | Using a target size (torch.Size([4])) that is different to the input size (torch.Size([4, 3])) is deprecated. Please ensure they have the same size.
# expect: ValueError | Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 3]))
# expect: IndexError | Target 5 is out of bounds.
# expect: RuntimeError | Given groups=1, weight of size [8, 3, 3, 3], expected input[1, 1, 8, 8] to have 3 channels, but got 1 channels instead
# expect: RuntimeError | Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [8, 8]
# expect: RuntimeError | Calculated padded input size per channel: (4 x 4). Kernel size: (9 x 9). Kernel size can't be greater than actual input size
# expect: ValueError | Expected more than 1 value per channel when training, got input size torch.Size([1, 3])
# expect: ValueError | expected 4D input (got 2D input)
# expect: IndexError | index out of range in self
# expect: RuntimeError | Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)
# expect: RuntimeError | input.size(-1) must be equal to input_size. Expected 3, got 4
# expect: IndexError | index 1 is out of bounds for dimension 0 with size 1
# expect: AssertionError | embed_dim must be divisible by num_heads
# expect: AssertionError | was expecting embedding dimension of 4, but got 3
# expect: RuntimeError | Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[4, 3]
# expect: ValueError | dropout probability has to be between 0 and 1, but got 1.5
# expect: RuntimeError | Class values must be non-negative.
# expect: RuntimeError | one_hot is only applicable to index tensor of type LongTensor.
# expect: NotImplementedError | Input Error: Only 3D, 4D and 5D input Tensors supported (got 2D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got nearest)
# expect: ValueError | Expected input batch_size (4) to match target batch_size (2).
# expect: RuntimeError | The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: RuntimeError | The size of tensor a (3) must match the size of tensor b (5) at non-singleton dimension 1
# expect: RuntimeError | Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [4, 3]
# expect: RuntimeError | mat1 and mat2 shapes cannot be multiplied (4x3 and 4x2)
# expect: RuntimeError | Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)
# expect: RuntimeError | Given input size: (1x2x2). Calculated output size: (1x0x0). Output size is too small
# expect: RuntimeError | Padding length must be divisible by 2
# expect: RuntimeError | 0D or 1D target tensor expected, multi-target not supported
# expect: RuntimeError | kl_div: Integral inputs not supported.
# expect: TypeError | relu(): argument 'input' (position 1) must be Tensor, not str
# expect: TypeError | relu(): argument 'input' (position 1) must be Tensor, not int
# expect: TypeError | Linear.__init__() missing 1 required positional argument: 'out_features'
# expect: TypeError | empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: TypeError | Linear.__init__() takes from 3 to 6 positional arguments but 8 were given
# expect: TypeError | Conv2d.__init__() missing 1 required positional argument: 'kernel_size'
# expect: ValueError | dropout probability has to be between 0 and 1, but got 2
# expect: TypeError | str is not a Module subclass
# expect: TypeError | list is not a Module subclass
# expect: TypeError | ModuleList.extend should be called with an iterable, but got Linear
# expect: TypeError | relu(): argument 'input' (position 1) must be Tensor, not int
# expect: AttributeError | 'int' object has no attribute 'flatten'
# expect: TypeError | 'Linear' object is not iterable
# expect: ok Adam (
# expect: Parameter Group 0
# expect:     amsgrad: False
# expect:     betas: (0.9, 0.999)
# expect:     capturable: False
# expect:     decoupled_weight_decay: False
# expect:     differentiable: False
# expect:     eps: 1e-08
# expect:     foreach: None
# expect:     fused: None
# expect:     lr: 0.001
# expect:     maximize: False
# expect:     weight_decay: 0
# expect: )
# expect: TypeError | '<=' not supported between instances of 'float' and 'str'
# expect: TypeError | 'int' object is not callable
# expect: TypeError | Linear.forward() missing 1 required positional argument: 'input'
# expect: TypeError | Linear.forward() takes 2 positional arguments but 3 were given
# expect: RuntimeError | Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# expect: RuntimeError | element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError | element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError | a leaf Variable that requires grad is being used in an in-place operation.
# expect: AttributeError | 'NoneType' object has no attribute 'zero_'
# expect: TypeError | cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# expect: TypeError | expected Tensor as element 1 in argument 0, but got int
# expect: TypeError | cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# expect: TypeError | stack(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
# expect: TypeError | tensor() takes 1 positional argument but 2 were given
# expect: ValueError | expected sequence of length 2 at dim 1 (got 1)
# expect: ValueError | too many dimensions 'str'
# expect: RuntimeError | Could not infer dtype of NoneType
# expect: RuntimeError | Could not infer dtype of dict
# expect: TypeError | zeros(): argument 'size' (position 1) must be tuple of ints, not str
# expect: TypeError | zeros(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: TypeError | zeros(): argument 'size' (position 1) must be tuple of ints, not float
# expect: RuntimeError | Trying to create tensor with negative dimension -1: [-1]
# expect: TypeError | arange(): argument 'end' (position 1) must be Number, not str
# expect: RuntimeError | The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
# expect: RuntimeError | mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
# expect: TypeError | unsupported operand type(s) for +: 'Tensor' and 'str'
# expect: TypeError | can only concatenate str (not "Tensor") to str
# expect: TypeError | unsupported operand type(s) for +: 'Tensor' and 'NoneType'
# expect: TypeError | unsupported operand type(s) for +: 'Tensor' and 'list'
# expect: TypeError | '<' not supported between instances of 'Tensor' and 'str'
# expect: ok False
# expect: IndexError | index 5 is out of bounds for dimension 0 with size 2
# expect: TypeError | new(): invalid data type 'str'
# expect: IndexError | only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)
# expect: IndexError | too many indices for tensor of dimension 1
# expect: IndexError | too many indices for tensor of dimension 2
# expect: IndexError | index 9 is out of bounds for dimension 0 with size 4
# expect: IndexError | index 9 is out of bounds for dimension 0 with size 4
# expect: ok False
# expect: IndexError | The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [4, 3] at index 0
# expect: RuntimeError | shape '[5]' is invalid for input of size 12
# expect: RuntimeError | view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
# expect: RuntimeError | shape '[5, -1]' is invalid for input of size 12
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 7)
# expect: IndexError | Dimension out of range (expected to be in range of [-3, 2], but got 9)
# expect: RuntimeError | permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 1
# expect: RuntimeError | permute(): duplicate dims are not allowed.
# expect: TypeError | transpose() missing 1 required positional arguments: "dim1"
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: RuntimeError | The expanded size of the tensor (3) must match the existing size (4) at non-singleton dimension 0.  Target sizes: [3, 3].  Tensor sizes: [4, 3]
# expect: RuntimeError | Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 2)
# expect: TypeError | sum() received an invalid combination of arguments - got (str), but expected one of:
# expect:  * (*, torch.dtype dtype = None)
# expect:  * (tuple of ints dim, bool keepdim = False, *, torch.dtype dtype = None)
# expect:
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: RuntimeError | mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: RuntimeError | a Tensor with 12 elements cannot be converted to Scalar
# expect: ValueError | only one element tensors can be converted to Python scalars
# expect: ValueError | only one element tensors can be converted to Python scalars
# expect: RuntimeError | Boolean value of Tensor with more than one value is ambiguous
# expect: TypeError | len() of a 0-d tensor
# expect: TypeError | iteration over a 0-d tensor
# expect: IndexError | invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
# expect: RuntimeError | Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: gpu
# expect: AssertionError | Torch not compiled with CUDA enabled
# expect: AssertionError | Torch not compiled with CUDA enabled
# expect: AttributeError | 'Tensor' object has no attribute 'float64'
# expect: AttributeError | 'Tensor' object has no attribute 'shap'
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 5)
# expect: TypeError | size(): argument 'dim' (position 1) must be int, not str
# expect: AttributeError | module 'torch' has no attribute 'foo'
# expect: AttributeError | module 'torch.nn' has no attribute 'Foo'
# expect: AttributeError | module 'torch.nn.functional' has no attribute 'foo'
# expect: RuntimeError | The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
# expect: TypeError | matmul(): argument 'other' (position 2) must be Tensor, not int
# expect: RuntimeError | mat2 must be a matrix
# expect: RuntimeError | batch1 must be a 3D tensor
# expect: RuntimeError | 1D tensors expected, but got 2D and 2D tensors
# expect: TypeError | sqrt(): argument 'input' (position 1) must be Tensor, not int
# expect: TypeError | sqrt(): argument 'input' (position 1) must be Tensor, not list
# expect: TypeError | sum(): argument 'input' (position 1) must be Tensor, not list
# expect: TypeError | exp(): argument 'input' (position 1) must be Tensor, not str
# expect: TypeError | where() received an invalid combination of arguments - got (Tensor, str, int), but expected one of:
# expect:  * (Tensor condition)
# expect:  * (Tensor condition, Tensor input, Tensor other, *, Tensor out = None)
# expect:  * (Tensor condition, Number self, Tensor other)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !str!, !int!)
# expect:  * (Tensor condition, Tensor input, Number other)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !str!, !int!)
# expect:  * (Tensor condition, Number self, Number other)
# expect:       didn't match because some of the arguments have invalid types: (Tensor, !str!, !int!)
# expect:
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 3)
# expect: RuntimeError | selected index k out of range
# expect: RuntimeError | split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 0), but got split_sizes=[1, 1]
# expect: RuntimeError | chunk expects `chunks` to be greater than 0, got: 0
# expect: RuntimeError | gather(): Expected dtype int32/int64 for index
# expect: RuntimeError | Index tensor must have the same number of dimensions as input tensor
# expect: RuntimeError | Index tensor must have the same number of dimensions as self tensor
# expect: RuntimeError | einsum(): fewer operands were provided than specified in the equation
# expect: RuntimeError | einsum(): output subscript k does not appear in the equation for any input operand
# expect: TypeError | linspace() received an invalid combination of arguments - got (int), but expected one of:
# expect:  * (Tensor start, Tensor end, int steps, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (Number start, Tensor end, int steps, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (Tensor start, Number end, int steps, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (Number start, Number end, int steps, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:
# expect: TypeError | full() missing 1 required positional arguments: "fill_value"
# expect: TypeError | randint() received an invalid combination of arguments - got (int), but expected one of:
# expect:  * (int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int high, tuple of ints size, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int low, int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int low, int high, tuple of ints size, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:
# expect: TypeError | randint() received an invalid combination of arguments - got (int, tuple, int), but expected one of:
# expect:  * (int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int high, tuple of ints size, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int low, int high, tuple of ints size, *, torch.Generator generator, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:  * (int low, int high, tuple of ints size, *, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:
# expect: RuntimeError | Trying to create tensor with negative dimension -1: [-1]
# expect: TypeError | normal() received an invalid combination of arguments - got (int, int), but expected one of:
# expect:  * (Tensor mean, Tensor std, *, torch.Generator generator = None, Tensor out = None)
# expect:  * (Tensor mean, float std = 1, *, torch.Generator generator = None, Tensor out = None)
# expect:  * (float mean, Tensor std, *, torch.Generator generator = None, Tensor out = None)
# expect:  * (float mean, float std, tuple of ints size, *, torch.Generator generator = None, Tensor out = None, torch.dtype dtype = None, torch.layout layout = None, torch.device device = None, bool pin_memory = False, bool requires_grad = False)
# expect:
# expect: RuntimeError | probability tensor contains either `inf`, `nan` or element < 0
# expect: RuntimeError | Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)
# expect: TypeError | save() missing 1 required positional argument: 'f'
# expect: FileNotFoundError | [Errno 2] No such file or directory: 'nofile.pt'
# expect: ValueError | invalid literal for int() with base 10: 'a'
# expect: RuntimeError | Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: foo
# expect: RuntimeError | n must be greater or equal to 0, got -1
# expect: RuntimeError | diag(): Supports 1D or 2D tensors. Got 3D
# expect: RuntimeError | linalg.inv: A must be batches of square matrices, but they are 4 by 3 matrices
# expect: _LinAlgError | linalg.inv: The diagonal element 1 is zero, the inversion could not be completed because the input matrix is singular.
# expect: RuntimeError | linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)
# expect: RuntimeError | linalg.det: A must be batches of square matrices, but they are 4 by 3 matrices
# expect: RuntimeError | torch.clamp: At least one of 'min' or 'max' must not be None
# expect: NotImplementedError | "histogram_cpu" not implemented for 'Long'
# expect: NotImplementedError | "bincount_cpu" not implemented for 'Float'
# expect: RuntimeError | bincount only supports 1-d non-negative integral inputs.
# expect: RuntimeError | only Tensors of floating point dtype can require gradients
# expect: RuntimeError | only Tensors of floating point dtype can require gradients
# expect: RuntimeError | element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError | Error(s) in loading state_dict for Linear:
# expect: 	Missing key(s) in state_dict: "weight", "bias". 
# expect: RuntimeError | Error(s) in loading state_dict for Linear:
# expect: 	Missing key(s) in state_dict: "bias". 
# expect: 	size mismatch for weight: copying a param with shape torch.Size([1]) from checkpoint, the shape in current model is torch.Size([2, 3]).
# expect: AttributeError | 'Linear' object has no attribute 'foo'
# expect: RuntimeError | Cannot access accelerator device when none is available.
# expect: RuntimeError | Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: foo
# expect: TypeError | fill_() received an invalid combination of arguments - got (str), but expected one of:
# expect:  * (Tensor value)
# expect:       didn't match because some of the arguments have invalid types: (!str!)
# expect:  * (Number value)
# expect:       didn't match because some of the arguments have invalid types: (!str!)
# expect:
# expect: TypeError | cannot assign 'torch.FloatTensor' as parameter 'weight' (torch.nn.Parameter or None expected)
# expect: RuntimeError | Only Tensors of floating point and complex dtype can require gradients
# expect: AttributeError | 'list' object has no attribute 'detach'
# expect: ok False
# expect: ok 1
# expect: ok False
# expect: ok False
# expect: TypeError | add() got an unexpected keyword argument 'z'
# expect: TypeError | add() received an invalid combination of arguments - got (), but expected (Tensor other, *, Number alpha = 1)
# expect: RuntimeError | dim 0 appears multiple times in the list of dims
# expect: RuntimeError | only one dimension can be inferred
# expect: IndexError | Dimension out of range (expected to be in range of [-2, 1], but got 3)
# expect: TypeError | DataLoader.__init__() missing 1 required positional argument: 'dataset'
# expect: ValueError | batch_size should be a positive integer value, but got batch_size=-1
# expect: TypeError | default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>
# expect: AssertionError | Size mismatch between tensors
