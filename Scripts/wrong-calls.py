#!/usr/bin/env python3
"""Makes wrong calls of torch's functions, methods and modules and compares the exceptions under Wick with PyTorch's.

    ~/oracle/bin/python Scripts/wrong-calls.py --cmd '.build/release/wick run' [--only WORD] [-v]

The Python that runs this needs torch. Each call of the list below is right; from it come the wrong ones: an argument less or
more, an unknown keyword, one argument twice, and each argument in turn replaced by a value of another type, dtype, shape or
range. Type and text of the exception must be PyTorch's; where PyTorch takes the call after all, so must Wick, with a result of
the same type, dtype and shape. The calls are the same at each run.
"""
import argparse
import ast
import collections
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

RUNNER = r'''
import json, sys, warnings
import torch, torch.nn as nn, torch.nn.functional as F
warnings.simplefilter("ignore")
torch.set_num_threads(1)

def shown(x, depth=0):
    if isinstance(x, torch.Tensor):
        return f"{type(x).__name__} {x.dtype} {list(x.shape)}"
    if isinstance(x, (list, tuple)) and depth < 2:
        return f"{type(x).__name__} [{', '.join(shown(y, depth + 1) for y in x[:4])}]"
    return type(x).__name__

def values():
    torch.manual_seed(0)
    x, y, m, v = torch.randn(3, 4), torch.randn(3, 4), torch.randn(4, 5), torch.randn(4)
    return dict(x=x, y=y, m=m, v=v, w=torch.randn(4), s=torch.eye(3) * 2 + 0.1, i=torch.tensor([0, 2, 1]), b=x > 0, c=torch.randn(2, 3, 4), e=torch.randn(2, 4, 5),
                n=torch.arange(12).reshape(3, 4), ix=torch.zeros(3, 4, dtype=torch.int64), t=torch.tensor([1, 0, 3]), p=torch.rand(3, 4), g=torch.randn(2, 3, 8, 8),
                k=torch.randn(5, 3, 3, 3), kt=torch.randn(3, 5, 3, 3), l=torch.randn(2, 3, 10), kl=torch.randn(5, 3, 3), r=torch.randn(3, 4, requires_grad=True),
                h=torch.randn(5, 2, 4), z=torch.randn(3, 4, dtype=torch.complex64), three=torch.randn(3), five=torch.randn(5),
                torch=torch, nn=nn, F=F, object=object, print=print)

with open(sys.argv[1]) as file:
    calls = json.load(file)
for call in calls:
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    try:
        answer = "= " + shown(eval(call, values()))
    except Exception as e:
        answer = type(e).__name__ + ": " + str(e)
    print("@@ " + json.dumps([call, answer]), flush=True)
print("@@ end")
'''
# Right calls, by kind. The names are the values above.
CALLS = """
torch.add(x, y) torch.sub(x, y, alpha=2) torch.mul(x, y) torch.div(x, y, rounding_mode='floor') torch.pow(x, 2) torch.maximum(x, y) torch.minimum(x, y)
torch.fmod(x, y) torch.remainder(x, 2) torch.floor_divide(x, y) torch.atan2(x, y) torch.eq(x, y) torch.lt(x, 0) torch.logical_and(b, b) torch.bitwise_and(n, n)
torch.where(b, x, y) torch.clamp(x, -1, 1) torch.lerp(x, y, 0.5) torch.addcmul(x, y, y, value=2) torch.addcdiv(x, y, y) torch.abs(x) torch.exp(x) torch.sqrt(p)
torch.neg(x) torch.round(x, decimals=1) torch.sign(x) torch.isnan(x) torch.sigmoid(x) torch.nan_to_num(x, 0.0) torch.isclose(x, y) torch.allclose(x, y, 1e-3)
torch.equal(x, y) torch.hypot(x, y) torch.heaviside(x, y) torch.copysign(x, y) torch.bitwise_left_shift(n, n) torch.gcd(n, n)
torch.sum(x, 1) torch.mean(x, 1, True) torch.prod(x, 0) torch.std(x, 1) torch.var(x, dim=0, correction=1) torch.max(x, 1) torch.min(x, 1) torch.argmax(x, 1)
torch.amax(x, 1) torch.any(b, 1) torch.all(b) torch.median(x, 1) torch.mode(x, 1) torch.norm(x, 2, 1) torch.logsumexp(x, 1) torch.cumsum(x, 1)
torch.cumprod(x, dim=1) torch.topk(x, 2, 1) torch.sort(x, 1, True) torch.argsort(x, 1) torch.unique(n) torch.bincount(i) torch.count_nonzero(x, 1)
torch.histc(x, 4) torch.quantile(x, 0.5, 1) torch.kthvalue(x, 2, 1) torch.nansum(x, 1) torch.aminmax(x, dim=1) torch.cummax(x, 1) torch.var_mean(x, 1)
torch.searchsorted(v, w) torch.bucketize(v, w) torch.diff(x, 1) torch.trapezoid(x, dim=1) torch.cov(x) torch.corrcoef(x) torch.cdist(x, y)
torch.zeros(2, 3) torch.ones((2, 3)) torch.full((2, 3), 1.5) torch.empty(2) torch.eye(3) torch.arange(0, 5, 1) torch.linspace(0, 1, 5) torch.logspace(0, 1, 5)
torch.rand(2, 3) torch.randn(2, 3) torch.randint(0, 5, (2, 3)) torch.randperm(5) torch.zeros_like(x) torch.full_like(x, 2) torch.randn_like(x) torch.tensor([1, 2])
torch.as_tensor([1.0]) torch.normal(x, 1.0) torch.bernoulli(p) torch.multinomial(p, 2) torch.manual_seed(1) torch.complex(x, y) torch.polar(x, y)
torch.reshape(x, (4, 3)) torch.flatten(x, 0, 1) torch.squeeze(x, 0) torch.unsqueeze(x, 0) torch.transpose(x, 0, 1) torch.permute(c, (2, 0, 1)) torch.t(x)
torch.cat([x, y], 1) torch.stack([x, y], 0) torch.split(x, 2, 1) torch.chunk(x, 2, 1) torch.unbind(x, 0) torch.hstack([x, y]) torch.vstack((x, y)) torch.narrow(x, 1, 0, 2)
torch.movedim(c, 0, 2) torch.flip(x, [0]) torch.roll(x, 1, 0) torch.tile(x, (2, 2)) torch.repeat_interleave(x, 2, 1) torch.rot90(x, 1, [0, 1])
torch.broadcast_to(v, (3, 4)) torch.meshgrid(v, w) torch.cartesian_prod(v, w) torch.diag(v) torch.diagonal(x, 0) torch.tril(x, 1) torch.triu(x) torch.unflatten(x, 1, (2, 2))
torch.tensor_split(x, 2, 1) torch.select(x, 0, 1) torch.swapaxes(x, 0, 1) torch.diag_embed(x) torch.atleast_2d(v) torch.block_diag(x, y) torch.combinations(v, 2)
torch.gather(x, 1, ix) torch.scatter(x, 1, ix, y) torch.scatter_add(x, 1, ix, y) torch.index_select(x, 0, i) torch.masked_fill(x, b, 0.0) torch.masked_select(x, b)
torch.take(x, i) torch.nonzero(x) torch.index_add(x, 0, i, y) torch.take_along_dim(x, ix, 1) torch.index_fill(x, 0, i, 1.0) torch.scatter_reduce(x, 1, ix, y, 'sum')
torch.matmul(x, m) torch.mm(x, m) torch.bmm(c, e) torch.mv(x, v) torch.dot(v, w) torch.addmm(five, x, m) torch.outer(v, w) torch.einsum('ij,jk->ik', x, m)
torch.tensordot(x, m, 1) torch.baddbmm(e[:, :3], c, e) torch.trace(s) torch.cross(c, c, 1) torch.kron(x, y) torch.inner(v, w) torch.addmv(three, x, v) torch.vdot(v, w)
torch.chain_matmul(x, m) torch.linalg.norm(x, 2) torch.linalg.inv(s) torch.linalg.det(s) torch.linalg.solve(s, x) torch.linalg.svd(x) torch.linalg.qr(x)
torch.linalg.eigh(s) torch.linalg.cholesky(s) torch.linalg.matrix_power(s, 2) torch.linalg.vector_norm(x, 2, 1) torch.linalg.pinv(x) torch.linalg.lstsq(x, y)
torch.linalg.matrix_rank(x) torch.linalg.cond(s) torch.linalg.multi_dot([x, m]) torch.linalg.solve_triangular(s, x, upper=True) torch.linalg.eig(s) torch.linalg.slogdet(s)
torch.fft.fft(v, 4) torch.fft.rfft(x, dim=1) torch.fft.ifft(z) torch.fft.fft2(x) torch.fft.fftshift(x) torch.fft.irfft(z) torch.special.expit(x) torch.special.xlogy(x, y)
torch.is_tensor(x) torch.numel(x) torch.result_type(x, n) torch.can_cast(torch.int, torch.float) torch.promote_types(torch.int, torch.float) torch.set_default_dtype(torch.float32)
torch.autograd.grad(r.sum(), r) torch.autograd.backward(r.sum()) torch.no_grad() torch.save(x, '/nowhere/x') torch.load('/nowhere/x') torch.from_numpy(x) torch.set_grad_enabled(True)
torch.softmax(x, 1) torch.log_softmax(x, 1) torch.relu(x) torch.dropout(x, 0.5, True) torch.conv2d(g, k) torch.layer_norm(x, [4]) torch.cosine_similarity(x, y) torch.pairwise_distance(x, y)
x.add(y) x.add_(y) x.mul_(2) x.sub_(y) x.div_(2) x.pow(2) x.copy_(y) x.fill_(0) x.zero_() x.clamp_(0, 1) x.view(4, 3) x.view(-1) x.reshape(2, 6) x.expand(2, 3, 4) v.repeat(2, 2)
x.t() x.transpose(0, 1) c.permute(0, 2, 1) x.squeeze(0) x.unsqueeze(1) x.size(0) x.stride(0) x.dim() x.numel() x.item() v[0].item() x.tolist() x.to(torch.int) x.type(torch.int)
x.float() x.long() x.cpu() x.numpy() x.clone() x.detach() x.contiguous() x.backward() r.sum().backward() r.requires_grad_(True) x.register_hook(print) r.register_hook(print) x.retain_grad()
x.sum(1) x.mean(0) x.max(1) x.argmax(1) x.std(1) x.norm(2) x.cumsum(1) x.sort(1) x.topk(2) x.any(1) x.gather(1, ix) x.scatter_(1, ix, 1.0) x.index_select(0, i) x.masked_fill(b, 1)
x.masked_fill_(b, 1) x.index_add_(0, i, y) x.index_copy_(0, i, y) x.index_fill_(0, i, 1) x.index_put_((i,), y) x.scatter_add_(1, ix, y) x.unfold(1, 2, 1) x.narrow(0, 0, 2) x.select(0, 1)
x.split(2) x.chunk(2) x.flip(0) x.roll(1, 0) x.expand_as(y) x.view_as(y) x.type_as(n) x.new_zeros(2) x.new_tensor([1]) x.new_full((2,), 1.0) x.matmul(m) x.mm(m) v.dot(w) x.eq(y) x.ge(0)
x.uniform_(0, 1) x.normal_(0, 1) x.random_(0, 5) x.bernoulli_(0.5) x.exponential_(1) x.geometric_(0.5) x.cauchy_() x.log_normal_() x.flatten(0, 1) x.diagonal() x.softmax(1) x.isclose(y)
x.as_strided((2, 2), (1, 1)) x.resize_(2, 2) x.set_(y) x.unbind(1) x.where(b, y) x.lerp_(y, 0.5) x.addmm_(s, x) x.tril_() x.fill_diagonal_(1) x.map_(y, print) x.apply_(print) x.element_size()
x[0] x[0, 1] x[i] x[b] x[:, i] x[..., 0] x[0:2] x.__setitem__(0, 1.0) x.__setitem__(b, 2.0) x.__getitem__((0, 1)) x + y x - 1 x * y x / y x // y x % y x ** 2 x @ m x < y x & n n & n n | n n << 1 -x ~b
F.relu(x) F.leaky_relu(x, 0.1) F.elu(x) F.gelu(x) F.softmax(x, 1) F.log_softmax(x, dim=1) F.softplus(x) F.silu(x) F.glu(x, 1) F.hardtanh(x, -1, 1) F.threshold(x, 0, 1) F.prelu(x, v[:1]) F.selu(x)
F.dropout(x, 0.5) F.linear(x, m.t()) F.linear(x, m.t(), five) F.bilinear(x, y, c[:, :, :1].expand(2, 3, 4)) F.embedding(i, x) F.one_hot(i, 4) F.normalize(x, 2, 1) F.embedding_bag(ix, x)
F.mse_loss(x, y) F.l1_loss(x, y) F.smooth_l1_loss(x, y) F.huber_loss(x, y) F.cross_entropy(x, t) F.nll_loss(x, t) F.binary_cross_entropy(p, p) F.binary_cross_entropy_with_logits(x, p)
F.kl_div(x, p) F.cosine_embedding_loss(x, y, three) F.margin_ranking_loss(three, three, three) F.triplet_margin_loss(x, y, y) F.hinge_embedding_loss(x, y) F.poisson_nll_loss(x, p)
F.gaussian_nll_loss(x, y, p) F.multi_margin_loss(x, t) F.soft_margin_loss(x, y) F.multilabel_soft_margin_loss(x, p) F.ctc_loss(h, ix[:2, :3] + 1, (5, 5), (3, 3))
F.conv1d(l, kl) F.conv2d(g, k, five, 1, 1) F.conv_transpose2d(g, kt) F.max_pool1d(l, 2) F.max_pool2d(g, 2) F.avg_pool2d(g, 2) F.adaptive_avg_pool2d(g, 2) F.lp_pool2d(g, 2, 2)
F.max_unpool2d(g, g.long(), 2) F.pad(x, (1, 1)) F.pad(g, (1, 1, 1, 1), 'reflect') F.interpolate(g, scale_factor=2) F.interpolate(g, (4, 4), mode='bilinear') F.unfold(g, 2) F.fold(l, 4, 2)
F.grid_sample(g, g[:, :, :, :2]) F.affine_grid(c[:, :2, :3], (2, 3, 4, 4)) F.pixel_shuffle(g[:, :1].expand(2, 4, 8, 8), 2) F.batch_norm(x, v, p[0]) F.layer_norm(x, (4,)) F.group_norm(g, 3)
F.instance_norm(g) F.rms_norm(x, (4,)) F.local_response_norm(g, 2) F.cosine_similarity(x, y) F.pdist(x) F.scaled_dot_product_attention(c, c, c) F.gumbel_softmax(x) F.channel_shuffle(g, 3)
nn.Linear(4, 2) nn.Linear(4, 2)(x) nn.Bilinear(4, 4, 2)(x, y) nn.Conv1d(3, 5, 3)(l) nn.Conv2d(3, 5, 3) nn.Conv2d(3, 5, 3, padding='same')(g) nn.ConvTranspose2d(3, 5, 3)(g) nn.MaxPool2d(2)(g)
nn.AvgPool2d(2)(g) nn.AdaptiveAvgPool2d(2)(g) nn.BatchNorm1d(4)(x) nn.BatchNorm2d(3)(g) nn.LayerNorm(4)(x) nn.GroupNorm(3, 3)(g) nn.InstanceNorm2d(3)(g) nn.Embedding(4, 2)(i) nn.Dropout(0.5)(x)
nn.EmbeddingBag(4, 2)(ix) nn.RNN(4, 2)(h) nn.LSTM(4, 2)(h) nn.GRU(4, 2, 1)(h) nn.LSTMCell(4, 2)(x) nn.GRUCell(4, 2)(x) nn.RNNCell(4, 2)(x) nn.MultiheadAttention(4, 2)(h, h, h)
nn.TransformerEncoderLayer(4, 2)(h) nn.Transformer(4, 2, 1, 1)(h, h) nn.Sequential(nn.Linear(4, 2), nn.ReLU())(x) nn.ModuleList([nn.ReLU()]) nn.ModuleDict({'a': nn.ReLU()}) nn.ParameterList([r])
nn.ReLU()(x) nn.LeakyReLU(0.1)(x) nn.Softmax(1)(x) nn.PReLU(4)(x) nn.Flatten(1)(g) nn.Unflatten(1, (2, 2))(x) nn.Upsample(scale_factor=2)(g) nn.PixelShuffle(1)(g) nn.ZeroPad2d(1)(g) nn.Identity()(x)
nn.MSELoss()(x, y) nn.L1Loss()(x, y) nn.CrossEntropyLoss()(x, t) nn.NLLLoss()(x, t) nn.BCELoss()(p, p) nn.BCEWithLogitsLoss()(x, p) nn.KLDivLoss()(x, p) nn.HuberLoss()(x, y) nn.CTCLoss()(h, ix, (5, 5), (3, 3))
nn.TripletMarginLoss()(x, y, y) nn.CosineSimilarity(1)(x, y) nn.Parameter(x) nn.Linear(4, 2).load_state_dict({}) nn.Linear(4, 2).register_buffer('a', x) nn.Linear(4, 2).register_parameter('a', r)
nn.Linear(4, 2).add_module('a', nn.ReLU()) nn.Linear(4, 2).get_parameter('weight') nn.Linear(4, 2).get_submodule('') nn.Linear(4, 2).to(torch.float64) nn.Linear(4, 2).apply(print)
nn.init.zeros_(x) nn.init.uniform_(x, 0, 1) nn.init.normal_(x, 0, 1) nn.init.xavier_uniform_(x) nn.init.kaiming_normal_(x) nn.init.orthogonal_(x) nn.init.constant_(x, 1.0) nn.init.eye_(x)
nn.init.calculate_gain('relu') nn.utils.clip_grad_norm_([r], 1.0) nn.utils.clip_grad_value_([r], 1.0) nn.utils.parameters_to_vector([r]) nn.utils.rnn.pad_sequence([v, w])
nn.utils.rnn.pack_padded_sequence(h, [5, 3]) nn.utils.rnn.pack_sequence([v, w]) torch.optim.SGD([r], lr=0.1) torch.optim.Adam([r], lr=0.1) torch.optim.AdamW([r]) torch.optim.RMSprop([r])
torch.optim.Adagrad([r]) torch.optim.LBFGS([r]) torch.optim.lr_scheduler.StepLR(torch.optim.SGD([r], 0.1), 2) torch.optim.lr_scheduler.ExponentialLR(torch.optim.SGD([r], 0.1), 0.9)
torch.optim.lr_scheduler.OneCycleLR(torch.optim.SGD([r], 0.1), 0.1, 10) torch.utils.data.TensorDataset(x, y) torch.utils.data.DataLoader([1, 2, 3], 2) torch.utils.data.random_split([1, 2, 3], [2, 1])
torch.utils.data.Subset([1, 2], [0]) torch.distributions.Normal(0.0, 1.0) torch.distributions.Categorical(p) torch.distributions.Bernoulli(0.5) torch.distributions.Uniform(0.0, 1.0)
torch.distributions.Normal(0.0, 1.0).log_prob(x) torch.func.grad(torch.sin)(three[0]) torch.func.vmap(torch.sin)(x) torch.func.jacrev(torch.sin)(three) torch.autograd.functional.jacobian(torch.sin, three)
"""
REPLACEMENTS = ["None", "'text'", "[1, 2]", "1.5", "7", "-9", "n", "b", "z", "torch.randn(5, 7)", "torch.tensor(2.0)", "(x, y)", "object()", "{}", "True",
                "torch.randn(2, 0)", "[x, 1]", "torch.float64", "x.double()"]


def right_calls():
    """The calls of the list: a text is cut where what has been read is an expression and what follows begins one."""
    for line in CALLS.strip().split("\n"):
        start = 0
        for place in [m.start() for m in re.finditer(r" (?=torch\.|nn\.|F\.|[a-z~-][a-z]?(?:\.|\[| [-+*/%@<&|]+ |\b))", line)] + [len(line)]:
            text = line[start:place].strip()
            try:
                ast.parse(text, mode="eval")
                following = line[place:].strip()
                if following and (text[-1] in "+-*/%@<&|" or following[0] in "*/%@<&|"):
                    continue
            except SyntaxError:
                continue
            if text:
                yield text
            start = place


def wrong(text):
    """What becomes of a right call when one thing of its outermost call, operator or index is wrong."""
    tree = ast.parse(text, mode="eval").body
    places = []
    if isinstance(tree, ast.Call):
        arguments = [ast.unparse(a) for a in tree.args] + [ast.unparse(k) for k in tree.keywords]
        name = ast.unparse(tree.func)
        def call(parts):
            parts = sorted(parts, key=lambda p: bool(re.match(r"\w+=", p)))
            return f"{name}({', '.join(parts)})"
        for k in range(len(arguments)):
            yield call(arguments[:k] + arguments[k + 1:])
        yield call(arguments + ["7"])
        yield call(arguments + ["x", "'more'", "None"])
        yield call(arguments + ["bogus=1"])
        yield call(arguments + ["dim=7"])
        yield call(arguments + ["dtype=torch.int32"])
        yield call(arguments + ["out=x"])
        yield call(["input=x"] + arguments)
        for k, a in enumerate(arguments):
            key = re.match(r"\w+=", a)
            places.append((k, key.group(0) if key else ""))
        for k, key in places:
            for other in REPLACEMENTS:
                yield call(arguments[:k] + [key + other] + arguments[k + 1:])
        if isinstance(tree.func, ast.Attribute) and isinstance(tree.func.value, ast.Name) and tree.func.value.id in ("x", "v", "c", "r"):
            for owner in ("n", "z", "b", "torch.randn(5, 7)", "torch.tensor(2.0)", "r"):
                yield f"{owner}.{tree.func.attr}({', '.join(arguments)})"
        if isinstance(tree.func, ast.Call):
            made = ast.unparse(tree.func.func)
            inner = [ast.unparse(a) for a in tree.func.args] + [ast.unparse(k) for k in tree.func.keywords]
            for k in range(len(inner)):
                for other in ("None", "'text'", "1.5", "0", "-1"):
                    key = re.match(r"\w+=", inner[k])
                    parts = inner[:k] + [(key.group(0) if key else "") + other] + inner[k + 1:]
                    yield f"{made}({', '.join(parts)})({', '.join(arguments)})"
    elif isinstance(tree, ast.Subscript):
        for other in REPLACEMENTS + ["10", "(0, 0, 0)", "slice(0, 4, -1)", "(..., ...)", "[0, 9]", "torch.tensor([9])", "v", "(i, torch.tensor([0, 1]))"]:
            yield f"{ast.unparse(tree.value)}[{other}]"
    elif isinstance(tree, (ast.BinOp, ast.Compare)):
        left, right = (tree.left, tree.right) if isinstance(tree, ast.BinOp) else (tree.left, tree.comparators[0])
        a, b = ast.unparse(left), ast.unparse(right)
        sign = text[len(a):len(text) - len(b)]
        for other in REPLACEMENTS:
            yield f"{a}{sign}{other}"
            yield f"{other}{sign}{b}"
    else:
        for other in REPLACEMENTS:
            yield text[0] + other


def run(command, calls, timeout):
    answers, left = {}, calls
    with tempfile.TemporaryDirectory() as folder:
        program, data = os.path.join(folder, "program.py"), os.path.join(folder, "calls.json")
        with open(program, "w") as file:
            file.write(RUNNER)
        while left:
            with open(data, "w") as file:
                json.dump(left, file)
            try:
                done = subprocess.run(command + [program, data], capture_output=True, text=True, timeout=timeout, cwd=folder, errors="replace")
                out, why = done.stdout, f"ended with {done.returncode}: {done.stderr[-200:]}"
            except subprocess.TimeoutExpired as e:
                out, why = (e.stdout or b"").decode(errors="replace"), "took too long"
            count = 0
            for line in out.split("\n"):
                if "@@ [" in line:
                    call, answer = json.loads(line[line.index("@@ [") + 3:])
                    answers[call] = answer
                    count += 1
            if "@@ end" in out:
                break
            answers[left[count]] = "process " + why
            left = left[count + 1:]
    return answers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=".build/release/wick run")
    parser.add_argument("--only", help="calls that contain the word")
    parser.add_argument("--every", type=int, default=1, help="every nth call alone")
    parser.add_argument("--cache", help="a file that keeps what PyTorch answered")
    parser.add_argument("--answers", help="a file that receives what Wick answered")
    parser.add_argument("-v", "--verbose", action="store_true", help="show all differences, not one for each pair of texts")
    options = parser.parse_args()
    command = shlex.split(options.cmd)
    command[0] = os.path.abspath(command[0])
    calls = list(dict.fromkeys(c for text in right_calls() for c in wrong(text)))[::options.every]
    calls = [c for c in calls if not options.only or options.only in c]
    if options.cache and os.path.exists(options.cache):
        with open(options.cache) as file:
            wanted = json.load(file)
    else:
        wanted = run([sys.executable], calls, 1200)
        if options.cache:
            with open(options.cache, "w") as file:
                json.dump(wanted, file)
    answers = run(command, calls, 600)
    if options.answers:
        with open(options.answers, "w") as file:
            json.dump(answers, file)
    def bare(text):
        return re.sub(r"0x[0-9a-f]+", "0x", text)
    calls = [c for c in calls if not wanted.get(c, "process").startswith("process")]
    refused = [c for c in calls if not wanted[c].startswith("= ")]
    different = [c for c in calls if bare(answers.get(c, "nothing")) != bare(wanted[c])]
    kinds = collections.defaultdict(list)
    for c in different:
        head = c.split("(")[0]
        texts = [re.sub(r"\d+", "#", bare(t).split("\n")[0])[:90] for t in (wanted[c], answers.get(c, "nothing"))]
        kinds[c if options.verbose else (head, *texts)].append(c)
    for found in sorted(kinds.values(), key=len, reverse=True):
        c = found[0]
        print(f"{len(found)}: {c}\n    torch {wanted[c][:400]}\n    Wick  {answers.get(c, 'nothing')[:400]}")
    wrongly = len([c for c in different if not wanted[c].startswith("= ")])
    print(f"{len(refused)} calls that PyTorch refuses: {len(refused) - wrongly} equal; "
          f"{len(calls) - len(refused)} it takes: {len(calls) - len(refused) - len(different) + wrongly} equal")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
