# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A cross product rounds one product and the difference: a vector times itself is not quite zero.
import torch

torch.manual_seed(0)
v = torch.randn(3, 3)
print(torch.cross(v, v, 1))
print(torch.cross(v, v, 0).double().tolist())
print(torch.linalg.cross(v.double(), v.double().flip(1)).tolist())
print(torch.cross(torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6]), 0))
# expect: tensor([[-1.1869e-08, -7.9492e-08,  6.2021e-09],
# expect:         [ 1.6758e-08,  8.4365e-09,  3.2370e-09],
# expect:         [-1.3477e-08, -1.4628e-08, -1.2989e-08]])
# expect: [[6.330417079425388e-09, -1.539050487053828e-08, -5.2072294920435525e-08], [2.707187718442583e-08, 5.768214350609924e-09, 2.6544114462012658e-08], [1.1557972356968094e-09, -9.02372221389669e-09, -1.1112692277492897e-07]]
# expect: [[-1.0914925454147806, 2.3724542480857167, -1.0914925454147806], [-2.1332844630979935, 1.6329551439177976, -2.1332844630979935], [0.9407720868693055, 0.3546428147424443, 0.9407720868693055]]
# expect: tensor([-3,  6, -3])
