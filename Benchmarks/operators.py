"""Some 330 calls of operators on about a million numbers, as they stand in a program. Prints `call seconds`."""
import time

import torch
import torch.nn.functional as F

torch.manual_seed(0)
N = 1_000_000
x, y = torch.randn(N), torch.randn(N)
p, unit, d, h, bf = x.abs() + 0.1, x.clamp(-0.99, 0.99), x.double(), x.half(), x.bfloat16()
i, j = torch.randint(0, 1000, (N,)), torch.randint(1, 1000, (N,))
mask, i32, u8, z = x > 0, i.int(), (i % 256).to(torch.uint8), torch.randn(N, dtype=torch.complex64)
M, My, C, I = x.view(1000, 1000), y.view(1000, 1000), x.view(100, 100, 100), i.view(1000, 1000)
row, column, other = x[:1000], M[:, :1], torch.empty(N)
order, places = torch.randperm(1000), torch.randint(0, N, (N,))
sorted_row = row.sort()[0]
image, maps = x[:16 * 3 * 128 * 128].view(16, 3, 128, 128), x[:8 * 16 * 64 * 64].view(8, 16, 64, 64)
grid = torch.rand(8, 64, 64, 2) * 2 - 1
q = x[:4 * 8 * 128 * 64].view(4, 8, 128, 64)
S = M[:200, :200] @ M[:200, :200].t() + torch.eye(200) * 200
w3, w16, w1 = torch.randn(8, 3, 3, 3), torch.randn(16, 16, 3, 3), torch.randn(32, 16, 1, 1)
zeros, ones = torch.zeros(1000), torch.ones(1000)

CALLS = """
x + 1; x + y; x * y; x / y; x - y; x ** 2; x ** 3; p ** 0.5; p ** 1.7; p ** y; x > y; x == y; ~mask; mask & mask; x + i; i + 1; i % 7
i + j; i * j; i / j; i // j; i % j; i ^ j; i32 + i32; u8 + u8; h + h; bf * bf; d + d; z * z; z.abs(); d.exp(); d.abs().log(); h.exp()
x.double(); x.half(); x.bfloat16(); x.long(); x.int(); x.bool(); i.float(); h.float(); mask.float(); u8.float()
x.sum(); x.mean(); x.prod(); x.std(); x.var(); x.max(); x.min(); x.argmax(); x.norm(); x.all(); x.any(); x.median(); x.nansum()
x.logsumexp(0); x.cumsum(0); x.cumprod(0); x.cummax(0); x.sort(); x.flip(0); x.count_nonzero(); i.sum(); i.max(); d.sum(); mask.sum(); h.sum()
M.sum(0); M.sum(1); M.mean(0); M.mean(1); M.std(0); M.std(1); M.max(0); M.max(1); M.argmax(0); M.argmax(1); M.prod(0); M.prod(1)
M.norm(dim=0); M.norm(dim=1); M.logsumexp(0); M.logsumexp(1); M.median(0); M.median(1); M.cumsum(0); M.cumsum(1); M.sort(0); M.sort(1)
M.softmax(0); M.softmax(1); M.log_softmax(0); M.log_softmax(1); M.all(0); M.any(1); M.flip(0); M.flip(1); M.topk(5, 0); M.topk(5, 1)
M.kthvalue(5, 0); M.kthvalue(5, 1); M.unbind(0); I.mode(0); I.sum(0); I.sum(1); C.sum(1); C.sum((0, 2)); C.mean((0, 1)); C.max(1)
M.t() + My; M.t().contiguous(); C.permute(2, 0, 1).contiguous(); C.permute(1, 0, 2).contiguous(); x[::2] + 1; M[:, ::2].contiguous()
x.clone(); other.copy_(x); other.zero_(); other.fill_(1.); M + row; M + column; M * column; torch.outer(row, row); M[:, :100] + column
torch.cat([M, My]); torch.cat([M, My], 1); torch.stack([x, y]); torch.stack([x, y], 1); row.repeat(1000); row.repeat_interleave(1000)
x.roll(3); M.roll(3, 1); M.tril(); M.triu(); torch.diag(row); F.pad(M, (1, 1, 1, 1)); torch.rot90(M); row.expand(1000, 1000).contiguous()
M[order]; M[:, order]; x[places]; x[mask]; x.take(places); M.gather(1, I); M.gather(0, I); torch.zeros(1000, 1000).scatter_(1, I, M)
torch.zeros(1000, 1000).scatter_add_(1, I, M); torch.zeros(1000).index_add_(0, i, x); M.index_select(1, order); x.masked_fill(mask, 0)
torch.where(mask, x, y); torch.where(mask, x, 0.); mask.nonzero(); torch.zeros(N).index_put_((places,), x); torch.bucketize(x, sorted_row)
torch.zeros(N).index_put_((places,), x, accumulate=True); x.histc(100); i.bincount(); i.unique(); torch.isin(i, order[:100])
x.clamp(-1, 1); x.lerp(y, 0.3); torch.addcmul(x, x, y); torch.addcdiv(x, x, p); x.nan_to_num(); x.add_(0.); x.mul_(1.); torch.dist(x, y)
x @ y; M @ row; row @ M; torch.equal(x, x); torch.allclose(x, x); torch.isclose(x, y); (x * y).sum(); torch.kron(M[:30, :30], My[:30, :30])
torch.zeros(N); torch.ones(N); torch.full((N,), 2.); torch.arange(N); torch.arange(float(N)); torch.linspace(0, 1, N); torch.eye(1000)
torch.rand(N); torch.randn(N); torch.randint(0, 10, (N,)); torch.randperm(100000); torch.bernoulli(p.clamp(0, 1)); other.normal_()
other.uniform_(); other.exponential_(); torch.multinomial(p[:1000], 100000, True); F.dropout(x, 0.5); F.glu(M)
F.mse_loss(x, y); F.l1_loss(x, y); F.huber_loss(x, y); F.kl_div(M, My); F.cross_entropy(M, order); F.binary_cross_entropy(x.sigmoid(), mask.float())
F.binary_cross_entropy_with_logits(x, mask.float()); F.cosine_similarity(M, My); F.normalize(M); F.layer_norm(M, (1000,))
F.batch_norm(M, zeros.clone(), ones.clone(), training=True); F.batch_norm(M, zeros, ones); F.group_norm(x.view(10, 100, 1000), 10)
F.embedding(i[:10000], M); F.one_hot(i[:100000], 1000); F.pdist(M[:300, :30]); torch.cdist(M[:, :16], My[:, :16]); torch.cdist(M[:500, :16], My[:500, :16], 1)
F.max_pool2d(image, 2); F.avg_pool2d(image, 2); F.adaptive_avg_pool2d(maps, 1); F.interpolate(image, scale_factor=2)
F.interpolate(image, scale_factor=2, mode='bilinear'); F.interpolate(image, size=(64, 64), mode='bilinear'); F.grid_sample(maps, grid)
F.unfold(maps, 3); F.conv2d(image, w3); F.conv2d(maps, w16, padding=1); F.conv2d(maps, w1); F.conv2d(maps, w16[:, :1], padding=1, groups=16)
F.conv1d(x.view(10, 100, 1000), torch.ones(32, 100, 3)); F.conv_transpose2d(maps, w16[:, :8, :2, :2], stride=2); F.pixel_shuffle(maps, 2)
F.scaled_dot_product_attention(q, q, q); F.scaled_dot_product_attention(q, q, q, is_causal=True); q @ q.transpose(-1, -2)
torch.einsum('bhid,bhjd->bhij', q, q); M @ M; M @ My.t(); M.t() @ M; F.linear(M[:64, :784], My[:256, :784]); x.view(100000, 10) @ y[:100].view(10, 10)
x.view(10, 100000) @ y.view(100000, 10); d[:160000].view(400, 400) @ d[:160000].view(400, 400); i[:40000].view(200, 200) @ i[:40000].view(200, 200)
torch.linalg.inv(S); torch.linalg.det(S); torch.linalg.cholesky(S); torch.linalg.qr(S); torch.linalg.svd(S); torch.linalg.eigh(S)
torch.linalg.eigvalsh(S); torch.linalg.eig(S); torch.linalg.pinv(S); torch.linalg.matrix_rank(S); torch.linalg.matrix_exp(S / 1000)
torch.linalg.solve(S, M[:200, :10]); torch.linalg.lstsq(M[:500, :50], M[:500, 50:60]); torch.linalg.cross(x[:300000].view(-1, 3), y[:300000].view(-1, 3))
torch.fft.fft(z); torch.fft.rfft(x); torch.fft.fft2(M); torch.fft.fft(z.view(1000, 1000)); torch.stft(x[:100000], 400, window=torch.ones(400), return_complex=True)
torch.cov(M[:200]); torch.corrcoef(M[:200]); torch.quantile(x, 0.3); torch.trapz(x); x.diff(); x[:100000].tolist(); [r for r in M]
torch.cartesian_prod(row, row); torch.combinations(row); torch.vander(row, 100); torch.meshgrid(row, row, indexing='ij')[0].contiguous()
"""
UNARY = """abs neg exp exp2 expm1 sin cos tan atan sinh cosh tanh erf erfc sigmoid square sign floor ceil round trunc frac reciprocal isnan
isinf isfinite logical_not sinc"""
POSITIVE = "sqrt rsqrt log log2 log10 log1p lgamma digamma"
BINARY = "maximum minimum atan2 fmod remainder hypot copysign logaddexp floor_divide"
ACTIVATIONS = """relu gelu silu elu selu leaky_relu softplus hardtanh hardswish mish softsign logsigmoid relu6"""

calls = [f"torch.{name}(x)" for name in UNARY.split()] + [f"torch.{name}(p)" for name in POSITIVE.split()]
calls += ["torch.asin(unit)", "torch.erfinv(unit)"] + [f"torch.{name}(x, y)" for name in BINARY.split()]
calls += [f"F.{name}(x)" for name in ACTIVATIONS.split()]
calls += [call for line in CALLS.strip().splitlines() for call in line.split("; ")]

for call in calls:
    f = eval("lambda: " + call)
    f()
    best, runs, start = float("inf"), 0, time.perf_counter()
    while runs < 7 or time.perf_counter() - start < 0.03 and runs < 60:
        began = time.perf_counter()
        f()
        best = min(best, time.perf_counter() - began)
        runs += 1
    print(call, best)
