# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, y, torch.is_grad_enabled())
    with torch.enable_grad():
        print((x * 2).requires_grad)
print(torch.is_grad_enabled())


@torch.no_grad()
def predict(x):
    return x * 3


print(predict(x).requires_grad, predict(x))
with torch.set_grad_enabled(False):
    print((x + 1).requires_grad)
torch.set_grad_enabled(False)
print((x + 1).requires_grad)
torch.set_grad_enabled(True)
d = (x * 2).detach()
print(d, d.requires_grad, d.is_leaf, x.data, x.detach().requires_grad)
with torch.no_grad():
    x -= 0.5
    x.add_(1)
print(x)
with torch.inference_mode():
    print((x * 2).requires_grad, (x * 2).is_inference())
try:
    x += 1
except RuntimeError as error:
    print(error)
try:
    x.sum().backward()
    print(x.grad)
    x.numpy()
except RuntimeError as error:
    print(error)
y = x * 2
y.retain_grad()
y.sum().backward()
print(y.grad, x.grad)
p = torch.ones(2, requires_grad=True)
p.data.mul_(5)
print(p, p.requires_grad)
# expect: False tensor([2., 2.]) False
# expect: True
# expect: True
# expect: False tensor([3., 3.])
# expect: False
# expect: False
# expect: tensor([2., 2.]) False True tensor([1., 1.]) False
# expect: tensor([1.5000, 1.5000], requires_grad=True)
# expect: False True
# expect: a leaf Variable that requires grad is being used in an in-place operation.
# expect: tensor([1., 1.])
# expect: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# expect: tensor([1., 1.]) tensor([3., 3.])
# expect: tensor([5., 5.], requires_grad=True) True
