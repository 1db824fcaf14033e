# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# First and second derivatives of operators along a direction, compared with central differences.
import torch
import torch.nn.functional as F

torch.manual_seed(3)
double = torch.float64

def away(shape, low=0.15, high=0.85):
    "Numbers of both signs whose magnitudes avoid zero and one."
    return (torch.rand(shape, dtype=double) * (high - low) + low) * torch.randint(0, 2, shape).mul(2).sub(1)

a, b, c = away((3, 4)), away((3, 4)) * 1.7, away((4,))
p, q = torch.rand(3, 4, dtype=double) + 0.5, torch.rand(3, 4, dtype=double) + 0.6
u = torch.rand(3, 4, dtype=double) * 0.8 + 0.1
d = torch.randperm(12).reshape(3, 4).to(double) * 0.37 - 2.1
s, t = away((3, 3)) + 2 * torch.eye(3, dtype=double), away((3, 2))
m = s @ s.T + torch.eye(3, dtype=double)
w2, w3, w4 = away((2, 3, 4)), away((2, 4, 3)), away((2, 3, 6, 6))
line, kernel, kernel2 = away((2, 3, 8)), away((4, 3, 3)), away((4, 3, 2, 2))
i, j = torch.tensor([2, 0, 2]), torch.tensor([[0, 3, 1], [2, 2, 0], [1, 0, 3]])
flags = torch.tensor([True, False, True, False])
classes, signs = torch.tensor([1, 3, 0]), torch.tensor([1.0, -1.0, 1.0], dtype=double)

TABLE = '''
a: -x | x.abs() | x.exp() | x.exp2() | x.expm1() | x.sin() | x.cos() | x.tan() | x.asin() | x.acos() | x.atan() | x.sinh() | x.cosh() | x.tanh()
a: x.asinh() | x.atanh() | x.sigmoid() | x.erf() | x.erfc() | x.erfinv() | x.sinc() | x.square() | x.reciprocal() | x.frac() | x.deg2rad() | x.rad2deg()
a: torch.special.i0e(x) | torch.special.i1(x) | torch.special.i1e(x) | x.i0() | torch.special.erfcx(x) | torch.special.log_ndtr(x) | torch.special.ndtr(x)
a: x ** 3 | 2.0 ** x | x * 3 | x / 3 | 3 / x | x + 2 | 2 - x | x.clamp(-0.5, 0.6) | x.clamp(min=0.1) | x.nan_to_num() | x.relu() | F.relu6(x) | F.elu(x) | F.celu(x, 1.3)
a: F.selu(x) | F.gelu(x) | F.gelu(x, approximate='tanh') | F.silu(x) | F.mish(x) | F.softplus(x) | F.softsign(x) | F.logsigmoid(x) | F.leaky_relu(x, 0.2) | F.hardswish(x)
a: F.hardtanh(x, -0.5, 0.5) | F.softshrink(x, 0.3) | F.hardshrink(x, 0.3) | F.tanhshrink(x) | F.threshold(x, 0.1, 2.0) | F.glu(x) | x.softmax(1) | x.log_softmax(0)
p: x.log() | x.log2() | x.log10() | x.log1p() | x.sqrt() | x.rsqrt() | x ** 1.7 | x.lgamma() | x.digamma() | torch.polygamma(1, x) | (x + 1).acosh() | torch.special.entr(x)
p: torch.special.zeta(torch.tensor(2.5, dtype=double), x) | x.mvlgamma(1) | x.prod() | x.prod(1) | x.cumprod(1) | x.logcumsumexp(1) | torch.special.xlog1py(x, 0.7)
u: x.logit() | torch.special.ndtri(x) | F.binary_cross_entropy(x, torch.full_like(x, 0.3)) | x.renorm(2, 0, 0.5) | x.xlogy(x)
a: x.sum() | x.sum(0) | x.mean() | x.mean(1, keepdim=True) | x.var() | x.var(1) | x.std() | x.std(0, unbiased=False) | x.norm() | x.norm(3, 1) | x.norm(1) | x.logsumexp(1) | x.cumsum(0) | x.nansum()
a: torch.var_mean(x, 1)[0] | torch.linalg.vector_norm(x, 2.5) | torch.linalg.matrix_norm(x) | x.diff() | x.trapezoid() if 0 else torch.trapezoid(x) | torch.cumulative_trapezoid(x) | torch.cov(x) | torch.corrcoef(x)
d: x.max() | x.min(1).values | x.amax(0) | x.amin() | x.median() | x.median(1).values | x.sort(1).values | x.topk(2).values | x.kthvalue(2).values | x.cummax(1).values | x.quantile(0.3) | x.aminmax()[1]
a: x.t() | x.T | x.transpose(0, 1) | x.permute(1, 0) | x.reshape(2, 6) | x.view(-1) | x.flatten() | x.unsqueeze(1) | x.expand(2, 3, 4) | x.repeat(2, 1) | x.tile(2) | x.flip(0) | x.roll(1, 1) | x.rot90()
a: x[0] | x[:, 1] | x[1:, ::2] | x[..., None] | x[i] | x[[0, 2], [1, 3]] | x[x > 0] | x.narrow(1, 1, 2) | x.select(0, 1) | x.diagonal() | x.tril() | x.triu(1) | x.unfold(1, 2, 1) | x.movedim(0, 1)
a: x.index_select(0, i) | x.gather(1, j) | x.take(torch.tensor([0, 5])) | x.masked_fill(flags, 2) | x.masked_select(flags) | torch.where(flags, x, x * 2) | x.repeat_interleave(2, 0) | x.index_fill(1, i, 2)
a: torch.cat([x, x * 2], 1) | torch.stack([x, x.exp()]) | x.split(2, 1)[1] | x.chunk(2, 1)[0] | x.unbind(1)[2] | torch.block_diag(x, x) | torch.kron(x, x[:1]) | torch.diag_embed(x) | F.pad(x, (1, 2)) | x.as_strided((2, 2), (1, 4))
a, b: x + y | x - y | x * y | x / y | torch.add(x, y, alpha=2) | x.maximum(y) | x.minimum(y) | torch.atan2(x, y) | torch.hypot(x, y) | torch.logaddexp(x, y) | torch.logaddexp2(x, y) | torch.lerp(x, y, 0.3) | x.copysign(y)
a, b: torch.addcmul(x, y, y, value=0.5) | torch.addcdiv(x, x, y) | F.mse_loss(x, y) | F.l1_loss(x, y) | F.smooth_l1_loss(x, y) | F.huber_loss(x, y) | F.cosine_similarity(x, y) | F.pairwise_distance(x, y) | torch.dist(x, y)
a, b: (x * y).sum() | torch.tensordot(x, y, ([0], [0])) | torch.einsum('ij,kj->ik', x, y) | torch.cross(x[:, :3], y[:, :3]) | F.kl_div(x, y) | F.bilinear(x, y, torch.ones(2, 4, 4, dtype=double)) | F.triplet_margin_loss(x, y, x * y)
p, q: x ** y | torch.xlogy(x, y) | torch.fmod(x, y + 2) | torch.remainder(x, y + 2) | torch.ldexp(x, y) | torch.float_power(x, y) | F.poisson_nll_loss(x, y) | F.gaussian_nll_loss(x, y, torch.ones(3, 4, dtype=double))
a, c: x + y | x * y | x @ y | torch.mv(x, y) | torch.outer(y, y) | torch.dot(y, y) | F.linear(x, x, y[:3]) | F.layer_norm(x, (4,), y, y) | F.rms_norm(x, (4,), y) | F.batch_norm(x, None, None, y, y, True) | x.scatter_add(1, j, x[:, :3])
a: F.normalize(x) | F.group_norm(x[None], 3) | F.instance_norm(x[None]) | F.cross_entropy(x, classes) | F.nll_loss(x.log_softmax(1), classes) | F.soft_margin_loss(x[:, 0], signs)
a: F.hinge_embedding_loss(x[:, 0], signs) | F.binary_cross_entropy_with_logits(x, torch.full_like(x, 0.3)) | F.multilabel_soft_margin_loss(x, torch.ones_like(x)) | F.cosine_embedding_loss(x, x * x, signs)
s: x.inverse() | x.det() | x.logdet() if 0 else x.slogdet()[1] | torch.linalg.matrix_power(x, 3) | x.matrix_exp() | torch.linalg.pinv(x) | torch.linalg.svdvals(x) | torch.linalg.lu_factor(x)[0] | x.trace() | torch.linalg.matrix_norm(x, 'nuc')
s, t: torch.linalg.solve(x, y) | torch.linalg.solve_triangular(x, y, upper=True) | x @ y | torch.addmm(y, x, y) | torch.chain_matmul(x, y)
m: torch.linalg.cholesky(x @ x.T) | torch.linalg.eigvalsh(x @ x.T) | torch.linalg.qr(x)[1]
w2, w3: torch.bmm(x, y) | x @ y | torch.baddbmm(x @ y, x, y) | F.scaled_dot_product_attention(x, x, y.mT)
line, kernel: F.conv1d(x, y) | F.conv1d(x, y, stride=2, padding=1) | F.conv_transpose1d(x, y.transpose(0, 1)) | F.avg_pool1d(x, 2) | F.max_pool1d(x, 3) | F.adaptive_avg_pool1d(x, 3) | F.interpolate(x, scale_factor=2, mode='linear')
w4, kernel2: F.conv2d(x, y) | F.conv2d(x, y, stride=2, padding=1) | F.conv2d(x, y, dilation=2) | F.avg_pool2d(x, 2) | F.max_pool2d(x, 2) | F.adaptive_avg_pool2d(x, 2) | F.unfold(x, 2) | F.pixel_shuffle(x.reshape(2, 12, 3, 3), 2)
w4: F.interpolate(x, scale_factor=2, mode='bilinear') | F.interpolate(x, size=(4, 4), mode='bicubic') | F.interpolate(x, scale_factor=1.5) | F.pad(x, (1, 1, 2, 0), mode='reflect') | F.pad(x, (1, 1, 1, 1), mode='replicate') | F.pad(x, (1, 2, 0, 1), mode='circular')
w4: F.lp_pool2d(x.abs(), 2, 2) | F.adaptive_max_pool2d(x, 3) | F.local_response_norm(x, 2) | F.fold(x.reshape(2, 12, 9), (4, 4), 2)
'''
inputs_of = dict(a=a, b=b, c=c, p=p, q=q, u=u, d=d, s=s, t=t, m=m, w2=w2, w3=w3, w4=w4, line=line, kernel=kernel, kernel2=kernel2)

def loss(f, xs):
    out = f(*xs)
    return (out * torch.linspace(-1, 1.3, out.numel(), dtype=double).reshape(out.shape)).sum()

def gradients(f, xs, create=False):
    made = torch.autograd.grad(loss(f, xs), xs, create_graph=create, allow_unused=True)
    return [torch.zeros_like(x) if g is None else g for g, x in zip(made, xs)]

def inner(xs, ys):
    return sum((x * y).sum() for x, y in zip(xs, ys))

def differs(value, below, above, step):
    numeric = (above - below) / (2 * step)
    return abs(value - numeric) > 2e-5 * (1 + abs(value))

checked, wrong = 0, []
for row in TABLE.strip().split('\n'):
    names, _, expressions = row.partition(': ')
    given = [inputs_of[name] for name in names.split(', ')]
    for text in expressions.split(' | '):
        f = eval('lambda x, y=None: ' + text)
        xs = [x.clone().requires_grad_() for x in given]
        along = [away(x.shape) for x in given]
        other = [away(x.shape) for x in given]
        step = 1e-5
        moved = [[(x + sign * step * v).requires_grad_() for x, v in zip(given, along)] for sign in (-1, 1)]
        try:
            first = gradients(f, xs, True)
            with torch.no_grad():
                ends = [loss(f, ys).item() for ys in moved]
            if differs(inner(first, along).item(), ends[0], ends[1], step):
                wrong.append(('first', text))
            product = inner(first, other)
            second = 0.0
            if product.requires_grad:
                parts = torch.autograd.grad(product, xs, allow_unused=True)
                second = sum((g * v).sum().item() for g, v in zip(parts, along) if g is not None)
            ends = [inner(gradients(f, ys), other).item() for ys in moved]
            if differs(second, ends[0], ends[1], step):
                wrong.append(('second', text))
        except Exception as e:
            wrong.append((text, type(e).__name__, str(e)))
        checked += 1
print(checked, 'expressions; wrong:', wrong)
# expect: 274 expressions; wrong: []
