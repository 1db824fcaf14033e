/// The five sockets, each to be moved to the thread that then owns it.
package struct Endpoints: @unchecked Sendable {
  // Sendable: made on one thread and handed over whole; afterwards only the owning threads touch the sockets.
  var shell: any MessageSocket
  var stdin: any MessageSocket
  var control: any MessageSocket
  var iopub: any MessageSocket
  var heartbeat: any MessageSocket
}
