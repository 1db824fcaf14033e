# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch
import torch.nn.functional as F

# Functions written in Python here: their arguments are checked as torch's parser does.
z = torch.zeros
h, t = torch.randn(5, 2, 4).log_softmax(2), torch.tensor([[1, 2, 3], [1, 1, 2]])
CALLS = [
    lambda: torch.fft.rfft(1), lambda: torch.fft.rfft(), lambda: torch.fft.fft(z(4), "x"), lambda: torch.fft.fft(z(4), n=True),
    lambda: torch.fft.fft2(z(4, 4), s="a"), lambda: torch.fft.fftn(z(4, 4), dim=(0, "a")), lambda: torch.fft.fftfreq(4.5),
    lambda: torch.fft.fft(z(4), bogus=3), lambda: torch.fft.fftshift(z(4), 7), lambda: torch.fft.fft(z(4), 1, 2, 3, 4),
    lambda: F.bilinear(z(3, 4), z(3, 5)), lambda: F.bilinear(z(3, 4), z(3, 5), z(2, 4, 6)),
    lambda: F.bilinear(z(3, 4), z(2, 5), z(2, 4, 5)), lambda: F.bilinear(z(3, 4), z(3, 5), z(2, 4, 5).double()),
    lambda: F.grid_sample(z(1, 1, 4, 4), 1), lambda: F.grid_sample(z(1, 1, 4, 4), z(1, 2, 2, 3)),
    lambda: F.grid_sample(z(1, 1, 4, 4), z(1, 2, 2, 2).double()), lambda: F.channel_shuffle(z(1, 4, 2, 2), 3),
    lambda: torch.nn.ChannelShuffle(2)([1]), lambda: F.multi_margin_loss(z(3, 4), torch.tensor([0, 1])),
    lambda: F.multi_margin_loss(z(3, 4), torch.tensor([0, 1, 2]), p=3), lambda: F.ctc_loss(h, t, (5, 6), (3, 3)),
    lambda: F.ctc_loss(h, t, (5, 5), (3, 4)), lambda: F.ctc_loss(h, t, (5, 5), torch.tensor([3, 3])),
    lambda: F.ctc_loss(h, t, (5,), (3, 3)), lambda: F.ctc_loss(h.long(), t, (5, 5), (3, 3)), lambda: F.ctc_loss(h, t, (5, 5), (3, 3), 4),
    lambda: F.conv2d(z(1, 3, 5, 5), z(3, 3)), lambda: F.interpolate(z(1, 2, 4, 4), 0), lambda: F.interpolate(z(1, 0, 4), 2),
]
for call in CALLS:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
print(F.ctc_loss(h.exp().log(), t, (5, 5), (3, 3), reduction="none").shape, torch.fft.fft(z(4), n=None).shape, torch.fft.fft)
# expect: TypeError fft_rfft(): argument 'input' (position 1) must be Tensor, not int
# expect: TypeError fft_rfft() missing 1 required positional arguments: "input"
# expect: TypeError fft_fft(): argument 'n' (position 2) must be int, not str
# expect: TypeError fft_fft(): argument 'n' must be int, not bool
# expect: TypeError fft_fft2(): argument 's' must be tuple of ints, not str
# expect: TypeError fft_fftn(): argument 'dim' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
# expect: TypeError fft_fftfreq(): argument 'n' (position 1) must be int, not float
# expect: TypeError fft_fft() got an unexpected keyword argument 'bogus'
# expect: IndexError Dimension out of range (expected to be in range of [-1, 0], but got 7)
# expect: TypeError fft_fft() takes from 1 to 4 positional arguments but 5 were given
# expect: TypeError bilinear() missing 1 required positional arguments: "weight"
# expect: RuntimeError bilinear(): input2 size does not match weight size: got 5 but expected 6
# expect: RuntimeError bilinear(): input batch dimensions do not match at dim 0: got 3 and 2
# expect: RuntimeError All tensors must have the same dtype, got input1: float, input2: float, weight: double
# expect: TypeError grid_sampler(): argument 'grid' (position 2) must be Tensor, not int
# expect: RuntimeError grid_sampler(): expected grid to have size 2 in last dimension, but got grid with sizes [1, 2, 2, 3]
# expect: RuntimeError expected scalar type Float but found Double
# expect: RuntimeError Number of channels must be divisible by groups. Got 4 channels and 3 groups.
# expect: TypeError channel_shuffle(): argument 'input' (position 1) must be Tensor, not list
# expect: RuntimeError multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [3], but got [2]. Input has shape [3, 4].
# expect: ValueError only p == 1 and p == 2 supported
# expect: RuntimeError Expected input_lengths to have value at most 5, but got value 6 (while checking arguments for ctc_loss_allocate_outputs)
# expect: RuntimeError Expected tensor to have size at least 4 at dimension 1, but got size 3 for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)
# expect: TypeError ctc_loss() received an invalid combination of arguments - got (Tensor, Tensor, tuple, Tensor, int, int, bool), but expected one of:
# expect: RuntimeError input_lengths must be of size batch_size
# expect: NotImplementedError "ctc_loss_cpu" not implemented for 'Long'
# expect: RuntimeError blank must be in label range
# expect: RuntimeError weight should have at least three dimensions
# expect: RuntimeError Input and output sizes should be greater than 0, but got input (H: 4, W: 4) output (H: 0, W: 0)
# expect: RuntimeError Non-empty 3D data tensor expected but got a tensor with sizes [1, 0, 4]
# expect: torch.Size([2]) torch.Size([4]) <built-in function fft_fft>
