/// `torch.nn` in Python: modules over the functions of `torch.nn.functional`.
enum NNSource {
  static let nn = #"""
    import math as _math
    import sys as _sys
    import torch
    functional = _sys.modules['torch.nn.functional']
    F = functional

    class _ParameterType(type):
        def __instancecheck__(cls, instance):
            return type(instance).__name__ == 'Parameter'

    class Parameter(metaclass=_ParameterType):
        def __new__(cls, data=None, requires_grad=True):
            if data is None:
                data = torch.empty(0)
            return torch._as_parameter(data.detach(), requires_grad)

    class Module:
        def __init__(self):
            object.__setattr__(self, '_parameters', {})
            object.__setattr__(self, '_buffers', {})
            object.__setattr__(self, '_modules', {})
            object.__setattr__(self, 'training', True)

        def __setattr__(self, name, value):
            if isinstance(value, Parameter):
                self.__dict__.pop(name, None)
                self._modules.pop(name, None)
                self._parameters[name] = value
            elif isinstance(value, Module):
                self.__dict__.pop(name, None)
                self._modules[name] = value
            elif '_parameters' in self.__dict__ and name in self._parameters:
                self._parameters[name] = value
            elif '_buffers' in self.__dict__ and name in self._buffers:
                self._buffers[name] = value
            elif '_modules' in self.__dict__ and name in self._modules:
                self._modules[name] = value
            else:
                object.__setattr__(self, name, value)

        def __getattr__(self, name):
            d = self.__dict__
            for kind in ('_parameters', '_buffers', '_modules'):
                if kind in d and name in d[kind]:
                    return d[kind][name]
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def __delattr__(self, name):
            for kind in (self._parameters, self._buffers, self._modules):
                if name in kind:
                    del kind[name]
                    return
            object.__delattr__(self, name)

        def __call__(self, *args, **kwargs):
            return self.forward(*args, **kwargs)

        def register_parameter(self, name, param):
            self._parameters[name] = param

        def register_buffer(self, name, tensor, persistent=True):
            self._buffers[name] = tensor

        def add_module(self, name, module):
            self._modules[name] = module

        register_module = add_module

        def children(self):
            for _, m in self.named_children():
                yield m

        def named_children(self):
            for name, m in self._modules.items():
                if m is not None:
                    yield name, m

        def modules(self):
            for _, m in self.named_modules():
                yield m

        def named_modules(self, memo=None, prefix='', remove_duplicate=True):
            if memo is None:
                memo = set()
            if id(self) not in memo:
                memo.add(id(self))
                yield prefix, self
                for name, m in self._modules.items():
                    if m is not None:
                        yield from m.named_modules(memo, prefix + ('.' if prefix else '') + name)

        def named_parameters(self, prefix='', recurse=True, remove_duplicate=True):
            seen = set()
            for mod, m in (self.named_modules(prefix=prefix) if recurse else [(prefix, self)]):
                for name, p in m._parameters.items():
                    if p is not None and id(p) not in seen:
                        seen.add(id(p))
                        yield mod + ('.' if mod else '') + name, p

        def parameters(self, recurse=True):
            for _, p in self.named_parameters(recurse=recurse):
                yield p

        def named_buffers(self, prefix='', recurse=True, remove_duplicate=True):
            for mod, m in (self.named_modules(prefix=prefix) if recurse else [(prefix, self)]):
                for name, b in m._buffers.items():
                    if b is not None:
                        yield mod + ('.' if mod else '') + name, b

        def buffers(self, recurse=True):
            for _, b in self.named_buffers(recurse=recurse):
                yield b

        def state_dict(self):
            result = {}
            for mod, m in self.named_modules():
                dot = mod + ('.' if mod else '')
                for name, p in m._parameters.items():
                    if p is not None:
                        result[dot + name] = p.detach()
                for name, b in m._buffers.items():
                    if b is not None:
                        result[dot + name] = b
            return result

        def load_state_dict(self, state_dict, strict=True, assign=False):
            own = self.state_dict()
            missing = [k for k in own if k not in state_dict]
            unexpected = [k for k in state_dict if k not in own]
            if strict and (missing or unexpected):
                lines = [f"Error(s) in loading state_dict for {type(self).__name__}:"]
                if unexpected:
                    lines.append('\tUnexpected key(s) in state_dict: ' + ', '.join(f'"{k}"' for k in unexpected) + '. ')
                if missing:
                    lines.append('\tMissing key(s) in state_dict: ' + ', '.join(f'"{k}"' for k in missing) + '. ')
                raise RuntimeError('\n'.join(lines))
            with torch.no_grad():
                for k, v in own.items():
                    if k in state_dict:
                        v.copy_(state_dict[k])
            return '<All keys matched successfully>'

        def train(self, mode=True):
            for m in self.modules():
                object.__setattr__(m, 'training', mode)
            return self

        def eval(self):
            return self.train(False)

        def requires_grad_(self, requires_grad=True):
            for p in self.parameters():
                p.requires_grad_(requires_grad)
            return self

        def zero_grad(self, set_to_none=True):
            for p in self.parameters():
                if p.grad is not None:
                    if set_to_none:
                        p.grad = None
                    else:
                        p.grad.zero_()

        def apply(self, fn):
            for m in self.children():
                m.apply(fn)
            fn(self)
            return self

        def to(self, *args, **kwargs):
            return self

        def cpu(self):
            return self

        def extra_repr(self):
            return ''

        def _get_name(self):
            return type(self).__name__

        def __repr__(self):
            extra = self.extra_repr()
            lines = extra.split('\n') if extra else []
            children = []
            for name, m in self._modules.items():
                text = repr(m).split('\n')
                children.append('(' + name + '): ' + '\n  '.join(text))
            name = self._get_name()
            if not children:
                if len(lines) <= 1:
                    return name + '(' + ''.join(lines) + ')'
            return name + '(\n  ' + '\n  '.join(lines + children) + '\n)'

    class Identity(Module):
        def __init__(self, *args, **kwargs):
            super().__init__()
        def forward(self, input):
            return input

    class Linear(Module):
        def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
            super().__init__()
            self.in_features = in_features
            self.out_features = out_features
            bound = 1 / _math.sqrt(in_features) if in_features > 0 else 0
            limit = _math.sqrt(3.0) * _math.sqrt(2.0 / (1 + 5)) / _math.sqrt(in_features) if in_features > 0 else 0
            self.weight = Parameter(torch.empty(out_features, in_features, dtype=dtype).uniform_(-limit, limit))
            if bias:
                self.bias = Parameter(torch.empty(out_features, dtype=dtype).uniform_(-bound, bound))
            else:
                self.register_parameter('bias', None)
        def forward(self, input):
            return F.linear(input, self.weight, self.bias)
        def extra_repr(self):
            return f'in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}'

    class Sequential(Module):
        def __init__(self, *args):
            super().__init__()
            if len(args) == 1 and isinstance(args[0], dict):
                for name, m in args[0].items():
                    self.add_module(name, m)
            else:
                for i, m in enumerate(args):
                    self.add_module(str(i), m)
        def forward(self, input):
            for m in self._modules.values():
                input = m(input)
            return input
        def __len__(self):
            return len(self._modules)
        def __getitem__(self, index):
            items = list(self._modules.values())
            if isinstance(index, slice):
                return Sequential(*items[index])
            return items[index]
        def __iter__(self):
            return iter(self._modules.values())
        def append(self, module):
            self.add_module(str(len(self)), module)
            return self

    class ModuleList(Module):
        def __init__(self, modules=None):
            super().__init__()
            for m in modules or []:
                self.append(m)
        def append(self, module):
            self.add_module(str(len(self._modules)), module)
            return self
        def __len__(self):
            return len(self._modules)
        def __getitem__(self, index):
            return list(self._modules.values())[index]
        def __iter__(self):
            return iter(self._modules.values())

    class Flatten(Module):
        def __init__(self, start_dim=1, end_dim=-1):
            super().__init__()
            self.start_dim = start_dim
            self.end_dim = end_dim
        def forward(self, input):
            return input.flatten(self.start_dim, self.end_dim)
        def extra_repr(self):
            return f'start_dim={self.start_dim}, end_dim={self.end_dim}'

    class Dropout(Module):
        def __init__(self, p=0.5, inplace=False):
            super().__init__()
            self.p = p
            self.inplace = inplace
        def forward(self, input):
            return F.dropout(input, self.p, self.training)
        def extra_repr(self):
            return f'p={self.p}, inplace={self.inplace}'

    class ReLU(Module):
        def __init__(self, inplace=False):
            super().__init__()
            self.inplace = inplace
        def forward(self, input):
            return F.relu(input)
        def extra_repr(self):
            return 'inplace=True' if self.inplace else ''

    class Sigmoid(Module):
        def forward(self, input):
            return torch.sigmoid(input)

    class Tanh(Module):
        def forward(self, input):
            return torch.tanh(input)

    class Softmax(Module):
        def __init__(self, dim=None):
            super().__init__()
            self.dim = dim
        def forward(self, input):
            return F.softmax(input, self.dim)
        def extra_repr(self):
            return f'dim={self.dim}'

    class LogSoftmax(Softmax):
        def forward(self, input):
            return F.log_softmax(input, self.dim)

    class _Loss(Module):
        def __init__(self, size_average=None, reduce=None, reduction='mean'):
            super().__init__()
            self.reduction = reduction

    class MSELoss(_Loss):
        def forward(self, input, target):
            return F.mse_loss(input, target, reduction=self.reduction)

    class L1Loss(_Loss):
        def forward(self, input, target):
            return F.l1_loss(input, target, reduction=self.reduction)

    class BCELoss(_Loss):
        def forward(self, input, target):
            return F.binary_cross_entropy(input, target, reduction=self.reduction)

    class BCEWithLogitsLoss(_Loss):
        def forward(self, input, target):
            return F.binary_cross_entropy_with_logits(input, target, reduction=self.reduction)

    class CrossEntropyLoss(_Loss):
        def __init__(self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean',
                     label_smoothing=0.0):
            super().__init__(reduction=reduction)
            self.weight = weight
            self.ignore_index = ignore_index
            self.label_smoothing = label_smoothing
        def forward(self, input, target):
            return F.cross_entropy(input, target, weight=self.weight, ignore_index=self.ignore_index,
                                   reduction=self.reduction, label_smoothing=self.label_smoothing)

    class NLLLoss(_Loss):
        def forward(self, input, target):
            return F.nll_loss(input, target, reduction=self.reduction)
    """#

  static let optim = #"""
    import math as _math
    import torch

    class Optimizer:
        def __init__(self, params, defaults):
            self.defaults = defaults
            self.state = {}
            self.param_groups = []
            params = list(params)
            if len(params) == 0:
                raise ValueError("optimizer got an empty parameter list")
            if not isinstance(params[0], dict):
                params = [{'params': params}]
            for group in params:
                self.add_param_group(group)

        def add_param_group(self, group):
            group = dict(group)
            p = group['params']
            group['params'] = [p] if torch.is_tensor(p) else list(p)
            for name, value in self.defaults.items():
                group.setdefault(name, value)
            self.param_groups.append(group)

        def zero_grad(self, set_to_none=True):
            for group in self.param_groups:
                for p in group['params']:
                    if p.grad is not None:
                        if set_to_none:
                            p.grad = None
                        else:
                            p.grad.zero_()

        def step(self, closure=None):
            loss = None
            if closure is not None:
                with torch.enable_grad():
                    loss = closure()
            with torch.no_grad():
                for group in self.param_groups:
                    for p in group['params']:
                        if p.grad is not None:
                            g = -p.grad if group.get('maximize') else p.grad
                            self._update(p, g, group, self.state.setdefault(id(p), {}))
            return loss

        def __repr__(self):
            text = type(self).__name__ + ' ('
            for i, group in enumerate(self.param_groups):
                text += f'\nParameter Group {i}\n'
                for key in sorted(group):
                    if key != 'params':
                        text += f'    {key}: {group[key]}\n'
            return text + ')'

    class SGD(Optimizer):
        def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *,
                     maximize=False, foreach=None, differentiable=False, fused=None):
            super().__init__(params, dict(lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
                                          nesterov=nesterov, maximize=maximize, foreach=foreach,
                                          differentiable=differentiable, fused=fused))
        def _update(self, p, g, group, state):
            if group['weight_decay'] != 0:
                g = g.add(p, alpha=group['weight_decay'])
            momentum = group['momentum']
            if momentum != 0:
                if 'momentum_buffer' not in state:
                    buf = state['momentum_buffer'] = g.clone()
                else:
                    buf = state['momentum_buffer']
                    buf.mul_(momentum).add_(g, alpha=1 - group['dampening'])
                g = g.add(buf, alpha=momentum) if group['nesterov'] else buf
            p.add_(g, alpha=-group['lr'])

    class Adam(Optimizer):
        _decoupled = False
        def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *,
                     foreach=None, maximize=False, capturable=False, differentiable=False, fused=None):
            super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
                                          maximize=maximize, foreach=foreach, capturable=capturable,
                                          differentiable=differentiable, fused=fused,
                                          decoupled_weight_decay=self._decoupled))
        def _update(self, p, g, group, state):
            b1, b2 = group['betas']
            if not state:
                state['step'] = 0
                state['exp_avg'] = torch.zeros_like(p)
                state['exp_avg_sq'] = torch.zeros_like(p)
            state['step'] += 1
            if group['weight_decay'] != 0:
                if self._decoupled:
                    p.mul_(1 - group['lr'] * group['weight_decay'])
                else:
                    g = g.add(p, alpha=group['weight_decay'])
            m, v = state['exp_avg'], state['exp_avg_sq']
            m.lerp_(g, 1 - b1)
            v.mul_(b2).addcmul_(g, g, value=1 - b2)
            c1 = 1 - b1 ** state['step']
            c2 = _math.sqrt(1 - b2 ** state['step'])
            denom = (v.sqrt() / c2).add_(group['eps'])
            p.addcdiv_(m, denom, value=-group['lr'] / c1)

    class AdamW(Adam):
        _decoupled = True
        def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, **kw):
            super().__init__(params, lr, betas, eps, weight_decay, amsgrad, **kw)
    """#

  static let data = #"""
    import torch

    class Dataset:
        def __getitem__(self, index):
            raise NotImplementedError('Subclasses of Dataset should implement __getitem__.')

    class IterableDataset(Dataset):
        pass

    class TensorDataset(Dataset):
        def __init__(self, *tensors):
            if any(tensors[0].size(0) != t.size(0) for t in tensors):
                raise AssertionError('Size mismatch between tensors')
            self.tensors = tensors
        def __getitem__(self, index):
            return tuple(t[index] for t in self.tensors)
        def __len__(self):
            return self.tensors[0].size(0)

    class Subset(Dataset):
        def __init__(self, dataset, indices):
            self.dataset = dataset
            self.indices = indices
        def __getitem__(self, i):
            return self.dataset[self.indices[i]]
        def __len__(self):
            return len(self.indices)

    def random_split(dataset, lengths, generator=None):
        n = len(dataset)
        if abs(sum(lengths) - 1) < 1e-9 and sum(lengths) <= 1:
            sizes = [int(n * f) for f in lengths]
            for i in range(n - sum(sizes)):
                sizes[i % len(sizes)] += 1
            lengths = sizes
        if sum(lengths) != n:
            raise ValueError('Sum of input lengths does not equal the length of the input dataset!')
        order = torch.randperm(n, generator=generator).tolist()
        result, start = [], 0
        for size in lengths:
            result.append(Subset(dataset, order[start:start + size]))
            start += size
        return result

    class Sampler:
        def __init__(self, data_source=None):
            pass

    class SequentialSampler(Sampler):
        def __init__(self, data_source):
            self.data_source = data_source
        def __iter__(self):
            return iter(range(len(self.data_source)))
        def __len__(self):
            return len(self.data_source)

    def _seeded():
        seed = int(torch.empty((), dtype=torch.int64).random_().item())
        return torch.Generator().manual_seed(seed)

    class RandomSampler(Sampler):
        def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
            self.data_source = data_source
            self.replacement = replacement
            self._num_samples = num_samples
            self.generator = generator
        @property
        def num_samples(self):
            return len(self.data_source) if self._num_samples is None else self._num_samples
        def __iter__(self):
            n = len(self.data_source)
            generator = self.generator if self.generator is not None else _seeded()
            if self.replacement:
                for _ in range(self.num_samples // 32):
                    yield from torch.randint(high=n, size=(32,), dtype=torch.int64, generator=generator).tolist()
                yield from torch.randint(high=n, size=(self.num_samples % 32,), dtype=torch.int64,
                                         generator=generator).tolist()
            else:
                for _ in range(self.num_samples // n):
                    yield from torch.randperm(n, generator=generator).tolist()
                yield from torch.randperm(n, generator=generator).tolist()[:self.num_samples % n]
        def __len__(self):
            return self.num_samples

    class SubsetRandomSampler(Sampler):
        def __init__(self, indices, generator=None):
            self.indices = indices
            self.generator = generator
        def __iter__(self):
            for i in torch.randperm(len(self.indices), generator=self.generator).tolist():
                yield self.indices[i]
        def __len__(self):
            return len(self.indices)

    class WeightedRandomSampler(Sampler):
        def __init__(self, weights, num_samples, replacement=True, generator=None):
            self.weights = torch.as_tensor(weights, dtype=torch.double)
            self.num_samples = num_samples
            self.replacement = replacement
            self.generator = generator
        def __iter__(self):
            yield from torch.multinomial(self.weights, self.num_samples, self.replacement,
                                         generator=self.generator).tolist()
        def __len__(self):
            return self.num_samples

    class BatchSampler(Sampler):
        def __init__(self, sampler, batch_size, drop_last):
            self.sampler = sampler
            self.batch_size = batch_size
            self.drop_last = drop_last
        def __iter__(self):
            batch = []
            for i in self.sampler:
                batch.append(i)
                if len(batch) == self.batch_size:
                    yield batch
                    batch = []
            if batch and not self.drop_last:
                yield batch
        def __len__(self):
            n = len(self.sampler)
            return n // self.batch_size if self.drop_last else (n + self.batch_size - 1) // self.batch_size

    def default_collate(batch):
        first = batch[0]
        if torch.is_tensor(first):
            return torch.stack(batch, 0)
        if isinstance(first, float):
            return torch.tensor(batch, dtype=torch.float64)
        if isinstance(first, int):
            return torch.tensor(batch)
        if isinstance(first, (str, bytes)):
            return batch
        if isinstance(first, dict):
            return {k: default_collate([d[k] for d in batch]) for k in first}
        if isinstance(first, (tuple, list)):
            return [default_collate(list(column)) for column in zip(*batch)]
        raise TypeError('default_collate: batch must contain tensors, numbers, dicts or lists')

    class DataLoader:
        def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
                     collate_fn=None, pin_memory=False, drop_last=False, timeout=0, worker_init_fn=None,
                     multiprocessing_context=None, generator=None, **kwargs):
            self.dataset = dataset
            self.batch_size = batch_size
            self.drop_last = drop_last
            self.generator = generator
            self.collate_fn = collate_fn if collate_fn is not None else default_collate
            if sampler is None:
                sampler = RandomSampler(dataset, generator=generator) if shuffle else SequentialSampler(dataset)
            self.sampler = sampler
            self.batch_sampler = batch_sampler
            if batch_sampler is None and batch_size is not None:
                self.batch_sampler = BatchSampler(sampler, batch_size, drop_last)

        def __iter__(self):
            # torch draws a base seed for its workers first, with or without workers.
            torch.empty((), dtype=torch.int64).random_(generator=self.generator)
            return self._batches()

        def _batches(self):
            if self.batch_sampler is None:
                for i in self.sampler:
                    yield self.dataset[i]
                return
            for indices in self.batch_sampler:
                yield self.collate_fn([self.dataset[i] for i in indices])

        def __len__(self):
            return len(self.batch_sampler) if self.batch_sampler is not None else len(self.sampler)
    """#
}
