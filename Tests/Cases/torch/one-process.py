# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
"""`torch.distributed` with the one process there is; futures."""
import os

import torch
import torch.distributed as dist
from torch.futures import Future, collect_all

print(dist.is_available(), dist.is_initialized())
for call in ("dist.get_rank()", "dist.all_reduce(torch.ones(1))", "dist.init_process_group('gloo')"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, error)
os.environ.update(RANK='0', WORLD_SIZE='1', MASTER_ADDR='127.0.0.1', MASTER_PORT='29511')
dist.init_process_group('gloo')
x = torch.tensor([1.0, 2.0])
dist.all_reduce(x)
dist.broadcast(x, 0)
gathered = [torch.zeros(2)]
dist.all_gather(gathered, x)
objects = [None]
dist.all_gather_object(objects, {'a': 1})
print(x, gathered, objects, dist.get_rank(), dist.get_world_size(), dist.get_backend())
dist.barrier()
dist.destroy_process_group()
print(dist.is_initialized())
future = Future()
later = future.then(lambda f: f.value() + 1)
future.set_result(1)
print(later.wait(), future.done(), [f.value() for f in collect_all([future, later]).wait()])
store = dist.HashStore()
store.set('key', 'value')
print(store.get('key'), store.delete_key('key'), store.num_keys())
# expect: True False
# expect: ValueError Default process group has not been initialized, please make sure to call init_process_group.
# expect: ValueError Default process group has not been initialized, please make sure to call init_process_group.
# expect: ValueError Error initializing torch.distributed using env:// rendezvous: environment variable RANK expected, but not set
# expect: tensor([1., 2.]) [tensor([1., 2.])] [{'a': 1}] 0 1 gloo
# expect: False
# expect: 2 True [1, 2]
# expect: b'value' True 0
