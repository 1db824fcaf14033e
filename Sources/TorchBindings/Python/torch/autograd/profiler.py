"""The older names of `torch.profiler`."""
from torch.profiler import EventList, FunctionEvent, FunctionEventAvg, autograd_profile as profile, record_function
