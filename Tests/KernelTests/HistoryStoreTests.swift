import Glibc
import Testing

@testable import Kernel

@Suite(.serialized) struct HistoryStoreTests {
  private func inputs(_ store: HistoryStore, _ access: HistoryRequest.Access) -> [String] {
    store.answer(HistoryRequest(access)).map { $0.input }
  }

  @Test func `ranges name lines and sessions`() {
    let store = HistoryStore(path: nil)
    for line in 1...5 { store.store(line: line, input: "x\(line)") }
    #expect(inputs(store, .range(session: 0, start: 2, stop: 4)) == ["x2", "x3"])
    #expect(inputs(store, .range(session: 1, start: 5, stop: nil)) == ["x5"])
    #expect(inputs(store, .range(session: 7, start: 1, stop: nil)) == [])
    #expect(inputs(store, .tail(count: 2)) == ["x4", "x5"])
    #expect(inputs(store, .tail(count: 0)) == [])
  }

  @Test func `search goes by shell patterns`() {
    let store = HistoryStore(path: nil)
    for (line, code) in ["alpha_1 = 1", "beta = 2", "alpha_2 = 3", "alpha_1 = 1"].enumerated() {
      store.store(line: line + 1, input: code)
    }
    #expect(inputs(store, .search(pattern: "alpha*", count: 10, unique: false)).count == 3)
    #expect(
      inputs(store, .search(pattern: "alpha*", count: 10, unique: true)) == ["alpha_2 = 3", "alpha_1 = 1"])
    #expect(inputs(store, .search(pattern: "alpha*", count: 1, unique: false)) == ["alpha_1 = 1"])
    #expect(inputs(store, .search(pattern: "*_?*=*3", count: nil, unique: false)) == ["alpha_2 = 3"])
    #expect(inputs(store, .search(pattern: "[a-b]eta*", count: nil, unique: false)) == ["beta = 2"])
    #expect(inputs(store, .search(pattern: "[", count: nil, unique: false)) == [])
  }

  @Test func `outputs and typed text are told when asked for`() {
    let store = HistoryStore(path: nil)
    store.store(line: 1, input: "run('x')", raw: "%x")
    store.store(line: 1, output: "42")
    let entry = store.answer(HistoryRequest(.tail(count: 1), raw: false, output: true))[0]
    #expect(entry == HistoryEntry(session: 1, line: 1, input: "run('x')", output: "42"))
    #expect(inputs(store, .tail(count: 1)) == ["%x"])
  }

  /// A file in a folder of its own, removed afterwards.
  private func withFile(_ body: (String) -> Void) {
    let folder = "/tmp/wick-history-\(getpid())"
    defer {
      for suffix in ["", "-wal", "-shm"] { unlink("\(folder)/h.sqlite\(suffix)") }
      rmdir(folder)
    }
    body(folder + "/h.sqlite")
  }

  @Test func `sessions number upward over processes`() {
    withFile { path in
      let first = HistoryStore(path: path)
      first.store(line: 1, input: "a\nb")
      first.store(line: 1, output: "1")
      first.close()
      let second = HistoryStore(path: path)
      second.store(line: 1, input: "c")
      #expect(second.session == 2)
      #expect(inputs(second, .tail(count: 5)) == ["a\nb", "c"])
      #expect(inputs(second, .range(session: -1, start: 1, stop: nil)) == ["a\nb"])
      #expect(second.answer(HistoryRequest(.tail(count: 2), output: true))[0].output == "1")
      #expect(inputs(second, .search(pattern: "*", count: nil, unique: true)) == ["a\nb", "c"])
      second.close()
    }
  }

  @Test func `sessions at the same time see each other`() {
    withFile { path in
      let stores = (0..<4).map { _ in HistoryStore(path: path) }
      for (number, store) in stores.enumerated() {
        for line in 1...50 { store.store(line: line, input: "s\(number) l\(line)") }
      }
      #expect(Set(stores.map(\.session)) == [1, 2, 3, 4])
      for store in stores.dropFirst() { store.close() }
      #expect(inputs(stores[0], .search(pattern: "s* l50", count: nil, unique: false)).count == 4)
      #expect(inputs(stores[0], .tail(count: 1000)).count == 200)
      stores[0].close()
    }
  }

  @Test func `without a place to write the history lives in memory`() {
    let store = HistoryStore(path: "/proc/no/such/folder/h.sqlite")
    store.store(line: 1, input: "x")
    #expect(inputs(store, .tail(count: 5)) == ["x"])
    #expect(store.session == 1)
    store.close()
  }

  // Recorded from ipykernel.compiler.murmur2_x86 of ipykernel 7.4 with seed 0xc70f6907.
  @Test(
    arguments: [
      ("", 3990065800), ("x = 1", 3427300630), ("ab", 2805137849), ("abc", 3350977461),
      ("y = 2\nz = 3\n", 3803624277),
    ] as [(String, UInt32)])
  func `cell hashes are MurmurHash2`(_ text: String, _ hash: UInt32) {
    #expect(CellHash.murmur2(text, seed: 0xC70F_6907) == hash)
  }
}
