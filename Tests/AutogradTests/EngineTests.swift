import Testing

@testable import Arrays
@testable import Autograd

extension AutogradTests {
  /// Message of the error a body throws.
  static func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return (error as? TorchError)?.message ?? "\(error)"
    }
  }

  @Suite struct EngineTests {
    private func leaf(_ values: [Double]) -> Tensor { Tensor(values, requiresGrad: true) }
    private func numbers(_ tensor: Tensor?) throws -> [Double]? { try tensor?.array.doubles() }

    @Test func `gradients add up over passes`() throws {
      let x = leaf([1, 2])
      try sum(mul(x, x)).backward()
      let first = x.grad
      try sum(x).backward()
      #expect(try numbers(x.grad) == [3, 5])
      #expect(first === x.grad)
    }

    @Test func `gradients of shared inputs do not share storage`() throws {
      let (x, y) = (leaf([1, 2]), leaf([3, 4]))
      try sum(add(x, y)).backward()
      #expect(x.grad?.array.storage !== y.grad?.array.storage)
    }

    @Test func `a second pass needs the graph retained`() throws {
      let x = leaf([1, 2])
      let kept = try sum(exp(x))
      try kept.backward(retainGraph: true)
      try kept.backward()
      #expect(AutogradTests.message { try kept.backward() }.hasPrefix("Trying to backward through the graph a second time"))
      let plain = try sum(x)
      try plain.backward()
      try plain.backward()
    }

    @Test func `backward needs a gradient for several elements`() throws {
      let x = leaf([1, 2])
      #expect(AutogradTests.message { try exp(x).backward() } == "grad can be implicitly created only for scalar outputs")
      #expect(
        AutogradTests.message { try Tensor([1]).backward() }
          == "element 0 of tensors does not require grad and does not have a grad_fn")
      #expect(
        AutogradTests.message { try exp(x).backward(gradient: ones([3])) }
          == "Mismatch in shape: grad_output[0] has a shape of torch.Size([3]) and output[0] has a shape of torch.Size([2]).")
    }

    @Test func `grad leaves leaves alone and reports what is unused`() throws {
      let (x, y) = (leaf([1, 2]), leaf([3]))
      let gradients = try grad([sum(mul(x, x))], [x])
      #expect(try numbers(gradients[0]) == [2, 4])
      #expect(x.grad == nil)
      #expect(
        AutogradTests.message { _ = try grad([sum(x)], [y]) }
          == "The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if "
          + "this is the desired behavior.")
      #expect(try grad([sum(x)], [y], allowUnused: true)[0] == nil)
      #expect(try numbers(grad([sum(x)], [y], materializeGrads: true)[0]) == [0])
    }

    @Test func `grad of results in the middle of a graph`() throws {
      let x = leaf([2])
      let middle = try mul(x, x)
      let end = try mul(middle, middle)
      let gradients = try grad([end], [middle, x])
      #expect(try numbers(gradients[0]) == [8])
      #expect(try numbers(gradients[1]) == [32])
    }

    @Test func `third derivative of a power`() throws {
      let x = leaf([2])
      var y = try pow(x, 4)
      for expected in [32.0, 48, 48] {
        let next = try grad([sum(y)], [x], createGraph: true)[0]
        y = try #require(next)
        #expect(try numbers(y) == [expected])
      }
    }

    @Test func `hooks see and replace gradients`() throws {
      let x = leaf([1, 2])
      let y = try mul(x, 3)
      let handle = try y.registerHook { (g) throws(TorchError) in try mul(g, 10) }
      try y.retainGrad()
      try sum(y).backward(retainGraph: true)
      #expect(try numbers(x.grad) == [30, 30])
      #expect(try numbers(y.grad) == [10, 10])
      y.gradFn?.removeHook(handle)
      try x.setGrad(nil)
      try sum(y).backward()
      #expect(try numbers(x.grad) == [3, 3])
    }

    @Test func `a hook may run a pass of its own`() throws {
      let x = leaf([1, 2])
      let inner = try sum(mul(x, x))
      let y = try mul(x, 3)
      _ = try y.registerHook { (g) throws(TorchError) in
        _ = try grad([inner], [x], retainGraph: true)
        return nil
      }
      try add(sum(y), inner).backward()
      #expect(try numbers(x.grad) == [5, 7])
    }

    @Test func `values changed in place are refused`() throws {
      let x = leaf([1, 2])
      let a = try clone(x)
      let squared = try mul(a, a)
      try add_(a, 1)
      #expect(
        AutogradTests.message { try sum(squared).backward() }
          == "one of the variables needed for gradient computation has been modified by an inplace operation: "
          + "[torch.FloatTensor [2]], which is output 0 of Add, is at version 1; expected version 0 instead. Hint: enable "
          + "anomaly detection to find the operation that failed to compute its gradient, with "
          + "torch.autograd.set_detect_anomaly(True, check_nan=False).")
      #expect(
        AutogradTests.message { try add_(x, 1) }
          == "a leaf Variable that requires grad is being used in an in-place operation.")
      #expect(
        AutogradTests.message { try add_(select(x, 0, 0), 1) }
          == "a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }

    @Test func `writing into a view changes its base's history`() throws {
      let x = leaf([1, 2, 3])
      let base = try clone(x)
      let view = try select(base, 0, 0)
      try mul_(view, 2)
      #expect(base.gradFn?.name == "torch::autograd::CopySlices")
      #expect(view.gradFn?.name == "AsStridedBackward0")
      #expect(base.gradFn?.nextEdges.map { $0.node?.name } == ["CloneBackward0", nil])
      try sum(mul(base, base)).backward()
      #expect(try numbers(x.grad) == [8, 4, 6])
    }

    @Test func `views of views and of strided bases`() throws {
      let x = try linspace(0, 11, steps: 12, .float64).reshaped([3, 4]).setRequiresGrad()
      let turned = try clone(t(x))
      let part = try select(slice(turned, 0, start: 1, end: 3), 1, 2)
      try mul_(part, 5)
      try sum(mul(turned, turned)).backward()
      var expected = [Double](repeating: 0, count: 12)
      for index in 0..<12 { expected[index] = 2 * Double(index) * ([9, 10].contains(index) ? 25 : 1) }
      #expect(try numbers(x.grad) == expected)
    }

    @Test func `nothing records inside noGrad`() throws {
      let x = leaf([1])
      #expect(try noGrad { try mul(x, 2).requiresGrad } == false)
      #expect(try noGrad { try enableGrad { try mul(x, 2).requiresGrad } })
      #expect(try inferenceMode { try mul(x, 2).requiresGrad } == false)
    }

    @Test func `a chain of a million nodes runs and is freed`() throws {
      let x = leaf([1])
      var y = try mul(x, 1)
      for _ in 0..<1_000_000 { y = try add(y, 1) }
      try y.backward(retainGraph: true)
      #expect(try numbers(x.grad) == [1])
      y = x
    }

    @Test func `a chain that saves tensors is freed`() throws {
      let x = leaf([1])
      var y = try mul(x, 1)
      for _ in 0..<200_000 { y = try mul(y, x) }
      y = x
      #expect(y === x)
    }

    @Test func `node names carry torch's numbers`() throws {
      let x = try rand([3, 3]).setRequiresGrad()
      let names: [(Tensor, String)] = try [
        (add(x, 1), "AddBackward0"), (pow(x, 2), "PowBackward0"), (pow(x, x), "PowBackward1"), (pow(2, x), "PowBackward2"),
        (max(x), "MaxBackward1"), (max(x, dim: 0).values, "MaxBackward0"), (sum(x), "SumBackward0"),
        (sum(x, dims: [0]), "SumBackward1"), (mean(x, dims: [0]), "MeanBackward1"), (reshape(t(x), [9]), "UnsafeViewBackward0"),
        (index(x, [.integer(0)]), "SelectBackward0"), (clamp(x, min: 0), "ClampBackward1"), (rsub(x, 1), "RsubBackward1"),
      ]
      for (tensor, name) in names { #expect(tensor.gradFn?.name == name) }
      #expect(try add(x, 1).gradFn?.nextEdges.count == 2)
      #expect(try exp(x).gradFn?.nextEdges.first?.node?.shortName == "AccumulateGrad")
    }

    @Test func `text names the node`() throws {
      let x = Tensor([1, 2], requiresGrad: true)
      #expect(x.description == "tensor([1., 2.], requires_grad=True)")
      #expect(try mul(x, 2).description == "tensor([2., 4.], grad_fn=<MulBackward0>)")
    }
  }
}

extension Tensor {
  func reshaped(_ shape: [Int]) throws -> Tensor { try Autograd.reshape(self, shape) }
}
