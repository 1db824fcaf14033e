"""Meshes of devices."""
from torch.distributed import DeviceMesh, init_device_mesh
