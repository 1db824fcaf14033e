# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# The order of equal numbers: the C++ library's for most sorts, the input's for long ascending vectors of integers.
import torch

torch.manual_seed(0)
def code(places):
    return int((places * torch.arange(1, places.numel() + 1)).sum() % 1000003)

for n in (40, 5000, 32767, 32768, 50000):
    for dtype in (torch.float32, torch.float64, torch.int64, torch.int16, torch.uint8):
        x = torch.randint(0, 100, (n,)).to(dtype)
        print(n, dtype, *(code(x.sort(descending=d, stable=s)[1]) for s in (False, True) for d in (False, True)))
x = torch.randint(-3, 3, (200,)) / 2
x[7], x[50], x[99] = float("nan"), -0.0, float("inf")
values, places = x.sort(descending=True)
print(values[:4], values[-2:], code(places), code(x.argsort()))
print(code(torch.randint(0, 9, (60, 3)).sort(dim=0)[1].flatten()))
wide = torch.tensor([3 << 40, -1, 5, 3 << 40] * 20)
print(code(wide.argsort()), code(wide.argsort(stable=True)))
# expect: 40 torch.float32 16753 15178 16807 15277
# expect: 40 torch.float64 14461 17514 14466 17537
# expect: 40 torch.int64 15737 16191 15794 16330
# expect: 40 torch.int16 15860 16089 15929 16130
# expect: 40 torch.uint8 16793 15131 16883 15223
# expect: 5000 torch.float32 44080 194533 110892 952012
# expect: 5000 torch.float64 530162 101051 674916 629322
# expect: 5000 torch.int64 871230 801037 715160 688850
# expect: 5000 torch.int16 704386 936059 63182 830745
# expect: 5000 torch.uint8 819207 513643 749360 497973
# expect: 32767 torch.float32 864500 616513 553856 71239
# expect: 32767 torch.float64 340179 466804 547928 428070
# expect: 32767 torch.int64 55313 32699 677853 960930
# expect: 32767 torch.int16 130279 406834 29192 724422
# expect: 32767 torch.uint8 944792 53820 912908 18766
# expect: 32768 torch.float32 756855 184120 62859 63984
# expect: 32768 torch.float64 168679 559964 609219 241510
# expect: 32768 torch.int64 436574 810586 436574 126178
# expect: 32768 torch.int16 376354 75736 376354 633315
# expect: 32768 torch.uint8 444067 230321 444067 245105
# expect: 50000 torch.float32 226210 573069 720511 333321
# expect: 50000 torch.float64 561300 916536 921467 104077
# expect: 50000 torch.int64 954886 770529 954886 507547
# expect: 50000 torch.int16 309006 677342 309006 177071
# expect: 50000 torch.uint8 756027 231688 756027 81629
# expect: tensor([nan, inf, 1., 1.]) tensor([-1.5000, -1.5000]) 996072 983309
# expect: 487863
# expect: 124306 144170
