import Glibc

extension PolledDescriptor {
  /// Waits until one of the descriptors is ready, a wake-up comes or the time is over; true if one is ready.
  static func poll(_ descriptors: inout [PolledDescriptor], _ wake: Wake?, milliseconds: Int32) -> Bool {
    var polled = descriptors.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    if let wake { polled.append(pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)) }
    guard Glibc.poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return false }
    var isReady = false
    for at in descriptors.indices where polled[at].revents != 0 {
      descriptors[at].ready = polled[at].revents
      isReady = true
    }
    return isReady
  }
}
