# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

torch.manual_seed(1)
x = torch.linspace(-1, 1, 20)
y = 3 * x - 0.5 + 0.1 * torch.randn(20)
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for epoch in range(60):
    loss = ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.2 * w.grad
        b -= 0.2 * b.grad
        w.grad.zero_()
        b.grad.zero_()
    if epoch % 20 == 0:
        print(f"epoch {epoch}: loss {loss.item():.4f}")
print(w, b)
print(f"{w.item():.3f} {b.item():.3f}", loss.item() < 0.02)
# expect: epoch 0: loss 3.7000
# expect: epoch 20: loss 0.0133
# expect: epoch 40: loss 0.0075
# expect: tensor([3.0567], requires_grad=True) tensor([-0.4998], requires_grad=True)
# expect: 3.057 -0.500 True
