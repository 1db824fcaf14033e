# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x**2
y.backward(torch.tensor([1.0, 0.1, 0.01]))
print(x.grad)
y = x * 2
y.backward(gradient=torch.ones_like(y), retain_graph=True)
print(x.grad)
y.backward(torch.ones(3))
print(x.grad)
for attempt in (
    lambda: (x * 2).backward(),
    lambda: y.backward(torch.ones(3)),
    lambda: (x * 2).backward(torch.ones(2)),
    lambda: torch.ones(1).backward(),
    lambda: (torch.ones(2) * 2).sum().backward(),
    lambda: torch.tensor([1, 2], requires_grad=True),
    lambda: setattr(x * 2, "requires_grad", False),
    lambda: (x * x).sum().backward(3),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
z = x.sum()
z.backward()
try:
    loss = (x * x).sum()
    loss.backward()
    loss.backward()
except RuntimeError as error:
    print(error)
print(x.grad)
# expect: tensor([2.0000, 0.4000, 0.0600])
# expect: tensor([4.0000, 2.4000, 2.0600])
# expect: tensor([6.0000, 4.4000, 4.0600])
# expect: RuntimeError grad can be implicitly created only for scalar outputs
# expect: RuntimeError Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.
# expect: RuntimeError Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError element 0 of tensors does not require grad and does not have a grad_fn
# expect: RuntimeError Only Tensors of floating point and complex dtype can require gradients
# expect: RuntimeError you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().
# expect: TypeError 'int' object is not iterable
# expect: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.
# expect: tensor([ 9.0000,  9.4000, 11.0600])
