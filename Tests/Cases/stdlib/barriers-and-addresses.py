# Recorded from CPython 3.11.7.
"""Barriers and semaphores; networks cut into parts; names that nobody else has."""
import collections
import ipaddress
import threading
import uuid


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


places = []
barrier = threading.Barrier(3, action=lambda: places.append("all"))
threads = [threading.Thread(target=lambda: places.append(barrier.wait())) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(places[0], sorted(places[1:]), barrier.n_waiting, barrier.broken)
attempt(threading.Barrier(2, timeout=0.01).wait)
attempt(threading.BoundedSemaphore(1).release)
attempt(threading.Thread().join)
network = ipaddress.ip_network("10.0.0.0/29")
print(list(network.subnets(2)), list(network.address_exclude(ipaddress.ip_network("10.0.0.4/31"))))
attempt(network.supernet, new_prefix=30)
attempt(network.supernet, prefixlen_diff=2, new_prefix=20)
print(ipaddress.ip_address("1.2.3.4") != ipaddress.ip_interface("1.2.3.4/32"), network.with_hostmask)
attempt(uuid.UUID, fields=(1, 2, 3, 256, 5, 6))
attempt(uuid.UUID, fields=(1, 2, 3, 4, 5, -1))
attempt(uuid.UUID, int=(1 << 128) - 1, version=4)


class Missing(collections.OrderedDict):
    def __missing__(self, key):
        return 0


attempt(Missing(a=1).pop, "b")
attempt(Missing(a=1).pop, "b", 5)
attempt(collections.ChainMap({1: 2}).pop, 3)
attempt(collections.ChainMap({}, {1: 2}).popitem)
# expect: all [0, 1, 2] 0 False
# expect: BrokenBarrierError 
# expect: ValueError Semaphore released too many times
# expect: RuntimeError cannot join thread before it is started
# expect: [IPv4Network('10.0.0.0/31'), IPv4Network('10.0.0.2/31'), IPv4Network('10.0.0.4/31'), IPv4Network('10.0.0.6/31')] [IPv4Network('10.0.0.0/30'), IPv4Network('10.0.0.6/31')]
# expect: ValueError new prefix must be shorter
# expect: ValueError cannot set prefixlen_diff and new_prefix
# expect: True 10.0.0.0/0.0.0.7
# expect: ValueError field 4 out of range (need an 8-bit value)
# expect: ValueError field 6 out of range (need a 48-bit value)
# expect: ffffffff-ffff-4fff-bfff-ffffffffffff
# expect: KeyError 'b'
# expect: 5
# expect: KeyError 'Key not found in the first mapping: 3'
# expect: KeyError 'No keys found in the first mapping.'
