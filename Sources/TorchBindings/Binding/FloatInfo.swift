import Arrays
import Interpreter

/// Numbers of `torch.finfo`.
enum FloatInfo {
  static func record(_ vm: VM, _ dtype: DType) -> Value {
    let numbers: (bits: Int, eps: Double, max: Double, tiny: Double, resolution: Double)
    switch dtype {
    case .float64, .complex128:
      numbers = (64, Double.ulpOfOne, Double.greatestFiniteMagnitude, Double.leastNormalMagnitude, 1e-15)
    case .float16, .complex32: numbers = (16, 0.0009765625, 65504, 6.103515625e-05, 0.001)
    case .bfloat16: numbers = (16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01)
    default:
      numbers = (
        32, Double(Float.ulpOfOne), Double(Float.greatestFiniteMagnitude), Double(Float.leastNormalMagnitude), 1e-6
      )
    }
    return .object(
      TupleObject(
        vm,
        [
          .int(numbers.bits), .float(numbers.eps), .float(numbers.max), .float(-numbers.max), .float(numbers.tiny),
          .float(numbers.resolution), .object(vm.string(dtype.name)),
        ]))
  }
}
