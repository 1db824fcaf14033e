# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What losses and their relatives make of mixed dtypes: some steps are done in place, so the first dtype stays.
import torch
import torch.nn.functional as F


def told(name, f):
    try:
        r = f()
        print(name, r.dtype, r)
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])


kinds = [torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.float64]
for a in kinds:
    for b in kinds:
        x, y = torch.ones(3, dtype=a), torch.ones(3, dtype=b)
        for f in (F.huber_loss, F.soft_margin_loss, F.binary_cross_entropy_with_logits, F.hinge_embedding_loss):
            told(f"{f.__name__} {a} {b}", lambda: f(x, y, reduction="sum"))
        told(f"cosine {a} {b}", lambda: F.cosine_similarity(x, y, dim=0))
        told(f"ldexp {a} {b}", lambda: torch.ldexp(x, y))
        told(f"dist {a} {b}", lambda: torch.dist(x, y))
    told("vander", lambda: torch.linalg.vander(torch.ones(2, dtype=a)))
    told("hardtanh", lambda: F.hardtanh(torch.ones(2, dtype=a)))
    told("histc", lambda: torch.histc(torch.zeros(2, dtype=a), 4))
    for shape in [(2, 0), (2, 3), ()]:
        told(f"trapezoid {shape}", lambda: torch.trapezoid(torch.ones(shape, dtype=a)))
        told(f"cumulative {shape}", lambda: torch.cumulative_trapezoid(torch.ones(shape, dtype=a)))
    told("cdist", lambda: torch.cdist(torch.ones(2, 0, dtype=a), torch.ones(3, 0, dtype=a)))
for shape in [(2, 3), (2, 3, 4), (2, 3, 4, 5)]:
    for target in [(2,), (3,), (), (2, 4), (2, 3, 4), (2, 4, 5)]:
        told(f"cross_entropy {shape} {target}", lambda: F.cross_entropy(torch.zeros(shape), torch.zeros(target, dtype=torch.int64)))
# expect: huber_loss torch.bool torch.bool NotImplementedError "huber_cpu" not implemented for 'Bool'
# expect: soft_margin_loss torch.bool torch.bool RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.bool NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.bool RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.bool RuntimeError expected common dtype to be floating point, yet common dtype is Bool
# expect: ldexp torch.bool torch.bool torch.float32 tensor([2., 2., 2.])
# expect: dist torch.bool torch.bool RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: huber_loss torch.bool torch.uint8 RuntimeError result type Byte can't be cast to the desired output type Bool
# expect: soft_margin_loss torch.bool torch.uint8 RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.uint8 NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.uint8 RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.uint8 RuntimeError expected common dtype to be floating point, yet common dtype is Byte
# expect: ldexp torch.bool torch.uint8 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.bool torch.uint8 RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.bool torch.int64 RuntimeError result type Long can't be cast to the desired output type Bool
# expect: soft_margin_loss torch.bool torch.int64 RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.int64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.int64 RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.int64 RuntimeError expected common dtype to be floating point, yet common dtype is Long
# expect: ldexp torch.bool torch.int64 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.bool torch.int64 RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.bool torch.float16 RuntimeError result type Half can't be cast to the desired output type Bool
# expect: soft_margin_loss torch.bool torch.float16 RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.float16 NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.float16 RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.float16 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.bool torch.float16 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.bool torch.float16 RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.bool torch.float32 RuntimeError result type Float can't be cast to the desired output type Bool
# expect: soft_margin_loss torch.bool torch.float32 RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.float32 NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.float32 RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.float32 torch.float32 tensor(1.0000)
# expect: ldexp torch.bool torch.float32 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.bool torch.float32 RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.bool torch.float64 RuntimeError result type Double can't be cast to the desired output type Bool
# expect: soft_margin_loss torch.bool torch.float64 RuntimeError Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: binary_cross_entropy_with_logits torch.bool torch.float64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Bool'
# expect: hinge_embedding_loss torch.bool torch.float64 RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: cosine torch.bool torch.float64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.bool torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.bool torch.float64 RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: vander RuntimeError linalg.vander supports floating point, complex, and integer tensors, but got Bool
# expect: hardtanh RuntimeError Bool inputs not supported for hardtanh
# expect: histc NotImplementedError "linspace_cpu" not implemented for 'Bool'
# expect: trapezoid (2, 0) torch.bool tensor([False, False])
# expect: cumulative (2, 0) RuntimeError cumulative_trapezoid: received a bool input for `y`, but bool is not supported
# expect: trapezoid (2, 3) RuntimeError trapezoid: received a bool input for `y`, but bool is not supported
# expect: cumulative (2, 3) RuntimeError cumulative_trapezoid: received a bool input for `y`, but bool is not supported
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () RuntimeError cumulative_trapezoid: received a bool input for `y`, but bool is not supported
# expect: cdist RuntimeError cdist only supports floating-point dtypes, X1 got: Bool
# expect: huber_loss torch.uint8 torch.bool NotImplementedError "huber_cpu" not implemented for 'Byte'
# expect: soft_margin_loss torch.uint8 torch.bool RuntimeError result type Float can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.bool NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.bool torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.bool RuntimeError expected common dtype to be floating point, yet common dtype is Byte
# expect: ldexp torch.uint8 torch.bool torch.float32 tensor([2., 2., 2.])
# expect: dist torch.uint8 torch.bool RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.uint8 torch.uint8 NotImplementedError "huber_cpu" not implemented for 'Byte'
# expect: soft_margin_loss torch.uint8 torch.uint8 RuntimeError result type Float can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.uint8 NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.uint8 torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.uint8 RuntimeError expected common dtype to be floating point, yet common dtype is Byte
# expect: ldexp torch.uint8 torch.uint8 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.uint8 torch.uint8 RuntimeError norm(): input dtype should be either floating point or complex. Got Byte instead.
# expect: huber_loss torch.uint8 torch.int64 NotImplementedError "huber_cpu" not implemented for 'Long'
# expect: soft_margin_loss torch.uint8 torch.int64 RuntimeError result type Float can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.int64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.int64 torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.int64 RuntimeError expected common dtype to be floating point, yet common dtype is Long
# expect: ldexp torch.uint8 torch.int64 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.uint8 torch.int64 RuntimeError norm(): input dtype should be either floating point or complex. Got Long instead.
# expect: huber_loss torch.uint8 torch.float16 RuntimeError result type Half can't be cast to the desired output type Byte
# expect: soft_margin_loss torch.uint8 torch.float16 RuntimeError result type Half can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.float16 NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.float16 torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.float16 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.uint8 torch.float16 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.uint8 torch.float16 torch.float16 tensor(0., dtype=torch.float16)
# expect: huber_loss torch.uint8 torch.float32 RuntimeError result type Float can't be cast to the desired output type Byte
# expect: soft_margin_loss torch.uint8 torch.float32 RuntimeError result type Float can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.float32 NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.float32 torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.float32 torch.float32 tensor(1.0000)
# expect: ldexp torch.uint8 torch.float32 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.uint8 torch.float32 torch.float32 tensor(0.)
# expect: huber_loss torch.uint8 torch.float64 RuntimeError result type Double can't be cast to the desired output type Byte
# expect: soft_margin_loss torch.uint8 torch.float64 RuntimeError result type Double can't be cast to the desired output type Byte
# expect: binary_cross_entropy_with_logits torch.uint8 torch.float64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Byte'
# expect: hinge_embedding_loss torch.uint8 torch.float64 torch.int64 tensor(3)
# expect: cosine torch.uint8 torch.float64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.uint8 torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.uint8 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: vander torch.int64 tensor([[1, 1],
# expect:         [1, 1]])
# expect: hardtanh RuntimeError cannot do hardtanh on an unsigned type with negative limits
# expect: histc RuntimeError value cannot be converted to type uint8_t without overflow
# expect: trapezoid (2, 0) torch.uint8 tensor([0, 0], dtype=torch.uint8)
# expect: cumulative (2, 0) torch.float32 tensor([], size=(2, 0))
# expect: trapezoid (2, 3) torch.float32 tensor([2., 2.])
# expect: cumulative (2, 3) torch.float32 tensor([[1., 2.],
# expect:         [1., 2.]])
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () IndexError slice() cannot be applied to a 0-dim tensor.
# expect: cdist RuntimeError cdist only supports floating-point dtypes, X1 got: Byte
# expect: huber_loss torch.int64 torch.bool NotImplementedError "huber_cpu" not implemented for 'Long'
# expect: soft_margin_loss torch.int64 torch.bool RuntimeError result type Float can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.bool NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.bool torch.int64 tensor(3)
# expect: cosine torch.int64 torch.bool RuntimeError expected common dtype to be floating point, yet common dtype is Long
# expect: ldexp torch.int64 torch.bool torch.float32 tensor([2., 2., 2.])
# expect: dist torch.int64 torch.bool RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.int64 torch.uint8 NotImplementedError "huber_cpu" not implemented for 'Long'
# expect: soft_margin_loss torch.int64 torch.uint8 RuntimeError result type Float can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.uint8 NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.uint8 torch.int64 tensor(3)
# expect: cosine torch.int64 torch.uint8 RuntimeError expected common dtype to be floating point, yet common dtype is Long
# expect: ldexp torch.int64 torch.uint8 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.int64 torch.uint8 RuntimeError norm(): input dtype should be either floating point or complex. Got Long instead.
# expect: huber_loss torch.int64 torch.int64 NotImplementedError "huber_cpu" not implemented for 'Long'
# expect: soft_margin_loss torch.int64 torch.int64 RuntimeError result type Float can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.int64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.int64 torch.int64 tensor(3)
# expect: cosine torch.int64 torch.int64 RuntimeError expected common dtype to be floating point, yet common dtype is Long
# expect: ldexp torch.int64 torch.int64 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.int64 torch.int64 RuntimeError norm(): input dtype should be either floating point or complex. Got Long instead.
# expect: huber_loss torch.int64 torch.float16 RuntimeError result type Half can't be cast to the desired output type Long
# expect: soft_margin_loss torch.int64 torch.float16 RuntimeError result type Half can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.float16 NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.float16 torch.int64 tensor(3)
# expect: cosine torch.int64 torch.float16 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.int64 torch.float16 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.int64 torch.float16 torch.float16 tensor(0., dtype=torch.float16)
# expect: huber_loss torch.int64 torch.float32 RuntimeError result type Float can't be cast to the desired output type Long
# expect: soft_margin_loss torch.int64 torch.float32 RuntimeError result type Float can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.float32 NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.float32 torch.int64 tensor(3)
# expect: cosine torch.int64 torch.float32 torch.float32 tensor(1.0000)
# expect: ldexp torch.int64 torch.float32 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.int64 torch.float32 torch.float32 tensor(0.)
# expect: huber_loss torch.int64 torch.float64 RuntimeError result type Double can't be cast to the desired output type Long
# expect: soft_margin_loss torch.int64 torch.float64 RuntimeError result type Double can't be cast to the desired output type Long
# expect: binary_cross_entropy_with_logits torch.int64 torch.float64 NotImplementedError "log_sigmoid_cpu" not implemented for 'Long'
# expect: hinge_embedding_loss torch.int64 torch.float64 torch.int64 tensor(3)
# expect: cosine torch.int64 torch.float64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.int64 torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.int64 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: vander torch.int64 tensor([[1, 1],
# expect:         [1, 1]])
# expect: hardtanh torch.int64 tensor([1, 1])
# expect: histc NotImplementedError "histogram_cpu" not implemented for 'Long'
# expect: trapezoid (2, 0) torch.int64 tensor([0, 0])
# expect: cumulative (2, 0) torch.float32 tensor([], size=(2, 0))
# expect: trapezoid (2, 3) torch.float32 tensor([2., 2.])
# expect: cumulative (2, 3) torch.float32 tensor([[1., 2.],
# expect:         [1., 2.]])
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () IndexError slice() cannot be applied to a 0-dim tensor.
# expect: cdist RuntimeError cdist only supports floating-point dtypes, X1 got: Long
# expect: huber_loss torch.float16 torch.bool torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.bool torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.bool RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: hinge_embedding_loss torch.float16 torch.bool torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.bool torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.float16 torch.bool NotImplementedError "ldexp_cpu_exp" not implemented for 'Bool'
# expect: dist torch.float16 torch.bool RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.float16 torch.uint8 torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.uint8 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.uint8 RuntimeError result type Half can't be cast to the desired output type Byte
# expect: hinge_embedding_loss torch.float16 torch.uint8 torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.uint8 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.float16 torch.uint8 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.float16 torch.uint8 torch.float16 tensor(0., dtype=torch.float16)
# expect: huber_loss torch.float16 torch.int64 torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.int64 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.int64 RuntimeError result type Half can't be cast to the desired output type Long
# expect: hinge_embedding_loss torch.float16 torch.int64 torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.int64 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.float16 torch.int64 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.float16 torch.int64 torch.float16 tensor(0., dtype=torch.float16)
# expect: huber_loss torch.float16 torch.float16 torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.float16 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.float16 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: hinge_embedding_loss torch.float16 torch.float16 torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.float16 torch.float16 tensor(0.9990, dtype=torch.float16)
# expect: ldexp torch.float16 torch.float16 torch.float16 tensor([2., 2., 2.], dtype=torch.float16)
# expect: dist torch.float16 torch.float16 torch.float16 tensor(0., dtype=torch.float16)
# expect: huber_loss torch.float16 torch.float32 torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.float32 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.float32 torch.float32 tensor(0.9397)
# expect: hinge_embedding_loss torch.float16 torch.float32 torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.float32 torch.float32 tensor(0.9997)
# expect: ldexp torch.float16 torch.float32 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.float16 torch.float32 torch.float32 tensor(0.)
# expect: huber_loss torch.float16 torch.float64 torch.float16 tensor(0., dtype=torch.float16)
# expect: soft_margin_loss torch.float16 torch.float64 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: binary_cross_entropy_with_logits torch.float16 torch.float64 torch.float64 tensor(0.9397, dtype=torch.float64)
# expect: hinge_embedding_loss torch.float16 torch.float64 torch.float16 tensor(3., dtype=torch.float16)
# expect: cosine torch.float16 torch.float64 torch.float64 tensor(0.9997, dtype=torch.float64)
# expect: ldexp torch.float16 torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float16 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: vander RuntimeError linalg.vander supports floating point, complex, and integer tensors, but got Half
# expect: hardtanh torch.float16 tensor([1., 1.], dtype=torch.float16)
# expect: histc torch.float16 tensor([0., 0., 2., 0.], dtype=torch.float16)
# expect: trapezoid (2, 0) torch.float16 tensor([0., 0.], dtype=torch.float16)
# expect: cumulative (2, 0) torch.float16 tensor([], size=(2, 0), dtype=torch.float16)
# expect: trapezoid (2, 3) torch.float16 tensor([2., 2.], dtype=torch.float16)
# expect: cumulative (2, 3) torch.float16 tensor([[1., 2.],
# expect:         [1., 2.]], dtype=torch.float16)
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () IndexError slice() cannot be applied to a 0-dim tensor.
# expect: cdist torch.float16 tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]], dtype=torch.float16)
# expect: huber_loss torch.float32 torch.bool torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.bool torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.bool RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: hinge_embedding_loss torch.float32 torch.bool torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.bool torch.float32 tensor(1.0000)
# expect: ldexp torch.float32 torch.bool NotImplementedError "ldexp_cpu_exp" not implemented for 'Bool'
# expect: dist torch.float32 torch.bool RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.float32 torch.uint8 torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.uint8 torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.uint8 RuntimeError result type Float can't be cast to the desired output type Byte
# expect: hinge_embedding_loss torch.float32 torch.uint8 torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.uint8 torch.float32 tensor(1.0000)
# expect: ldexp torch.float32 torch.uint8 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.float32 torch.uint8 torch.float32 tensor(0.)
# expect: huber_loss torch.float32 torch.int64 torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.int64 torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.int64 RuntimeError result type Float can't be cast to the desired output type Long
# expect: hinge_embedding_loss torch.float32 torch.int64 torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.int64 torch.float32 tensor(1.0000)
# expect: ldexp torch.float32 torch.int64 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.float32 torch.int64 torch.float32 tensor(0.)
# expect: huber_loss torch.float32 torch.float16 torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.float16 torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.float16 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: hinge_embedding_loss torch.float32 torch.float16 torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.float16 torch.float32 tensor(0.9997)
# expect: ldexp torch.float32 torch.float16 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.float32 torch.float16 torch.float32 tensor(0.)
# expect: huber_loss torch.float32 torch.float32 torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.float32 torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.float32 torch.float32 tensor(0.9398)
# expect: hinge_embedding_loss torch.float32 torch.float32 torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.float32 torch.float32 tensor(1.0000)
# expect: ldexp torch.float32 torch.float32 torch.float32 tensor([2., 2., 2.])
# expect: dist torch.float32 torch.float32 torch.float32 tensor(0.)
# expect: huber_loss torch.float32 torch.float64 torch.float32 tensor(0.)
# expect: soft_margin_loss torch.float32 torch.float64 torch.float32 tensor(0.9398)
# expect: binary_cross_entropy_with_logits torch.float32 torch.float64 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: hinge_embedding_loss torch.float32 torch.float64 torch.float32 tensor(3.)
# expect: cosine torch.float32 torch.float64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float32 torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float32 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: vander torch.float32 tensor([[1., 1.],
# expect:         [1., 1.]])
# expect: hardtanh torch.float32 tensor([1., 1.])
# expect: histc torch.float32 tensor([0., 0., 2., 0.])
# expect: trapezoid (2, 0) torch.float32 tensor([0., 0.])
# expect: cumulative (2, 0) torch.float32 tensor([], size=(2, 0))
# expect: trapezoid (2, 3) torch.float32 tensor([2., 2.])
# expect: cumulative (2, 3) torch.float32 tensor([[1., 2.],
# expect:         [1., 2.]])
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () IndexError slice() cannot be applied to a 0-dim tensor.
# expect: cdist torch.float32 tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]])
# expect: huber_loss torch.float64 torch.bool torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.bool torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.bool RuntimeError Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
# expect: hinge_embedding_loss torch.float64 torch.bool torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.bool torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float64 torch.bool NotImplementedError "ldexp_cpu_exp" not implemented for 'Bool'
# expect: dist torch.float64 torch.bool RuntimeError Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
# expect: huber_loss torch.float64 torch.uint8 torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.uint8 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.uint8 RuntimeError result type Double can't be cast to the desired output type Byte
# expect: hinge_embedding_loss torch.float64 torch.uint8 torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.uint8 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float64 torch.uint8 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float64 torch.uint8 torch.float64 tensor(0., dtype=torch.float64)
# expect: huber_loss torch.float64 torch.int64 torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.int64 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.int64 RuntimeError result type Double can't be cast to the desired output type Long
# expect: hinge_embedding_loss torch.float64 torch.int64 torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.int64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float64 torch.int64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float64 torch.int64 torch.float64 tensor(0., dtype=torch.float64)
# expect: huber_loss torch.float64 torch.float16 torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.float16 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.float16 torch.float16 tensor(0.9395, dtype=torch.float16)
# expect: hinge_embedding_loss torch.float64 torch.float16 torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.float16 torch.float64 tensor(0.9997, dtype=torch.float64)
# expect: ldexp torch.float64 torch.float16 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float64 torch.float16 torch.float64 tensor(0., dtype=torch.float64)
# expect: huber_loss torch.float64 torch.float32 torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.float32 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.float32 torch.float32 tensor(0.9398)
# expect: hinge_embedding_loss torch.float64 torch.float32 torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.float32 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float64 torch.float32 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float64 torch.float32 torch.float64 tensor(0., dtype=torch.float64)
# expect: huber_loss torch.float64 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: soft_margin_loss torch.float64 torch.float64 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: binary_cross_entropy_with_logits torch.float64 torch.float64 torch.float64 tensor(0.9398, dtype=torch.float64)
# expect: hinge_embedding_loss torch.float64 torch.float64 torch.float64 tensor(3., dtype=torch.float64)
# expect: cosine torch.float64 torch.float64 torch.float64 tensor(1.0000, dtype=torch.float64)
# expect: ldexp torch.float64 torch.float64 torch.float64 tensor([2., 2., 2.], dtype=torch.float64)
# expect: dist torch.float64 torch.float64 torch.float64 tensor(0., dtype=torch.float64)
# expect: vander torch.float64 tensor([[1., 1.],
# expect:         [1., 1.]], dtype=torch.float64)
# expect: hardtanh torch.float64 tensor([1., 1.], dtype=torch.float64)
# expect: histc torch.float64 tensor([0., 0., 2., 0.], dtype=torch.float64)
# expect: trapezoid (2, 0) torch.float64 tensor([0., 0.], dtype=torch.float64)
# expect: cumulative (2, 0) torch.float64 tensor([], size=(2, 0), dtype=torch.float64)
# expect: trapezoid (2, 3) torch.float64 tensor([2., 2.], dtype=torch.float64)
# expect: cumulative (2, 3) torch.float64 tensor([[1., 2.],
# expect:         [1., 2.]], dtype=torch.float64)
# expect: trapezoid () IndexError Dimension specified as -1 but tensor has no dimensions
# expect: cumulative () IndexError slice() cannot be applied to a 0-dim tensor.
# expect: cdist torch.float64 tensor([[0., 0., 0.],
# expect:         [0., 0., 0.]], dtype=torch.float64)
# expect: cross_entropy (2, 3) (2,) torch.float32 tensor(1.0986)
# expect: cross_entropy (2, 3) (3,) ValueError Expected input batch_size (2) to match target batch_size (3).
# expect: cross_entropy (2, 3) () ValueError Expected input batch_size (2) to match target batch_size (0).
# expect: cross_entropy (2, 3) (2, 4) RuntimeError 0D or 1D target tensor expected, multi-target not supported
# expect: cross_entropy (2, 3) (2, 3, 4) RuntimeError 0D or 1D target tensor expected, multi-target not supported
# expect: cross_entropy (2, 3) (2, 4, 5) RuntimeError 0D or 1D target tensor expected, multi-target not supported
# expect: cross_entropy (2, 3, 4) (2,) RuntimeError Expected target size [2, 4], got [2]
# expect: cross_entropy (2, 3, 4) (3,) ValueError Expected input batch_size (2) to match target batch_size (3).
# expect: cross_entropy (2, 3, 4) () ValueError Expected input batch_size (2) to match target batch_size (0).
# expect: cross_entropy (2, 3, 4) (2, 4) torch.float32 tensor(1.0986)
# expect: cross_entropy (2, 3, 4) (2, 3, 4) RuntimeError Expected floating point type for target with class probabilities, got Long
# expect: cross_entropy (2, 3, 4) (2, 4, 5) RuntimeError Expected target size [2, 4], got [2, 4, 5]
# expect: cross_entropy (2, 3, 4, 5) (2,) RuntimeError only batches of spatial targets supported (3D tensors) but got targets of dimension: 1
# expect: cross_entropy (2, 3, 4, 5) (3,) ValueError Expected input batch_size (2) to match target batch_size (3).
# expect: cross_entropy (2, 3, 4, 5) () ValueError Expected input batch_size (2) to match target batch_size (0).
# expect: cross_entropy (2, 3, 4, 5) (2, 4) RuntimeError only batches of spatial targets supported (3D tensors) but got targets of dimension: 2
# expect: cross_entropy (2, 3, 4, 5) (2, 3, 4) RuntimeError size mismatch (got input: [2, 3, 4, 5] , target: [2, 3, 4]
# expect: cross_entropy (2, 3, 4, 5) (2, 4, 5) torch.float32 tensor(1.0986)
