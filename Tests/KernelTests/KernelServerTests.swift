import Testing

@testable import Kernel

@Suite(.serialized) struct KernelServerTests {
  @Test(arguments: TestTransport.allCases)
  func `a cell publishes in order and ends idle`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      let (reply, iopub) = try client.finish(client.execute("print a\nerror b\ndisplay c\nprint d\n42"))
      #expect(
        iopub.map { $0.summary } == [
          "status:busy", "execute_input", "stream", "stream", "display_data", "stream", "execute_result",
          "status:idle",
        ])
      #expect(reply.content["status"] == "ok")
      #expect(reply.content["execution_count"] == 1)
      #expect(reply.parent["extra"] == ["é", nil])
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `the counter counts stored cells that are not blank`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      func count(_ code: String, _ more: JSONObject = JSONObject()) throws -> JSON? {
        try client.finish(client.execute(code, more)).reply.content["execution_count"]
      }
      let found1 = try count("x")
      #expect(found1 == 1)
      let found2 = try count("raise E", ["stop_on_error": false])
      #expect(found2 == 2)
      let found3 = try count(" \n ")
      #expect(found3 == 2)
      let found4 = try count("x", ["silent": true])
      #expect(found4 == 2)
      let found5 = try count("x", ["store_history": false])
      #expect(found5 == 2)
      let found6 = try count("x")
      #expect(found6 == 3)
    }
  }

  @Test func `a silent cell publishes nothing but its status`() throws {
    try KernelClient.with(.inMemory) { client in
      let (_, iopub) = try client.finish(client.execute("print a\ndisplay b\nraise E", ["silent": true]))
      #expect(iopub.map { $0.summary } == ["status:busy", "status:idle"])
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `an error aborts the cells that wait and nothing else`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      let failing = client.execute("sleep 0.2\nraise E")
      let waiting = [client.execute("print no"), client.execute("print no")]
      let question = client.send("complete_request", ["code": "prin", "cursor_pos": 4])
      let replies = try (0..<4).map { _ in try client.receive(.shell) }
      #expect(replies.map { $0.parentID } == [failing] + waiting + [question])
      #expect(replies.map { $0.content["status"]?.string } == ["error", "aborted", "aborted", "ok"])
      let found7 = try client.published(for: waiting[1]).map { $0.summary }
      #expect(found7 == ["status:busy", "status:idle"])
      let found8 = try client.published(for: question).count
      #expect(found8 == 2)
      let found9 = try client.finish(client.execute("x")).reply.content["status"]
      #expect(found9 == "ok")
    }
  }

  @Test func `a cell that was sent before the error could be seen is aborted though it comes late`() throws {
    try KernelClient.with(.inMemory) { client in
      let sent = Timestamp.now
      _ = try client.finish(client.execute("sleep 0.05\nraise E", date: sent))
      let early = client.execute("x", date: Timestamp(microseconds: sent.microseconds + 10_000))
      let found10 = try client.finish(early).reply.content["status"]
      #expect(found10 == "aborted")
      let late = client.execute("x", date: Timestamp(microseconds: sent.microseconds + 10_000_000))
      let found11 = try client.finish(late).reply.content["status"]
      #expect(found11 == "ok")
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `cells sent together are aborted though the first one fails at once`(_ transport: TestTransport) throws
  {
    try KernelClient.with(transport) { client in
      for _ in 0..<10 {
        for code in ["raise E", "x", "x", "x"] { _ = client.execute(code) }
        let replies = try (0..<4).map { _ in try client.receive(.shell).content["status"]?.string }
        #expect(replies == ["error", "aborted", "aborted", "aborted"])
      }
    }
  }

  @Test func `with stop_on_error false the queue runs on`() throws {
    try KernelClient.with(.inMemory) { client in
      _ = client.execute("sleep 0.05\nraise E", ["stop_on_error": false])
      _ = client.execute("x")
      let found12 = try client.receive(.shell).content["status"]
      #expect(found12 == "error")
      let found13 = try client.receive(.shell).content["status"]
      #expect(found13 == "ok")
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `control answers while a cell runs and interrupts it`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      let cell = client.execute("spin")
      _ = try client.until(.iopub) { $0.type == "execute_input" }
      let info = client.send("kernel_info_request", [:], on: .control)
      let found14 = try client.receive(.control).parentID
      #expect(found14 == info)
      client.send("interrupt_request", [:], on: .control)
      let found15 = try client.receive(.control).type
      #expect(found15 == "interrupt_reply")
      let found16 = try client.finish(cell).reply.content["ename"]
      #expect(found16 == "KeyboardInterrupt")
    }
  }

  @Test func `an interrupt while idle does not reach the next cell`() throws {
    try KernelClient.with(.inMemory) { client in
      for _ in 0..<3 {
        client.send("interrupt_request", [:], on: .control)
        _ = try client.receive(.control)
      }
      let found17 = try client.finish(client.execute("sleep 0.01")).reply.content["status"]
      #expect(found17 == "ok")
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `input reaches the cell and stale answers do not`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      client.send("input_reply", ["value": "stale"], on: .stdin)
      let cell = client.execute("sleep 0.1\ninput Name:")
      let request = try client.receive(.stdin)
      #expect(request.content == ["prompt": "Name:", "password": false])
      #expect(request.parentID == cell)
      client.send("input_reply", ["value": "Ada"], on: .stdin, parent: request.header["msg_id"]?.string)
      let (_, iopub) = try client.finish(cell)
      #expect(iopub.first { $0.type == "execute_result" }?.content["data"] == ["text/plain": "'Ada'"])
    }
  }

  @Test func `input ends by EOF, by interrupt and where it is not allowed`() throws {
    try KernelClient.with(.inMemory) { client in
      let first = client.execute("input ?")
      _ = try client.receive(.stdin)
      client.send("input_reply", ["value": "\u{04}"], on: .stdin)
      let found18 = try client.finish(first).reply.content["ename"]
      #expect(found18 == "EOFError")
      let second = client.execute("input ?")
      _ = try client.receive(.stdin)
      client.send("interrupt_request", [:], on: .control)
      let found19 = try client.finish(second).reply.content["ename"]
      #expect(found19 == "KeyboardInterrupt")
      let third = client.execute("input ?", ["allow_stdin": false])
      let found20 = try client.finish(third).reply.content["ename"]
      #expect(found20 == "StdinNotImplementedError")
    }
  }

  @Test(
    arguments: [
      ("execute_request", [:]), ("execute_request", ["code": 5]),
      ("execute_request", ["code": "x", "silent": "no"]),
      ("execute_request", ["code": "x", "user_expressions": []]), ("complete_request", [:]),
      ("inspect_request", ["code": 1]), ("history_request", ["hist_access_type": "zz"]),
      ("history_request", "x"),
    ] as [(String, JSON)])
  func `bad content gets an error reply`(_ type: String, _ content: JSON) throws {
    try KernelClient.with(.inMemory) { client in
      let (reply, iopub) = try client.finish(client.send(type, content))
      #expect(reply.content["status"] == "error")
      #expect(reply.content["evalue"]?.string?.isEmpty == false)
      #expect(iopub.map { $0.summary } == ["status:busy", "status:idle"])
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `unknown types get busy and idle, unsigned frames nothing`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      let unknown = client.send("frobnicate_request", [:])
      let found21 = try client.published(for: unknown).map { $0.summary }
      #expect(found21 == ["status:busy", "status:idle"])
      for channel in [Channel.shell, .control, .stdin] {
        client.sendRaw([[1], [2]], on: channel)
        client.sendRaw([WireCodec.delimiter, [48], [], [], [], []], on: channel)
      }
      let found22 = try client.finish(client.execute("x")).reply.content["status"]
      #expect(found22 == "ok")
    }
  }

  @Test func `positions outside of the code are moved to its ends`() throws {
    try KernelClient.with(.inMemory) { client in
      for (position, end) in [(999, 4), (-3, 0)] {
        let (reply, _) = try client.finish(
          client.send("complete_request", ["code": "𝐚𝐚𝐚𝐚", "cursor_pos": .int(position)]))
        #expect(reply.content["cursor_end"] == .int(end))
      }
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `comm messages carry buffers both ways and have no reply`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      let open = client.send("comm_open", ["comm_id": "c1", "target_name": "echo", "data": [:]])
      let found23 = try client.published(for: open).map { $0.summary }
      #expect(found23 == ["status:busy", "comm_msg", "status:idle"])
      let message = client.send("comm_msg", ["comm_id": "c1", "data": ["x": 1]], buffers: [[1, 2, 3], []])
      let iopub = try client.published(for: message)
      #expect(iopub[1].content["data"] == ["echo": ["x": 1]])
      #expect(iopub[1].buffers == [[3, 2, 1], []])
      let (reply, _) = try client.finish(client.send("comm_info_request", [:]))
      #expect(reply.content["comms"] == ["c1": ["target_name": "echo"]])
    }
  }

  @Test func `comm messages are handled while a cell waits, other requests are not`() throws {
    try KernelClient.with(.inMemory) { client in
      _ = try client.published(
        for: client.send("comm_open", ["comm_id": "c1", "target_name": "echo", "data": [:]]))
      let cell = client.execute("serve 5")
      let next = client.execute("x")
      let message = client.send("comm_msg", ["comm_id": "c1", "data": [:]])
      let iopub = try client.until(.iopub) { $0.parentID == next && $0.state == "idle" }
      let order = iopub.filter { $0.state == "idle" }.map { $0.parentID }
      #expect(order == [message, cell, next])
    }
  }

  @Test func `a subshell runs beside the main shell with a counter of its own`() throws {
    var info = EchoLanguage.info
    info.supportsSubshells = true
    try KernelClient.with(.inMemory, info: info) { client in
      client.send("create_subshell_request", [:], on: .control)
      let id = try #require(try client.receive(.control).content["subshell_id"]?.string)
      _ = try client.finish(client.execute("x"))
      let busy = client.execute("sleep 5")
      // An interrupt ends what runs, not what waits.
      _ = try client.until(.iopub) { $0.parentID == busy && $0.state == "busy" }
      let (reply, _) = try client.finish(client.execute("x", subshell: id))
      #expect(reply.content["execution_count"] == 1)
      #expect(reply.parent["subshell_id"]?.string == id)
      client.send("interrupt_request", [:], on: .control)
      let found24 = try client.receive(.shell).parentID
      #expect(found24 == busy)
      let (refused, _) = try client.finish(client.execute("x", subshell: "no such"))
      #expect(refused.content["status"] == "error")
    }
  }

  @Test(arguments: TestTransport.allCases)
  func `the heartbeat echoes every frame`(_ transport: TestTransport) throws {
    try KernelClient.with(transport) { client in
      for frames in [[[1]], [[]], [[1, 2], [], [3]]] as [[Frame]] {
        client.sendRaw(frames, on: .heartbeat)
        let found25 = try client.receiveRaw(.heartbeat)
        #expect(found25 == frames)
      }
    }
  }

  @Test func `shutdown is announced and asked for`() throws {
    try KernelClient.with(.inMemory) { client in
      let request = client.send("shutdown_request", ["restart": true], on: .control)
      let (reply, iopub) = try client.finish(request, on: .control)
      #expect(reply.content == ["status": "ok", "restart": true])
      #expect(iopub.map { $0.summary } == ["status:busy", "shutdown_reply", "status:idle"])
      #expect(client.server.stopIsRequested?.restart == true)
    }
  }
}
