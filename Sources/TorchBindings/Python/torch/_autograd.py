"""The part of `torch.autograd` that few programs ask for; `torch.autograd` looks here for names it does not have."""
import torch


def _inputs(inputs):
    many = isinstance(inputs, tuple)
    return many, tuple(x.detach().requires_grad_() for x in (inputs if many else (inputs,)))


def _vectors(v, xs):
    return v if isinstance(v, tuple) else (v,)


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """A vector times the Hessian of a function with one number as result."""
    many, xs = _inputs(inputs)
    with torch.enable_grad():
        value = func(*xs)
        first = torch.autograd.grad(value, xs, create_graph=True, allow_unused=True, materialize_grads=True)
        product = sum((g * w).sum() for g, w in zip(first, _vectors(v, xs)))
        if product.requires_grad:
            made = torch.autograd.grad(product, xs, create_graph=create_graph, allow_unused=True, materialize_grads=True)
        else:
            made = tuple(torch.zeros_like(x) for x in xs)
    return value if create_graph else value.detach(), made if many else made[0]


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The Hessian times a vector: the same numbers, since the Hessian is symmetric."""
    return vhp(func, inputs, v, create_graph, strict)


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **kwargs):
    """Compares second derivatives with finite differences of the first."""
    inputs = inputs if isinstance(inputs, tuple) else (inputs,)
    wanted = [k for k, x in enumerate(inputs) if torch.is_tensor(x) and x.requires_grad]

    def gradient(*xs):
        out = func(*xs)
        outs = [o for o in (out if isinstance(out, tuple) else (out,)) if o.requires_grad]
        seeds = [torch.linspace(0.5, 1.5, o.numel(), dtype=o.dtype).reshape(o.shape) for o in outs]
        made = torch.autograd.grad(outs, [xs[k] for k in wanted], seeds, create_graph=True, allow_unused=True)
        return tuple(torch.zeros_like(xs[k]) if g is None else g for g, k in zip(made, wanted))

    def forward(*xs):
        with torch.enable_grad():
            return gradient(*xs)
    return torch.autograd.gradcheck(forward, inputs, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception)


class set_detect_anomaly:
    """Lets backward refuse NaN and say which operation made it."""

    def __init__(self, mode, check_nan=True):
        self.before = torch._set_anomaly(mode and check_nan)

    def __enter__(self):
        return None

    def __exit__(self, *args):
        torch._set_anomaly(self.before)


class detect_anomaly:
    """Anomaly detection within a block."""

    def __init__(self, check_nan=True):
        import warnings
        self.check_nan = check_nan
        warnings.warn('Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for '
                      'debugging.', stacklevel=2)

    def __enter__(self):
        self.before = torch._set_anomaly(self.check_nan)

    def __exit__(self, *args):
        torch._set_anomaly(self.before)


class _Namespace:
    def __init__(self, **values):
        self.__dict__.update(values)


names = dict(gradgradcheck=gradgradcheck, set_detect_anomaly=set_detect_anomaly, detect_anomaly=detect_anomaly)
functional = dict(hvp=hvp, vhp=vhp)
