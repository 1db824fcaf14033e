# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Datasets, samplers, loaders and what they refuse.
import torch, random
from torch.utils.data import *
from torch.utils.data import default_collate
from torch.utils.data.sampler import SubsetRandomSampler
torch.manual_seed(0)

class DS(Dataset):

    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return {'x': torch.full((2,), float(i)), 'y': i, 'name': f's{i}', 'pair': (i, i * 2.0)}
dl = DataLoader(DS(5), batch_size=2)
for b in dl:
    print(b)
print(len(dl), dl.batch_size, dl.drop_last, dl.sampler.__class__.__name__, dl.batch_sampler.__class__.__name__)

def collate(batch):
    batch.sort(key=lambda s: -len(s[0]))
    seqs, lab = zip(*batch)
    return (torch.nn.utils.rnn.pad_sequence(seqs, batch_first=True), torch.tensor(lab), [len(s) for s in seqs])
data = [(torch.arange(n), n % 2) for n in [3, 1, 4, 2, 5]]
for b in DataLoader(data, batch_size=3, collate_fn=collate):
    print(b)
tds = TensorDataset(torch.arange(10).float().view(-1, 1), torch.arange(10) % 3)
print(len(tds), tds[3], tds[[1, 2]], tds[2:4])
for x, y in DataLoader(tds, batch_size=4, shuffle=True, drop_last=True, generator=torch.Generator().manual_seed(7)):
    print(x.flatten(), y)
a, b = random_split(range(10), [7, 3], generator=torch.Generator().manual_seed(1))
print(list(a), list(b), type(a).__name__)
w = WeightedRandomSampler([0.1, 0.9, 0.3], 6, replacement=True)
print(list(w), len(w))
print(list(RandomSampler(range(5))), list(SequentialSampler(range(4))))
print(list(BatchSampler(SequentialSampler(range(7)), 3, False)), list(SubsetRandomSampler([5, 6, 7])))
cd = ConcatDataset([range(3), range(10, 12)])
print(len(cd), cd[4], cd.cumulative_sizes, len(Subset(cd, [0, 3])), Subset(cd, [0, 3])[1])
print((TensorDataset(torch.ones(2)) + TensorDataset(torch.zeros(1)))[2])

class It(IterableDataset):

    def __init__(self, s, e):
        self.s, self.e = (s, e)

    def __iter__(self):
        return iter(range(self.s, self.e))
print(list(DataLoader(It(3, 10), batch_size=3)))
print(list(DataLoader(It(3, 6), batch_size=None)), get_worker_info())
chained = ChainDataset([It(0, 2), It(5, 7)])
print(list(chained))
print(default_collate([1, 2]), default_collate([1.5, 2.5]), default_collate(['a', 'b']))
print(default_collate([(1, 'a'), (2, 'b')]), default_collate([{'k': torch.ones(1)}, {'k': torch.zeros(1)}]))
print(default_collate([True, False]), default_collate([[1, 2], [3, 4]]))
for bad in [
        lambda: DataLoader(tds, shuffle=True, sampler=SequentialSampler(tds)), lambda: DataLoader(tds, batch_size=0),
        lambda: DataLoader(tds, num_workers=-1), lambda: next(iter(DataLoader([object()]))),
        lambda: default_collate([torch.ones(2), torch.ones(3)]), lambda: random_split(range(5), [1, 1]),
        lambda: TensorDataset(torch.ones(2), torch.ones(3)), lambda: DataLoader(It(0, 1), shuffle=True),
        lambda: len(DataLoader(It(0, 5))), lambda: default_collate([(1, 2), (1,)]), lambda: Dataset()[0]]:
    try:
        print('ok', bad())
    except Exception as e:
        print(type(e).__name__, str(e)[:200])
it = iter(DataLoader(range(6), batch_size=2, shuffle=False))
print(next(it), next(it), next(it), next(it, 'end'))

def worker_init_fn(worker_id):
    random.seed(worker_id)
print([b.tolist() for b in DataLoader(list(range(8)), 3, shuffle=True, worker_init_fn=worker_init_fn, generator=torch.Generator().manual_seed(0))])

class Bucket(Sampler):

    def __init__(self, lens):
        self.l = lens

    def __iter__(self):
        return iter(sorted(range(len(self.l)), key=lambda i: self.l[i]))

    def __len__(self):
        return len(self.l)
print([b for b in DataLoader([3, 1, 2], sampler=Bucket([3, 1, 2]), batch_size=2)])
print([b for b in DataLoader(range(6), batch_sampler=BatchSampler(RandomSampler(range(6), generator=torch.Generator().manual_seed(3)), 4, True))])

def prefetch(loader):
    first = True
    it = iter(loader)
    yield from it
print(sum((1 for _ in prefetch(DataLoader(tds, 3)))))
import itertools
print([y.tolist() for _, y in itertools.islice(itertools.cycle(DataLoader(tds, 4)), 4)])
print(torch.utils.data.dataloader.default_collate([1]), torch.utils.data.dataset.Subset is Subset)
print(torch.utils.data._utils.collate.default_collate([2]))
from collections import namedtuple
P = namedtuple('P', 'a b')
print(default_collate([P(1, 2.0), P(3, 4.0)]))
mean = torch.stack([x for x, _ in tds]).mean()
print(mean)
print(StackDataset(range(3), 'abc')[1], len(StackDataset(a=range(3))))
print(DataLoader(tds).dataset is tds)
# expect: {'x': tensor([[0., 0.],
# expect:         [1., 1.]]), 'y': tensor([0, 1]), 'name': ['s0', 's1'], 'pair': [tensor([0, 1]), tensor([0., 2.], dtype=torch.float64)]}
# expect: {'x': tensor([[2., 2.],
# expect:         [3., 3.]]), 'y': tensor([2, 3]), 'name': ['s2', 's3'], 'pair': [tensor([2, 3]), tensor([4., 6.], dtype=torch.float64)]}
# expect: {'x': tensor([[4., 4.]]), 'y': tensor([4]), 'name': ['s4'], 'pair': [tensor([4]), tensor([8.], dtype=torch.float64)]}
# expect: 3 2 False SequentialSampler BatchSampler
# expect: (tensor([[0, 1, 2, 3],
# expect:         [0, 1, 2, 0],
# expect:         [0, 0, 0, 0]]), tensor([0, 1, 1]), [4, 3, 1])
# expect: (tensor([[0, 1, 2, 3, 4],
# expect:         [0, 1, 0, 0, 0]]), tensor([1, 0]), [5, 2])
# expect: 10 (tensor([3.]), tensor(0)) (tensor([[1.],
# expect:         [2.]]), tensor([1, 2])) (tensor([[2.],
# expect:         [3.]]), tensor([2, 0]))
# expect: tensor([1., 3., 5., 7.]) tensor([1, 0, 2, 1])
# expect: tensor([9., 4., 6., 2.]) tensor([0, 1, 0, 2])
# expect: [5, 6, 1, 2, 0, 8, 9] [3, 7, 4] Subset
# expect: [1, 2, 1, 2, 1, 1] 6
# expect: [2, 1, 4, 0, 3] [0, 1, 2, 3]
# expect: [[0, 1, 2], [3, 4, 5], [6]] [7, 5, 6]
# expect: 5 11 [3, 5] 2 10
# expect: (tensor(0.),)
# expect: [tensor([3, 4, 5]), tensor([6, 7, 8]), tensor([9])]
# expect: [3, 4, 5] None
# expect: [0, 1, 5, 6]
# expect: tensor([1, 2]) tensor([1.5000, 2.5000], dtype=torch.float64) ['a', 'b']
# expect: [tensor([1, 2]), ('a', 'b')] {'k': tensor([[1.],
# expect:         [0.]])}
# expect: tensor([ True, False]) [tensor([1, 3]), tensor([2, 4])]
# expect: ValueError sampler option is mutually exclusive with shuffle
# expect: ValueError batch_size should be a positive integer value, but got batch_size=0
# expect: ValueError num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.
# expect: TypeError default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'object'>
# expect: RuntimeError stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
# expect: ValueError Sum of input lengths does not equal the length of the input dataset!
# expect: AssertionError Size mismatch between tensors
# expect: ValueError DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True
# expect: TypeError object of type 'It' has no len()
# expect: RuntimeError each element in list of batch should be of equal size
# expect: NotImplementedError Subclasses of Dataset should implement __getitem__.
# expect: tensor([0, 1]) tensor([2, 3]) tensor([4, 5]) end
# expect: [[5, 3, 1], [7, 2, 6], [4, 0]]
# expect: [tensor([1, 2]), tensor([3])]
# expect: [tensor([4, 0, 3, 2])]
# expect: 4
# expect: [[0, 1, 2, 0], [1, 2, 0, 1], [2, 0], [0, 1, 2, 0]]
# expect: tensor([1]) True
# expect: tensor([2])
# expect: P(a=tensor([1, 3]), b=tensor([2., 4.], dtype=torch.float64))
# expect: tensor(4.5000)
# expect: (1, 'b') 3
# expect: True
