# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The function behind MultiheadAttention, and `functionalize`, which changes no result.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
q, k = torch.randn(3, 2, 8), torch.randn(5, 2, 8)
for options in ({}, dict(bias=False), dict(add_bias_kv=True), dict(add_zero_attn=True)):
    m = nn.MultiheadAttention(8, 2, **options)
    for query, key in ((q, q), (q, k), (q[:, 0], k[:, 0])):
        given = (query, key, key, 8, 2, m.in_proj_weight, m.in_proj_bias, m.bias_k, m.bias_v, m.add_zero_attn, 0.0,
                 m.out_proj.weight, m.out_proj.bias)
        out, weights = F.multi_head_attention_forward(*given, training=False)
        print(out.shape, weights.shape, torch.equal(out, m(query, key, key)[0]), round(out.sum().item(), 4))
        out, weights = F.multi_head_attention_forward(*given, need_weights=False)
        print(weights, torch.allclose(out, m(query, key, key, need_weights=False)[0]))
w = [torch.randn(8, 8) for _ in range(3)]
out, weights = F.multi_head_attention_forward(
    q, k, k, 8, 2, None, None, None, None, False, 0.0, torch.eye(8), None, use_separate_proj_weight=True, q_proj_weight=w[0],
    k_proj_weight=w[1], v_proj_weight=w[2], average_attn_weights=False, key_padding_mask=torch.tensor([[False] * 4 + [True]] * 2))
print(out.shape, weights.shape, weights[..., -1].abs().max())
try:
    F.multi_head_attention_forward(q, q, q, 4, 2, None, None, None, None, False, 0.0, torch.eye(8), None)
except AssertionError as e:
    print(e)
x = torch.ones(2)
print(torch.func.functionalize(lambda t: t.add_(1))(x), x)
try:
    torch.func.functionalize(lambda t: t, remove='views')(x)
except RuntimeError as e:
    print(str(e).split('\n')[0])
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 3]) True -0.6458
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 5]) True 3.5985
# expect: None True
# expect: torch.Size([3, 8]) torch.Size([3, 5]) True 0.8615
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 3]) True 3.0512
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 5]) True -4.9823
# expect: None True
# expect: torch.Size([3, 8]) torch.Size([3, 5]) True -2.1941
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 4]) True 3.9414
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 6]) True -0.2688
# expect: None True
# expect: torch.Size([3, 8]) torch.Size([3, 6]) True -0.5178
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 4]) True 2.2351
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 3, 6]) True -0.5803
# expect: None True
# expect: torch.Size([3, 8]) torch.Size([3, 6]) True -0.2109
# expect: None True
# expect: torch.Size([3, 2, 8]) torch.Size([2, 2, 3, 5]) tensor(0.)
# expect: was expecting embedding dimension of 4, but got 8
# expect: tensor([2., 2.]) tensor([2., 2.])
# expect: functionalize(f, remove='mutations'): received invalid argument for remove=views. Valid options are:
