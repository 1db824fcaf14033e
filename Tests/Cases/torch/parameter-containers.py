# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""`ParameterList` and `ParameterDict` hold other values as well."""
import torch
import torch.nn as nn

p = nn.ParameterList([torch.zeros(2), 3, nn.Parameter(torch.ones(1))])
p.append(torch.ones(2, 2))
print(p, len(p), p[-1], type(p[0]).__name__, p[1], [type(v).__name__ for v in p[:2]], len(list(p.parameters())))
p[0] = torch.ones(3)
p += [torch.zeros(1)]
print(len(p), p[0], list(p.state_dict()))
d = nn.ParameterDict({'a': torch.zeros(2)})
d['b'] = 5
d.update({'c': torch.ones(1)})
print(d, len(d), 'b' in d, list(d), d.get('z'), d.pop('c'), d.setdefault('a'), list(d.items()))
for call in ("p[9]", "p['a']", "d['q']", "p(1)", "nn.ParameterList(3)", "nn.ModuleList([nn.ReLU()])['a']"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, error)
# expect: ParameterList(
# expect:     (0): Parameter containing: [torch.float32 of size 2]
# expect:     (1): Object of type: int
# expect:     (2): Parameter containing: [torch.float32 of size 1]
# expect:     (3): Parameter containing: [torch.float32 of size 2x2]
# expect: ) 4 Parameter containing:
# expect: tensor([[1., 1.],
# expect:         [1., 1.]], requires_grad=True) Parameter 3 ['Parameter', 'int'] 3
# expect: 5 Parameter containing:
# expect: tensor([1., 1., 1.], requires_grad=True) ['0', '2', '3', '4']
# expect: ParameterDict(
# expect:     (a): Parameter containing: [torch.FloatTensor of size 2]
# expect:     (b): Object of type: int
# expect: ) 3 True ['a', 'b', 'c'] None Parameter containing:
# expect: tensor([1.], requires_grad=True) Parameter containing:
# expect: tensor([0., 0.], requires_grad=True) [('a', Parameter containing:
# expect: tensor([0., 0.], requires_grad=True)), ('b', 5)]
# expect: IndexError index 9 is out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: AttributeError 'ParameterDict' object has no attribute 'q'
# expect: RuntimeError ParameterList should not be called.
# expect: TypeError ParameterList.extend should be called with an iterable, but got int
# expect: TypeError 'str' object cannot be interpreted as an integer
