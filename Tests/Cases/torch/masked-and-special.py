# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# torch.masked, torch.signal.windows and the rarer functions of torch.special.
import torch
x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
mask = torch.tensor([[True, False, True], [False, False, False]])
for name in ('sum', 'prod', 'amax', 'amin', 'mean', 'median', 'var', 'std', 'logsumexp', 'argmax', 'cumsum', 'softmax'):
    print(name, getattr(torch.masked, name)(x, 1, mask=mask))
print(torch.masked.sum(x), torch.masked.norm(x, 2.0, 1, mask=mask), torch.masked.normalize(x, 2.0, 1, mask=mask))
for name in torch.signal.windows.__all__:
    window = getattr(torch.signal.windows, name)
    options = dict(a=[0.5, 0.5]) if name == 'general_cosine' else {}
    print(name, window(5, **options), window(4, sym=False, **options))
print(torch.hann_window(4), torch.hamming_window(4, periodic=False), torch.kaiser_window(4))
y = torch.linspace(0.1, 0.9, 5)
for name in ('i0e', 'i1e', 'ndtri', 'log_ndtr', 'erfcx', 'bessel_j0', 'bessel_j1', 'bessel_y0', 'bessel_y1', 'modified_bessel_k0',
             'modified_bessel_k1', 'scaled_modified_bessel_k0', 'spherical_bessel_j0', 'airy_ai'):
    print(name, getattr(torch.special, name)(y * 5 if name != 'ndtri' else y))
n = torch.arange(5)
for name in ('chebyshev_polynomial_t', 'chebyshev_polynomial_u', 'hermite_polynomial_h', 'hermite_polynomial_he',
             'laguerre_polynomial_l', 'legendre_polynomial_p', 'shifted_chebyshev_polynomial_t'):
    print(name, getattr(torch.special, name)(y, n))
print(torch.special.zeta(y + 1.5, 2.0))
z = y.clone().requires_grad_()
print(torch.autograd.grad(torch.special.log_ndtr(z).sum() + torch.special.i0e(z).sum() + torch.special.erfcx(z).sum(), z))
print(torch.histogram(x, 3), torch.index_reduce(x, 0, torch.tensor([0, 0]), x, 'amax'))
# expect: sum tensor([4., 0.])
# expect: prod tensor([3., 1.])
# expect: amax tensor([3., -inf])
# expect: amin tensor([1., inf])
# expect: mean tensor([2., nan])
# expect: median tensor([1., nan])
# expect: var tensor([2., nan])
# expect: std tensor([1.4142,    nan])
# expect: logsumexp tensor([3.1269,   -inf])
# expect: argmax tensor([2., 0.])
# expect: cumsum tensor([[1., 1., 4.],
# expect:         [0., 0., 0.]])
# expect: softmax tensor([[0.1192, 0.0000, 0.8808],
# expect:         [   nan,    nan,    nan]])
# expect: tensor(21.) tensor([3.1623, 0.0000]) tensor([[0.3162, 0.0000, 0.9487],
# expect:         [0.0000, 0.0000, 0.0000]])
# expect: bartlett tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000]) tensor([0.0000, 0.5000, 1.0000, 0.5000])
# expect: blackman tensor([-1.4901e-08,  3.4000e-01,  1.0000e+00,  3.4000e-01, -1.4901e-08]) tensor([-1.4901e-08,  3.4000e-01,  1.0000e+00,  3.4000e-01])
# expect: cosine tensor([0.3090, 0.8090, 1.0000, 0.8090, 0.3090]) tensor([0.3090, 0.8090, 1.0000, 0.8090])
# expect: exponential tensor([0.1353, 0.3679, 1.0000, 0.3679, 0.1353]) tensor([0.1353, 0.3679, 1.0000, 0.3679])
# expect: gaussian tensor([0.1353, 0.6065, 1.0000, 0.6065, 0.1353]) tensor([0.1353, 0.6065, 1.0000, 0.6065])
# expect: general_cosine tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000]) tensor([0.0000, 0.5000, 1.0000, 0.5000])
# expect: general_hamming tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800]) tensor([0.0800, 0.5400, 1.0000, 0.5400])
# expect: hamming tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800]) tensor([0.0800, 0.5400, 1.0000, 0.5400])
# expect: hann tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000]) tensor([0.0000, 0.5000, 1.0000, 0.5000])
# expect: kaiser tensor([5.2773e-05, 2.1567e-01, 1.0000e+00, 2.1567e-01, 5.2773e-05]) tensor([5.2773e-05, 2.1567e-01, 1.0000e+00, 2.1567e-01])
# expect: nuttall tensor([3.6280e-04, 2.2698e-01, 1.0000e+00, 2.2698e-01, 3.6280e-04]) tensor([3.6280e-04, 2.2698e-01, 1.0000e+00, 2.2698e-01])
# expect: tensor([0.0000, 0.5000, 1.0000, 0.5000]) tensor([0.0800, 0.7700, 0.7700, 0.0800]) tensor([5.2773e-05, 2.1567e-01, 1.0000e+00, 2.1567e-01])
# expect: i0e tensor([0.6450, 0.3674, 0.2700, 0.2228, 0.1942])
# expect: i1e tensor([0.1564, 0.2190, 0.2066, 0.1874, 0.1710])
# expect: ndtri tensor([-1.2816, -0.5244,  0.0000,  0.5244,  1.2816])
# expect: log_ndtr tensor([-3.6895e-01, -6.9143e-02, -6.2290e-03, -2.3266e-04, -3.3977e-06])
# expect: erfcx tensor([0.6157, 0.3216, 0.2108, 0.1553, 0.1225])
# expect: bessel_j0 tensor([ 0.9385,  0.5118, -0.0484, -0.3801, -0.3205])
# expect: bessel_j1 tensor([ 0.2423,  0.5579,  0.4971,  0.1374, -0.2311])
# expect: bessel_y0 tensor([-0.4445,  0.3824,  0.4981,  0.1890, -0.1947])
# expect: bessel_y1 tensor([-1.4715, -0.4123,  0.1459,  0.4102,  0.3010])
# expect: modified_bessel_k0 tensor([0.9244, 0.2138, 0.0623, 0.0196, 0.0064])
# expect: modified_bessel_k1 tensor([1.6564, 0.2774, 0.0739, 0.0222, 0.0071])
# expect: scaled_modified_bessel_k0 tensor([1.5241, 0.9582, 0.7595, 0.6490, 0.5761])
# expect: spherical_bessel_j0 tensor([ 0.9589,  0.6650,  0.2394, -0.1002, -0.2172])
# expect: airy_ai tensor([0.2317, 0.0717, 0.0157, 0.0026, 0.0003])
# expect: chebyshev_polynomial_t tensor([ 1.0000,  0.3000, -0.5000, -0.7280, -0.2312])
# expect: chebyshev_polynomial_u tensor([ 1.0000,  0.6000,  0.0000, -0.0560,  1.7776])
# expect: hermite_polynomial_h tensor([  1.0000,   0.6000,  -1.0000,  -5.6560, -16.3824])
# expect: hermite_polynomial_he tensor([ 1.0000,  0.3000, -0.7500, -1.7570, -1.2039])
# expect: laguerre_polynomial_l tensor([ 1.0000,  0.7000,  0.1250, -0.4222, -0.6287])
# expect: legendre_polynomial_p tensor([ 1.0000,  0.3000, -0.1250, -0.1925,  0.2079])
# expect: shifted_chebyshev_polynomial_t tensor([ 1.0000, -0.4000, -1.0000, -0.9440, -0.8432])
# expect: tensor([1.2858, 0.8822, 0.6449, 0.4905, 0.3833])
# expect: (tensor([-1.0756, -0.7156, -0.4921, -0.3548, -0.2716]),)
# expect: torch.return_types.histogram(
# expect: hist=tensor([2., 2., 2.]),
# expect: bin_edges=tensor([1.0000, 2.6667, 4.3333, 6.0000])) tensor([[4., 5., 6.],
# expect:         [4., 5., 6.]])
