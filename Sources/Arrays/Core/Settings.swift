import Glibc

/// Process-wide settings that torch keeps global too: the default dtype and the number of threads.
///
/// Invariant of both variables: only the thread that holds the interpreter lock reads or writes them.
package enum Settings {
  /// Dtype of Python floats, `torch.set_default_dtype`.
  nonisolated(unsafe) package static var defaultDType: DType = .float32
  /// Upper bound of threads one operation uses, `torch.set_num_threads`.
  nonisolated(unsafe) package static var threadCount: Int = Settings.initialThreadCount

  /// What the environment asks for, as torch has it, else one thread for each processor.
  private static var initialThreadCount: Int {
    for name in ["MKL_NUM_THREADS", "OMP_NUM_THREADS"] {
      if let text = getenv(name), let wanted = Int(String(cString: text)), wanted > 0 { return Swift.min(wanted, 64) }
    }
    return Swift.min(processorCount, 64)
  }

  /// Number of processors this process may run on.
  package static let processorCount: Int = Swift.max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
