# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# float32 beside float64 where torch wants one dtype: what the message says.
import torch
import torch.nn as nn
import torch.nn.functional as F

x, d = torch.ones(3, 4), torch.ones(3, 4, dtype=torch.float64)
square = torch.eye(3) * 2
for call in [
    lambda: nn.LSTM(4, 2)(d),
    lambda: nn.GRU(4, 2).double()(x),
    lambda: nn.RNN(4, 2)(x.long()),
    lambda: nn.GRU(4, 2)(nn.utils.rnn.pack_sequence([d])),
    lambda: F.layer_norm(x, [4], d[0]),
    lambda: F.group_norm(x, 2, d[0].clone()),
    lambda: F.cross_entropy(x, torch.tensor([0, 1, 2]), d[0]),
    lambda: F.nll_loss(x, torch.tensor([0, 1, 2]), x[0].long()),
    lambda: torch.cdist(x, d),
    lambda: torch.cdist(x, x.long()),
    lambda: torch.linalg.cross(x[:, :3], d[:, :3]),
    lambda: torch.linalg.lstsq(x, d),
    lambda: torch.linalg.multi_dot([square, d]),
    lambda: torch.triangular_solve(d, square),
    lambda: torch.cholesky_solve(d, square),
    lambda: torch.linalg.lu_solve(*torch.linalg.lu_factor(square), d),
    lambda: torch.linalg.householder_product(x.t(), d[0, :2]),
    # The answer of this one has the dtype of the matrix.
    lambda: torch.linalg.solve_triangular(square, d, upper=True).dtype,
    lambda: torch.linalg.solve_triangular(square, x.long(), upper=True),
]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError RNN input dtype (torch.float64) does not match weight dtype (torch.float32). Convert input: input.to(torch.float32), or convert model: model.to(torch.float64)
# expect: ValueError RNN input dtype (torch.float32) does not match weight dtype (torch.float64). Convert input: input.to(torch.float64), or convert model: model.to(torch.float32)
# expect: ValueError RNN input dtype (torch.int64) does not match weight dtype (torch.float32). Convert input: input.to(torch.float32), or convert model: model.to(torch.int64)
# expect: ValueError RNN input dtype (torch.float64) does not match weight dtype (torch.float32). Convert input: input.to(torch.float32), or convert model: model.to(torch.float64)
# expect: RuntimeError mixed dtype (CPU): expect parameter to have scalar type of Float
# expect: RuntimeError mixed dtype (CPU): expect parameter to have scalar type of Float
# expect: RuntimeError expected scalar type Float but found Double
# expect: RuntimeError expected scalar type Float but found Long
# expect: RuntimeError expected scalar type Float but found Double
# expect: RuntimeError cdist only supports floating-point dtypes, X2 got: Long
# expect: RuntimeError expected scalar type Float but found Double
# expect: RuntimeError torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype Float and other's dtype Double
# expect: RuntimeError multi_dot(): all tensors must have be the same dtype but tensor 0 is float and tensor 1 double
# expect: RuntimeError Expected b and A to have the same dtype, but found b of type Double and A of type Float instead.
# expect: RuntimeError Expected b and A to have the same dtype, but found b of type Double and A of type Float instead.
# expect: RuntimeError linalg.lu_solve: Expected LU and B to have the same dtype, but found LU of type Float and B of type Double instead
# expect: RuntimeError torch.linalg.householder_product: tau dtype Double does not match input dtype Float
# expect: torch.float32
# expect: tensor([[0.5000, 0.5000, 0.5000, 0.5000],
# expect:         [0.5000, 0.5000, 0.5000, 0.5000],
# expect:         [0.5000, 0.5000, 0.5000, 0.5000]])
