"""`torch.distributed` for the one process there is: a group of one, whose collectives answer at once."""
import datetime
import os
import pickle


import torch

from torch.distributed._stores import FileStore, HashStore, PrefixStore, Store, TCPStore

default_pg_timeout = datetime.timedelta(minutes=30)




class Backend(str):
    UNDEFINED, GLOO, NCCL, UCC, MPI, XCCL = 'undefined', 'gloo', 'nccl', 'ucc', 'mpi', 'xccl'

    def __new__(cls, name):
        if not isinstance(name, str):
            raise ValueError(f'Backend name must be a string, but got: {name}')
        return str.__new__(cls, name.lower())


class ReduceOp:
    class _Op:
        def __init__(self, name):
            self.name = name

        def __repr__(self):
            return f'<RedOpType.{self.name}: {_ops.index(self.name)}>'


_ops = ['SUM', 'AVG', 'PRODUCT', 'MIN', 'MAX', 'BAND', 'BOR', 'BXOR', 'PREMUL_SUM']
for _name in _ops:
    setattr(ReduceOp, _name, ReduceOp._Op(_name))


class Work:
    """A collective that has ended."""

    def __init__(self, result=None):
        self._result = result

    def wait(self, timeout=None):
        return True

    def is_completed(self):
        return True

    def is_success(self):
        return True

    def result(self):
        return self._result

    def get_future(self):
        from torch.futures import Future
        future = Future()
        future.set_result(self._result)
        return future


class ProcessGroup:
    def __init__(self, backend='gloo', store=None):
        self._backend, self._store = backend, store

    def rank(self):
        return 0

    def size(self):
        return 1

    def name(self):
        return self._backend


class _Group:
    WORLD = None
    NON_GROUP_MEMBER = object()


group = GroupMember = _Group
_missing = 'Default process group has not been initialized, please make sure to call init_process_group.'


def is_available():
    return True


def is_initialized():
    return _Group.WORLD is not None


def is_gloo_available():
    return True


def is_nccl_available():
    return False


is_mpi_available = is_ucc_available = is_xccl_available = is_torchelastic_launched = is_nccl_available


def is_backend_available(backend):
    return backend.lower() == 'gloo'


def _world(group=None):
    if _Group.WORLD is None:
        raise ValueError(_missing)
    return _Group.WORLD if group is None else group


def _from_environment(name):
    value = os.environ.get(name)
    if value is None:
        raise ValueError('Error initializing torch.distributed using env:// rendezvous: environment variable '
                         f'{name} expected, but not set')
    return value


def init_process_group(backend=None, init_method=None, timeout=None, world_size=-1, rank=-1, store=None, group_name='',
                       pg_options=None, device_id=None):
    """Makes the group of this process; no other can join it."""
    if _Group.WORLD is not None:
        raise ValueError('trying to initialize the default process group twice!')
    if store is not None and init_method is not None:
        raise AssertionError('Cannot specify both init_method and store.')
    if store is None and (init_method is None or init_method.startswith('env://')):
        rank = int(_from_environment('RANK')) if rank < 0 else rank
        world_size = int(_from_environment('WORLD_SIZE')) if world_size < 0 else world_size
        _from_environment('MASTER_ADDR')
        _from_environment('MASTER_PORT')
    backend = Backend(backend or 'gloo')
    if backend == 'nccl':
        raise RuntimeError("Distributed package doesn't have NCCL built in")
    if world_size != 1 or rank > 0:
        raise RuntimeError(f'torch.distributed: Wick runs one process, so world_size must be 1 and rank 0, not {world_size} '
                           f'and {rank}')
    _Group.WORLD = ProcessGroup(str(backend), store)


def destroy_process_group(group=None):
    _world(group)
    if group is None or group is _Group.WORLD:
        _Group.WORLD = None


def get_rank(group=None):
    return _world(group).rank()


def get_world_size(group=None):
    return _world(group).size()


def get_backend(group=None):
    return Backend(_world(group).name())


def get_node_local_rank(fallback_rank=None):
    if 'LOCAL_RANK' in os.environ:
        return int(os.environ['LOCAL_RANK'])
    if fallback_rank is not None:
        return int(fallback_rank)
    raise RuntimeError('LOCAL_RANK is not in the environment. Consider passing fallback_rank to allow `get_node_local_rank` to '
                       'work, assuming you are not running in a multi-device context and want the code to run locally instead.')


def get_process_group_ranks(group=None):
    _world(group)
    return [0]


def get_global_rank(group, group_rank):
    return group_rank


get_group_rank = get_global_rank


def new_group(ranks=None, timeout=None, backend=None, pg_options=None, **options):
    _world()
    if ranks is not None and any(rank != 0 for rank in ranks):
        raise ValueError('the new group\'s rank should be within the world_size set by init_process_group')
    return ProcessGroup(backend or _Group.WORLD.name()) if ranks is None or list(ranks) else _Group.NON_GROUP_MEMBER


def _done(async_op, result=None):
    return Work(result) if async_op else None


def _one(rank, what):
    if rank not in (0, None):
        raise ValueError(f'{what} rank {rank} is not in the group, which has one process')


def all_reduce(tensor, op=ReduceOp.SUM, group=None, async_op=False):
    _world(group)
    return _done(async_op, [tensor])


def broadcast(tensor, src=None, group=None, async_op=False, group_src=None):
    _world(group)
    _one(src if group_src is None else group_src, 'source')
    return _done(async_op, [tensor])


def reduce(tensor, dst=None, op=ReduceOp.SUM, group=None, async_op=False, group_dst=None):
    _world(group)
    _one(dst if group_dst is None else group_dst, 'destination')
    return _done(async_op, [tensor])


def all_gather(tensor_list, tensor, group=None, async_op=False):
    _world(group)
    tensor_list[0].copy_(tensor)
    return _done(async_op, [tensor_list])


def gather(tensor, gather_list=None, dst=None, group=None, async_op=False, group_dst=None):
    _world(group)
    if not gather_list:
        raise ValueError('Argument ``gather_list`` must be specified on destination rank.')
    gather_list[0].copy_(tensor)
    return _done(async_op, [gather_list])


def scatter(tensor, scatter_list=None, src=None, group=None, async_op=False, group_src=None):
    _world(group)
    if not scatter_list:
        raise ValueError('Argument ``scatter_list`` must be specified on source rank.')
    tensor.copy_(scatter_list[0])
    return _done(async_op, [tensor])


def all_gather_into_tensor(output_tensor, input_tensor, group=None, async_op=False):
    _world(group)
    output_tensor.copy_(input_tensor.reshape(output_tensor.shape))
    return _done(async_op, [output_tensor])


def reduce_scatter(output, input_list, op=ReduceOp.SUM, group=None, async_op=False):
    _world(group)
    output.copy_(input_list[0])
    return _done(async_op, [output])


def all_to_all(output_tensor_list, input_tensor_list, group=None, async_op=False):
    return all_gather(output_tensor_list, input_tensor_list[0], group, async_op)


def all_to_all_single(output, input, output_split_sizes=None, input_split_sizes=None, group=None, async_op=False):
    return all_gather_into_tensor(output, input, group, async_op)


reduce_scatter_tensor = all_gather_into_tensor


def all_gather_object(object_list, obj, group=None):
    _world(group)
    object_list[0] = pickle.loads(pickle.dumps(obj))


def gather_object(obj, object_gather_list=None, dst=None, group=None, group_dst=None):
    all_gather_object(object_gather_list, obj, group)


def broadcast_object_list(object_list, src=None, group=None, device=None, group_src=None):
    _world(group)


def scatter_object_list(scatter_object_output_list, scatter_object_input_list=None, src=None, group=None, group_src=None):
    _world(group)
    scatter_object_output_list[0] = scatter_object_input_list[0]


def barrier(group=None, async_op=False, device_ids=None):
    _world(group)
    return _done(async_op)


def monitored_barrier(group=None, timeout=None, wait_all_ranks=False):
    _world(group)


def _nobody(name):
    def function(*args, **kwargs):
        _world(kwargs.get('group'))
        raise ValueError(f'torch.distributed.{name}: there is no other process to exchange with')
    function.__name__ = function.__qualname__ = name
    return function


send, recv, isend, irecv = _nobody('send'), _nobody('recv'), _nobody('isend'), _nobody('irecv')
send_object_list, recv_object_list = _nobody('send_object_list'), _nobody('recv_object_list')
batch_isend_irecv = _nobody('batch_isend_irecv')


class P2POp:
    def __init__(self, op, tensor, peer=None, group=None, tag=0, group_peer=None):
        self.op, self.tensor, self.peer, self.group, self.tag = op, tensor, peer, group, tag


class DeviceMesh:
    """The mesh of one device."""

    def __init__(self, device_type, mesh, *, mesh_dim_names=None, **options):
        self.device_type = device_type
        self.mesh = mesh if torch.is_tensor(mesh) else torch.tensor(mesh, dtype=torch.int)
        self.mesh_dim_names = tuple(mesh_dim_names) if mesh_dim_names else None
        if self.mesh.numel() != 1:
            raise RuntimeError(f'Mesh should not be bigger than default world size 1, but found {self.mesh.numel()} ranks!')

    @property
    def shape(self):
        return tuple(self.mesh.shape)

    ndim = property(lambda self: self.mesh.ndim)

    def size(self, mesh_dim=None):
        return 1

    def get_rank(self):
        return 0

    def get_local_rank(self, mesh_dim=None):
        return 0

    def get_group(self, mesh_dim=None):
        return _world()


def init_device_mesh(device_type, mesh_shape, *, mesh_dim_names=None, **options):
    return DeviceMesh(device_type, torch.zeros(tuple(mesh_shape), dtype=torch.int), mesh_dim_names=mesh_dim_names)


def __getattr__(name):
    if name in ('rpc', 'autograd', 'device_mesh', 'optim', 'fsdp', 'checkpoint', 'elastic', 'pipelining', 'tensor'):
        raise RuntimeError(f'torch.distributed.{name} needs several processes; Wick runs one')
    raise AttributeError(f"module 'torch.distributed' has no attribute '{name}'")
