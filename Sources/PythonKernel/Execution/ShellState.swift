import Interpreter
internal import Kernel

/// What IPython keeps between cells: `In`, `Out`, `_`, `_i` and their relatives, and what a reply carries besides.
final class ShellState {
  let vm: VM
  let main: DictObject
  /// `In` and `_ih`.
  let inputs: ListObject
  /// `Out` and `_oh`.
  let outputs: DictObject
  /// Number of the last stored cell of the main shell.
  var executionCount = 0
  /// What `get_ipython()` returns, once it was made.
  var object: Value?
  /// The event manager, once callbacks are registered.
  var events: Value?
  /// Numbers of cells by filename.
  var cellNumbers: [String: Int] = [:]
  /// Names of the namespace that are not the user's.
  var hiddenNames: Set<String> = []
  /// The last inputs, newest first.
  private var lastInputs = ["", "", "", ""]
  /// What `_`, `__` and `___` were set to, newest first.
  private var lastResults: [Value] = []

  init(_ vm: VM, main: DictObject) {
    self.vm = vm
    self.main = main
    inputs = ListObject(vm, [.object(vm.emptyString)])
    outputs = DictObject(vm)
    lastResults = Array(repeating: .object(vm.emptyString), count: 3)
  }

  /// The text of the last cell.
  var lastInput: String { lastInputs[0] }

  /// Puts the furniture into the namespace.
  func install(_ language: PythonLanguage) {
    for name in ["In", "_ih"] { main.set(vm, name, .object(inputs)) }
    for name in ["Out", "_oh"] { main.set(vm, name, .object(outputs)) }
    main.set(vm, "_dh", .object(ListObject(vm, [.object(vm.string(FilePath.current))])))
    for name in ["_", "__", "___", "_i", "_ii", "_iii"] { main.set(vm, name, .object(vm.emptyString)) }
    hiddenNames = Set(main.items.compactMap { $0.key.asStr?.string })
  }

  /// Remembers a cell before it runs.
  func remember(input: String, raw: String, number: Int) {
    while inputs.count < number { inputs.append(.object(vm.emptyString)) }
    if inputs.count == number {
      inputs.append(.object(vm.string(input)))
    }
    lastInputs = [raw] + lastInputs.prefix(3)
    let names = ["_i", "_ii", "_iii"]
    for (position, name) in names.enumerated() {
      main.set(vm, name, .object(vm.string(lastInputs[position + 1])))
    }
    let name = "_i\(number)"
    hiddenNames.insert(name)
    main.set(vm, name, .object(vm.string(raw)))
  }

  /// Remembers the result of a cell.
  func remember(result: Value, number: Int) {
    if case .object(let o) = result, o === outputs { return }
    let names = ["_", "__", "___"]
    // A user who assigned to `_` keeps it.
    let isUntouched = names.enumerated().allSatisfy { position, name in
      main.get(vm, name).map { $0.isSame(as: lastResults[position]) } ?? false
    }
    if isUntouched {
      lastResults = [result] + lastResults.prefix(2)
      for (position, name) in names.enumerated() { main.set(vm, name, lastResults[position]) }
    }
    let name = "_\(number)"
    hiddenNames.insert(name)
    main.set(vm, name, result)
    do throws(Raised) { try outputs.set(vm, .int(number), result) } catch {}
  }
}
