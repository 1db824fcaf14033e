# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Elementary functions at the edges of their domains, in blocks long enough for vector code.
import torch
edges = torch.tensor([0., -0., 0.5, -0.5, 1., -1., 0.99999994, 1.5, -2.4142137, 20., -88., 90., 3e38, 1e-30, -1e-40,
                      float('inf'), -float('inf'), float('nan')])
for name in ('sinh', 'cosh', 'tan', 'asin', 'acos', 'atan', 'asinh', 'acosh', 'atanh', 'erfinv', 'sinc', 'log', 'log2',
             'log1p', 'erfc'):
    f = getattr(torch, name)
    x = edges[:-1].clamp(-1000, 1000) if name in ('tan', 'sinc') else edges
    print(name, f(x))
    print(name, f(x.half())[:12], f(x.double())[:8])
for name in ('softplus', 'mish', 'logsigmoid', 'silu'):
    print(name, getattr(torch.nn.functional, name)(edges.clamp(-50, 50)))

ys, xs = torch.meshgrid(edges, edges, indexing='ij')
for name in ('atan2', 'hypot', 'logaddexp', 'fmod', 'remainder', 'floor_divide'):
    f = getattr(torch, name)
    # Of quotients beyond 2^31 torch's vectors make NaN.
    wild = (ys.abs() > 1e30) | (xs.abs() < 1e-20) if name[0] in 'fr' else torch.zeros_like(ys, dtype=torch.bool)
    r = f(ys.masked_fill(wild, 1.), xs.masked_fill(wild, 1.)).flatten()
    print(name, r.isnan().sum().item(), r.isinf().sum().item(), r.signbit().logical_and(~r.isnan()).sum().item())
    print(r[r.isfinite() & (r.abs() < 1e6)][::7])

big = torch.arange(-5000, 5000) / 7
for name in ('fmod', 'remainder', 'floor_divide'):
    r = getattr(torch, name)(big, torch.tensor(2.5))
    print(name, r[:5], r.double().sum().item())
    r = getattr(torch, name)(big.half(), 3)
    print(r[::2500])
z = torch.complex(big, big.flip(0))
print((z * z)[:3], z.abs()[:3], (z.to(torch.complex128) * 2j)[-2:])
# expect: sinh tensor([ 0.0000e+00, -0.0000e+00,  5.2110e-01, -5.2110e-01,  1.1752e+00,
# expect:         -1.1752e+00,  1.1752e+00,  2.1293e+00, -5.5458e+00,  2.4258e+08,
# expect:         -8.2582e+37,         inf,         inf,  1.0000e-30, -9.9999e-41,
# expect:                 inf,        -inf,         nan])
# expect: sinh tensor([ 0.0000, -0.0000,  0.5210, -0.5210,  1.1748, -1.1748,  1.1748,  2.1289,
# expect:         -5.5430,     inf,    -inf,     inf], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.5211, -0.5211,  1.1752, -1.1752,  1.1752,  2.1293],
# expect:        dtype=torch.float64)
# expect: cosh tensor([1.0000e+00, 1.0000e+00, 1.1276e+00, 1.1276e+00, 1.5431e+00, 1.5431e+00,
# expect:         1.5431e+00, 2.3524e+00, 5.6352e+00, 2.4258e+08, 8.2582e+37,        inf,
# expect:                inf, 1.0000e+00, 1.0000e+00,        inf,        inf,        nan])
# expect: cosh tensor([1.0000, 1.0000, 1.1279, 1.1279, 1.5430, 1.5430, 1.5430, 2.3516, 5.6328,
# expect:            inf,    inf,    inf], dtype=torch.float16) tensor([1.0000, 1.0000, 1.1276, 1.1276, 1.5431, 1.5431, 1.5431, 2.3524],
# expect:        dtype=torch.float64)
# expect: tan tensor([ 0.0000e+00, -0.0000e+00,  5.4630e-01, -5.4630e-01,  1.5574e+00,
# expect:         -1.5574e+00,  1.5574e+00,  1.4101e+01,  8.9021e-01,  2.2372e+00,
# expect:         -3.5420e-02, -1.9952e+00,  1.4703e+00,  1.0000e-30, -9.9999e-41,
# expect:          1.4703e+00, -1.4703e+00])
# expect: tan tensor([ 0.0000, -0.0000,  0.5464, -0.5464,  1.5576, -1.5576,  1.5576, 14.1016,
# expect:          0.8906,  2.2363, -0.0354, -1.9951], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.5463, -0.5463,  1.5574, -1.5574,  1.5574, 14.1014],
# expect:        dtype=torch.float64)
# expect: asin tensor([ 0.0000e+00, -0.0000e+00,  5.2360e-01, -5.2360e-01,  1.5708e+00,
# expect:         -1.5708e+00,  1.5705e+00,         nan,         nan,         nan,
# expect:                 nan,         nan,         nan,  1.0000e-30, -9.9999e-41,
# expect:                 nan,         nan,         nan])
# expect: asin tensor([ 0.0000, -0.0000,  0.5234, -0.5234,  1.5703, -1.5703,  1.5703,     nan,
# expect:             nan,     nan,     nan,     nan], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.5236, -0.5236,  1.5708, -1.5708,  1.5705,     nan],
# expect:        dtype=torch.float64)
# expect: acos tensor([1.5708e+00, 1.5708e+00, 1.0472e+00, 2.0944e+00, 0.0000e+00, 3.1416e+00,
# expect:         3.4527e-04,        nan,        nan,        nan,        nan,        nan,
# expect:                nan, 1.5708e+00, 1.5708e+00,        nan,        nan,        nan])
# expect: acos tensor([1.5703, 1.5703, 1.0469, 2.0938, 0.0000, 3.1406, 0.0000,    nan,    nan,
# expect:            nan,    nan,    nan], dtype=torch.float16) tensor([1.5708e+00, 1.5708e+00, 1.0472e+00, 2.0944e+00, 0.0000e+00, 3.1416e+00,
# expect:         3.4527e-04,        nan], dtype=torch.float64)
# expect: atan tensor([ 0.0000e+00, -0.0000e+00,  4.6365e-01, -4.6365e-01,  7.8540e-01,
# expect:         -7.8540e-01,  7.8540e-01,  9.8279e-01, -1.1781e+00,  1.5208e+00,
# expect:         -1.5594e+00,  1.5597e+00,  1.5708e+00,  1.0000e-30, -9.9999e-41,
# expect:          1.5708e+00, -1.5708e+00,         nan])
# expect: atan tensor([ 0.0000, -0.0000,  0.4636, -0.4636,  0.7852, -0.7852,  0.7852,  0.9829,
# expect:         -1.1777,  1.5205, -1.5596,  1.5596], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.4636, -0.4636,  0.7854, -0.7854,  0.7854,  0.9828],
# expect:        dtype=torch.float64)
# expect: asinh tensor([ 0.0000e+00, -0.0000e+00,  4.8121e-01, -4.8121e-01,  8.8137e-01,
# expect:         -8.8137e-01,  8.8137e-01,  1.1948e+00, -1.6149e+00,  3.6895e+00,
# expect:         -5.1705e+00,  5.1930e+00,  8.9290e+01,  1.0000e-30, -9.9999e-41,
# expect:                 inf,        -inf,         nan])
# expect: asinh tensor([ 0.0000, -0.0000,  0.4812, -0.4812,  0.8813, -0.8813,  0.8813,  1.1943,
# expect:         -1.6152,  3.6895, -5.1719,  5.1914], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.4812, -0.4812,  0.8814, -0.8814,  0.8814,  1.1948],
# expect:        dtype=torch.float64)
# expect: acosh tensor([    nan,     nan,     nan,     nan,  0.0000,     nan,     nan,  0.9624,
# expect:             nan,  3.6883,     nan,  5.1929, 89.2900,     nan,     nan,     inf,
# expect:             nan,     nan])
# expect: acosh tensor([   nan,    nan,    nan,    nan, 0.0000,    nan, 0.0000, 0.9624,    nan,
# expect:         3.6875,    nan, 5.1914], dtype=torch.float16) tensor([   nan,    nan,    nan,    nan, 0.0000,    nan,    nan, 0.9624],
# expect:        dtype=torch.float64)
# expect: atanh tensor([ 0.0000e+00, -0.0000e+00,  5.4931e-01, -5.4931e-01,         inf,
# expect:                -inf,  8.6643e+00,         nan,         nan,         nan,
# expect:                 nan,         nan,         nan,  1.0000e-30, -9.9999e-41,
# expect:                 nan,         nan,         nan])
# expect: atanh tensor([ 0.0000, -0.0000,  0.5493, -0.5493,     inf,    -inf,     inf,     nan,
# expect:             nan,     nan,     nan,     nan], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.5493, -0.5493,     inf,    -inf,  8.6643,     nan],
# expect:        dtype=torch.float64)
# expect: erfinv tensor([ 0.0000e+00, -0.0000e+00,  4.7694e-01, -4.7694e-01,         inf,
# expect:                -inf,  3.8325e+00,         nan,         nan,         nan,
# expect:                 nan,         nan,         nan,  8.8623e-31, -8.8622e-41,
# expect:                 nan,         nan,         nan])
# expect: erfinv tensor([ 0.0000, -0.0000,  0.4771, -0.4771,     inf,    -inf,     inf,     nan,
# expect:             nan,     nan,     nan,     nan], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.4769, -0.4769,     inf,    -inf,  3.8325,     nan],
# expect:        dtype=torch.float64)
# expect: sinc tensor([ 1.0000e+00,  1.0000e+00,  6.3662e-01,  6.3662e-01, -2.7828e-08,
# expect:         -2.7828e-08,  4.8063e-08, -2.1221e-01,  1.2709e-01,  4.3006e-08,
# expect:          7.6122e-08,  2.9514e-08,  3.8149e-08,  1.0000e+00,  1.0000e+00,
# expect:          3.8149e-08,  3.8149e-08])
# expect: sinc tensor([ 1.0000e+00,  1.0000e+00,  6.3672e-01,  6.3672e-01, -0.0000e+00,
# expect:         -0.0000e+00, -0.0000e+00, -2.1216e-01,  1.2708e-01,  5.9605e-08,
# expect:          5.9605e-08,  0.0000e+00], dtype=torch.float16) tensor([ 1.0000e+00,  1.0000e+00,  6.3662e-01,  6.3662e-01,  3.8982e-17,
# expect:          3.8982e-17,  5.9605e-08, -2.1221e-01], dtype=torch.float64)
# expect: log tensor([       -inf,        -inf, -6.9315e-01,         nan,  0.0000e+00,
# expect:                 nan, -5.9605e-08,  4.0547e-01,         nan,  2.9957e+00,
# expect:                 nan,  4.4998e+00,  8.8597e+01, -6.9078e+01,         nan,
# expect:                 inf,         nan,         nan])
# expect: log tensor([   -inf,    -inf, -0.6934,     nan,  0.0000,     nan,  0.0000,  0.4055,
# expect:             nan,  2.9961,     nan,  4.5000], dtype=torch.float16) tensor([       -inf,        -inf, -6.9315e-01,         nan,  0.0000e+00,
# expect:                 nan, -5.9605e-08,  4.0547e-01], dtype=torch.float64)
# expect: log2 tensor([       -inf,        -inf, -1.0000e+00,         nan,  0.0000e+00,
# expect:                 nan, -8.5991e-08,  5.8496e-01,         nan,  4.3219e+00,
# expect:                 nan,  6.4919e+00,  1.2782e+02, -9.9658e+01,         nan,
# expect:                 inf,         nan,         nan])
# expect: log2 tensor([   -inf,    -inf, -1.0000,     nan,  0.0000,     nan,  0.0000,  0.5850,
# expect:             nan,  4.3203,     nan,  6.4922], dtype=torch.float16) tensor([       -inf,        -inf, -1.0000e+00,         nan,  0.0000e+00,
# expect:                 nan, -8.5991e-08,  5.8496e-01], dtype=torch.float64)
# expect: log1p tensor([ 0.0000e+00, -0.0000e+00,  4.0547e-01, -6.9315e-01,  6.9315e-01,
# expect:                -inf,  6.9315e-01,  9.1629e-01,         nan,  3.0445e+00,
# expect:                 nan,  4.5109e+00,  8.8597e+01,  1.0000e-30, -9.9999e-41,
# expect:                 inf,         nan,         nan])
# expect: log1p tensor([ 0.0000, -0.0000,  0.4055, -0.6934,  0.6934,    -inf,  0.6934,  0.9165,
# expect:             nan,  3.0449,     nan,  4.5117], dtype=torch.float16) tensor([ 0.0000, -0.0000,  0.4055, -0.6931,  0.6931,    -inf,  0.6931,  0.9163],
# expect:        dtype=torch.float64)
# expect: erfc tensor([1.0000, 1.0000, 0.4795, 1.5205, 0.1573, 1.8427, 0.1573, 0.0339, 1.9994,
# expect:         0.0000, 2.0000, 0.0000, 0.0000, 1.0000, 1.0000, 0.0000, 2.0000,    nan])
# expect: erfc tensor([1.0000, 1.0000, 0.4795, 1.5205, 0.1573, 1.8428, 0.1573, 0.0339, 1.9990,
# expect:         0.0000, 2.0000, 0.0000], dtype=torch.float16) tensor([1.0000, 1.0000, 0.4795, 1.5205, 0.1573, 1.8427, 0.1573, 0.0339],
# expect:        dtype=torch.float64)
# expect: softplus tensor([6.9315e-01, 6.9315e-01, 9.7408e-01, 4.7408e-01, 1.3133e+00, 3.1326e-01,
# expect:         1.3133e+00, 1.7014e+00, 8.5662e-02, 2.0000e+01, 1.9287e-22, 5.0000e+01,
# expect:         5.0000e+01, 6.9315e-01, 6.9315e-01, 5.0000e+01, 1.9287e-22,        nan])
# expect: mish tensor([ 0.0000e+00, -0.0000e+00,  3.7525e-01, -2.2074e-01,  8.6510e-01,
# expect:         -3.0340e-01,  8.6510e-01,  1.4034e+00, -2.0630e-01,  2.0000e+01,
# expect:         -9.6437e-21,  5.0000e+01,  5.0000e+01,  6.0000e-31, -5.9999e-41,
# expect:          5.0000e+01, -9.6437e-21,         nan])
# expect: logsigmoid tensor([-6.9315e-01, -6.9315e-01, -4.7408e-01, -9.7408e-01, -3.1326e-01,
# expect:         -1.3133e+00, -3.1326e-01, -2.0141e-01, -2.4999e+00, -2.0612e-09,
# expect:         -5.0000e+01, -1.9287e-22, -1.9287e-22, -6.9315e-01, -6.9315e-01,
# expect:         -1.9287e-22, -5.0000e+01,         nan])
# expect: silu tensor([ 0.0000e+00, -0.0000e+00,  3.1123e-01, -1.8877e-01,  7.3106e-01,
# expect:         -2.6894e-01,  7.3106e-01,  1.2264e+00, -1.9820e-01,  2.0000e+01,
# expect:         -9.6437e-21,  5.0000e+01,  5.0000e+01,  5.0000e-31, -5.0000e-41,
# expect:          5.0000e+01, -9.6437e-21,         nan])
# expect: atan2 35 0 119
# expect: tensor([ 0.0000e+00,  0.0000e+00,  3.1416e+00, -0.0000e+00, -0.0000e+00,
# expect:          1.5708e+00,  2.9374e+00,  0.0000e+00, -2.6779e+00, -1.6667e-39,
# expect:          1.1071e+00,  4.9958e-02,  3.1416e+00, -7.8540e-01, -1.5708e+00,
# expect:          2.0344e+00,  3.1302e+00,  1.5708e+00,  7.8540e-01,  1.5708e+00,
# expect:         -1.1781e+00, -2.6818e-02,  1.5708e+00,  1.6909e+00,  0.0000e+00,
# expect:         -1.5822e+00, -2.9333e-37,  1.5652e+00,  1.3521e+00,  3.1416e+00,
# expect:          1.5708e+00,  1.5708e+00,  3.1416e+00,  3.1416e+00, -1.5708e+00,
# expect:         -6.6667e-41, -2.3562e+00,  1.5708e+00,  1.5708e+00, -1.5708e+00,
# expect:         -1.5708e+00, -7.8540e-01])
# expect: hypot 31 69 0
# expect: tensor([0.0000e+00, 1.5000e+00, 0.0000e+00, 1.5000e+00, 5.0000e-01, 1.5811e+00,
# expect:         5.0000e-01, 1.5811e+00, 1.0000e+00, 1.8028e+00, 1.0000e+00, 1.8028e+00,
# expect:         1.0000e+00, 1.8028e+00, 1.5000e+00, 2.1213e+00, 2.4142e+00, 2.8423e+00,
# expect:         2.0000e+01, 2.0056e+01, 8.8000e+01, 8.8013e+01, 9.0000e+01, 9.0012e+01,
# expect:         1.0000e-30, 1.5000e+00, 9.9999e-41, 1.5000e+00])
# expect: logaddexp 35 34 26
# expect: tensor([6.9315e-01, 1.7014e+00, 0.0000e+00, 1.3133e+00, 6.9315e-01, 7.0141e-01,
# expect:         9.7408e-01, 1.2014e+00, 9.0000e+01, 1.2014e+00, 1.0000e+00, 7.0141e-01,
# expect:         2.0000e+01, 1.3133e+00, 1.0324e+00, 1.7014e+00, 2.1931e+00, 1.5000e+00,
# expect:         1.0324e+00, 8.5662e-02, 2.0000e+01, 2.0000e+01, 1.0000e+00, 9.0000e+01,
# expect:         9.0000e+01, 9.0000e+01, 9.7408e-01, 2.0000e+01, 6.9315e-01, 8.5662e-02,
# expect:         0.0000e+00, 1.5000e+00])
# expect: fmod 28 0 78
# expect: tensor([ 0.0000e+00,  0.0000e+00,  0.0000e+00, -0.0000e+00, -0.0000e+00,
# expect:          0.0000e+00,  5.0000e-01,  5.0000e-01, -5.0000e-01, -5.0000e-01,
# expect:          0.0000e+00,  1.0000e+00,  1.0000e+00, -5.9605e-08,  0.0000e+00,
# expect:          5.0000e-01,  1.0000e+00,  0.0000e+00,  0.0000e+00,  0.0000e+00,
# expect:         -4.1421e-01, -2.4142e+00,  0.0000e+00,  6.8629e-01,  2.0000e+01,
# expect:         -0.0000e+00, -8.8000e+01,  0.0000e+00,  1.0000e+01,  9.0000e+01,
# expect:          0.0000e+00,  0.0000e+00,  1.0000e-30,  1.0000e-30,  1.0000e-30,
# expect:         -9.9999e-41,  0.0000e+00,  0.0000e+00,  0.0000e+00,  0.0000e+00,
# expect:          0.0000e+00,  0.0000e+00,  0.0000e+00])
# expect: remainder 28 12 70
# expect: tensor([ 0.0000e+00,  0.0000e+00,  0.0000e+00, -0.0000e+00, -0.0000e+00,
# expect:          0.0000e+00, -1.9142e+00,  5.0000e-01,  5.0000e-01,  0.0000e+00,
# expect:          0.0000e+00,  1.0000e+00, -0.0000e+00, -1.0000e+00,  5.0000e-01,
# expect:          1.0000e+00,  0.0000e+00,  0.0000e+00,  0.0000e+00, -4.1421e-01,
# expect:          0.0000e+00,  0.0000e+00,  2.0000e+01, -0.0000e+00,  1.2000e+01,
# expect:          0.0000e+00, -1.7401e+00,  9.0000e+01,  0.0000e+00,  0.0000e+00,
# expect:          1.0000e-30,  1.0000e-30,  0.0000e+00,  1.5000e+00, -9.9999e-41,
# expect:          0.0000e+00,  0.0000e+00,  0.0000e+00,  0.0000e+00,  0.0000e+00])
# expect: floor_divide 28 0 88
# expect: tensor([  1.,   0.,   1.,  -0.,  -0.,   1.,  -1.,   0.,   0.,  -1.,   2.,   0.,
# expect:          -1.,  -2.,   1.,  -2.,  -1.,   1.,   1.,   1.,  -3.,  -1.,   1.,  -9.,
# expect:           0.,  88.,  -1., 180.,   4.,  -1.,   1.,   1.,   0.,   0.,  -1.,  -1.,
# expect:           1.,   1.,   1.,   1.,   1.,   1.,   1.])
# expect: fmod tensor([-1.7857, -1.6429, -1.5000, -1.3571, -1.2143]) -1.78570556640625
# expect: tensor([-0.5000, -0.2500,  0.0000,  0.2500], dtype=torch.float16)
# expect: remainder tensor([0.7143, 0.8571, 1.0000, 1.1429, 1.2857]) 12143.21429438889
# expect: tensor([2.5000, 2.7500, 0.0000, 0.2500], dtype=torch.float16)
# expect: floor_divide tensor([-286., -286., -286., -286., -286.]) -5143.0
# expect: tensor([-239., -120.,    0.,  119.], dtype=torch.float16)
# expect: tensor([204.0000-1020204.1250j, 204.0625-1019796.0625j, 204.0312-1019387.9375j]) tensor([1010.0516, 1009.8495, 1009.6475]) tensor([1428.2858+1428.0000j, 1428.5714+1428.2858j], dtype=torch.complex128)
