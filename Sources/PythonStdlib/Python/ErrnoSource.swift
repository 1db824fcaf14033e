extension PythonSources {
  /// Source of the module `errno`.
  static let errnoSource = #"""
    """Error numbers."""
    EPERM, ENOENT, ESRCH, EINTR, EIO, ENXIO, E2BIG, ENOEXEC, EBADF, ECHILD, EAGAIN, ENOMEM, EACCES, EFAULT = range(1, 15)
    EBUSY, EEXIST, EXDEV, ENODEV, ENOTDIR, EISDIR, EINVAL, ENFILE, EMFILE, ENOTTY = range(16, 26)
    EFBIG, ENOSPC, ESPIPE, EROFS, EMLINK, EPIPE, EDOM, ERANGE = range(27, 35)
    ENAMETOOLONG, ENOTEMPTY, ELOOP, EWOULDBLOCK = 36, 39, 40, 11
    EADDRINUSE, ECONNABORTED, ECONNRESET, ETIMEDOUT, ECONNREFUSED, EALREADY, EINPROGRESS, ECANCELED = 98, 103, 104, 110, 111, 114, 115, 125
    EOPNOTSUPP = ENOTSUP = 95
    errorcode = {value: name for name, value in list(globals().items()) if name[0] == "E" and isinstance(value, int)}
    """#
}
