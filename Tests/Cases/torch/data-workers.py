# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# What workers load: in the order and with the random numbers of processes.
import torch, math, random
from torch.utils.data import *

class It(IterableDataset):

    def __init__(s, a, b):
        s.a, s.b = (a, b)

    def __iter__(s):
        w = get_worker_info()
        if w is None:
            lo, hi = (s.a, s.b)
        else:
            n = int(math.ceil((s.b - s.a) / float(w.num_workers)))
            lo = s.a + w.id * n
            hi = min(lo + n, s.b)
        return iter(range(lo, hi))
print(list(DataLoader(It(3, 7), num_workers=2)), list(DataLoader(It(3, 7), num_workers=12)))
print(list(DataLoader(It(0, 11), num_workers=3, batch_size=2)))

class Dumb(IterableDataset):

    def __iter__(s):
        return iter(range(3))
print(list(DataLoader(Dumb(), num_workers=2, batch_size=2)))

class R(Dataset):

    def __len__(s):
        return 7

    def __getitem__(s, i):
        return (torch.rand(1).item(), random.random(), i, get_worker_info().id if get_worker_info() else -1)
torch.manual_seed(5)
dl = DataLoader(R(), 2, num_workers=2, shuffle=True)
for _ in range(2):
    for b in dl:
        print([x.tolist() for x in b])
print(torch.rand(1))

def init(i):
    random.seed(i)
    torch.manual_seed(i)
print([b[0].tolist() for b in DataLoader(R(), 3, num_workers=2, worker_init_fn=init)])
# expect: [tensor([3]), tensor([5]), tensor([4]), tensor([6])] [tensor([3]), tensor([4]), tensor([5]), tensor([6])]
# expect: [tensor([0, 1]), tensor([4, 5]), tensor([8, 9]), tensor([2, 3]), tensor([6, 7]), tensor([10])]
# expect: [tensor([0, 1]), tensor([0, 1]), tensor([2]), tensor([2])]
# expect: [[0.7106006741523743, 0.34830594062805176], [0.9732059885921714, 0.09916814881074121], [0, 3], [0, 0]]
# expect: [[0.2905186414718628, 0.5857152342796326], [0.7347412016282042, 0.421098279900221], [6, 2], [1, 1]]
# expect: [[0.6387555003166199, 0.6557484865188599], [0.16296806715209244, 0.2478300668534159], [1, 4], [0, 0]]
# expect: [[0.29352688789367676], [0.07324868030557052], [5], [1]]
# expect: [[0.6472583413124084, 0.27177125215530396], [0.34336040855519556, 0.11484979659064665], [1, 2], [0, 0]]
# expect: [[0.557226836681366, 0.9585192203521729], [0.7381083078173595, 0.4330625318761486], [5, 3], [1, 1]]
# expect: [[0.32006609439849854, 0.940632700920105], [0.9812692567286844, 0.8766588054788435], [6, 4], [0, 0]]
# expect: [[0.6159732341766357], [0.4423232133694034], [0], [1]]
# expect: tensor([0.0333])
# expect: [[0.49625658988952637, 0.7682217955589294, 0.08847743272781372], [0.7576315999031067, 0.2793108820915222, 0.40306925773620605], [0.13203048706054688]]
