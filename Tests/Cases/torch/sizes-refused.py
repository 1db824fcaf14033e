# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Sizes and dimensions that torch refuses before it computes.
import torch
import torch.nn.functional as F


def told(f):
    try:
        r = f()
        print(tuple(r.shape))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


g = torch.ones(2, 3, 8, 8)
for size in (4, (3, None), (3, 2), None, 1.5, "text", torch.ones(2, 3), torch.tensor(2.0), (torch.ones(1), 2), True, -9, {}):
    told(lambda: F.adaptive_avg_pool2d(g, size))
    told(lambda: F.adaptive_max_pool2d(g, size))
x, y = torch.ones(3, 4), torch.ones(4, 5)
for dims in (1, ([1], [0]), [[1], [0]], None, "text", [1, 2], (x, y), [[1]]):
    told(lambda: torch.tensordot(x, y, dims))
for mode in (None, 3, "other"):
    told(lambda: F.interpolate(g, (4, 4), mode=mode))
told(lambda: F.interpolate(x, (4, 4), mode="bilinear"))
told(lambda: F.max_unpool2d(x, g.long(), 2))
told(lambda: F.max_unpool2d(g, g > 0, 2))
# expect: (2, 3, 4, 4)
# expect: (2, 3, 4, 4)
# expect: (2, 3, 3, 8)
# expect: (2, 3, 3, 8)
# expect: (2, 3, 3, 2)
# expect: (2, 3, 3, 2)
# expect: TypeError object of type 'NoneType' has no len()
# expect: TypeError object of type 'NoneType' has no len()
# expect: TypeError object of type 'float' has no len()
# expect: TypeError object of type 'float' has no len()
# expect: ValueError Input dimension should be at least 5
# expect: ValueError Input dimension should be at least 5
# expect: TypeError adaptive_avg_pool2d(): argument 'output_size' (position 2) must be tuple of ints, but found element of type Tensor at pos 0
# expect: TypeError adaptive_max_pool2d(): argument 'output_size' (position 2) must be tuple of ints, but found element of type Tensor at pos 0
# expect: TypeError len() of a 0-d tensor
# expect: TypeError len() of a 0-d tensor
# expect: TypeError adaptive_avg_pool2d(): argument 'output_size' (position 2) must be tuple of ints, but found element of type Tensor at pos 0
# expect: TypeError adaptive_max_pool2d(): argument 'output_size' (position 2) must be tuple of ints, but found element of type Tensor at pos 0
# expect: TypeError adaptive_avg_pool2d(): argument 'output_size' (position 2) must be tuple of ints, not bool
# expect: TypeError adaptive_max_pool2d(): argument 'output_size' (position 2) must be tuple of ints, not bool
# expect: RuntimeError adaptive_avg_pool2d: elements of output_size must be greater than or equal to 0 but received {-9, -9}
# expect: RuntimeError Trying to create tensor with negative dimension -9: [2, 3, -9, -9]
# expect: RuntimeError adaptive_avg_pool2d: output_size must be 2
# expect: RuntimeError adaptive_max_pool2d(): internal error: output_size.size() must be 2
# expect: (3, 5)
# expect: (3, 5)
# expect: (3, 5)
# expect: RuntimeError tensordot expects dims to be int or tuple[list[int], list[int]] or list[list[int]] containing two lists, but got dims=None
# expect: RuntimeError tensordot expects dims to be int or tuple[list[int], list[int]] or list[list[int]] containing two lists, but got dims=text
# expect: TypeError tensordot(): argument 'dims_self' (position 3) must be tuple of ints, not int
# expect: TypeError tensordot(): argument 'dims_self' (position 3) must be tuple of ints, not Tensor
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: NotImplementedError Input Error: Only 3D, 4D and 5D input Tensors supported (got 4D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got None)
# expect: NotImplementedError Input Error: Only 3D, 4D and 5D input Tensors supported (got 4D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got 3)
# expect: NotImplementedError Input Error: Only 3D, 4D and 5D input Tensors supported (got 4D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got other)
# expect: ValueError Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of [] and output size of (4, 4). Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.
# expect: RuntimeError Input to max_unpooling2d should be a 3d or 4d Tensor, but got a tensor with 2 dimensions.
# expect: RuntimeError elements in indices should be type int64 but got: Bool
