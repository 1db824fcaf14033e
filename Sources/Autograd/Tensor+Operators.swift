/// Operators on tensors.
///
/// Swift's operators do not throw: a shape or dtype that does not fit ends the program with torch's message. Where that
/// must not happen, call the function of the same name (`add`, `mul`, …), which throws. The dotted operators are the
/// throwing forms derivatives are written with.

infix operator .+: AdditionPrecedence
infix operator .-: AdditionPrecedence
infix operator .*: MultiplicationPrecedence
infix operator ./: MultiplicationPrecedence
infix operator **: ExponentiationPrecedence
precedencegroup ExponentiationPrecedence {
  associativity: right
  higherThan: MultiplicationPrecedence
}

func .+ (x: Tensor, y: Tensor) throws(TorchError) -> Tensor { try add(x, y) }
func .+ (x: Tensor, y: Double) throws(TorchError) -> Tensor { try add(x, .double(y)) }
func .- (x: Tensor, y: Tensor) throws(TorchError) -> Tensor { try sub(x, y) }
func .- (x: Tensor, y: Double) throws(TorchError) -> Tensor { try sub(x, .double(y)) }
func .- (x: Double, y: Tensor) throws(TorchError) -> Tensor { try rsub(y, .double(x)) }
func .* (x: Tensor, y: Tensor) throws(TorchError) -> Tensor { try mul(x, y) }
func .* (x: Tensor, y: Double) throws(TorchError) -> Tensor { try mul(x, .double(y)) }
func ./ (x: Tensor, y: Tensor) throws(TorchError) -> Tensor { try div(x, y) }
func ./ (x: Tensor, y: Double) throws(TorchError) -> Tensor { try div(x, .double(y)) }

extension Tensor {
  /// Adds elementwise, with broadcasting.
  public static func + (x: Tensor, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try add(x, y) } }
  /// Adds a number to every element.
  public static func + (x: Tensor, y: Scalar) -> Tensor { orTrap { () throws(TorchError) in try add(x, y) } }
  /// Adds a number to every element.
  public static func + (x: Scalar, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try add(y, x) } }
  /// Subtracts elementwise, with broadcasting.
  public static func - (x: Tensor, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try sub(x, y) } }
  /// Subtracts a number from every element.
  public static func - (x: Tensor, y: Scalar) -> Tensor { orTrap { () throws(TorchError) in try sub(x, y) } }
  /// Subtracts every element from a number.
  public static func - (x: Scalar, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try rsub(y, x) } }
  /// Multiplies elementwise, with broadcasting.
  public static func * (x: Tensor, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try mul(x, y) } }
  /// Multiplies every element by a number.
  public static func * (x: Tensor, y: Scalar) -> Tensor { orTrap { () throws(TorchError) in try mul(x, y) } }
  /// Multiplies every element by a number.
  public static func * (x: Scalar, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try mul(y, x) } }
  /// Divides elementwise, with broadcasting.
  public static func / (x: Tensor, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try div(x, y) } }
  /// Divides every element by a number.
  public static func / (x: Tensor, y: Scalar) -> Tensor { orTrap { () throws(TorchError) in try div(x, y) } }
  /// Divides a number by every element.
  public static func / (x: Scalar, y: Tensor) -> Tensor {
    orTrap { () throws(TorchError) in try mul(reciprocal(y), x) }
  }
  /// Negates every element.
  public static prefix func - (x: Tensor) -> Tensor { orTrap { () throws(TorchError) in try neg(x) } }
  /// Raises every element to a power.
  public static func ** (x: Tensor, y: Scalar) -> Tensor { orTrap { () throws(TorchError) in try pow(x, y) } }
  /// Raises elementwise to powers, with broadcasting.
  public static func ** (x: Tensor, y: Tensor) -> Tensor { orTrap { () throws(TorchError) in try pow(x, y) } }
}

/// Returns the value, or ends the program with torch's message.
@inline(__always)
private func orTrap(_ body: () throws(TorchError) -> Tensor) -> Tensor {
  do {
    return try body()
  } catch {
    fatalError(error.message)
  }
}
