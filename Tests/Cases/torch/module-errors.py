# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""What modules refuse."""
import torch, torch.nn as nn, torch.nn.functional as F

torch.manual_seed(0)
x, y5, v3, v5 = torch.randn(2, 3), torch.ones(4, 5), torch.ones(3), torch.ones(5)
w, w2 = torch.ones(2, 3, requires_grad=True), torch.ones(2, requires_grad=True)
for call in (
        "nn.Conv2d(3, 4, 3, padding='foo')",
        "nn.Conv2d(3, 4, 3, stride=2, padding='same')",
        'nn.ConvTranspose2d(3, 4, 3, stride=2)(torch.ones(1, 3, 4, 4), output_size=(20, 20))',
        'nn.ConvTranspose2d(3, 4, 3, stride=2)(torch.ones(1, 3, 4, 4), output_size=(10, 10)).shape',
        'nn.LSTM(3, 0)',
        'nn.LSTM(3, 4, dropout=2)',
        'nn.LSTM(3, 4, num_layers=0)',
        'nn.LSTM(3, 4)(torch.ones(2, 3, 3), (torch.ones(1, 2, 4), torch.ones(1, 3, 4)))',
        'nn.GRU(3, 4)(torch.ones(2, 3, 3), torch.ones(2, 3, 4))',
        "nn.RNN(3, 4, nonlinearity='foo')",
        'nn.LSTMCell(3, 4)(torch.ones(2, 5))',
        "nn.Sequential({'a': nn.ReLU()})",
        'nn.Sequential(nn.ReLU()).insert(5, nn.ReLU())',
        'nn.ModuleList(3)',
        'nn.ModuleDict({1: nn.ReLU()})',
        "nn.Module().register_buffer('a.b', x)",
        "nn.Module().add_module('a.b', nn.ReLU())",
        'nn.Module().to(torch.int)',
        "nn.Linear(3, 2).get_buffer('a')",
        "nn.Linear(3, 2).register_buffer('weight', x)",
        'nn.Linear(3, 2).load_state_dict(3)',
        "nn.Linear(3, 2).load_state_dict({'weight': 3, 'bias': torch.ones(2)})",
        'nn.Embedding(3, 2, padding_idx=5)',
        'nn.Embedding.from_pretrained(v3)',
        'nn.Softmax2d()(x)',
        'nn.ReLU()()',
        'nn.Sigmoid(1)',
        'nn.ConstantPad2d(1)',
        'nn.Parameter(3)',
        'nn.GroupNorm(2, 3)',
        'nn.InstanceNorm1d(3)(v3)',
        "nn.MSELoss(reduction='sum')(x, x), nn.MSELoss(size_average=False).reduction",
):
    try:
        print(call, '->', eval(call))
    except Exception as error:
        print(call, '->', type(error).__name__, str(error))
# expect: nn.Conv2d(3, 4, 3, padding='foo') -> ValueError Invalid padding string 'foo', should be one of {'same', 'valid'}
# expect: nn.Conv2d(3, 4, 3, stride=2, padding='same') -> ValueError padding='same' is not supported for strided convolutions
# expect: nn.ConvTranspose2d(3, 4, 3, stride=2)(torch.ones(1, 3, 4, 4), output_size=(20, 20)) -> ValueError requested an output size of (20, 20), but valid sizes range from [9, 9] to [10, 10] (for an input of torch.Size([4, 4]))
# expect: nn.ConvTranspose2d(3, 4, 3, stride=2)(torch.ones(1, 3, 4, 4), output_size=(10, 10)).shape -> torch.Size([1, 4, 10, 10])
# expect: nn.LSTM(3, 0) -> ValueError hidden_size must be greater than zero
# expect: nn.LSTM(3, 4, dropout=2) -> ValueError dropout should be a number in range [0, 1] representing the probability of an element being zeroed
# expect: nn.LSTM(3, 4, num_layers=0) -> ValueError num_layers must be greater than zero
# expect: nn.LSTM(3, 4)(torch.ones(2, 3, 3), (torch.ones(1, 2, 4), torch.ones(1, 3, 4))) -> RuntimeError Expected hidden[0] size (1, 3, 4), got [1, 2, 4]
# expect: nn.GRU(3, 4)(torch.ones(2, 3, 3), torch.ones(2, 3, 4)) -> RuntimeError Expected hidden size (1, 3, 4), got [2, 3, 4]
# expect: nn.RNN(3, 4, nonlinearity='foo') -> ValueError Unknown nonlinearity 'foo'. Select from 'tanh' or 'relu'.
# expect: nn.LSTMCell(3, 4)(torch.ones(2, 5)) -> RuntimeError input has inconsistent input_size: got 5 expected 3
# expect: nn.Sequential({'a': nn.ReLU()}) -> TypeError dict is not a Module subclass
# expect: nn.Sequential(nn.ReLU()).insert(5, nn.ReLU()) -> IndexError Index out of range: 5
# expect: nn.ModuleList(3) -> TypeError ModuleList.extend should be called with an iterable, but got int
# expect: nn.ModuleDict({1: nn.ReLU()}) -> TypeError module name should be a string. Got int
# expect: nn.Module().register_buffer('a.b', x) -> KeyError 'buffer name can\'t contain "."'
# expect: nn.Module().add_module('a.b', nn.ReLU()) -> KeyError 'module name can\'t contain ".", got: a.b'
# expect: nn.Module().to(torch.int) -> TypeError nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int32
# expect: nn.Linear(3, 2).get_buffer('a') -> AttributeError Linear has no attribute `a`
# expect: nn.Linear(3, 2).register_buffer('weight', x) -> KeyError "attribute 'weight' already exists"
# expect: nn.Linear(3, 2).load_state_dict(3) -> TypeError Expected state_dict to be dict-like, got <class 'int'>.
# expect: nn.Linear(3, 2).load_state_dict({'weight': 3, 'bias': torch.ones(2)}) -> RuntimeError Error(s) in loading state_dict for Linear:
# expect: 	While copying the parameter named "weight", expected torch.Tensor or Tensor-like object from checkpoint but received <class 'int'>
# expect: nn.Embedding(3, 2, padding_idx=5) -> AssertionError Padding_idx must be within num_embeddings
# expect: nn.Embedding.from_pretrained(v3) -> AssertionError Embeddings parameter is expected to be 2-dimensional
# expect: nn.Softmax2d()(x) -> ValueError Softmax2d: expected input to be 3D or 4D, got 2D instead
# expect: nn.ReLU()() -> TypeError ReLU.forward() missing 1 required positional argument: 'input'
# expect: nn.Sigmoid(1) -> TypeError Sigmoid.__init__() takes 1 positional argument but 2 were given
# expect: nn.ConstantPad2d(1) -> TypeError ConstantPad2d.__init__() missing 1 required positional argument: 'value'
# expect: nn.Parameter(3) -> AttributeError 'int' object has no attribute 'detach'
# expect: nn.GroupNorm(2, 3) -> ValueError num_channels (3) must be divisible by num_groups (2)
# expect: nn.InstanceNorm1d(3)(v3) -> ValueError expected 2D or 3D input (got 1D input)
# expect: nn.MSELoss(reduction='sum')(x, x), nn.MSELoss(size_average=False).reduction -> (tensor(0.), 'sum')
