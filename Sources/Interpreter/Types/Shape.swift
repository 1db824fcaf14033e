/// Which attributes an object has, and at which index: shared by all objects of a class that got the same
/// attributes in the same order (a hidden class). A shape belongs to one type, so an inline cache that has seen
/// the shape also knows the type. Beyond `maximum` attributes an object changes to an attribute dict.
package final class Shape {
  /// An object with more attributes than this keeps them in a dict.
  static let maximum = 48

  /// The type, unowned: shapes die with their type.
  let type: Unmanaged<TypeObject>
  /// The shape with one attribute less, unowned: parents own their children.
  private let parent: Unmanaged<Shape>?
  /// Interned name of the last attribute (owned slot), undefined in the root.
  let lastName: Slot
  /// Number of attributes.
  let count: Int
  /// Set on the shape of objects whose attributes live in a dict (slot 0).
  let isDictionary: Bool
  private var children: [UInt: Shape] = [:]
  /// Names of all attributes in order, borrowed from the chain of parents.
  private(set) lazy var names: [Slot] = {
    var result: [Slot] = []
    result.reserveCapacity(count)
    if let parent { result = parent._withUnsafeGuaranteedRef { $0.names } }
    if !lastName.isUndefined { result.append(lastName) }
    return result
  }()
  private var last: (name: UInt, index: Int) = (0, -1)

  init(rootOf type: TypeObject, isDictionary: Bool = false) {
    self.type = Unmanaged.passUnretained(type)
    parent = nil
    lastName = .undefined
    count = isDictionary ? 1 : 0
    self.isDictionary = isDictionary
  }

  private init(parent: Shape, name: Slot) {
    type = parent.type
    self.parent = Unmanaged.passUnretained(parent)
    name.retain()
    lastName = name
    count = parent.count + 1
    isDictionary = false
  }

  deinit { lastName.release() }

  /// Index of the interned name, or -1.
  func index(of name: Slot) -> Int {
    if last.name == name.bits { return last.index }
    // Up the chain of parents, whose last names are all names.
    var found = lastName.bits == name.bits && !lastName.isUndefined ? count &- 1 : -1
    var next = parent
    while found < 0, let shape = next {
      (found, next) = shape._withUnsafeGuaranteedRef { ($0.lastName.bits == name.bits ? $0.count &- 1 : -1, $0.parent) }
    }
    last = (name.bits, found)
    return found
  }

  /// The shape with one more attribute.
  func adding(_ name: Slot) -> Shape {
    if let child = children[name.bits] { return child }
    let child = Shape(parent: self, name: name)
    children[name.bits] = child
    return child
  }
}
