# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Classes that are no tensors but take functions over, as in "Extending PyTorch".
import torch
import torch.nn.functional as F

handled = {}


class ScalarTensor:
    def __init__(self, n, value):
        self._n, self._value = n, value

    def __repr__(self):
        return f"ScalarTensor({self._n}, {self._value})"

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if func not in handled or not all(issubclass(t, (torch.Tensor, ScalarTensor)) for t in types):
            return NotImplemented
        return handled[func](*args, **(kwargs or {}))


def implements(function):
    def decorate(own):
        handled[function] = own
        return own
    return decorate


@implements(torch.mean)
def mean(input):
    return float(input._value) / input._n


def dense(data):
    return data._value * torch.eye(data._n) if isinstance(data, ScalarTensor) else torch.as_tensor(data)


@implements(torch.add)
def add(input, other):
    if isinstance(input, ScalarTensor) and isinstance(other, ScalarTensor):
        return ScalarTensor(input._n, input._value + other._value)
    return torch.add(dense(input), dense(other))


class Metadata:
    def __init__(self, data, metadata):
        self._t, self._metadata = torch.as_tensor(data), metadata

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        metadata = [a._metadata for a in args if hasattr(a, "_metadata")]
        result = func(*[getattr(a, "_t", a) for a in args], **(kwargs or {}))
        return Metadata(result, metadata[0])


s = ScalarTensor(2, 2)
m = Metadata([[1, 2], [3, 4]], {"owner": "ministry"})
for text in ("torch.mean(s)", "torch.add(s, s)", "torch.add(s, torch.ones(2, 2))", "torch.add(torch.ones(1), other=s)", "torch.mul(s, 3)",
             "torch.ones(1).mul(s)", "torch.ones(1) * s", "s * torch.ones(1)", "torch.ones(1) + s", "F.relu(s)", "torch.cat([torch.ones(1), s])",
             "torch.einsum('i', s)", "torch.linalg.det(s)", "torch.max(s, 0)", "torch.sum(input=s)", "torch.is_tensor(s)", "torch.tensor(s)",
             "torch.ones(1) == s", "F.mse_loss(s, torch.ones(1))", "torch.nn.Linear(2, 2)(s)", "torch.zeros(s)", "torch.meshgrid(s, s)"):
    try:
        print(text, "=>", eval(text))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)
for result in (torch.add(m, torch.ones(2, 2)), torch.ones(2, 2) + m, torch.sum(m, dim=0), F.relu(m), torch.matmul(m, m)):
    print(result._t, result._metadata)
# expect: torch.mean(s) => 1.0
# expect: torch.add(s, s) => ScalarTensor(2, 4)
# expect: torch.add(s, torch.ones(2, 2)) => tensor([[3., 1.],
# expect:         [1., 3.]])
# expect: torch.add(torch.ones(1), other=s) => tensor([[3., 1.],
# expect:         [1., 3.]])
# expect: torch.mul(s, 3) !! TypeError Multiple dispatch failed for 'torch.mul'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.ones(1).mul(s) !! TypeError Multiple dispatch failed for 'torch.Tensor.mul'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.ones(1) * s !! TypeError unsupported operand type(s) for *: 'Tensor' and 'ScalarTensor'
# expect: s * torch.ones(1) !! TypeError unsupported operand type(s) for *: 'ScalarTensor' and 'Tensor'
# expect: torch.ones(1) + s !! TypeError unsupported operand type(s) for +: 'Tensor' and 'ScalarTensor'
# expect: F.relu(s) !! TypeError no implementation found for 'torch.nn.functional.relu' on types that implement __torch_function__: [<class '__main__.ScalarTensor'>]
# expect: torch.cat([torch.ones(1), s]) !! TypeError Multiple dispatch failed for 'torch.cat'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.einsum('i', s) !! TypeError no implementation found for 'torch.functional.einsum' on types that implement __torch_function__: [<class '__main__.ScalarTensor'>]
# expect: torch.linalg.det(s) !! TypeError Multiple dispatch failed for 'torch.linalg.linalg_det'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.max(s, 0) !! TypeError Multiple dispatch failed for 'torch.max'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.sum(input=s) !! TypeError Multiple dispatch failed for 'torch.sum'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.is_tensor(s) => False
# expect: torch.tensor(s) !! RuntimeError Could not infer dtype of ScalarTensor
# expect: torch.ones(1) == s => False
# expect: F.mse_loss(s, torch.ones(1)) !! TypeError no implementation found for 'torch.nn.functional.mse_loss' on types that implement __torch_function__: [<class '__main__.ScalarTensor'>, <class 'torch.Tensor'>]
# expect: torch.nn.Linear(2, 2)(s) !! TypeError Multiple dispatch failed for 'torch.nn.linear'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.zeros(s) !! TypeError Multiple dispatch failed for 'torch.zeros'; all __torch_function__ handlers returned NotImplemented:
# expect:
# expect:   - tensor subclass <class '__main__.ScalarTensor'>
# expect:
# expect: For more information, try re-running with TORCH_LOGS=not_implemented
# expect: torch.meshgrid(s, s) !! TypeError no implementation found for 'torch.functional.meshgrid' on types that implement __torch_function__: [<class '__main__.ScalarTensor'>]
# expect: tensor([[2., 3.],
# expect:         [4., 5.]]) {'owner': 'ministry'}
# expect: tensor([[2., 3.],
# expect:         [4., 5.]]) {'owner': 'ministry'}
# expect: tensor([4, 6]) {'owner': 'ministry'}
# expect: tensor([[1, 2],
# expect:         [3, 4]]) {'owner': 'ministry'}
# expect: tensor([[ 7, 10],
# expect:         [15, 22]]) {'owner': 'ministry'}
