import Glibc
import Interpreter
internal import Kernel

/// `%time`, `%timeit` and their cell forms.
enum TimingMagics {
  static func install(_ language: PythonLanguage) {
    language.lineMagic("time") { (language, line) throws(Raised) in try language.time(line) }
    language.cellMagic("time") { (language, _, cell) throws(Raised) in try language.time(cell) }
    language.lineMagic("timeit") { (language, line) throws(Raised) in try language.timeit(line, cell: nil) }
    language.cellMagic("timeit") { (language, line, cell) throws(Raised) in
      try language.timeit(line, cell: cell)
    }
  }

  /// Seconds of a clock.
  static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of CPU time as (user, system).
  static func cpu() -> (user: Double, system: Double) {
    var usage = rusage()
    getrusage(0, &usage)  // 0: RUSAGE_SELF, an enumeration Swift imports with another type
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime), seconds(usage.ru_stime))
  }

  /// A span as IPython writes it: `1.23 ms`, `1min 5s`.
  static func text(_ span: Double, precision: Int = 3) -> String {
    if span >= 60 {
      var parts: [String] = []
      var left = span
      for (suffix, length) in [("d", 86400.0), ("h", 3600), ("min", 60), ("s", 1)] {
        let value = (left / length).rounded(.down)
        if value > 0 {
          left = left.truncatingRemainder(dividingBy: length)
          parts.append("\(Int(min(value, 1e15)))\(suffix)")
        }
        if left < 1 { break }
      }
      return parts.joined(separator: " ")
    }
    let units = ["s", "ms", "μs", "ns"]
    let scaling = [1, 1e3, 1e6, 1e9]
    let order = span > 0 ? max(0, min(Int(-(log10(span) / 3).rounded(.down)), 3)) : 3
    return "\(general(span * scaling[order], precision)) \(units[order])"
  }

  /// `%.*g`.
  private static func general(_ value: Double, _ precision: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    withVaList([Int32(precision), value]) { _ = vsnprintf(&buffer, 64, "%.*g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension PythonLanguage {
  fileprivate func time(_ code: String) throws(Raised) -> Value {
    let wall = TimingMagics.seconds(CLOCK_MONOTONIC)
    let cpu = TimingMagics.cpu()
    var failure: Raised?
    var value = Value.none
    do throws(Raised) {
      value = try runMagicCode(code)
    } catch {
      failure = error
    }
    let used = TimingMagics.cpu()
    let (user, system) = (used.user - cpu.user, used.system - cpu.system)
    let elapsed = TimingMagics.seconds(CLOCK_MONOTONIC) - wall
    write(
      .stdout,
      "CPU times: user \(TimingMagics.text(user)), sys: \(TimingMagics.text(system)), "
        + "total: \(TimingMagics.text(user + system))\nWall time: \(TimingMagics.text(elapsed))\n")
    if let failure { throw failure }
    return CellTransformer.endsWithSemicolon(code) ? .none : value
  }

  fileprivate func timeit(_ line: String, cell: String?) throws(Raised) -> Value {
    let (options, rest) = PythonLanguage.options(line, withValue: "nrpt")
    if cell == nil && rest.isEmpty { return .none }
    let statement = transformer.transform(cell ?? rest)
    let setup = cell == nil ? "pass" : (rest.isEmpty ? "pass" : transformer.transform(rest))
    let inner = try timedFunction(statement, setup: setup)
    let runs = max(1, options["r"].flatMap { Int($0) } ?? 7)
    let precision = options["p"].flatMap { Int($0) } ?? 3
    var loops = options["n"].flatMap { Int($0) } ?? 0
    var all: [Double] = []
    if loops <= 0 {
      loops = 1
      for _ in 0..<10 {
        if try timed(inner, loops) >= 0.2 { break }
        if loops < 1_000_000_000 { loops *= 10 }
      }
    }
    for _ in 0..<runs { all.append(try timed(inner, loops)) }
    let timings = all.map { $0 / Double(loops) }
    let average = timings.reduce(0, +) / Double(runs)
    let deviation = (timings.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(runs)).squareRoot()
    if options["q"] == nil {
      write(
        .stdout,
        timeitText(average: average, deviation: deviation, runs: runs, loops: loops, precision: precision)
          + "\n")
    }
    guard options["o"] != nil else { return .none }
    let type = try vm.getAttr(try importDotted("IPython.core.interactiveshell"), "TimeitResult")
    return try vm.call(
      type,
      [
        .int(loops), .int(runs), .float(timings.min() ?? 0), .float(timings.max() ?? 0),
        .object(ListObject(vm, all.map { .float($0) })), .float(0), .int(precision),
      ])
  }

  /// `1.2 μs ± 10 ns per loop (mean ± std. dev. of 7 runs, 1,000,000 loops each)`.
  func timeitText(average: Double, deviation: Double, runs: Int, loops: Int, precision: Int) -> String {
    var digits = String(loops)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return
      "\(TimingMagics.text(average, precision: precision)) ± \(TimingMagics.text(deviation, precision: precision))"
      + " per loop (mean ± std. dev. of \(runs) run\(runs == 1 ? "" : "s"), \(digits) loop\(loops == 1 ? "" : "s") each)"
  }

  private func timedFunction(_ statement: String, setup: String) throws(Raised) -> Value {
    func indented(_ code: String, _ width: Int) -> String {
      let space = String(repeating: " ", count: width)
      return code.split(separator: "\n", omittingEmptySubsequences: true).map { space + $0 }.joined(
        separator: "\n")
    }
    let source =
      "def inner(_it):\n\(indented(setup, 4))\n    for _i in _it:\n\(indented(statement, 8))\n        pass\n"
    let space = DictObject(vm)
    _ = try vm.run(
      source: Array(source.utf8), filename: "<magic-timeit>", mode: .exec, globals: session.main,
      locals: space)
    return space.get(vm, "inner") ?? .none
  }

  private func timed(_ function: Value, _ loops: Int) throws(Raised) -> Double {
    let range = try vm.call(.object(vm.types.range), [.int(loops)])
    let start = TimingMagics.seconds(CLOCK_MONOTONIC)
    _ = try vm.call(function, [range])
    return TimingMagics.seconds(CLOCK_MONOTONIC) - start
  }
}
