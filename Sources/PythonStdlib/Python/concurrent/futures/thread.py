"""Thread pools."""
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor
