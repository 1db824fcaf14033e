"""Recurrent layers."""
import math
import torch
import torch.nn.functional as F
import torch.nn.init as init
from torch.nn.parameter import Parameter
from torch.nn.modules.module import Module
from torch.nn.modules.utils import own_forward


class RNNBase(Module):
    gates = 1

    def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        for name, value in (('input_size', input_size), ('hidden_size', hidden_size), ('num_layers', num_layers)):
            if not isinstance(value, int) and name != 'num_layers':
                raise TypeError(f'{name} should be of type int, got: {type(value).__name__}')
            if value <= 0:
                raise ValueError(f'{name} must be greater than zero')
        if not isinstance(dropout, (int, float)) or isinstance(dropout, bool) or not 0 <= dropout <= 1:
            raise ValueError('dropout should be a number in range [0, 1] representing the probability of an element being '
                             'zeroed')
        if dropout > 0 and num_layers == 1:
            import warnings
            warnings.warn('dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects '
                          f'num_layers greater than 1, but got dropout={dropout} and num_layers={num_layers}', stacklevel=3)
        if proj_size < 0:
            raise ValueError('proj_size should be a positive integer or zero to disable projections')
        if proj_size >= hidden_size:
            raise ValueError('proj_size has to be smaller than hidden_size')
        if proj_size and self.gates != 4:
            raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
        self.proj_size = proj_size
        out = proj_size or hidden_size
        self.mode = type(self).__name__
        self.input_size, self.hidden_size, self.num_layers = input_size, hidden_size, num_layers
        self.bias, self.batch_first, self.dropout, self.bidirectional = bias, batch_first, float(dropout), bidirectional
        directions = 2 if bidirectional else 1
        size = self.gates * hidden_size
        for layer in range(num_layers):
            for direction in range(directions):
                width = input_size if layer == 0 else out * directions
                suffix = f'_l{layer}' + ('_reverse' if direction else '')
                self.register_parameter('weight_ih' + suffix, Parameter(torch.empty((size, width), dtype=dtype)))
                self.register_parameter('weight_hh' + suffix, Parameter(torch.empty((size, out), dtype=dtype)))
                if bias:
                    self.register_parameter('bias_ih' + suffix, Parameter(torch.empty(size, dtype=dtype)))
                    self.register_parameter('bias_hh' + suffix, Parameter(torch.empty(size, dtype=dtype)))
                if proj_size:
                    self.register_parameter('weight_hr' + suffix, Parameter(torch.empty((proj_size, hidden_size), dtype=dtype)))
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def flatten_parameters(self):
        return None

    @property
    def _flat_weights_names(self):
        return list(self._parameters)

    @property
    def _flat_weights(self):
        return list(self._parameters.values())

    @property
    def all_weights(self):
        names = self._flat_weights_names
        each = len(names) // (self.num_layers * (2 if self.bidirectional else 1))
        return [[self._parameters[n] for n in names[k:k + each]] for k in range(0, len(names), each)]

    def extra_repr(self):
        s = f'{self.input_size}, {self.hidden_size}'
        if self.proj_size:
            s += f', proj_size={self.proj_size}'
        if self.num_layers != 1:
            s += f', num_layers={self.num_layers}'
        if self.bias is not True:
            s += f', bias={self.bias}'
        if self.batch_first is not False:
            s += f', batch_first={self.batch_first}'
        if self.dropout != 0:
            s += f', dropout={self.dropout}'
        if self.bidirectional is not False:
            s += f', bidirectional={self.bidirectional}'
        return s

    def _zero_states(self, width, dtype):
        count = self.num_layers * (2 if self.bidirectional else 1)
        sizes = [self.proj_size or self.hidden_size, self.hidden_size][:self.state_count]
        return tuple(torch.zeros(count, width, size, dtype=dtype) for size in sizes)

    def _check_dtype(self, dtype):
        own = self.weight_ih_l0.dtype
        if dtype != own and not torch.is_autocast_enabled():
            raise ValueError(f'RNN input dtype ({dtype}) does not match weight dtype ({own}). Convert input: input.to({own}), or '
                             f'convert model: model.to({dtype})')

    def _check_states(self, states, width):
        count = self.num_layers * (2 if self.bidirectional else 1)
        for k, state in enumerate((states[0], states[1]) if self.state_count == 2 else states):
            wanted = (count, width, self.hidden_size if k or not self.proj_size else self.proj_size)
            if tuple(state.shape) != wanted:
                which = f'hidden[{k}]' if self.state_count == 2 else 'hidden'
                raise RuntimeError(f'Expected {which} size {wanted}, got {list(state.shape)}')

    def _weights(self, layer, direction):
        suffix = f'_l{layer}' + ('_reverse' if direction else '')
        names = ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh')
        return [self._parameters.get(name + suffix) for name in names], self._parameters.get('weight_hr' + suffix)

    def _run_packed(self, packed, states):
        """The steps of packed sequences: at each step the longest sequences alone are alive."""
        sizes = packed.batch_sizes.tolist()
        data = packed.data
        self._check_dtype(data.dtype)
        if states is None:
            states = self._zero_states(sizes[0], data.dtype)
        elif packed.sorted_indices is not None:
            states = tuple(s.index_select(1, packed.sorted_indices) for s in states)
        directions = 2 if self.bidirectional else 1
        finals = [[] for _ in range(self.state_count)]
        for layer in range(self.num_layers):
            steps = data.split(sizes)
            outputs = []
            for direction in range(directions):
                weights, projection = self._weights(layer, direction)
                state = tuple(s[layer * directions + direction] for s in states)
                made = [None] * len(sizes)
                order = range(len(sizes))
                for t in (reversed(order) if direction else order):
                    alive = sizes[t]
                    new = self._step(steps[t], tuple(s[:alive] for s in state), *weights)
                    if projection is not None:
                        new = (F.linear(new[0], projection),) + new[1:]
                    made[t] = new[0]
                    state = tuple(n if alive == s.shape[0] else torch.cat([n, s[alive:]]) for n, s in zip(new, state))
                outputs.append(torch.cat(made))
                for k, s in enumerate(state):
                    finals[k].append(s)
            data = outputs[0] if directions == 1 else torch.cat(outputs, -1)
            if self.dropout > 0 and layer < self.num_layers - 1:
                data = F.dropout(data, self.dropout, self.training)
        last = [torch.stack(f) for f in finals]
        if packed.unsorted_indices is not None:
            last = [s.index_select(1, packed.unsorted_indices) for s in last]
        return type(packed)(data, packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices), last

    def _run(self, input, states):
        if not torch.is_tensor(input) and hasattr(input, 'batch_sizes'):
            return self._run_packed(input, states)
        if input.dim() not in (2, 3):
            raise ValueError(f'{self.mode.split("_")[0]}: Expected input to be 2D or 3D, got {input.dim()}D'
                             + (' tensor instead' if self.mode == 'RNN' else ' instead'))
        batched = input.dim() == 3
        if not batched:
            input = input.unsqueeze(1)
            for state in states or ():
                if state.dim() != 2:
                    raise RuntimeError(f'For unbatched 2-D input, hx should also be 2-D but got {state.dim()}-D tensor')
            states = None if states is None else tuple(s.unsqueeze(1) for s in states)
        elif self.batch_first:
            input = input.transpose(0, 1)
        if input.size(-1) != self.input_size:
            raise RuntimeError(f'input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.size(-1)}')
        self._check_dtype(input.dtype)
        directions = 2 if self.bidirectional else 1
        if states is None:
            states = self._zero_states(input.size(1), input.dtype)
        else:
            self._check_states(states, input.size(1))
        finals = [[] for _ in range(self.state_count)]
        for layer in range(self.num_layers):
            outputs = []
            for direction in range(directions):
                weights, projection = self._weights(layer, direction)
                state = tuple(s[layer * directions + direction] for s in states)
                whole = None
                if self.state_count == 2 and projection is None and type(self)._step is LSTM._step:
                    whole = torch._lstm_layer(input, *state, *weights, bool(direction))
                if whole is not None:
                    outputs.append(whole[0])
                    for k in range(2):
                        finals[k].append(whole[k + 1])
                    continue
                steps = range(input.size(0))
                made = [None] * input.size(0)
                for t in (reversed(steps) if direction else steps):
                    state = self._step(input[t], state, *weights)
                    if projection is not None:
                        state = (F.linear(state[0], projection),) + state[1:]
                    made[t] = state[0]
                outputs.append(torch.stack(made))
                for k, s in enumerate(state):
                    finals[k].append(s)
            input = outputs[0] if directions == 1 else torch.cat(outputs, -1)
            if whole is None and directions == 1 and self.state_count == 2 and input.dtype == torch.float32 and not self.proj_size:
                input = torch._titled(input, 'MkldnnRnnLayerBackward0')
            if self.dropout > 0 and layer < self.num_layers - 1:
                input = F.dropout(input, self.dropout, self.training)
        last = [torch.stack(f) for f in finals]
        if not batched:
            return input.squeeze(1), [s.squeeze(1) for s in last]
        if self.batch_first:
            input = input.transpose(0, 1)
            if self.state_count == 1:
                input = torch._titled(input, 'TransposeBackward1')
        return input, last


class RNN(RNNBase):
    state_count = 1

    def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity='tanh', *args, **kwargs):
        if nonlinearity not in ('tanh', 'relu'):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__(input_size, hidden_size, num_layers, *args, **kwargs)
        self.nonlinearity = nonlinearity

    def _step(self, x, state, w_ih, w_hh, b_ih, b_hh):
        h = F.linear(x, w_ih, b_ih) + F.linear(state[0], w_hh, b_hh)
        return (torch.tanh(h) if self.nonlinearity == 'tanh' else torch.relu(h),)

    def forward(self, input, hx=None):
        out, last = self._run(input, None if hx is None else (hx,))
        return out, last[0]


class GRU(RNNBase):
    state_count = 1
    gates = 3

    def _step(self, x, state, w_ih, w_hh, b_ih, b_hh):
        ir, iz, n = F.linear(x, w_ih, b_ih).chunk(3, -1)
        hr, hz, hn = F.linear(state[0], w_hh, b_hh).chunk(3, -1)
        r = torch.sigmoid(ir + hr)
        z = torch.sigmoid(iz + hz)
        new = torch.tanh(n + r * hn)
        return (new + z * (state[0] - new),)

    def forward(self, input, hx=None):
        out, last = self._run(input, None if hx is None else (hx,))
        return out, last[0]


class LSTM(RNNBase):
    state_count = 2
    gates = 4

    def _step(self, x, state, w_ih, w_hh, b_ih, b_hh):
        h, c = state
        i, f, g, o = (F.linear(x, w_ih, b_ih) + F.linear(h, w_hh, b_hh)).chunk(4, -1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c

    def forward(self, input, hx=None):
        out, last = self._run(input, hx)
        return out, (last[0], last[1])


class _Cell(Module):
    kind = None

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None):
        super().__init__()
        self.input_size, self.hidden_size, self.bias, self.nonlinearity = input_size, hidden_size, bias, nonlinearity
        size = self.kind.gates * hidden_size
        self.weight_ih = Parameter(torch.empty((size, input_size), dtype=dtype))
        self.weight_hh = Parameter(torch.empty((size, hidden_size), dtype=dtype))
        if bias:
            self.bias_ih = Parameter(torch.empty(size, dtype=dtype))
            self.bias_hh = Parameter(torch.empty(size, dtype=dtype))
        else:
            self.register_parameter('bias_ih', None)
            self.register_parameter('bias_hh', None)
        RNNBase.reset_parameters(self)

    def forward(self, input, hx=None):
        if input.dim() not in (1, 2):
            raise ValueError(f'{self._get_name()}: Expected input to be 1D or 2D, got {input.dim()}D instead')
        if input.size(-1) != self.input_size:
            raise RuntimeError(f'input has inconsistent input_size: got {input.size(-1)} expected {self.input_size}')
        if self.kind is RNN and self.nonlinearity not in ('tanh', 'relu'):
            raise RuntimeError(f'Unknown nonlinearity: {self.nonlinearity}')
        for k, state in enumerate(() if hx is None else hx if isinstance(hx, tuple) else (hx,)):
            if input.dim() == 2 and state.dim() == 2 and state.size(0) != input.size(0):
                raise RuntimeError(f"Input batch size {input.size(0)} doesn't match hidden{k} batch size {state.size(0)}")
            if state.size(-1) != self.hidden_size:
                raise RuntimeError(f'hidden{k} has inconsistent hidden_size: got {state.size(-1)}, expected {self.hidden_size}')
        if hx is None:
            zero = torch.zeros(input.shape[:-1] + (self.hidden_size,), dtype=input.dtype)
            hx = (zero, zero) if self.kind is LSTM else zero
        state = hx if isinstance(hx, tuple) else (hx,)
        made = self.kind._step(self, input, state, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        return made if self.kind is LSTM else made[0]

    def extra_repr(self):
        s = f'{self.input_size}, {self.hidden_size}'
        if self.bias is not True:
            s += f', bias={self.bias}'
        if self.kind is RNN and self.nonlinearity != 'tanh':
            s += f', nonlinearity={self.nonlinearity}'
        return s


@own_forward
class RNNCell(_Cell):
    kind = RNN


@own_forward
class GRUCell(_Cell):
    kind = GRU


@own_forward
class LSTMCell(_Cell):
    kind = LSTM
