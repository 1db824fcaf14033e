# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Tensors, parameters and modules through pickle, as they go from process to process.
import copy
import pickle

import torch

for value in (torch.arange(6).reshape(2, 3).t(), torch.ones(2, 2, dtype=torch.float64)[1:], torch.tensor([True, False]),
              torch.tensor([1.5, 2.5], requires_grad=True), torch.tensor(3 + 4j), torch.zeros(0, 3)):
    again = pickle.loads(pickle.dumps(value))
    print(again, again.shape, again.stride(), again.requires_grad, torch.equal(again, value))
parameter = pickle.loads(pickle.dumps(torch.nn.Parameter(torch.ones(2))))
print(parameter, type(parameter) is torch.nn.Parameter)
module = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Dropout(0.1))
again = pickle.loads(pickle.dumps(module))
print(again, all(torch.equal(a, b) for a, b in zip(module.parameters(), again.parameters())))
for value in (torch.float32, torch.device("cpu"), torch.Size([1, 2]), torch.strided):
    print(pickle.loads(pickle.dumps(value)))
optimizer = torch.optim.SGD(module.parameters(), lr=0.1)
print(pickle.loads(pickle.dumps(optimizer.state_dict()))["param_groups"][0]["lr"])
print(copy.copy(torch.ones(2)), copy.deepcopy({"a": torch.ones(2)}))
# expect: tensor([[0, 3],
# expect:         [1, 4],
# expect:         [2, 5]]) torch.Size([3, 2]) (1, 3) False True
# expect: tensor([[1., 1.]], dtype=torch.float64) torch.Size([1, 2]) (2, 1) False True
# expect: tensor([ True, False]) torch.Size([2]) (1,) False True
# expect: tensor([1.5000, 2.5000], requires_grad=True) torch.Size([2]) (1,) True True
# expect: tensor(3.+4.j) torch.Size([]) () False True
# expect: tensor([], size=(0, 3)) torch.Size([0, 3]) (3, 1) False True
# expect: Parameter containing:
# expect: tensor([1., 1.], requires_grad=True) True
# expect: Sequential(
# expect:   (0): Linear(in_features=2, out_features=3, bias=True)
# expect:   (1): ReLU()
# expect:   (2): Dropout(p=0.1, inplace=False)
# expect: ) True
# expect: torch.float32
# expect: cpu
# expect: torch.Size([1, 2])
# expect: torch.strided
# expect: 0.1
# expect: tensor([1., 1.]) {'a': tensor([1., 1.])}
