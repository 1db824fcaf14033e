import Glibc
import Interpreter

/// Sums, products and distances of `math`.
enum MathSums {
  static func define(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "fsum(seq, /)", "Return an accurate floating-point sum of values in the iterable seq.") {
      (vm, args) throws(Raised) in .float(try exactSum(vm, args[0]))
    }
    module.function(vm, "prod(iterable, /, *, start=1)", "Calculate the product of all the elements.") {
      (vm, args) throws(Raised) in
      var result = args[1]
      try vm.forEach(args[0]) { (item) throws(Raised) in
        if case .float(let a) = result, case .float(let b) = item { result = .float(a * b) } else {
          result = try vm.binary(.multiply, result, item)
        }
      }
      return result
    }
    module.function(vm, "sumprod(p, q, /)", "Return the sum of products of values from two iterables p and q.") {
      (vm, args) throws(Raised) in
      let (p, q) = (try vm.list(of: args[0]), try vm.list(of: args[1]))
      if p.count != q.count { throw vm.valueError("Inputs are not the same length") }
      var total = Value.int(0)
      var (products, areNumbers) = ([Double](), true)
      for i in 0..<p.count {
        if areNumbers, let pair = factors(p[i], q[i]) {
          // Each product is split into what fits and its error, so that the sum is rounded once.
          let product = pair.0 * pair.1
          products.append(product)
          products.append(fma(pair.0, pair.1, -product))
          continue
        }
        areNumbers = false
      }
      if areNumbers && !products.isEmpty && products.allSatisfy({ $0.isFinite }) {
        return .float(try exactSum(vm, .object(ListObject.make(vm, products.map { .float($0) }))))
      }
      for i in 0..<p.count { total = try vm.binary(.add, total, try vm.binary(.multiply, p[i], q[i])) }
      return total
    }
    module.function(vm, "hypot(*coordinates)", "Multidimensional Euclidean distance from the origin.", isRaw: true) {
      (vm, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("math.hypot() takes no keyword arguments") }
      var few = (0.0, 0.0, 0.0)
      let isFew = try withUnsafeMutablePointer(to: &few) { (tuple) throws(Raised) -> Bool in
        let values = UnsafeMutableRawPointer(tuple).assumingMemoryBound(to: Double.self)
        for k in 0..<min(3, args.count) { values[k] = try vm.double(args[k]) }
        return args.count <= 3
      }
      if isFew {
        return .float(
          withUnsafePointer(to: &few) {
            norm(UnsafeBufferPointer(start: UnsafeRawPointer($0).assumingMemoryBound(to: Double.self), count: args.count))
          })
      }
      var values: [Double] = []
      for k in 0..<args.count { values.append(try vm.double(args[k])) }
      return .float(values.withUnsafeBufferPointer { norm($0) })
    }
    module.function(vm, "dist(p, q, /)", "Return the Euclidean distance between two points p and q.") {
      (vm, args) throws(Raised) in
      if let p = args[0].asTuple, let q = args[1].asTuple, p.count == q.count, p.count <= 3 {
        var few = (0.0, 0.0, 0.0)
        return .float(
          try withUnsafeMutablePointer(to: &few) { (few) throws(Raised) in
            let values = UnsafeMutableRawPointer(few).assumingMemoryBound(to: Double.self)
            for k in 0..<p.count { values[k] = try vm.double(p[k]) - (try vm.double(q[k])) }
            return norm(UnsafeBufferPointer(start: values, count: p.count))
          })
      }
      let (p, q) = (try vm.list(of: args[0]), try vm.list(of: args[1]))
      if p.count != q.count { throw vm.valueError("both points must have the same number of dimensions") }
      var values: [Double] = []
      for i in 0..<p.count { values.append((try vm.double(p[i]) - (try vm.double(q[i])))) }
      return .float(norm(values))
    }
  }

  /// Two numbers of which one at least is a float, as floats; nil: they are something else.
  private static func factors(_ a: Value, _ b: Value) -> (Double, Double)? {
    switch (a, b) {
    case (.float(let x), .float(let y)): return (x, y)
    case (.float(let x), .int(let y)) where y.magnitude < 1 << 53: return (x, Double(y))
    case (.int(let x), .float(let y)) where x.magnitude < 1 << 53: return (Double(x), y)
    default: return nil
    }
  }

  /// Length of a vector: scaled by a power of two, summed with compensation, the root corrected once.
  static func norm(_ values: [Double]) -> Double { values.withUnsafeBufferPointer { norm($0) } }
  static func norm(_ values: UnsafeBufferPointer<Double>) -> Double {
    var largest = 0.0
    var hasNaN = false
    for v in values {
      if v.isNaN { hasNaN = true } else { largest = max(largest, v.magnitude) }
    }
    if largest.isInfinite { return .infinity }
    if hasNaN { return .nan }
    if largest == 0 { return 0 }
    if values.count == 1 { return largest }
    var exponent: Int32 = 0
    _ = frexp(largest, &exponent)
    if exponent < -1021 { return scalbn(norm(values.map { scalbn($0, 200) }), -200) }
    var sum = 1.0
    var low = 0.0
    for v in values {
      let x = scalbn(v, -exponent)
      let square = x * x
      let error = fma(x, x, -square)
      let total = sum + square
      low += (sum - total) + square + error
      sum = total
    }
    sum -= 1
    let root = (sum + low).squareRoot()
    let square = root * root
    let error = fma(root, root, -square)
    let rest = (sum - square) + low - error
    return scalbn(root + rest / (2 * root), exponent)
  }

  /// The sum of floats as if with unlimited precision, rounded once: partial sums that do not overlap.
  private static func exactSum(_ vm: VM, _ items: Value) throws(Raised) -> Double {
    var partials: [Double] = []
    var special = 0.0
    var infinities = 0.0
    try vm.forEach(items) { (item) throws(Raised) in
      let original = try vm.double(item)
      var x = original
      var used = 0
      for i in 0..<partials.count {
        var y = partials[i]
        if x.magnitude < y.magnitude { swap(&x, &y) }
        let high = x + y
        let low = y - (high - x)
        if low != 0 {
          partials[used] = low
          used &+= 1
        }
        x = high
      }
      partials.removeSubrange(used...)
      if x != 0 {
        if !x.isFinite {
          if original.isFinite { throw vm.overflowError("intermediate overflow in fsum") }
          if original.isInfinite { infinities += original }
          special += original
          partials.removeAll()
        } else {
          partials.append(x)
        }
      }
    }
    if special != 0 {
      if infinities.isNaN { throw vm.valueError("-inf + inf in fsum") }
      return special
    }
    var high = 0.0
    var low = 0.0
    var n = partials.count
    if n > 0 {
      n &-= 1
      high = partials[n]
      while n > 0 {
        let x = high
        n &-= 1
        let y = partials[n]
        high = x + y
        low = y - (high - x)
        if low != 0 { break }
      }
      // Half-even across the partials: a tie that the next partial breaks.
      if n > 0 && ((low < 0 && partials[n &- 1] < 0) || (low > 0 && partials[n &- 1] > 0)) {
        let y = low * 2
        let x = high + y
        if y == x - high { high = x }
      }
    }
    return high
  }
}
